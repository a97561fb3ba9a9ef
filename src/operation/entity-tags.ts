/** Entity tags in `If-Match` and `If-None-Match` (RFC 9110, 8.8.3), and how two of them are compared. Rejects nothing. */
import { createHash } from 'node:crypto';

export interface EntityTag {
  readonly weak: boolean;
  /** The text between the quotes. */
  readonly opaque: string;
}

const opaque = '[\\x21\\x23-\\x7e\\x80-\\xff]*';
/** A tag may contain commas. Empty elements between tags are ignored (RFC 9110, 5.6.1). */
const list = new RegExp(`^[\\s,]*(?:W/)?"${opaque}"(?:\\s*,[\\s,]*(?:W/)?"${opaque}")*[\\s,]*$`);
const tag = new RegExp(`(W/)?"(${opaque})"`, 'g');

/** `*`, or the tags; `undefined` if the header is malformed. */
export function readTags(header: string): '*' | readonly EntityTag[] | undefined {
  const value = header.trim();
  if (value === '*') return '*';
  if (!list.test(value)) return undefined;
  return [...value.matchAll(tag)].map(([, weak, text = '']) => ({ weak: weak !== undefined, opaque: text }));
}

/** Whether the header names the tag, weak or not (RFC 9110, 8.8.3.2). `*` names every tag. */
export function namesWeakly(header: string, etag: string): boolean {
  const tags = readTags(header);
  return tags === '*' || (tags?.some(({ opaque: text }) => `"${text}"` === etag.replace(/^W\//, '')) ?? false);
}

/** Whether the header names the tag, and both are strong. `*` names every tag. */
export function namesStrongly(header: string, etag: string): boolean {
  const tags = readTags(header);
  return tags === '*' || (tags?.some(({ weak, opaque: text }) => !weak && `"${text}"` === etag) ?? false);
}

/**
 * The tag of a document, page or file, computed from its content. It is weak, because one tag stands for all its content
 * codings (RFC 9110, 8.8.3.3).
 */
export function weakTag(...pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return `W/"${hash.digest('base64url').slice(0, 22)}"`;
}

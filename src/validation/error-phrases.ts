/** Phrases for sentences about wrong values: names of places, expected forms, and suggestions. */
import { distance } from 'fastest-levenshtein';
import { formats } from '../campaign/values/formats.ts';
import { patternWords } from '../campaign/values/patterns.ts';

/**
 * The required form of a text: the words beside a pattern of the base documents (`x-form`), the words for a pattern of our own, or those
 * of the format. `undefined` if an admin wrote the pattern.
 */
export function formOf(schema: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof schema['x-form'] === 'string') return schema['x-form'];
  if (typeof schema.pattern === 'string' && patternWords[schema.pattern]) return patternWords[schema.pattern];
  const format = schema['x-format'] ?? schema.format;
  if (format === undefined) return undefined;
  if (format === 'uuid') return 'a UUID such as 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';
  return formats[String(format)]?.words ?? `of the format ${format}`;
}

/** ` (did you mean …?)`, if one of the known values is similar. */
export function nearest(value: unknown, known: readonly unknown[]): string {
  if (typeof value !== 'string' || value.length > 100) return '';
  let best: { text: string; far: number } | undefined;
  for (const candidate of known) {
    if (typeof candidate !== 'string') continue;
    const farthest = Math.min(Math.max(1, Math.floor((candidate.length + 1) / 3)), best ? best.far - 1 : Infinity);
    // The distance is at least the difference in length, so most candidates need no comparison.
    if (Math.abs(value.length - candidate.length) > farthest) continue;
    const far = distance(value.toLowerCase(), candidate.toLowerCase());
    if (far <= farthest) best = { text: candidate, far };
  }
  return best ? ` (did you mean \`${best.text}\`?)` : '';
}

export const count = (n: unknown, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** The name of the place, such as `` `zip` `` or `` Entry 1 of `interests` ``. Not for the pointer to the whole body. */
export function nameOf(pointer: string): string {
  const parts = pointer.split('/').slice(1).map(unescapePointer);
  const last = parts.pop() ?? '';
  const list = parts.pop();
  if (list !== undefined && /^\d+$/.test(last)) return `Entry ${Number(last) + 1} of \`${cut(list)}\``;
  return `\`${cut(last)}\``;
}

/** A name from the client, shortened if it is long. */
export function cut(name: string, longest = 80): string {
  return name.length > longest ? `${name.slice(0, longest)}…` : name;
}

/** Escapes a name for a JSON pointer (RFC 6901, 3). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/**
 * The `ETag` of a lead: `"<version>-<suffix>"`. The body depends on more than the version: on the fields that the document shows, on
 * `duplicate_of`, and on the content coding. The suffix changes with all of them.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

export interface LeadTags {
  /** The tag as it is kept with an answer, without the content coding. */
  of(version: number, duplicateOf?: string): string;
  /** The tag for this client, with the content coding that it accepts. */
  coded(tag: string): string;
}

/** `revision`: of the token's document. `accepted`: the `Accept-Encoding`, if answers may be compressed. */
export function leadTags(revision: number, accepted: string | undefined): LeadTags {
  return {
    of: (version, duplicateOf) => `"${version}-${short([revision, duplicateOf])}"`,
    coded(tag) {
      const [, version, suffix] = parts.exec(tag) ?? [];
      return accepted === undefined || version === undefined ? tag : `"${version}-${short([suffix, accepted])}"`;
    },
  };
}

const parts = /^"([1-9]\d{0,8})(?:-([^"]*))?"$/;

/** The version in a tag; `"7"` is a tag too. `undefined` if the text is not a tag of a lead. */
export function versionIn(tag: string): number | undefined {
  const version = parts.exec(tag)?.[1];
  return version === undefined ? undefined : Number(version);
}

/** Most tags of a token have one of a few suffixes. */
const suffixes = new LRUCache<string, string>({ max: 1_000 });

function short(value: unknown): string {
  const text = JSON.stringify(value);
  const known = suffixes.get(text);
  if (known !== undefined) return known;
  const suffix = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  suffixes.set(text, suffix);
  return suffix;
}

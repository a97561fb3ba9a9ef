/**
 * The `ETag` of a lead: `"<version>-<suffix>"`. The body changes with more than the version: with the fields that the document
 * shows, with `duplicate_of`, and with the content coding. The suffix changes with them.
 */
import { createHash } from 'node:crypto';

export interface LeadTags {
  /** As it is kept with an answer: the coding is that of whoever reads it. */
  of(version: number, duplicateOf?: string): string;
  /** The same tag for this client: what it accepts decides the coding. */
  coded(tag: string): string;
}

/** `revision`: of the document that the token has. `accepted`: `Accept-Encoding`, where answers may be compressed. */
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

/** The version that a tag stands for; `"7"` alone is one too. `undefined` where it is no tag of a lead. */
export function versionIn(tag: string): number | undefined {
  const version = parts.exec(tag)?.[1];
  return version === undefined ? undefined : Number(version);
}

const short = (of: unknown): string => createHash('sha256').update(JSON.stringify(of)).digest('base64url').slice(0, 8);

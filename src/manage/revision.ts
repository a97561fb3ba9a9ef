/** The campaign's revision in HTTP: `ETag` of what shows a definition, `If-Match` of what changes one. */
import type { Campaign } from '../campaign/definition.ts';
import { refuse } from '../problem/problem.ts';

/** `{ ETag: '"7"' }` */
export function revisionTag(campaign: Pick<Campaign, 'revision'>): { ETag: string } {
  return { ETag: `"${campaign.revision}"` };
}

/** The revision that a change was made from; undefined where none was named. Refuses with 400 `invalid_header`. */
export function readIfMatch(headers: unknown): number | undefined {
  const value = (headers as { 'If-Match'?: string } | undefined)?.['If-Match'];
  if (value === undefined || value.trim() === '*') return undefined;
  const revision = /^"(\d{1,9})"$/.exec(value.trim())?.[1];
  if (revision === undefined) {
    throw refuse('invalid_header', '`If-Match` must be the `ETag` of the definition as it was given, such as `"7"`.');
  }
  return Number(revision);
}

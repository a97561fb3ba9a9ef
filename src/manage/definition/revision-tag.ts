/** The campaign's revision in HTTP: `ETag` of what shows a definition, `If-Match` of what changes one. */
import type { Campaign } from '../../campaign/definition.ts';
import { readTags } from '../../operation/entity-tags.ts';

/** `{ ETag: '"7"' }` */
export function revisionTag(campaign: Pick<Campaign, 'revision'>): { ETag: string } {
  return { ETag: `"${campaign.revision}"` };
}

/**
 * The revisions that a change may be made from; `undefined` for any. The document has judged the form of the header. A weak tag
 * matches none, by strong comparison, and neither does a tag that is no revision (RFC 9110, 13.1.1).
 */
export function readIfMatch(headers: unknown): readonly number[] | undefined {
  const value = (headers as { 'If-Match'?: string } | undefined)?.['If-Match'];
  const tags = value === undefined ? '*' : (readTags(value) ?? []);
  if (tags === '*') return undefined;
  return tags.flatMap(({ weak, opaque }) => (!weak && /^[1-9]\d{0,8}$/.test(opaque) ? Number(opaque) : []));
}

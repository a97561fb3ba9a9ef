/** The campaign's revision in HTTP: `ETag` of responses that show a definition, `If-Match` of requests that change one. */
import type { Campaign } from '../../campaign/definition.ts';
import { readTags } from '../../operation/entity-tags.ts';

/** `{ ETag: '"7"' }` */
export function revisionTag(campaign: Pick<Campaign, 'revision'>): { ETag: string } {
  return { ETag: `"${campaign.revision}"` };
}

/**
 * The revisions that `If-Match` allows a change to start from; `undefined` allows any. The document has judged the header's
 * form. A weak tag matches nothing, because the comparison is strong, and so does a tag that is not a revision (RFC 9110,
 * 13.1.1).
 */
export function readIfMatch(headers: unknown): readonly number[] | undefined {
  const value = (headers as { 'If-Match'?: string } | undefined)?.['If-Match'];
  const tags = value === undefined ? '*' : (readTags(value) ?? []);
  if (tags === '*') return undefined;
  return tags.flatMap(({ weak, opaque }) => (!weak && /^[1-9]\d{0,8}$/.test(opaque) ? Number(opaque) : []));
}

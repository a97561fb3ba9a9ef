/**
 * Whether two offers make the same document, told without making it: most changes concern other tokens, and a campaign may have hundreds.
 * Where they differ the documents may still be the same; where they are the same the documents are.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Offer } from './offer.ts';

export const isSameOffer = (a: Offer, b: Offer): boolean => isDeepStrictEqual(told(a), told(b));

/** What a document is made of. The options that it may name stand with their fields; those of others are left out. */
function told({ campaign, revision: _, ...offer }: Offer) {
  const { epoch: _epoch, revision: _revision, documentChanges, filters, keyColumns, selects, ...definition } = campaign;
  return { ...offer, definition, selects: selects.map(({ key, label }) => ({ key, label })) };
}

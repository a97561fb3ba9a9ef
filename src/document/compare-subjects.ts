/**
 * What a token's document was and what it is now, compared: by the documents, and by the token's scope, of which documents tell
 * in part alone.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Scope } from '../access/grant.ts';
import { compareDocuments, compareOperations } from './compare.ts';
import { additive, breaking, type DocumentChange, once } from './document-change.ts';
import type { OpenApiDocument } from './openapi.ts';

export interface Published {
  readonly scope: Scope;
  readonly document: OpenApiDocument;
}

const other = breaking('The filter of this token matches other leads now.');
const tied = breaking('This token is tied to a filter now, and sees only the leads that match it.');
const deleted = breaking('The filter of this token was deleted: it matches no leads now.');
const again = additive('This token has a filter again, and sees the leads that match it.');

/**
 * `sawLast`: where `before` has no filter any more, what there was when it had one. What a document without a filter asks of
 * leads that there cannot be says nothing, so it is compared by its operations alone.
 */
export function compareSubjects(before: Published, after: Published, sawLast = before): readonly DocumentChange[] {
  const [had, has] = [before, after].map(({ scope }) => scope.kind !== 'nothing');
  const operations = () => compareOperations(before.document, after.document);
  if (had && !has) return [deleted, ...operations()];
  if (!had && has) return once([again, ...operations(), ...compareDocuments(sawLast.document, after.document)]);
  return [...compareScopes(before.scope, after.scope), ...compareDocuments(before.document, after.document)];
}

function compareScopes(before: Scope, after: Scope): DocumentChange[] {
  if (after.kind !== 'condition') return [];
  if (before.kind === 'everything') return [tied];
  return before.kind === 'condition' && isDeepStrictEqual(before.condition, after.condition) ? [] : [other];
}

/** Finds the thing that a path of a condition names in a campaign, and its operators. */
import { type Campaign, type Field, findField } from '../definition.ts';
import { traits } from '../field-types.ts';
import type { Operator } from './condition.ts';

/** The thing that a path of a condition names. */
export type Target =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'status' }
  | { readonly kind: 'created_at' }
  | { readonly kind: 'external_id' };

/** The thing that `path` names in this campaign, or `undefined`. Removed fields are found too. */
export function resolvePath(campaign: Campaign, path: string): Target | undefined {
  if (path === 'status' || path === 'created_at' || path === 'external_id') return { kind: path };
  if (!path.startsWith('fields.')) return undefined;
  const field = findField(campaign, path.slice('fields.'.length));
  return field && { kind: 'field', field };
}

export function operatorsOf(target: Target): readonly Operator[] {
  switch (target.kind) {
    case 'field':
      return traits[target.field.type].operators;
    case 'status':
      return ['eq', 'neq', 'in', 'not_in'];
    case 'created_at':
      return ['gt', 'gte', 'lt', 'lte'];
    case 'external_id':
      return ['eq', 'neq', 'in', 'not_in', 'contains', 'starts_with', 'is_empty', 'is_not_empty'];
  }
}

/** Turns the judged query of a list into the query of the store: conditions in addition to the scope, an order, a page size. */
import type { Comparison } from '../campaign/condition/condition.ts';
import { type Campaign, findField } from '../campaign/definition.ts';
import { traits } from '../campaign/field-types.ts';
import { normaliseValue } from '../campaign/values/normalise.ts';
import { type InputError, refuseInput } from '../problem/problem.ts';
import type { FoldedText } from './store/condition-sql.ts';
import type { ListQuery, Sort } from './store/read-leads.ts';
import type { Bound } from './store/scope.ts';

export const defaultLimit = 50;

export type ListFilters = Pick<ListQuery, 'conditions' | 'updated' | 'sort' | 'limit'>;

type Query = Readonly<Record<string, unknown>>;

/** Throws 400 for errors that a schema cannot express, such as a phone number that does not exist in its country. */
export function readListQuery(campaign: Campaign, query: Query): ListFilters {
  const conditions: (Comparison | FoldedText)[] = [];
  const updated: Bound[] = [];
  const errors: InputError[] = [];
  const stored = (
    name: string,
    type: Parameters<typeof normaliseValue>[0],
    value: unknown,
  ): string | number | boolean => {
    const normal = normaliseValue(type, value, campaign.defaultCountry);
    if (!normal.ok) errors.push({ parameter: name, code: normal.code, detail: `\`${name}\` must be ${normal.form}.` });
    return normal.ok ? (normal.value as string | number | boolean) : '';
  };
  for (const [name, value] of Object.entries(query)) {
    const [first = '', second = '', third] = name.split('.');
    if (name === 'status') conditions.push({ path: 'status', op: 'in', value: value as string[] });
    else if (name === 'external_id') conditions.push({ path: 'external_id', op: 'eq', value: value as string });
    else if (first === 'created_at')
      conditions.push({ path: first, op: second as Bound['op'], value: stored(name, { type: 'datetime' }, value) });
    else if (first === 'updated_at')
      updated.push({ op: second as Bound['op'], at: String(stored(name, { type: 'datetime' }, value)) });
    else if (first === 'fields') {
      const field = findField(campaign, second);
      if (!field) continue;
      const path = `fields.${second}`;
      if (traits[field.type].ignoresCase)
        conditions.push({
          key: second,
          folded: String(stored(name, field, value))
            .normalize('NFC')
            .toLowerCase(),
        });
      else if (Array.isArray(value)) conditions.push({ path, op: 'in', value });
      else conditions.push({ path, op: (third as Bound['op'] | undefined) ?? 'eq', value: stored(name, field, value) });
    }
  }
  if (errors.length > 0) throw refuseInput('invalid_parameter', errors);
  return {
    conditions,
    updated,
    sort: (query.sort as Sort | undefined) ?? '-created_at',
    limit: (query.limit as number | undefined) ?? defaultLimit,
  };
}

/**
 * The difference between two definitions, entry by entry: `withDelta(before, deltaBetween(before, after))` is `after`. If
 * other things have changed in between, they stay unchanged. The order of things that exist in both definitions is not part
 * of it.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Campaign, Delta, Select, Things } from './definition.ts';

export function deltaBetween(before: Campaign, after: Campaign): Delta {
  const differs = (member: 'name' | 'defaultCountry' | 'supportContact' | 'vendorNotes' | 'duplicateRule') =>
    isDeepStrictEqual(before[member], after[member]) ? {} : { [member]: after[member] };
  const delta: Delta = {
    ...differs('name'),
    ...differs('defaultCountry'),
    ...differs('supportContact'),
    ...differs('vendorNotes'),
    ...differs('duplicateRule'),
    fields: thingsBetween('key', before.fields, after.fields),
    selects: thingsBetween('key', before.selects.map(bare), after.selects.map(bare)),
    options: optionsBetween(before, after),
    statuses: thingsBetween('key', before.statuses, after.statuses),
    filters: thingsBetween('id', before.filters, after.filters),
  };
  return Object.fromEntries(Object.entries(delta).filter(([, value]) => !isEmpty(value)));
}

export const isEmpty = (delta: unknown): boolean =>
  typeof delta === 'object' && delta !== null && Object.keys(delta).length === 0;

/** The definition after applying the delta. If an entry that the delta changes was deleted since, it stays deleted. */
export function withDelta(campaign: Campaign, delta: Delta): Campaign {
  const { options = {}, fields, selects, statuses, filters, ...members } = delta;
  const remaining = withThings('key', campaign.fields, fields);
  const gone = campaign.fields.filter(({ key }) => !remaining.some((field) => field.key === key));
  return {
    ...campaign,
    ...members,
    fields: remaining,
    removedFields: [
      ...campaign.removedFields.filter(({ key }) => !remaining.some((field) => field.key === key)),
      // A removed field is stored this way.
      ...gone.map((field) => ({ ...field, searchable: false })),
    ],
    selects: withThings('key', campaign.selects, selects).map((select) => ({
      ...select,
      options: withThings('value', select.options ?? [], options[select.key]),
    })),
    statuses: withThings('key', campaign.statuses, statuses),
    filters: withThings('id', campaign.filters, filters),
  };
}

const bare = ({ key, label }: Select) => ({ key, label });

function optionsBetween(before: Campaign, after: Campaign): NonNullable<Delta['options']> {
  const changed = after.selects.map(({ key, options }) => {
    const then = before.selects.find((select) => select.key === key)?.options ?? [];
    return [key, thingsBetween('value', then, options)] as const;
  });
  return Object.fromEntries(changed.filter(([, things]) => !isEmpty(things)));
}

function thingsBetween<K extends string, T extends Readonly<Record<K, string>>>(
  id: K,
  before: readonly T[],
  after: readonly T[],
): Things<T> {
  const gone = before.filter((one) => !after.some((other) => other[id] === one[id]));
  const changed = after.flatMap((one) => {
    const was = before.find((other) => other[id] === one[id]);
    const different = was ? differences(was, one) : one;
    return isEmpty(different) ? [] : [[one[id], different] as const];
  });
  return Object.fromEntries([...gone.map((one) => [one[id], null] as const), ...changed]);
}

function differences<T extends object>(before: T, after: T): Partial<T> {
  const names = Object.keys(after) as (keyof T)[];
  const changed = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name]])) as Partial<T>;
}

function withThings<K extends string, T extends Readonly<Record<K, string>>>(
  id: K,
  things: readonly T[],
  changes: Things<Omit<T, 'options'>> = {},
): T[] {
  const kept = things.filter((one) => changes[one[id]] !== null);
  const added = Object.entries(changes).flatMap(([key, change]) =>
    change && Object.hasOwn(change, id) && !things.some((one) => one[id] === key) ? [change as T] : [],
  );
  return [...kept.map((one) => ({ ...one, ...changes[one[id]] })), ...added];
}

/**
 * What is different between two definitions, part by part, as members know the parts: fields, selects, options, statuses,
 * filters, the duplicate rule, and the campaign's own settings. Empty exactly where restoring one from the other changes nothing.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Condition } from './condition/condition.ts';
import { describeCondition } from './condition/describe.ts';
import type { Campaign, DuplicateRule, Filter } from './definition.ts';
import { isSameOrder } from './same-order.ts';

export interface PropertyChange {
  readonly property: string;
  readonly from: unknown;
  readonly to: unknown;
}

export interface PartChange {
  readonly kind: 'campaign' | 'field' | 'select' | 'option' | 'status' | 'filter' | 'duplicate_rule';
  /** Null for what has none, and for an order. */
  readonly key: string | null;
  /** Of an option. */
  readonly select: string | null;
  readonly label: string;
  readonly change: 'added' | 'changed' | 'removed' | 'reordered';
  /** Of what was changed. */
  readonly properties: PropertyChange[];
}

export function partsBetween(before: Campaign, after: Campaign): PartChange[] {
  return [
    ...compare({ kind: 'campaign', before: [settingsOf(before)], after: [settingsOf(after)] }),
    ...compare({ kind: 'field', before: before.fields.map(keyed), after: after.fields.map(keyed) }),
    ...selectsBetween(before, after),
    ...compare({ kind: 'status', before: before.statuses.map(keyed), after: after.statuses.map(keyed) }),
    ...filtersBetween(before, after),
    ...compare({ kind: 'duplicate_rule', before: rulesOf(before), after: rulesOf(after) }),
  ];
}

/** One part, with the properties that are compared. */
interface Part {
  /** Empty for what has no key. */
  readonly id: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Compared {
  readonly kind: PartChange['kind'];
  readonly before: readonly Part[];
  readonly after: readonly Part[];
  readonly ordered?: boolean;
  /** Of options. */
  readonly select?: { readonly key: string; readonly label: string };
}

function compare({ kind, before, after, ordered = true, select }: Compared): PartChange[] {
  const entry = (part: Part | undefined, change: PartChange['change'], properties: PropertyChange[] = []) => ({
    ...{ kind, key: part?.id || null, select: select?.key ?? null },
    ...{ label: part?.label ?? select?.label ?? '', change, properties },
  });
  const [old, now] = [before, after].map((parts) => new Map(parts.map((part) => [part.id, part])));
  const removed = before.filter(({ id }) => !now?.has(id)).map((part) => entry(part, 'removed'));
  const others = after.flatMap((part) => {
    const was = old?.get(part.id);
    if (!was) return [entry(part, 'added')];
    const properties = propertiesBetween(was.properties, part.properties);
    return properties.length === 0 ? [] : [entry(part, 'changed', properties)];
  });
  const idsOf = (parts: readonly Part[]) => parts.map(({ id }) => id);
  const same = !ordered || isSameOrder(idsOf(before), idsOf(after));
  return [...removed, ...others, ...(same ? [] : [entry(undefined, 'reordered')])];
}

function propertiesBetween(before: Part['properties'], after: Part['properties']): PropertyChange[] {
  return Object.keys(after).flatMap((property) => {
    const [from, to] = [before[property] ?? null, after[property] ?? null];
    return isDeepStrictEqual(from, to) ? [] : [{ property, from, to }];
  });
}

const keyed = ({ key, ...properties }: { readonly key: string; readonly label: string }): Part => ({
  id: key,
  label: properties.label,
  properties,
});

function selectsBetween(before: Campaign, after: Campaign): PartChange[] {
  const bare = ({ key, label }: Campaign['selects'][number]) => keyed({ key, label });
  // The order of selects is that of their making: nobody sets it.
  const selects = compare({
    ...{ kind: 'select', ordered: false },
    ...{ before: before.selects.map(bare), after: after.selects.map(bare) },
  });
  // Those of a new select come with it.
  const options = after.selects.flatMap(({ key, label, options }) => {
    const was = before.selects.find((select) => select.key === key);
    if (!was) return [];
    const select = { key, label };
    return compare({ kind: 'option', before: was.options.map(optionOf), after: options.map(optionOf), select });
  });
  return [...selects, ...options];
}

const optionOf = ({ value, ...properties }: Campaign['selects'][number]['options'][number]): Part => ({
  id: value,
  label: properties.label,
  properties,
});

/** Conditions are compared as they are and told in words, for a field that has another label is no other condition. */
function filtersBetween(before: Campaign, after: Campaign): PartChange[] {
  const filterOf = ({ id, ...properties }: Filter): Part => ({ id, label: properties.name, properties });
  const told = (campaign: Campaign, condition: unknown) => describeCondition(campaign, condition as Condition);
  const changes = compare({
    ...{ kind: 'filter', ordered: false },
    ...{ before: before.filters.map(filterOf), after: after.filters.map(filterOf) },
  });
  return changes.map((change) => ({
    ...change,
    properties: change.properties.map(({ property, from, to }) =>
      property === 'condition' ? { property, from: told(before, from), to: told(after, to) } : { property, from, to },
    ),
  }));
}

/** Its state is the store's own concern. */
function rulesOf({ duplicateRule }: Campaign): Part[] {
  if (!duplicateRule) return [];
  const { fields, match, withinDays, action, reach }: DuplicateRule = duplicateRule;
  return [{ id: '', label: 'Duplicates', properties: { fields, match, within_days: withinDays, action, reach } }];
}

function settingsOf({ name, defaultCountry, supportContact, vendorNotes }: Campaign): Part {
  const properties = {
    ...{ name, default_country: defaultCountry },
    ...{ support_contact: supportContact, vendor_notes: vendorNotes },
  };
  return { id: '', label: name, properties };
}

/**
 * The differences between two definitions, part by part, as members know the parts: fields, selects, options, statuses,
 * filters, the duplicate check, and the campaign's own settings. The result is empty exactly if restoring one from the other
 * changes nothing.
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
  /** Null for a part without a key, and for a change of order. */
  readonly key: string | null;
  /** The select of an option. */
  readonly select: string | null;
  readonly label: string;
  readonly change: 'added' | 'changed' | 'removed' | 'reordered';
  /** The changed properties of a changed part. */
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

/** One part, with the properties to compare. */
interface Part {
  /** Empty for a part without a key. */
  readonly id: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Compared {
  readonly kind: PartChange['kind'];
  readonly before: readonly Part[];
  readonly after: readonly Part[];
  readonly ordered?: boolean;
  /** The select, if the parts are options. */
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
  // Selects are in the order of their creation, which nobody can change.
  const selects = compare({
    ...{ kind: 'select', ordered: false },
    ...{ before: before.selects.map(bare), after: after.selects.map(bare) },
  });
  // The options of a new select are part of it.
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

/** Conditions are compared as values and shown in words: a new label of a field does not change the condition. */
function filtersBetween(before: Campaign, after: Campaign): PartChange[] {
  const filterOf = ({ id, ...properties }: Filter): Part => ({ id, label: properties.name, properties });
  const inWords = (campaign: Campaign, condition: unknown) => describeCondition(campaign, condition as Condition);
  const changes = compare({
    ...{ kind: 'filter', ordered: false },
    ...{ before: before.filters.map(filterOf), after: after.filters.map(filterOf) },
  });
  return changes.map((change) => ({
    ...change,
    properties: change.properties.map(({ property, from, to }) =>
      property === 'condition'
        ? { property, from: inWords(before, from), to: inWords(after, to) }
        : { property, from, to },
    ),
  }));
}

/** Without its state, which only the store needs. */
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

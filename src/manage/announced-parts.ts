/** The things of a definition that a change adds, changes or removes, each by its kind and its key: where it will be noticed. */
import type { Campaign, Things } from '../campaign/definition.ts';
import { deltaBetween } from '../campaign/delta.ts';
import type { Shape } from './context.ts';

type Part = Shape<'AnnouncedPart'>;
type Place = Pick<Part, 'kind' | 'select'>;

const named = {
  name: 'name',
  defaultCountry: 'default_country',
  supportContact: 'support_contact',
  vendorNotes: 'vendor_notes',
} as const;

export function partsBetween(before: Campaign, after: Campaign): Part[] {
  const { fields, selects, options = {}, statuses, filters, duplicateRule, ...rest } = deltaBetween(before, after);
  const own = (Object.keys(named) as (keyof typeof named)[]).filter((member) => member in rest);
  const pick = (campaign: Campaign) => Object.fromEntries(own.map((member) => [named[member], campaign[member]]));
  const campaign: Part = {
    kind: 'campaign',
    id: null,
    select: null,
    name: before.name,
    change: 'changed',
    from: pick(before),
    to: pick(after),
  };
  const optionsIn = (campaign: Campaign, key: string) =>
    campaign.selects.find((select) => select.key === key)?.options ?? [];
  return [
    ...(own.length > 0 ? [campaign] : []),
    ...partsOf({ kind: 'field', select: null }, byId('key', before.fields), fields),
    ...partsOf({ kind: 'select', select: null }, byId('key', before.selects), selects),
    ...Object.entries(options).flatMap(([key, changes]) =>
      partsOf({ kind: 'option', select: key }, byId('value', optionsIn(before, key)), changes),
    ),
    ...partsOf({ kind: 'status', select: null }, byId('key', before.statuses), statuses),
    ...partsOf({ kind: 'filter', select: null }, byId('id', before.filters), filters),
    ...(duplicateRule === undefined ? [] : [rulePart(before, duplicateRule)]),
  ];
}

/** What differs of a rule is told in sentences: a rule is one thing. */
function rulePart(before: Campaign, after: Campaign['duplicateRule']): Part {
  const change = !before.duplicateRule ? 'added' : after ? 'changed' : 'removed';
  return { kind: 'duplicate_rule', id: null, select: null, name: 'Duplicates', change, from: {}, to: {} };
}

type Thing = Readonly<Record<string, unknown>>;

const byId = <K extends string, T extends Readonly<Record<K, string>>>(id: K, things: readonly T[]) =>
  new Map(things.map((thing) => [thing[id], thing as Thing]));

function partsOf(place: Place, before: ReadonlyMap<string, Thing>, changes: Things<object> = {}): Part[] {
  return Object.entries(changes).map(([id, to]): Part => {
    const was = before.get(id);
    const name = String(was?.label ?? was?.name ?? nameOf(to) ?? id);
    if (!was || !to) return { ...place, id, name, change: was ? 'removed' : 'added', from: {}, to: {} };
    const from = Object.fromEntries(Object.keys(to).map((key) => [key, was[key] ?? null]));
    return { ...place, id, name, change: 'changed', from, to: { ...to } };
  });
}

const nameOf = (thing: (object & { label?: unknown; name?: unknown }) | null): unknown => thing?.label ?? thing?.name;

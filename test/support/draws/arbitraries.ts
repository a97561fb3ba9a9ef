/**
 * Random campaigns, conditions and leads for property tests. Values come from small pools of values that are likely to break
 * an evaluator (limits, case, code points above U+FFFF, texts that a key column cuts off), so that comparisons often meet
 * equal values. One seed determines everything.
 */
import fc from 'fast-check';
import { pinsOfScope, type Scope } from '../../../src/access/grant.ts';
import type { Condition, Scalar } from '../../../src/campaign/condition/condition.ts';
import { operatorsOf, type Target } from '../../../src/campaign/condition/condition-path.ts';
import type { Campaign, Field, FieldValue, Option, Status } from '../../../src/campaign/definition.ts';
import { fieldTypes, traits } from '../../../src/campaign/field-types.ts';
import { assignKeyColumns } from '../../../src/campaign/key-columns.ts';
import { normaliseValue } from '../../../src/campaign/values/normalise.ts';
import { createRandom, type Random } from '../../../src/demo/random.ts';
import type { DocumentSubject } from '../../../src/document/publish.ts';
import { firstIdAt } from '../../../src/ids/ids.ts';
import type { NewLead } from '../../../src/leads/store/insert-leads.ts';
import { seed } from './seed.ts';
import { defaults, needles, pools, texts, times } from './value-pools.ts';

export type { Random };

/**
 * Runs a check with `runs` random sources. A failure shows fast-check's seed: `TEST_SEED=<seed> npm test -- <file>` runs the
 * same again.
 */
export async function everySeed(runs: number, check: (random: Random) => Promise<void> | void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.noShrink(fc.integer()), async (start) => check(createRandom(start))),
    { numRuns: runs, endOnFailure: true, seed },
  );
}

const keys = [
  'constructor',
  'select',
  'filter',
  'id',
  'status',
  'values',
  'name',
  'zip',
  'k'.repeat(63),
  'tostring',
  'a1',
  'a2',
];
const hostile = [
  'Plain',
  '"Quoted" \'label\'',
  '😀 Emoji',
  '<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '`code` *b* | #',
];
const patterns = ['^\\d{4}$', '^[A-Z]{2}-\\d+$', '^(ab|cd)?$', '^.{2,5}$', '[^x]', '\\bx'];
const optionValues = ['vendor-xyz', 'nordic-leads', 'constructor', 'a', 'b-1', '0', 'x'.repeat(63), 'true'];

const some = <T>(random: Random, list: readonly T[], least: number): T[] => {
  const count = random.whole(least, list.length);
  return [...list].sort(() => random.next() - 0.5).slice(0, count);
};

/** A campaign with fields of all kinds, some of them removed. Its key columns are assigned and ready. */
export function randomCampaign(random: Random): Campaign {
  const selects = ['sel_one', 'sel_two'].map((key) => ({
    key,
    label: random.pick(hostile),
    options: some(random, optionValues, 1).map(
      (value): Option => ({ value, label: random.pick(hostile), archived: random.chance(0.3) }),
    ),
  }));
  const fields = [...keys, ...fieldTypes.map((type) => `of_${type}`)]
    .filter(() => random.chance(0.7))
    .map((key) => {
      const type =
        fieldTypes.find((name) => key === `of_${name}`) ?? (random.chance(0.4) ? 'text' : random.pick(fieldTypes));
      return randomField(random, key, type, random.pick(selects));
    });
  const removed = fields.filter(() => random.chance(0.1));
  const names = some(random, ['new', 'won', 'lost', 'constructor', 's'.repeat(63)], 1);
  const statuses = names.map(
    (key, i): Status => ({
      key,
      label: random.pick(hostile),
      category: random.pick(['open', 'won', 'lost']),
      is_default: i === 0,
    }),
  );
  const campaign: Campaign = {
    id: firstIdAt(random.whole(0, 2 ** 40)).replace(/0{12}$/, String(random.whole(1e11, 1e12 - 1))),
    accountId: '0199c000-0000-7000-8000-000000000002',
    accountName: random.pick(hostile),
    slug: 'random',
    name: random.pick(hostile),
    defaultCountry: random.pick(['DK', null]),
    revision: random.whole(1, 1_000),
    epoch: '1',
    fields: fields.filter((field) => !removed.includes(field)),
    removedFields: removed,
    archived: false,
    selects,
    statuses,
    filters: [],
    keyColumns: [],
    duplicateRule: null,
    announced: [],
    documentChanges: {},
    supportContact: null,
    vendorNotes: null,
  };
  // Derived from existing values, because another draw would change the campaigns of known seeds.
  const told = campaign.revision % (hostile.length + 1);
  const { columns, refused } = assignKeyColumns(campaign);
  return {
    ...campaign,
    supportContact: hostile[told]?.slice(0, 200) ?? null,
    vendorNotes: hostile.slice(told).join('\n\n') || null,
    // As in the Management API: a field without a free column is not searchable.
    fields: campaign.fields.map((field) => (refused.includes(field) ? { ...field, searchable: false } : field)),
    keyColumns: columns.map((column) => ({ ...column, state: 'ready' })),
  };
}

/**
 * Addresses that must be short. Derived from existing values, because another draw would change the campaigns of known seeds.
 */
function shortOf(type: Field['type'], count: number): number | null {
  if (type === 'email') return [null, 4, 6, 15, 20][count % 5] ?? null;
  return type === 'url' ? ([null, 7, 11, 19, 23][count % 5] ?? null) : null;
}

function randomField(random: Random, key: string, type: Field['type'], select: Campaign['selects'][number]): Field {
  const listed = traits[type].options !== undefined;
  const bounded = traits[type].bounds && random.chance(0.5);
  const written = type === 'text' || type === 'long_text';
  const active = select.options.filter((option) => !option.archived);
  const pattern = written && random.chance(0.3) ? random.pick(patterns) : null;
  const fallback = (): FieldValue | null => {
    if (traits[type].options === 'one') return active[0]?.value ?? null;
    return pattern === null ? defaults[type] : null;
  };
  return {
    key,
    type,
    label: random.pick(hostile),
    description: random.chance(0.3) ? random.pick(hostile) : null,
    required: random.chance(0.3),
    searchable: traits[type].keyColumn !== undefined && random.chance(0.6),
    select: listed ? select.key : null,
    min: bounded ? random.pick([-3, 0, 5]) : null,
    max: bounded ? random.pick([5, 100]) : null,
    max_length: written && random.chance(0.4) ? random.pick([1, 5, 200, 1_000]) : shortOf(type, select.options.length),
    pattern,
    default: random.chance(0.2) ? fallback() : null,
  };
}

/** One value of the field in stored form, never empty. `undefined` if its select has no option. */
export function randomValue(random: Random, campaign: Campaign, field: Field): FieldValue | undefined {
  const options = (campaign.selects.find((s) => s.key === field.select)?.options ?? []).map((o) => o.value);
  const { options: holds } = traits[field.type];
  if (holds && options.length === 0) return undefined;
  if (holds) return holds === 'one' ? random.pick(options) : some(random, options, 1);
  const normal = normaliseValue(field, random.pick(pools[field.type]), 'DK');
  if (!normal.ok || normal.value === null) throw new Error(`a pool holds what ${field.type} refuses`);
  return normal.value;
}

/** A lead whose time is at or near a time in the conditions. */
export function randomLead(random: Random, campaign: Campaign, count: number): NewLead {
  const createdAt = Date.parse('2026-11-23T10:15:30.123Z') + random.whole(-2, 2);
  const values: Record<string, FieldValue> = {};
  for (const field of [...campaign.fields, ...campaign.removedFields]) {
    const value = random.chance(0.75) ? randomValue(random, campaign, field) : undefined;
    if (value !== undefined) values[field.key] = value;
  }
  return {
    id: firstIdAt(createdAt).replace(/0{12}$/, String(count).padStart(12, '0')),
    createdAt,
    status: random.pick(campaign.statuses).key,
    externalId: random.chance(0.7) ? random.pick(texts.filter((text) => [...text].length <= 200)) : null,
    values,
  };
}

/**
 * A condition with all operators, nested up to four levels. It may read removed fields and, rarely, a field that never
 * existed.
 */
export function randomCondition(random: Random, campaign: Campaign, depth = 0): Condition {
  const parts = (): Condition[] =>
    Array.from({ length: random.whole(1, 3) }, () => randomCondition(random, campaign, depth + 1));
  if (depth < 3 && random.chance(depth === 0 ? 0.7 : 0.4)) {
    const kind = random.pick(['all', 'any', 'not'] as const);
    if (kind === 'not') return { not: randomCondition(random, campaign, depth + 1) };
    return kind === 'all' ? { all: parts() } : { any: parts() };
  }
  return randomComparison(random, campaign);
}

function randomComparison(random: Random, campaign: Campaign): Condition {
  const target = randomTarget(random, campaign);
  const path = target.kind === 'field' ? `fields.${target.field.key}` : target.kind;
  if (random.chance(0.01)) return { path: 'fields.never_was', op: 'neq', value: 'a' };
  const op = random.pick(operatorsOf(target));
  if (op === 'is_empty' || op === 'is_not_empty') return { path, op };
  const value = (): Scalar => comparedValue(random, campaign, target, op === 'contains' || op === 'starts_with');
  if (op === 'in' || op === 'not_in') return { path, op, value: Array.from({ length: random.whole(1, 4) }, value) };
  return { path, op, value: value() };
}

function randomTarget(random: Random, campaign: Campaign): Target {
  const fields = [...campaign.fields, ...campaign.removedFields];
  const kind = random.pick(['field', 'field', 'field', 'field', 'status', 'created_at', 'external_id'] as const);
  return kind === 'field' ? { kind, field: random.pick(fields) } : { kind };
}

function comparedValue(random: Random, campaign: Campaign, target: Target, searching: boolean): Scalar {
  if (target.kind === 'status') return random.pick(campaign.statuses).key;
  if (target.kind === 'created_at') return new Date(random.pick(times)).toISOString();
  if (target.kind === 'external_id') return random.pick(searching ? needles : texts);
  if (searching && traits[target.field.type].stored !== 'list') return random.pick(needles);
  const value = randomValue(random, campaign, target.field);
  return (Array.isArray(value) ? value[0] : value) as Scalar;
}

/** A subject of a document: a campaign, and a scope that often pins or narrows something. */
export function randomSubject(random: Random): DocumentSubject {
  const campaign = randomCampaign(random);
  const scope = randomScope(random, campaign);
  return {
    campaign,
    permission: random.pick(['read', 'read_write', 'read_write']),
    scope,
    pins: pinsOfScope(campaign, scope),
  };
}

function randomScope(random: Random, campaign: Campaign): Scope {
  if (random.chance(0.2)) return { kind: random.pick(['everything', 'nothing'] as const) };
  const pinnable = [...campaign.fields, ...campaign.removedFields.slice(0, 1)].filter(
    (f) => traits[f.type].stored !== 'list',
  );
  const pins = some(random, pinnable, 0)
    .slice(0, 4)
    .map((field): Condition => {
      const value = () => comparedValue(random, campaign, { kind: 'field', field }, false);
      const path = `fields.${field.key}`;
      if (field.type === 'boolean' || random.chance(0.5)) return { path, op: 'eq', value: value() };
      return { path, op: 'in', value: [value(), value(), value()] };
    });
  const status: Condition = { path: 'status', op: 'in', value: some(random, campaign.statuses, 1).map((s) => s.key) };
  const parts = [
    ...pins,
    ...(random.chance(0.3) ? [status] : []),
    ...(random.chance(0.3) ? [randomCondition(random, campaign)] : []),
  ];
  return { kind: 'condition', condition: { all: parts.length > 0 ? parts : [status] } };
}

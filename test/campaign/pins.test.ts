/** The condition implies its pins: no lead that matches the condition has another value at a pinned or narrowed path. */
import { expect, test } from '@jest/globals';
import type { Condition, Scalar } from '../../src/campaign/condition/condition.ts';
import { holds } from '../../src/campaign/condition/evaluate.ts';
import { pinsOf } from '../../src/campaign/condition/pins.ts';
import type { Campaign, LeadState } from '../../src/campaign/definition.ts';
import { createRandom } from '../../src/demo/random.ts';
import { wholeField } from '../support/campaigns.ts';
import { everySeed, type Random, randomCampaign, randomCondition, randomLead } from '../support/draws/arbitraries.ts';

const options = ['a', 'b', 'c'];
const campaign: Campaign = {
  ...randomCampaign(createRandom(1)),
  fields: [
    { ...wholeField({ key: 'source', type: 'select' }), select: 'source' },
    { ...wholeField({ key: 'tags', type: 'multi_select' }), select: 'source' },
    wholeField({ key: 'zip', type: 'text' }),
  ],
  removedFields: [],
  selects: [
    { key: 'source', label: 'Source', options: options.map((value) => ({ value, label: value, archived: false })) },
  ],
  statuses: ['new', 'won', 'lost'].map((key, i) => ({ key, label: key, category: 'open', is_default: i === 0 })),
};

const source = (...values: string[]): Condition => ({ path: 'fields.source', op: 'in', value: values });
const is = (path: string, value: Scalar): Condition => ({ path, op: 'eq', value });
const zip: Condition = { path: 'fields.zip', op: 'contains', value: '5' };

test.each<[string, Condition, Record<string, readonly string[]>, boolean]>([
  [
    'every branch narrows one path',
    { any: [is('fields.source', 'a'), source('b', 'a')] },
    { 'fields.source': ['a', 'b'] },
    false,
  ],
  ['a branch leaves it open', { any: [is('fields.source', 'a'), zip] }, {}, true],
  [
    'every branch has it among others',
    { any: [{ all: [is('fields.source', 'a'), zip] }, source('a')] },
    { 'fields.source': ['a'] },
    true,
  ],
  ['branches speak of different paths', { any: [is('fields.source', 'a'), is('status', 'won')] }, {}, true],
  [
    'branches pair two paths',
    { any: [{ all: [source('a'), is('status', 'new')] }, { all: [source('b'), is('status', 'won')] }] },
    { 'fields.source': ['a', 'b'], status: ['new', 'won'] },
    true,
  ],
  [
    'a branch can be met by none',
    { any: [{ all: [source('a'), source('b')] }, source('c')] },
    { 'fields.source': ['c'] },
    false,
  ],
  [
    'any within all',
    { all: [{ any: [source('a'), source('b')] }, source('b', 'c')] },
    { 'fields.source': ['b'] },
    false,
  ],
  [
    'any within any',
    { any: [{ any: [source('a'), source('b')] }, source('c')] },
    { 'fields.source': ['a', 'b', 'c'] },
    false,
  ],
  ['not', { not: source('a') }, {}, true],
])('%s', (_name, condition, allowed, more) => {
  const pins = pinsOf(campaign, condition);
  expect({ ...pins, allowed: Object.fromEntries(pins.allowed) }).toEqual({ allowed, more, closed: undefined });
});

test('a condition that no branch can meet is a contradiction', () => {
  const none: Condition = { all: [source('a'), source('b')] };
  expect(pinsOf(campaign, { any: [none, none] }).closed).toBe('contradiction');
  expect(pinsOf(campaign, { all: [{ any: [source('a'), source('b')] }, source('c')] }).closed).toBe('contradiction');
});

/** A condition with few paths and few values, so that branches often have the same path. */
function narrowCondition(random: Random, depth = 0): Condition {
  if (depth < 3 && random.chance(0.6)) {
    const parts = Array.from({ length: random.whole(1, 3) }, () => narrowCondition(random, depth + 1));
    return random.chance(0.6) ? { any: parts } : random.chance(0.9) ? { all: parts } : { not: { all: parts } };
  }
  const [path, values] = random.pick([
    ['fields.source', options],
    ['fields.source', options],
    ['status', ['new', 'won', 'lost']],
    ['fields.zip', ['5', '50']],
  ] as const);
  if (random.chance(0.5)) return { path, op: 'eq', value: random.pick(values) };
  const op = random.pick(['in', 'in', 'in', 'not_in', 'neq'] as const);
  return op === 'neq'
    ? { path, op, value: random.pick(values) }
    : { path, op, value: [random.pick(values), random.pick(values)] };
}

function narrowLead(random: Random): LeadState {
  const values: Record<string, string> = {};
  if (random.chance(0.85)) values.source = random.pick(options);
  if (random.chance(0.7)) values.zip = random.pick(['5', '50', '6']);
  return {
    status: random.pick(['new', 'won', 'lost']),
    external_id: null,
    created_at: '2026-11-23T10:15:30.123Z',
    values,
  };
}

const valueAt = (lead: LeadState, path: string) =>
  path === 'status' ? lead.status : lead.values[path.slice('fields.'.length)];

/** Fails if a lead matches the condition but has a value that the pins do not allow. */
function expectImplied(of: Campaign, condition: Condition, lead: LeadState): { narrowed: number } {
  const { allowed, more, closed } = pinsOf(of, condition);
  const met = holds(of, condition, lead);
  const fits = [...allowed].every(([path, values]) => values.includes(valueAt(lead, path) as Scalar));
  const told = { condition, lead, allowed: [...allowed], met };
  if (met)
    expect({ ...told, fits, possible: closed !== 'contradiction' }).toEqual({ ...told, fits: true, possible: true });
  // If the pins are exact, a lead that fits them matches the condition.
  if (!more && closed !== 'contradiction') expect({ ...told, fits }).toEqual({ ...told, fits: met });
  return { narrowed: met ? allowed.size : 0 };
}

test('every lead that matches a condition has the values that its pins allow', async () => {
  let narrowed = 0;
  await everySeed(2_000, (random) => {
    const condition = narrowCondition(random);
    for (let i = 0; i < 20; i++) narrowed += expectImplied(campaign, condition, narrowLead(random)).narrowed;
  });
  expect(narrowed).toBeGreaterThan(3_000);
});

test('pins are right in any campaign, for any condition', async () => {
  await everySeed(60, (random) => {
    const any = randomCampaign(random);
    for (let i = 0; i < 20; i++) {
      const condition: Condition = { any: [randomCondition(random, any), randomCondition(random, any)] };
      const { status, externalId, createdAt, values } = randomLead(random, any, i);
      const created_at = new Date(createdAt).toISOString();
      expectImplied(any, condition, {
        status,
        external_id: externalId,
        created_at,
        values: values as LeadState['values'],
      });
    }
  });
});

/** What a change of the definition is called in a token's changelog, and how it is classified. */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import { pinsOfScope } from '../../src/access/grant.ts';
import type { Campaign, Field } from '../../src/campaign/definition.ts';
import { knownOf } from '../../src/document/changelog.ts';
import { compare, type Known } from '../../src/document/changes/compare.ts';
import { told as toldOf } from '../../src/document/changes/sentences.ts';
import { publish } from '../../src/document/publish.ts';
import { everySeed, randomSubject } from '../support/arbitraries.ts';
import { wholeField } from '../support/campaigns.ts';
import { fixtures, type GrantKind, grantOf, publicUrl } from '../support/fixtures.ts';

const rich = fixtures.rich;

function told(after: Campaign, kind: GrantKind = 'scoped-read-write', before: Campaign = rich): string[] {
  return toldBetween(knownOf(grantOf(before, kind)), knownOf(grantOf(after, kind)));
}

const toldBetween = (before: Known, after: Known): string[] =>
  toldOf(compare(before, after), 'now').map((change) => `${change.class}: ${change.sentence}`);

const field = (key: string, change: Partial<Field>): Campaign => ({
  ...rich,
  revision: 8,
  fields: rich.fields.map((one) => (one.key === key ? { ...one, ...change } : one)),
});
const option = (select: string, value: string, change: Partial<Campaign['selects'][0]['options'][0]>): Campaign => ({
  ...rich,
  selects: rich.selects.map((one) =>
    one.key === select
      ? { ...one, options: one.options.map((o) => (o.value === value ? { ...o, ...change } : o)) }
      : one,
  ),
});

const statuses = (change: (one: Campaign['statuses'][0]) => Campaign['statuses'][0]): Campaign => ({
  ...rich,
  statuses: rich.statuses.map(change),
});

test('a revision in which nothing of the document changed is none', () => {
  expect(told({ ...rich, revision: 8, epoch: '43' })).toEqual([]);
});

test.each<[string, Campaign, string[]]>([
  ['a required field', field('roof_type', { required: true }), ['breaking: `roof_type` is now required.']],
  ['a required text', field('phone', { required: true }), ['breaking: `phone` is now required.']],
  ['an optional field', field('email', { required: false }), ['additive: `email` is no longer required.']],
  [
    'a shorter text',
    field('name', { max_length: 50 }),
    ['breaking: `name` must now be at most 50 characters long, and was at most 100.'],
  ],
  [
    'a longer text',
    field('name', { max_length: 500 }),
    ['additive: `name` can now be 500 characters long, and was at most 100.'],
  ],
  [
    'a smaller number',
    field('roof_area', { max: 900 }),
    ['breaking: `roof_area` must now be at most 900, and was at most 10000.'],
  ],
  ['no least number', field('roof_area', { min: null }), ['additive: `roof_area` no longer has to be at least 1.']],
  ['a pattern', field('name', { pattern: '^A' }), ['breaking: `name` must now match `^A`.']],
  ['no pattern', field('zip', { pattern: null }), ['additive: `zip` no longer has to match `^\\d{4}$`.']],
  ['a label', field('zip', { label: 'Postcode' }), ['textual: `zip` is now called “Postcode”.']],
  ['a description', field('zip', { description: 'Four digits.' }), ['textual: The description of `zip` has changed.']],
  [
    'a field that is searched',
    field('website', { searchable: true }),
    ['additive: Leads can now be listed by `fields.website`.'],
  ],
  [
    'one that is not',
    field('zip', { searchable: false }),
    ['breaking: Leads can no longer be listed by `fields.zip`.'],
  ],
  [
    'an archived option',
    option('roof_type', 'tile', { archived: true }),
    ['breaking: `roof_type` no longer takes `tile`.'],
  ],
  [
    'a restored option',
    option('roof_type', 'slate', { archived: false }),
    ['additive: `roof_type` now also takes `slate`.'],
  ],
  [
    'an option of several',
    option('interests', 'battery', { archived: true }),
    ['breaking: `interests` no longer takes `battery`.'],
  ],
  [
    'a removed field',
    { ...rich, fields: rich.fields.filter(({ key }) => key !== 'notes') },
    ['breaking: The field `notes` was removed.'],
  ],
  [
    'a new field',
    { ...rich, fields: [...rich.fields, wholeField({ key: 'age', type: 'integer' })] },
    ['additive: There is a new field `age`.'],
  ],
  [
    'a new required field',
    { ...rich, fields: [...rich.fields, wholeField({ key: 'age', type: 'integer', required: true })] },
    ['breaking: There is a new field `age`, and it is required.'],
  ],
  ['another order', { ...rich, fields: rich.fields.toReversed() }, ['textual: The fields are now in another order.']],
  [
    'a status less',
    { ...rich, statuses: rich.statuses.filter(({ key }) => key !== 'lost') },
    ['breaking: The status no longer takes `lost`.'],
  ],
  [
    'another default status',
    statuses((one) => ({ ...one, is_default: one.key === 'contacted' })),
    ['may_break: A new lead without a status now gets `contacted`, and got `new` before.'],
  ],
  [
    'a status that counts as another, by another name',
    statuses((one) => (one.key === 'lost' ? { ...one, category: 'open', label: 'Later' } : one)),
    ['textual: `lost` of the status is now called “Later”.', 'textual: `lost` of the status now counts as open.'],
  ],
  [
    'a default',
    field('household_size', { default: 2 }),
    ['may_break: A new lead without `household_size` now gets `2`.'],
  ],
  [
    'an option by another name',
    option('roof_type', 'tile', { label: 'Clay tile' }),
    ['textual: `tile` of `roof_type` is now called “Clay tile”.'],
  ],
  [
    'a shorter text by another name',
    field('name', { max_length: 50, label: 'Whole name' }),
    [
      'breaking: `name` must now be at most 50 characters long, and was at most 100.',
      'textual: `name` is now called “Whole name”.',
    ],
  ],
  ['another name', { ...rich, name: 'Sun' }, ['textual: The campaign is now called “Sun”.']],
])('%s', (_name, after, changes) => {
  expect(told(after)).toEqual(changes);
});

test('a token that only reads is told of what it reads, and not of what writers must send', () => {
  expect(told(field('roof_type', { required: true }), 'scoped-read')).toEqual([]);
  expect(told(field('name', { max_length: 50 }), 'scoped-read')).toEqual([]);
  expect(told({ ...rich, fields: rich.fields.filter(({ key }) => key !== 'notes') }, 'scoped-read')).toEqual([
    'breaking: The field `notes` was removed.',
  ]);
});

test('what concerns another vendor is told to nobody else', () => {
  const other = option('source', 'nordic-leads', { label: 'Northern Leads', archived: true });
  expect(told(other)).toEqual([]);
  expect(told(other, 'campaign')).toContain('breaking: `source` no longer takes `nordic-leads`.');
});

test('a pin and a rule on duplicates are told', () => {
  const pinned: Campaign = {
    ...rich,
    filters: rich.filters.map((filter) => ({ ...filter, condition: { path: 'status', op: 'eq', value: 'new' } })),
  };
  expect(told(pinned)).toEqual(
    expect.arrayContaining(['breaking: The status is now always `new`.', 'breaking: `source` is now required.']),
  );
  const rule = {
    fields: ['email'],
    match: 'any',
    withinDays: 30,
    action: 'reject',
    reach: 'visible',
    state: 'ready',
  } as const;
  expect(told({ ...rich, duplicateRule: rule })).toEqual([
    expect.stringMatching(/^breaking: Duplicates are now refused. A new lead whose `email` /),
  ]);
  expect(told(rich, 'scoped-read-write', { ...rich, duplicateRule: rule })).toEqual([
    'additive: Duplicates are no longer refused.',
  ]);
});

test('whatever differs between two documents is told, and nothing where they are equal', async () => {
  await everySeed(60, (random) => {
    const subject = { ...randomSubject(random), revision: 1 };
    const other = randomSubject(random);
    const campaign = { ...other.campaign, id: subject.campaign.id };
    const changed = { ...subject, campaign, scope: other.scope, pins: pinsOfScope(campaign, other.scope) };
    const [a, b] = [subject, changed].map((one) => publish(one, publicUrl).document);
    expect(toldBetween(knownOf(subject), knownOf(subject))).toEqual([]);
    expect(isDeepStrictEqual(a, b)).toBe(false);
    const told = toldBetween(knownOf(subject), knownOf(changed));
    expect(told.length).toBeGreaterThan(0);
    for (const sentence of told) expect(sentence).toMatch(/^\w+: \S.*[.:]$/s);
  });
});

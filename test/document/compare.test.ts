/** The sentence and the class of each change of a definition in a token's changelog. */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import { pinsOfScope, type Terms } from '../../src/access/grant.ts';
import type { Condition } from '../../src/campaign/condition/condition.ts';
import type { Campaign, DuplicateRule, Field } from '../../src/campaign/definition.ts';
import { offerAndScopeOf } from '../../src/document/changes/changelog.ts';
import { compare, type OfferAndScope } from '../../src/document/changes/compare.ts';
import { describeChanges } from '../../src/document/changes/sentences.ts';
import { publish } from '../../src/document/publish.ts';
import { wholeField } from '../support/campaigns.ts';
import { everySeed, randomSubject } from '../support/draws/arbitraries.ts';
import { fixtures, type GrantKind, grantOf, publicUrl } from '../support/fixtures.ts';

const rich = fixtures.rich;

function sentencesOf(after: Campaign, kind: GrantKind = 'scoped-read-write', before: Campaign = rich): string[] {
  return toldBetween(offerAndScopeOf(grantOf(before, kind)), offerAndScopeOf(grantOf(after, kind)));
}

const toldBetween = (before: OfferAndScope, after: OfferAndScope): string[] =>
  describeChanges(compare(before, after), 'now').map((change) => `${change.class}: ${change.sentence}`);

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

test('a revision that changes nothing in the document makes no revision of the document', () => {
  expect(sentencesOf({ ...rich, revision: 8, epoch: '43' })).toEqual([]);
});

test.each<['read' | 'read_write', 'read' | 'read_write', string[]]>([
  ['read_write', 'read', ['breaking: Leads can no longer be created, changed or deleted with this token.']],
  ['read', 'read_write', ['additive: Leads can now also be created, changed and deleted with this token.']],
])(
  'a token that gets a filter again, and whose permission changes from %s to %s, reads of both',
  (from, to, rights) => {
    const before = offerAndScopeOf({ ...grantOf(rich, 'scoped-filter-gone'), permission: from });
    const after = offerAndScopeOf({ ...grantOf(rich, 'scoped-read-write'), permission: to });
    const told = describeChanges(compare(before, after, { ...after }), 'now').map(
      (one) => `${one.class}: ${one.sentence}`,
    );
    expect(told).toEqual(expect.arrayContaining(rights));
    expect(told.join()).toContain('sees leads again');
  },
);

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
    ['additive: Lists can now be filtered by `fields.website`.'],
  ],
  [
    'one that is not',
    field('zip', { searchable: false }),
    ['breaking: Lists can no longer be filtered by `fields.zip`.'],
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
    [
      'textual: The value `lost` of the status is now called “Later”.',
      'textual: The value `lost` of the status now counts as open.',
    ],
  ],
  [
    'a default',
    field('household_size', { default: 2 }),
    ['may_break: A new lead without `household_size` now gets `2`.'],
  ],
  [
    'an option by another name',
    option('roof_type', 'tile', { label: 'Clay tile' }),
    ['textual: The value `tile` of `roof_type` is now called “Clay tile”.'],
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
  expect(sentencesOf(after)).toEqual(changes);
});

test('a token that only reads sees changes for readers, and no changes for writers', () => {
  expect(sentencesOf(field('roof_type', { required: true }), 'scoped-read')).toEqual([]);
  expect(sentencesOf(field('name', { max_length: 50 }), 'scoped-read')).toEqual([]);
  expect(sentencesOf({ ...rich, fields: rich.fields.filter(({ key }) => key !== 'notes') }, 'scoped-read')).toEqual([
    'breaking: The field `notes` was removed.',
  ]);
});

test('a change that concerns another vendor appears for nobody else', () => {
  const other = option('source', 'nordic-leads', { label: 'Northern Leads', archived: true });
  expect(sentencesOf(other)).toEqual([]);
  expect(sentencesOf(other, 'campaign')).toContain('breaking: `source` no longer takes `nordic-leads`.');
});

test('a pin and a duplicate check have sentences', () => {
  const pinned: Campaign = {
    ...rich,
    filters: rich.filters.map((filter) => ({ ...filter, condition: { path: 'status', op: 'eq', value: 'new' } })),
  };
  expect(sentencesOf(pinned)).toEqual(
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
  expect(sentencesOf({ ...rich, duplicateRule: rule })).toEqual([
    expect.stringMatching(/^breaking: Duplicates are now refused. A new lead whose `email` /),
  ]);
  expect(sentencesOf(rich, 'scoped-read-write', { ...rich, duplicateRule: rule })).toEqual([
    'additive: Duplicates are no longer refused.',
  ]);
});

test('every difference between two documents has a sentence, and equal documents have no sentence', async () => {
  await everySeed(60, (random) => {
    const subject = { ...randomSubject(random), revision: 1 };
    const other = randomSubject(random);
    const campaign = { ...other.campaign, id: subject.campaign.id };
    const changed = { ...subject, campaign, scope: other.scope, pins: pinsOfScope(campaign, other.scope) };
    const [a, b] = [subject, changed].map((one) => publish(one, publicUrl).document);
    expect(toldBetween(offerAndScopeOf(subject), offerAndScopeOf(subject))).toEqual([]);
    expect(isDeepStrictEqual(a, b)).toBe(false);
    const told = toldBetween(offerAndScopeOf(subject), offerAndScopeOf(changed));
    expect(told.length).toBeGreaterThan(0);
    for (const sentence of told) expect(sentence).toMatch(/^\w+: \S.*[.:]$/s);
  });
});

const xyz = (condition: Condition): Campaign => ({
  ...rich,
  filters: rich.filters.map((filter) => ({ ...filter, condition })),
});
const source = { path: 'fields.source', op: 'eq', value: 'vendor-xyz' } as const;
const flat = { path: 'fields.roof_type', op: 'eq', value: 'flat' } as const;

test('another default country appears by its effect on numbers without a country code', () => {
  const sweden = { ...rich, defaultCountry: 'SE' };
  expect(sentencesOf(sweden)).toEqual([
    'breaking: Phone numbers without a country code are now read as numbers of Sweden, and were read as numbers of Denmark.',
  ]);
  expect(sentencesOf({ ...rich, defaultCountry: null })).toEqual([
    'breaking: Phone numbers without a country code are now refused: they were read as numbers of Denmark.',
  ]);
  expect(sentencesOf(rich, 'scoped-read-write', { ...rich, defaultCountry: null })).toEqual([
    'additive: Phone numbers without a country code are now read as numbers of Denmark.',
  ]);
  const schema = publish(grantOf(sweden, 'scoped-read-write'), publicUrl).document.components.schemas;
  expect(schema?.LeadFieldsCreate?.properties).toMatchObject({
    phone: { 'x-default-country': 'SE', description: expect.stringContaining('is read as a number of Sweden.') },
  });
});

test('a pattern is compared as a value, and its effect cannot be decided', () => {
  const patterned = (pattern: string) => field('notes', { pattern, description: 'Must match `y`. Quite.' });
  expect(sentencesOf(patterned('b`. c'), 'scoped-read-write', patterned('a`. c'))).toEqual([
    'may_break: `notes` must now match `` b`. c ``, and had to match `` a`. c ``.',
  ]);
});

test('two changes of different kinds have one sentence each', () => {
  const both = { ...field('zip', { description: 'Four digits.' }), defaultCountry: 'SE' };
  expect(sentencesOf(both)).toHaveLength(2);
});

test('a reader sees no limit when the last option is archived, and can still filter by it', () => {
  const none: Campaign = {
    ...rich,
    selects: rich.selects.map((one) =>
      one.key === 'roof_type' ? { ...one, options: one.options.map((o) => ({ ...o, archived: true })) } : one,
    ),
  };
  expect(sentencesOf(none, 'scoped-read')).toEqual([
    'textual: The value `tile` of `roof_type` is no longer offered for new leads.',
    'textual: The value `flat` of `roof_type` is no longer offered for new leads.',
  ]);
  expect(sentencesOf(none)).toEqual(['breaking: `roof_type` no longer takes `tile` or `flat`.']);
});

test('a default appears by its effect on a lead without the field', () => {
  expect(sentencesOf(field('email', { default: 'a@example.com' }))).toEqual([
    'additive: `email` is no longer required: a new lead without it gets `a@example.com`.',
  ]);
  expect(sentencesOf(rich, 'scoped-read-write', field('email', { default: 'a@example.com' }))).toEqual([
    'breaking: `email` is now required: a new lead without it got `a@example.com` before.',
  ]);
  expect(sentencesOf(field('language', { default: null }))).toEqual([
    'may_break: A new lead without `language` now stays without a value, and got `da` before.',
  ]);
  // The filter fixes another source, so no lead gets the default.
  expect(sentencesOf(field('source', { default: 'nordic-leads' }))).toEqual([]);
});

test.each<[string, Condition, string[]]>([
  ['one part', { all: [source] }, []],
  ['either of one', { any: [source, source] }, []],
  ['a list of one', { path: 'fields.source', op: 'in', value: ['vendor-xyz'] }, []],
  ['not not', { not: { not: source } }, []],
  [
    'a part more',
    { all: [flat, source] },
    [
      'breaking: The filter of this token now matches fewer leads: only some of those from before.',
      'breaking: `roof_type` is now always `flat`.',
    ],
  ],
  [
    'either of two',
    { any: [flat, source] },
    [
      'breaking: `source` is now required.',
      'may_break: `source` is no longer always `vendor-xyz`: responses may hold other values, and may be empty from then on.',
      'additive: The filter of this token now matches more leads: those from before, and others.',
      'additive: `source` now also takes `nordic-leads`.',
      'additive: `source` in responses can now also be `old-vendor`.',
    ],
  ],
])('a filter that is written in another form, or matches more or fewer: %s', (_name, condition, changes) => {
  expect(sentencesOf(xyz(condition), 'scoped-read-write', xyz(source))).toEqual(changes);
});

test('parts of a condition in another order are the same condition', () => {
  expect(sentencesOf(xyz({ all: [flat, source] }), 'scoped-read-write', xyz({ all: [source, flat] }))).toEqual([]);
});

test('a filter that fixes a field has one sentence for it', () => {
  const bounded = xyz({ all: [source, { path: 'fields.roof_area', op: 'eq', value: 50 }] });
  expect(sentencesOf(bounded, 'scoped-read-write', xyz(source)).filter((one) => one.includes('roof_area'))).toEqual([
    'breaking: `roof_area` is now always `50`.',
  ]);
});

test('a rule that refuses less is not breaking, and a rule that marks other leads has its own sentence', () => {
  const ruled = (rule: Partial<DuplicateRule>): Campaign => ({
    ...rich,
    duplicateRule: {
      ...{ fields: ['email'], match: 'any', withinDays: 30, action: 'reject', reach: 'campaign', state: 'ready' },
      ...rule,
    },
  });
  const between = (before: Partial<DuplicateRule>, after: Partial<DuplicateRule>) =>
    sentencesOf(ruled(after), 'scoped-read-write', ruled(before)).map((one) => one.split('. ')[0]);
  expect(between({}, { withinDays: 7 })).toEqual(['additive: Other leads are now refused as duplicates']);
  expect(between({}, { reach: 'visible' })).toEqual(['additive: Other leads are now refused as duplicates']);
  expect(between({ fields: ['email', 'phone'] }, {})).toEqual(['additive: Other leads are now refused as duplicates']);
  expect(between({}, { fields: ['email', 'phone'], match: 'all' })).toEqual([
    'additive: Other leads are now refused as duplicates',
  ]);
  expect(between({}, { withinDays: null })).toEqual(['breaking: Other leads are now refused as duplicates']);
  expect(between({}, { fields: ['phone'] })).toEqual(['breaking: Other leads are now refused as duplicates']);
  expect(between({ action: 'flag' }, { action: 'flag', withinDays: 7 })).toEqual([
    'additive: Other leads are now marked as duplicates',
  ]);
  expect(between({}, { match: 'all' })).toEqual([]);
  expect(between({}, { state: 'filling' })).toEqual([]);
});

test('a pause, an end, the limits and the rights of a token have sentences', () => {
  const token = { ...termsOfNothing, expiresAt: null };
  const between = (after: Partial<typeof termsOfNothing>, before: Partial<typeof termsOfNothing> = {}) => {
    const grant = grantOf(rich, 'scoped-read-write');
    const [was, is] = [before, after].map((terms) => offerAndScopeOf({ ...grant, terms: { ...token, ...terms } }));
    return toldBetween(was as OfferAndScope, is as OfferAndScope);
  };
  const end = new Date('2027-01-01T08:00:00Z');
  expect(between({ paused: true })).toEqual(['breaking: This token is now paused: every request is refused with 401.']);
  expect(between({}, { paused: true })).toEqual([
    'additive: This token is no longer paused: requests are accepted again.',
  ]);
  expect(between({ expiresAt: end })).toEqual(['breaking: This token now works until 2027-01-01 08:00 UTC.']);
  expect(between({}, { expiresAt: end })).toEqual([
    'additive: This token is no longer limited in time: its end was 2027-01-01 08:00 UTC.',
  ]);
  expect(between({ requestsPerMinute: 60 })).toEqual(['breaking: Requests: now 60 a minute, and 600 a minute before.']);
  expect(between({ requestsPerMinute: 600 })).toEqual([]);
  expect(between({ notes: 'A note.' })).toEqual(['textual: The notes for this token have changed.']);
  const grant = grantOf(rich, 'scoped-read-write');
  expect(toldBetween(offerAndScopeOf(grant), offerAndScopeOf({ ...grant, permission: 'read' }))).toEqual([
    'breaking: Leads can no longer be created, changed or deleted with this token.',
  ]);
});

const termsOfNothing: Terms = {
  ...{ notes: null, paused: false, expiresAt: null, scope: 'filter', requestsPerMinute: null, writesPerMinute: null },
};

test('a whole number without a bound shows no bound, and a field called status differs from the status', () => {
  expect(sentencesOf(field('household_size', { min: null }))).toEqual([
    'additive: `household_size` no longer has to be at least 1.',
  ]);
  const named = { ...rich, fields: [...rich.fields, wholeField({ key: 'status', type: 'text' })] };
  const required = { ...named, fields: named.fields.map((f) => (f.key === 'status' ? { ...f, required: true } : f)) };
  expect(sentencesOf(required, 'scoped-read-write', named)).toEqual(['breaking: The field `status` is now required.']);
});

test('each of 200 fields has its sentence', () => {
  const fields = Array.from({ length: 200 }, (_, i) => wholeField({ key: `field_${i}`, type: 'text' }));
  const [before, after] = [
    { ...rich, fields },
    { ...rich, fields: fields.map((one) => ({ ...one, max_length: 5 })) },
  ];
  expect(sentencesOf(after, 'campaign', before)).toHaveLength(200);
});

test('a filter that no longer limits a field leaves the field’s own limits', () => {
  const few = xyz({ all: [source, { path: 'fields.roof_area', op: 'in', value: [50, 60] }] });
  const of = (campaign: Campaign) =>
    sentencesOf(xyz(source), 'scoped-read-write', campaign).filter((one) => one.includes('roof_area'));
  // The filter may have required values that the field's own limits refuse.
  expect(of(few)).toEqual([
    'may_break: `roof_area` is no longer limited to `50` or `60`.',
    'additive: `roof_area` is no longer required.',
  ]);
});

test('the only status of a filter has an entry when it is deleted, but not when its category changes', () => {
  const contacted = xyz({ path: 'status', op: 'eq', value: 'contacted' });
  const without = { ...contacted, statuses: contacted.statuses.filter(({ key }) => key !== 'contacted') };
  expect(sentencesOf(without, 'scoped-read', contacted)).toEqual([
    'breaking: The value `contacted` of the status was removed: no lead has it any more.',
  ]);
  const won = {
    ...contacted,
    statuses: contacted.statuses.map((one) => ({ ...one, category: 'won' as const })),
  };
  expect(sentencesOf(won, 'scoped-read', contacted)).toEqual([]);
});

test('another country has no entry if the filter lists whole numbers and lists cannot be filtered by them', () => {
  const few = (campaign: Campaign): Campaign => ({
    ...campaign,
    fields: campaign.fields.map((one) => (one.type === 'phone' ? { ...one, searchable: false } : one)),
    filters: campaign.filters.map((filter) => ({
      ...filter,
      condition: { path: 'fields.phone', op: 'in', value: ['+4520123456', '+4520123457'] },
    })),
  });
  expect(sentencesOf(few({ ...rich, defaultCountry: 'SE' }), 'scoped-read-write', few(rich))).toEqual([]);
});

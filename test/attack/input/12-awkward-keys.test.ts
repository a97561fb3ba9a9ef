/**
 * Line 12: fields, selects and labels whose names mean something to SQL, JavaScript, JSON or OpenAPI work like any other
 * name.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CampaignPlan, sourceIs } from '../../support/campaigns.ts';
import { errorsOf, startVendors, type Vendors } from '../../support/vendors.ts';

const longest = `k${'x'.repeat(62)}`;
const keys = [
  'constructor',
  'select',
  'filter',
  'id',
  'status',
  'values',
  'fields',
  'table',
  'to_string',
  'true',
  'null',
  'length',
  'name',
  'then',
  'value_of',
  'prototype',
  longest,
];
const labels = [
  '🏠 Дом',
  `"; drop table leads;--`,
  "it's",
  '$ref',
  '{{x}}',
  '\\',
  '',
  '`code`',
  '*bold*',
  '\u202eevil',
  '%s',
  '#/a/b~1c',
];

const plan: CampaignPlan = {
  slug: 'awkward',
  name: `Awkward "campaign" 'of' 🏠 \\ leads`,
  fields: [
    ...keys.map((key, i) => ({
      key,
      type: 'text' as const,
      label: labels[i % labels.length] ?? '',
      searchable: i < 7,
    })),
    { key: 'source', type: 'select' as const, select: 'constructor', required: true },
    { key: 'to', type: 'multi_select' as const, select: 'select' },
  ],
  selects: [
    {
      key: 'constructor',
      label: labels[1] ?? '',
      options: ['constructor', '0', 'null', 'true'].map((value, i) => ({
        value,
        label: labels[i] ?? '',
        archived: false,
      })),
    },
    { key: 'select', label: '🏠', options: [{ value: 'hasownproperty', label: '🏠', archived: false }] },
  ],
  filters: [
    { name: '🏠', condition: sourceIs('constructor') },
    { name: 'two', condition: { all: [{ path: 'fields.constructor', op: 'eq', value: "it's" }, sourceIs('0')] } },
  ],
};

let v: Vendors;
beforeAll(async () => {
  v = await startVendors(plan);
});
afterAll(() => v.stop());

const whole = Object.fromEntries(keys.map((key) => [key, `${key} "' \\ 🏠`]));

test('a lead with every field is stored, read and changed', async () => {
  const lead = await v.xyz.lead({ ...whole, to: ['hasownproperty'] });
  expect(lead.fields).toEqual({ ...whole, to: ['hasownproperty'], source: 'constructor' });

  const { body } = await v.xyz.patch(`/leads/${lead.id}`, { fields: { constructor: null, id: 'x', [longest]: '' } });
  expect(body.fields).toMatchObject({ constructor: null, id: 'x', [longest]: null, select: whole.select });
  expect((await v.xyz.get(`/leads/${lead.id}`)).body).toEqual(body);
});

test('a lead without any of the fields has null in each', async () => {
  const { fields } = await v.xyz.lead({});
  expect(Object.keys(fields).sort()).toEqual([...keys, 'source', 'to'].sort());
  expect(keys.map((key) => fields[key])).toEqual(keys.map(() => null));
});

test.each(keys.slice(0, 7))('the list is filtered by fields.%s', async (key) => {
  const value = `find ${key}`;
  const { id } = await v.xyz.lead({ [key]: value });
  expect((await v.xyz.get('/leads', { [`fields.${key}`]: value })).body.data.map((lead) => lead.id)).toEqual([id]);
  expect(
    (await v.xyz.get('/leads', { [`fields.${key}.gte`]: value, [`fields.${key}.lte`]: value })).body.data,
  ).toHaveLength(1);
});

test('a pin on such a field is filled in, and refused when sent otherwise', async () => {
  expect((await v.nordic.lead({})).fields).toMatchObject({ constructor: "it's", source: '0' });
  const answer = await v.nordic.post('/leads', { fields: { constructor: 'else' } });
  expect(errorsOf(answer)).toEqual(['/fields/constructor pinned']);
});

test('names of Object.prototype that are no fields here are unknown', async () => {
  const answer = await v.xyz.post('/leads', {
    fields: { toString: 'x', hasOwnProperty: 'x', valueOf: null },
    constructor: 1,
  });
  expect(errorsOf(answer)).toEqual(
    ['/constructor', '/fields/hasOwnProperty', '/fields/toString', '/fields/valueOf'].map((each) => `${each} unknown`),
  );
});

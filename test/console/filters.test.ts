/** The console's table of operators equals the server's, and conditions survive the builder. */
import { expect, test } from '@jest/globals';
import { operatorsOf } from '../../src/campaign/condition/condition-path.ts';
import { describeCondition } from '../../src/campaign/condition/describe.ts';
import type { Campaign } from '../../src/campaign/definition.ts';
import { fieldTypes, traits } from '../../src/campaign/field-types.ts';
import { type Condition, conditionOf, queryOf } from '../../src/console/filters/condition.ts';
import { operatorsByType, wordOf } from '../../src/console/filters/operators.ts';

const sorted = (list: readonly string[] | undefined) => [...(list ?? [])].sort();

test.each(fieldTypes)('the console offers the filters of %s that the server has', (type) => {
  expect(sorted(operatorsByType[type])).toEqual(sorted(traits[type].operators));
});

test.each(['status', 'created_at', 'external_id'] as const)(
  'the console offers the filters of %s that the server has',
  (kind) => {
    expect(sorted(operatorsByType[kind])).toEqual(sorted(operatorsOf({ kind })));
  },
);

const source = { path: 'fields.source', op: 'eq', value: 'vendor-xyz' } as const;
const late = { path: 'created_at', op: 'gte', value: '2026-11-23T10:15:30.123Z' } as const;
const empty = { path: 'fields.notes', op: 'is_empty' } as const;

test.each<Condition>([
  source,
  { all: [source, late] },
  { any: [source, { all: [late, empty] }] },
  { not: source },
  { all: [source, { not: { any: [late, empty] } }] },
  { path: 'fields.zip', op: 'in', value: ['8000', '8200'] },
])('the builder gives back the condition that it was given: %j', (condition) => {
  expect(conditionOf(queryOf(condition))).toEqual(condition);
});

test.each([
  [{ combinator: 'and', rules: [] }],
  [{ combinator: 'and', rules: [{ field: 'status', operator: 'eq', value: '' }] }],
  [{ combinator: 'or', rules: [{ field: 'status', operator: 'in', value: [] }] }],
  [
    {
      combinator: 'and',
      rules: [
        { field: 'status', operator: 'eq', value: 'new' },
        { combinator: 'and', rules: [] },
      ],
    },
  ],
])('an incomplete value is no condition: %j', (query) => {
  expect(conditionOf(query)).toBeUndefined();
});

test.each(fieldTypes)(
  'the words of an order of %s are the same in the builder and in the words of a filter',
  (type) => {
    const campaign = {
      fields: [{ key: 'a', type, label: 'A', select: null }],
      removedFields: [],
      selects: [],
    } as unknown as Campaign;
    for (const op of operatorsByType[type].filter((one) => one.startsWith('g') || one.startsWith('l')))
      expect(describeCondition(campaign, { path: 'fields.a', op, value: '09:30' })).toBe(`A ${wordOf(op, type)} 09:30`);
  },
);

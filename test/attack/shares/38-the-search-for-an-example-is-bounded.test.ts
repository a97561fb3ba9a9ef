/**
 * Line 38: no filter holds up the process while an example is searched. The search has a budget of candidates, and of the
 * steps that patterns take. A pattern is compiled once, however often it is needed.
 */
import { describe, expect, test } from '@jest/globals';
import { pinsOfScope } from '../../../src/access/grant.ts';
import type { Condition } from '../../../src/campaign/condition/condition.ts';
import type { Campaign } from '../../../src/campaign/definition.ts';
import { compilePattern } from '../../../src/campaign/values/pattern.ts';
import { createExample } from '../../../src/document/examples/examples.ts';
import { fitting, usualBudget } from '../../../src/document/examples/fitting.ts';
import { offerOf } from '../../../src/document/offer.ts';
import { wholeField } from '../../support/campaigns.ts';
import { fixtures } from '../../support/fixtures.ts';

const pattern = '^(a|b|ab){0,20}[0-9]{4}$';
const campaign: Campaign = {
  ...fixtures.minimal,
  fields: [
    wholeField({ key: 'zip', type: 'text', pattern }),
    wholeField({ key: 'name', type: 'text', pattern: '^(x+y?)+z{0,99}$' }),
    wholeField({ key: 'area', type: 'number' }),
  ],
};

function offerUnder(condition: Condition) {
  const scope = { kind: 'condition', condition } as const;
  return offerOf({ campaign, permission: 'read_write', scope, pins: pinsOfScope(campaign, scope) });
}

/** The budget that the search for an example has used. */
function spent(condition: Condition) {
  const offer = offerUnder(condition);
  const budget = { ...usualBudget };
  const draft = { status: offer.statusDefault ?? '', external_id: null, values: {} };
  const found = fitting(offer, draft, budget);
  return {
    found,
    candidates: usualBudget.candidates - budget.candidates,
    steps: usualBudget.steps - budget.steps,
  };
}

const values = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n));
const anyOf = (path: string, op: 'starts_with' | 'contains', all: readonly string[]): Condition => ({
  any: all.map((value) => ({ path, op, value })),
});

describe('a hostile filter', () => {
  const hostile: Condition = {
    all: [
      ...[0, 1].map(
        (part): Condition => ({
          path: 'fields.zip',
          op: 'in',
          value: values(500, (n) => `${'ab'.repeat(30)}-${part}-${n}`),
        }),
      ),
      ...[0, 1].map(
        (part): Condition =>
          anyOf(
            'fields.name',
            'contains',
            values(90, (n) => `${'x'.repeat(900)}!${part}${n}`),
          ),
      ),
    ],
  };

  test('is given up within the budget', () => {
    // One part after another, because the first part that cannot be met ends the search.
    const parts = 'all' in hostile ? hostile.all : [];
    for (const part of [hostile, ...parts, { not: { any: parts } }]) {
      const { candidates, steps } = spent(part);
      expect(candidates).toBeLessThanOrEqual(usualBudget.candidates);
      expect(steps).toBeLessThanOrEqual(usualBudget.steps);
    }
    const { found, candidates, steps } = spent(parts[3] as Condition);
    expect([found, candidates > 500 || steps > 500_000]).toEqual([undefined, true]);
  });

  test('has no example, rather than one that is refused', () => {
    expect(createExample(offerUnder(hostile))).toBeUndefined();
  });
});

test('the filters of every day take a few candidates', () => {
  const zips = values(500, (n) => String(1_000 + n));
  const none = { path: 'fields.zip', op: 'not_in', value: ['1111'] } as const;
  for (const condition of [
    { path: 'fields.zip', op: 'in', value: zips } as Condition,
    { all: [none, { path: 'fields.area', op: 'in', value: values(500, String).map(Number) }] } as Condition,
    anyOf('fields.zip', 'starts_with', zips.slice(0, 90)),
  ]) {
    const { found, candidates, steps } = spent(condition);
    expect([found === undefined, candidates <= 10, steps < 10_000]).toEqual([false, true, true]);
  }
});

test('a pattern is compiled once', () => {
  const first = compilePattern(pattern);
  createExample(offerUnder({ path: 'fields.zip', op: 'in', value: values(500, (n) => `x${n}`) }));
  expect(compilePattern(pattern)).toBe(first);
});

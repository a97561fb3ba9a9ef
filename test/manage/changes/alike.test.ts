/**
 * Tokens for which a change is said to mean the same: it does, whatever option each filter pins, and whatever the change is.
 */
import { expect, test } from '@jest/globals';
import { pinsOfScope, type Scope } from '../../../src/access/grant.ts';
import type { Condition } from '../../../src/campaign/condition/condition.ts';
import type { Campaign, Delta } from '../../../src/campaign/definition.ts';
import { withDelta } from '../../../src/campaign/delta.ts';
import { compare } from '../../../src/document/changes/compare.ts';
import { offerOf } from '../../../src/document/offer.ts';
import { asSentBy, likenessOf } from '../../../src/manage/changes/alike.ts';
import { everySeed, type Random, randomSubject } from '../../support/draws/arbitraries.ts';
import { fixtures } from '../../support/fixtures.ts';

const known = (campaign: Campaign, scope: Scope, permission: 'read' | 'read_write') => ({
  offer: offerOf({ campaign, scope, permission, pins: pinsOfScope(campaign, scope) }),
  scope,
});

/** Random changes, both to parts that filters allow and to others. */
function randomlyChanged(random: Random, campaign: Campaign): Campaign {
  const { fields, selects, statuses } = campaign;
  const field = random.pick(fields);
  const select = random.pick(selects);
  const option = select && random.pick(select.options);
  const pinnable = fields.find(({ type }) => type === 'select');
  const own = selects.find(({ key }) => key === pinnable?.select)?.options ?? [];
  const reversed = selects.map((one) => (one === select ? { ...one, options: one.options.toReversed() } : one));
  if (random.chance(0.2)) return { ...campaign, selects: reversed };
  const delta = random.pick<Delta>([
    { fields: field ? { [field.key]: { required: !field.required } } : {} },
    { fields: field ? { [field.key]: { searchable: !field.searchable } } : {} },
    { fields: field ? { [field.key]: null } : {} },
    { fields: pinnable ? { [pinnable.key]: { default: own.length > 0 ? random.pick(own).value : null } } : {} },
    { options: select && option ? { [select.key]: { [option.value]: { label: `${option.label}!` } } } : {} },
    { options: select && option ? { [select.key]: { [option.value]: { archived: !option.archived } } } : {} },
    { options: select && option ? { [select.key]: { [option.value]: null } } : {} },
    { statuses: statuses.length > 1 ? { [statuses[1]?.key ?? '']: null } : {} },
  ]);
  return withDelta(campaign, delta);
}

/** A filter for each option of the campaign's selects, alone or with other options. Some filters have further conditions. */
function scopesOf(random: Random, { fields, selects }: Campaign): Scope[] {
  return fields
    .filter(({ type }) => type === 'select')
    .flatMap((field) =>
      (selects.find(({ key }) => key === field.select)?.options ?? []).map(({ value }, i, options): Scope => {
        const path = `fields.${field.key}`;
        const some = [...new Set([value, random.pick(options).value, random.pick(options).value])];
        const own: Condition = random.chance(0.5) ? { path, op: 'eq', value } : { path, op: 'in', value: some };
        const more: Condition = { path: 'external_id', op: 'is_not_empty' };
        return { kind: 'condition', filter: `filter-${i}`, condition: random.chance(0.3) ? { all: [own, more] } : own };
      }),
    );
}

test('tokens with the same key get the same changes', async () => {
  let shared = 0;
  await everySeed(150, (random) => {
    const from = random.chance(0.4) ? fixtures.rich : randomSubject(random).campaign;
    const to = randomlyChanged(random, from);
    const permission = random.pick(['read', 'read_write'] as const);
    const told = new Map<string, unknown>();
    for (const was of scopesOf(random, from)) {
      const { key } = likenessOf({ from, to }, was, was, permission);
      const changes = compare(known(from, was, permission), known(to, was, permission));
      if (told.has(key)) shared += 1;
      expect({ key, changes: told.get(key) ?? changes }).toEqual({ key, changes });
      told.set(key, changes);
    }
  });
  // If no tokens shared a key, the test would prove nothing.
  expect(shared).toBeGreaterThan(50);
});

test('a request is exchanged for that of another: its own option alone, wherever it stands', () => {
  const { rich } = fixtures;
  const scope = (value: string): Scope => ({
    kind: 'condition',
    filter: value,
    condition: { path: 'fields.source', op: 'eq', value },
  });
  const likeness = (value: string) => likenessOf({ from: rich, to: rich }, scope(value), scope(value), 'read_write');
  const [one, other] = [likeness('vendor-xyz'), likeness('nordic-leads')];
  expect(one.key).toBe(other.key);
  const lead = { as: 'createLead', lead: 'x', version: 1 } as const;
  const sent = (own: string) => ({
    query: { 'fields.source': [own, 'old-vendor'], 'fields.zip': null, status: [own] },
    writes: [{ ...lead, fields: { source: own, name: { kind: 'text' }, language: 'vendor-xyz' } }],
  });
  const given = asSentBy(other, one, sent('vendor-xyz'));
  expect(given.query).toEqual({
    'fields.source': ['nordic-leads', 'old-vendor'],
    'fields.zip': null,
    status: ['vendor-xyz'],
  });
  expect(given.writes?.[0]?.fields).toEqual({ source: 'nordic-leads', name: { kind: 'text' }, language: 'vendor-xyz' });
});

test('the options of a list are exchanged one by one, so that two never become one', () => {
  const { rich } = fixtures;
  const values = rich.selects.find(({ key }) => key === 'source')?.options.map(({ value }) => value) ?? [];
  const [a = '', b = '', c = '', d = ''] = values;
  const likeness = (...allowed: string[]) => {
    const condition: Condition = { path: 'fields.source', op: 'in', value: allowed };
    const scope: Scope = { kind: 'condition', filter: allowed.join(), condition };
    return likenessOf({ from: rich, to: rich }, scope, scope, 'read');
  };
  const [one, other] = [likeness(b, a), likeness(c, b)];
  const given = asSentBy(other, one, { query: { 'fields.source': [a, b, c, d] } });
  expect(given.query?.['fields.source']).toEqual([b, c, a, d]);
});

/** The service itself could have stored the demo's leads: in stored form, within limits, and the same each time. */
import { describe, expect, test } from '@jest/globals';
import type { Field, FieldValue } from '../../src/campaign/definition.ts';
import { fieldTypes } from '../../src/campaign/field-types.ts';
import { assignKeyColumns } from '../../src/campaign/key-columns.ts';
import { normaliseValue } from '../../src/campaign/values/normalise.ts';
import { compilePattern } from '../../src/campaign/values/pattern.ts';
import { demoAccount } from '../../src/demo/demo-account.ts';
import type { DemoCampaign } from '../../src/demo/demo-campaign.ts';
import { demoLeads } from '../../src/demo/leads.ts';
import { solarDk } from '../../src/demo/solar-dk.ts';
import { asCampaign } from './as-campaign.ts';

const now = new Date('2026-11-23T10:15:30.123Z');

describe.each(demoAccount.campaigns)('$definition.slug', ({ definition, leads: count, seed }) => {
  const leads = demoLeads(definition, { count, now, seed });

  test('the same seed and time give the same leads, another seed others', () => {
    expect(demoLeads(definition, { count, now, seed })).toEqual(leads);
    expect(demoLeads(definition, { count, now, seed: seed + 100 })).not.toEqual(leads);
  });

  test('every value is in stored form and fits the limits of its field', () => {
    const wrong = leads.flatMap((lead) =>
      definition.fields.flatMap((field) => {
        const why = complaint(definition, field, lead.values[field.key]);
        return why ? [{ field: field.key, value: lead.values[field.key], why }] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('no lead has a value of an unknown field', () => {
    const keys = new Set(definition.fields.map((f) => f.key));
    expect(leads.flatMap((lead) => Object.keys(lead.values)).filter((key) => !keys.has(key))).toEqual([]);
  });

  test('every field, option and status occurs, and most leads are of the first source', () => {
    const occurs = (field: Field, value?: string) =>
      leads.filter(({ values: { [field.key]: found } }) =>
        value === undefined ? found !== undefined : Array.isArray(found) ? found.includes(value) : found === value,
      ).length;
    const missing = definition.fields.flatMap((field) => {
      const values = [undefined, ...optionsOf(definition, field).map((option) => option.value)];
      return values.filter((value) => occurs(field, value) === 0).map((value) => `${field.key} ${value}`);
    });
    expect(missing).toEqual([]);
    for (const { key } of definition.statuses) expect(leads.some((lead) => lead.status === key)).toBe(true);
    const [source] = definition.fields.filter((f) => f.type === 'select');
    if (!source) throw new Error('there is no select');
    const shares = optionsOf(definition, source).map(({ value }) => occurs(source, value));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  test('leads come oldest first, the newest is minutes old, and external ids are unique', () => {
    const times = leads.map((lead) => lead.createdAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(now.getTime() - (times.at(-1) ?? 0)).toBeLessThan(10 * 60_000);
    const ids = leads.map((lead) => lead.external_id).filter((id) => id !== null);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThan(leads.length);
  });

  test('old leads are decided more often than new ones', () => {
    const open = new Set(definition.statuses.filter((s) => s.category === 'open').map((s) => s.key));
    const decided = (part: typeof leads) => part.filter((lead) => !open.has(lead.status)).length;
    const half = leads.length / 2;
    expect(decided(leads.slice(0, half))).toBeGreaterThan(decided(leads.slice(half)) * 2);
  });
});

function optionsOf(definition: DemoCampaign, field: Field) {
  return definition.selects.find((s) => s.key === field.select)?.options ?? [];
}

/** Why the value could not have been stored; undefined if it could. */
function complaint(definition: DemoCampaign, field: Field, value: FieldValue | undefined): string | undefined {
  if (value === undefined) return field.required ? 'required' : undefined;
  const normal = normaliseValue(field, value, definition.default_country);
  if (!normal.ok) return normal.code;
  if (JSON.stringify(normal.value) !== JSON.stringify(value)) return `stored as ${JSON.stringify(normal.value)}`;
  if (typeof value === 'number') {
    if (field.min !== null && value < field.min) return 'min';
    if (field.max !== null && value > field.max) return 'max';
  }
  if (typeof value === 'string') {
    if (field.max_length !== null && [...value].length > field.max_length) return 'max_length';
    if (field.pattern !== null && !compilePattern(field.pattern).test(value)) return 'pattern';
  }
  const options = optionsOf(definition, field).map((option) => option.value);
  const chosen = field.select === null ? [] : [value].flat().map(String);
  return chosen.some((one) => !options.includes(one)) || new Set(chosen).size !== chosen.length ? 'option' : undefined;
}

test.each(demoAccount.campaigns)('$definition.slug has a key column for every searchable field', ({ definition }) => {
  expect(assignKeyColumns(asCampaign(definition)).refused).toEqual([]);
});

test('solar-dk has fields of all thirteen types', () => {
  expect(new Set(solarDk.fields.map((f) => f.type))).toEqual(new Set(fieldTypes));
});

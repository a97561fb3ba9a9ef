/**
 * Texts, numbers, dates and times survive exactly: what is written is what is read, by every way of reading. And a merge patch
 * (RFC 7396) has the result that the RFC defines, in every way of writing it.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { CampaignPlan } from '../support/campaigns.ts';
import type { Body } from '../support/client.ts';
import { seed } from '../support/draws/seed.ts';
import { readFeed } from '../support/feed.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

const plan: CampaignPlan = {
  slug: 'exact',
  fields: [
    { key: 'line', type: 'text' },
    { key: 'notes', type: 'long_text' },
    { key: 'amount', type: 'number' },
    { key: 'whole', type: 'integer' },
    { key: 'day', type: 'date' },
    { key: 'at', type: 'datetime' },
    { key: 'yes', type: 'boolean' },
  ],
};

let v: Vendors;
beforeAll(async () => {
  v = await startVendors(plan);
});
afterAll(() => v.stop());

const storable = (text: string) => !/\0/.test(text) && text.isWellFormed() && text !== '';
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '"',
    "'",
    '\\',
    '\u2028',
    'e\u0301',
    '\u{10ffff}',
    '𝒜😀',
    '<b>&amp;',
    'a,b;c',
    ' ',
    '\t',
    '\r\nx',
    '-0',
    '1e3',
  ),
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: those that one line may not hold
const line = text.filter((one) => storable(one) && !/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(one));
const instant = fc.date({
  min: new Date('1001-01-01T00:00:00Z'),
  max: new Date('2998-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});
const values = fc.record({
  line,
  notes: text.filter(storable),
  amount: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(
      0,
      5e-324,
      -5e-324,
      2.2250738585072014e-308,
      1.7976931348623157e308,
      0.1,
      1 / 3,
      2 ** 53 + 2,
      1e21,
      123456789.12345679,
    ),
  ),
  whole: fc.oneof(fc.maxSafeInteger(), fc.constantFrom(0, 2 ** 53 - 1, -(2 ** 53) + 1)),
  day: instant.map((one) => one.toISOString().slice(0, 10)),
  at: instant.map((one) => one.toISOString()),
  yes: fc.boolean(),
});
/** -0 is stored as 0, and a text without the white space around it; where nothing can be seen it is empty. */
function stored(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (typeof value !== 'string') return value;
  const inner = value.replace(/^[\p{White_Space}\ufeff]+|[\p{White_Space}\ufeff]+$/gu, '');
  return /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u.test(inner) ? null : inner;
}
const expected = (one: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(one).map(([key, value]) => [key, stored(value)]));

test('a written value reads the same by get, list, batch, export, feed and history', async () => {
  const drawn = fc.sample(values, { numRuns: 200, seed });
  const api = v.whole;
  const answer = await api.post('/leads/batch', { items: drawn.map((fields) => ({ op: 'create', fields })) });
  const written = (answer.body.results as { lead?: Body; problem?: Body }[]).map(({ lead, problem }, i) => {
    if (!lead) throw new Error(`${JSON.stringify(drawn[i])} was refused: ${JSON.stringify(problem)}`);
    return lead;
  });
  const wanted = new Map(written.map(({ id }, i) => [id, expected(drawn[i] ?? {})]));
  const compare = (leads: readonly Body[]) => {
    for (const { id, fields } of leads) expect(fields).toEqual(wanted.get(id));
    expect(leads.length).toBe(drawn.length);
  };

  compare(written);
  compare((await api.walk({ limit: 200 })).leads);
  const { text: lines } = await api.get('/leads/export', {}, { accept: 'application/x-ndjson' });
  compare(
    lines
      .split('\n')
      .filter(Boolean)
      .map((one) => JSON.parse(one) as Body),
  );
  const { text: csv } = await api.get('/leads/export', {}, { accept: 'text/csv' });
  const rows = parse(csv, { columns: true, record_delimiter: '\r\n' }) as unknown as Record<string, string>[];
  const neutral = (one: unknown) => (/^[=+\-@\t\r\n]/.test(String(one ?? '')) ? `'${one}` : String(one ?? ''));
  for (const row of rows) {
    const { line: first, notes, amount, whole, day, at } = wanted.get(row.id ?? '') ?? {};
    expect([row.line, row.notes, row.day, row.at]).toEqual([neutral(first), neutral(notes), day, at]);
    expect([Number(row.amount), Number(row.whole)]).toEqual([amount, whole]);
  }
  compare((await readFeed(api)).events.map((event) => event.lead as Body));
  for (const { id } of written.slice(0, 40)) {
    expect((await api.get(`/leads/${id}`)).body.fields).toEqual(wanted.get(id));
    const [entry] = (await api.get(`/leads/${id}/history`)).body.data;
    const told = ((entry?.changes ?? []) as readonly { path: string; to: unknown }[]).filter(({ path }) =>
      path.startsWith('fields.'),
    );
    const filled = Object.entries(wanted.get(id) ?? {}).filter(([, value]) => value !== null);
    expect(new Map(told.map(({ path, to }) => [path.slice('fields.'.length), to]))).toEqual(new Map(filled));
  }
});

interface State {
  readonly [member: string]: unknown;
}

/** RFC 7396, 2, where an empty field stays as `null`. */
function merge(target: State, patch: State): State {
  const merged: Record<string, unknown> = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    const nested = typeof value === 'object' && value !== null && !Array.isArray(value);
    merged[name] = nested ? merge((target[name] ?? {}) as State, value as State) : stored(value);
  }
  return merged;
}

test('a merge patch comes to what RFC 7396 says, by PATCH, upsert and batch', async () => {
  const patch = fc.record(
    {
      status: fc.constantFrom('new', 'contacted', 'won'),
      fields: fc.record(
        {
          line: fc.option(line),
          notes: fc.option(text.filter(storable)),
          amount: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0)),
          yes: fc.option(fc.boolean()),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  );
  const steps = fc.array(fc.tuple(fc.constantFrom('patch', 'upsert', 'batch'), patch), { minLength: 1, maxLength: 8 });
  let lead = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (drawn) => {
      lead += 1;
      const api = v.whole;
      const made = await api.lead({ line: 'first' }, { external_id: `merge-${lead}` });
      let state: State = { status: made.status, fields: made.fields };
      let { version } = made;
      for (const [way, body] of drawn) {
        const after = merge(state, body as State);
        if (JSON.stringify(after) !== JSON.stringify(state)) version += 1;
        state = after;
        if (way === 'patch') await api.patch(`/leads/${made.id}`, body);
        else if (way === 'upsert') await api.request('PUT', `/external-ids/merge-${lead}`, { body });
        else await api.post('/leads/batch', { items: [{ op: 'update', id: made.id, ...body }] });
        const now = (await api.get(`/leads/${made.id}`)).body;
        expect({ status: now.status, fields: now.fields }).toEqual(state);
        expect(now.version).toBe(version);
      }
    }),
    { numRuns: 40 },
  );
});

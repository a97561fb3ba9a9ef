/** Fields come in the order of the campaign, and include every present field, wherever a lead is shown. */

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readLine, timeText } from '../../../src/leads/store/lead-text.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let order: readonly string[];
beforeAll(async () => {
  v = await startVendors();
  order = v.campaign.fields.map(({ key }) => key);
});
afterAll(() => v.stop());

/** Text inside values that looks like the text around fields. */
const nasty = '","fields":{"zip": "1"},"version":9,"source": "nordic-leads", } ] \\" \\\\';
const full = { ...least, notes: nasty, zip: '5000', interests: ['battery'], owns_home: true, roof_area: 12.5 };

/** Every `fields` of a lead in a response. */
function fieldsIn(body: unknown): string[][] {
  if (Array.isArray(body)) return body.flatMap(fieldsIn);
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    name === 'fields' && !Array.isArray(value) ? [Object.keys(value)] : fieldsIn(value),
  );
}

test('the response of every operation has the order, whatever its values are', async () => {
  const cursor = (await v.xyz.get('/leads/changes', { cursor: 'latest' })).body.next_cursor as string;
  const lead = await v.xyz.lead(full, { external_id: 'in-order' });
  await v.xyz.lead(least);
  const ndjson = await v.xyz.get('/leads/export', undefined, { accept: 'application/x-ndjson' });
  const answers = [
    lead,
    (await v.xyz.get(`/leads/${lead.id}`)).body,
    (await v.xyz.get('/leads')).body,
    (await v.xyz.patch(`/leads/${lead.id}`, { status: 'won' })).body,
    (await v.xyz.patch(`/leads/${lead.id}`, { status: 'won' })).body,
    (await v.xyz.request('PUT', '/external-ids/in-order', { body: { fields: { zip: '5001' } } })).body,
    (await v.xyz.post('/leads/batch', { items: [{ op: 'update', id: lead.id, status: 'new' }] })).body,
    (await v.xyz.patch(`/leads/${lead.id}?dry_run=true`, { status: 'won' })).body,
    (await v.xyz.get('/leads/changes', { cursor })).body,
    ndjson.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ];
  for (const answer of answers) {
    const found = fieldsIn(answer);
    expect(found.length).toBeGreaterThan(0);
    for (const keys of found) expect(keys).toEqual(order);
  }
  expect((await v.xyz.get(`/leads/${lead.id}`)).body.fields).toMatchObject({ ...full, zip: '5001' });
});

test('each stored value stays unchanged, empty fields are included, and removed fields are left out', () => {
  const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
  const value = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.array(fc.string()),
  );
  const member = fc.record({
    key,
    value: fc.option(value, { nil: undefined }),
    isList: fc.boolean(),
    isRemoved: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(member, { selector: ({ key }) => key, maxLength: 12 }),
      fc.string(),
      (members, externalId) => {
        const all = members.map(({ isRemoved, key, isList }) => ({
          isRemoved,
          key,
          type: isList ? 'multi_select' : 'text',
        }));
        const [fields, removedFields] = [
          all.filter((field) => !field.isRemoved),
          all.filter((field) => field.isRemoved),
        ];
        const stored = members
          .filter(({ value }) => value !== undefined)
          .sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
        // PostgreSQL writes jsonb with a space after each colon and comma outside of texts.
        const list = (texts: readonly string[]) => `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
        const text = stored.map(
          ({ key, value }) => `"${key}": ${Array.isArray(value) ? list(value) : JSON.stringify(value)}`,
        );
        const [id, at] = ['01930000-0000-7000-8000-000000000001', '2026-11-30 12:00:00+00'];
        const line = [id, 'new', 1, at, at, `{${text.join(', ')}}`, JSON.stringify(externalId)].join('\x1f');
        const read = JSON.parse(readLine({ fields, removedFields } as never, line).json);
        const wanted = members
          .filter(({ isRemoved }) => !isRemoved)
          .map(({ key, value, isList }) => [key, value ?? (isList ? [] : null)]);
        expect(Object.entries(read.fields)).toEqual(wanted.map(([k, x]) => [k, JSON.parse(JSON.stringify(x))]));
        expect(read.external_id).toBe(externalId);
      },
    ),
  );
});

test.each([
  ['2026-11-30 12:00:00+00', '2026-11-30T12:00:00.000Z'],
  ['2026-11-30 12:00:00.2+00', '2026-11-30T12:00:00.200Z'],
  ['2026-11-30 12:00:00.123456+00', '2026-11-30T12:00:00.123Z'],
  ['2026-11-30 12:00:00.25+01', '2026-11-30T11:00:00.250Z'],
  ['2026-11-30 00:15:00.123-03:30', '2026-11-30T03:45:00.123Z'],
])('PostgreSQL writes %s for %s', (written, time) => {
  expect(timeText(written)).toBe(time);
});

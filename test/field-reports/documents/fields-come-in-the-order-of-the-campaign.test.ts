/** Fields come in the order of the campaign, and include every present field, wherever a lead is shown. */

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fieldsInOrder } from '../../../src/leads/store/lead-json.ts';
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

test('each stored value stays unchanged, and empty fields are included', () => {
  const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
  const value = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.array(fc.string()),
  );
  const member = fc.record({ key, value: fc.option(value, { nil: undefined }), isList: fc.boolean() });
  fc.assert(
    fc.property(fc.uniqueArray(member, { selector: ({ key }) => key, maxLength: 12 }), fc.string(), (members, id) => {
      const fields = members.map(({ key, isList }) => ({ key, type: isList ? 'multi_select' : 'text' }));
      const stored = members
        .filter(({ value }) => value !== undefined)
        .sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
      // PostgreSQL writes jsonb with a space after each colon and comma outside of texts.
      const list = (texts: readonly string[]) => `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
      const text = stored.map(
        ({ key, value }) => `"${key}": ${Array.isArray(value) ? list(value) : JSON.stringify(value)}`,
      );
      const lead = `{"external_id":${JSON.stringify(id)},"fields":{${text.join(', ')}},"version":1}`;
      const read = JSON.parse(fieldsInOrder({ fields } as never, `[${lead},${lead}]`));
      const wanted = members.map(({ key, value, isList }) => [key, value ?? (isList ? [] : null)]);
      for (const one of read) {
        expect(Object.entries(one.fields)).toEqual(wanted.map(([k, x]) => [k, JSON.parse(JSON.stringify(x))]));
        expect(one.external_id).toBe(id);
      }
    }),
  );
});

/** The token's filter accepts the examples of a new lead, so a lead that is pasted from a document is accepted. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Condition } from '../../src/campaign/condition/condition.ts';
import { client } from '../support/client.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let admin: Member;
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const is = (path: string, op: string, value?: unknown) =>
  ({ path, op, ...(value !== undefined && { value }) }) as Condition;
const xyz = is('fields.source', 'eq', 'vendor-xyz');

/** The document of a token with this filter, and the token. */
async function documentUnder(condition: Condition) {
  const path = `/campaigns/${v.campaign.slug}`;
  const name = `Filter ${Math.random()}`;
  const filter = await admin.call(`POST ${path}/filters`, { body: { name, condition } });
  expect([filter.status, filter.body.errors]).toEqual([201, undefined]);
  const token = await admin.call(`POST ${path}/tokens`, {
    body: { name, permission: 'read_write', filter_id: filter.body.id },
  });
  const { secret } = (await admin.call(`POST /tokens/${token.body.id}/reveal`)).body;
  const text = await (await fetch(`${token.body.docs_url}/openapi.json`)).text();
  const document = JSON.parse(text);
  const exampleOf = (address: string, method: string) =>
    document.paths[address][method].requestBody.content['application/json'].example;
  const docsId = token.body.docs_url.split('/').pop();
  return { api: client(v.server, { secret, docsId }, v.campaign.slug), text, exampleOf };
}

test.each<[string, Condition]>([
  ['a number', { all: [xyz, is('fields.household_size', 'gte', 7)] }],
  ['a number below', { all: [xyz, is('fields.roof_area', 'lt', 20)] }],
  ['a text that begins so', { all: [xyz, is('fields.zip', 'starts_with', '90')] }],
  ['a text in a range', { all: [xyz, is('fields.zip', 'gte', '8000'), is('fields.zip', 'lt', '9000')] }],
  ['a text that holds something', { all: [xyz, is('fields.notes', 'contains', 'urgent')] }],
  ['one that is not there', { all: [xyz, is('fields.phone', 'is_empty')] }],
  ['one that is', { all: [xyz, is('fields.website', 'is_not_empty')] }],
  ['an option of several', { all: [xyz, is('fields.interests', 'contains', 'charger')] }],
  ['not an option', { all: [is('fields.source', 'neq', 'nordic-leads')] }],
  ['a status', { all: [xyz, is('status', 'neq', 'new')] }],
  ['either', { any: [is('fields.roof_type', 'eq', 'flat'), is('fields.owns_home', 'eq', false)] }],
  ['neither', { not: { any: [is('fields.roof_type', 'eq', 'tile'), is('fields.owns_home', 'eq', true)] } }],
  ['a day', { all: [xyz, is('fields.visit_date', 'gt', '2027-05-01')] }],
  ['a time of day after', { all: [xyz, is('fields.call_from', 'gt', '17:59')] }],
  ['a time of day before', { all: [xyz, is('fields.call_from', 'lt', '00:01')] }],
  [
    'another time of day',
    { all: [xyz, is('fields.call_from', 'neq', '09:30'), is('fields.call_from', 'is_not_empty')] },
  ],
  ['a time before', { all: [xyz, is('fields.callback_at', 'lte', '2025-01-01T00:00:00.000Z')] }],
  ['an address', { all: [xyz, is('fields.email', 'contains', '@example.org')] }],
  ['a phone number that begins so', { all: [xyz, is('fields.phone', 'starts_with', '+4520')] }],
  ['another phone number', { all: [xyz, is('fields.phone', 'not_in', ['+4534412345'])] }],
  ['an external id', { all: [xyz, is('external_id', 'starts_with', 'xyz-')] }],
  ['a lead of late', { all: [xyz, is('created_at', 'gte', '2026-01-01T00:00:00.000Z')] }],
])('a filter asks for %s: the examples are accepted', async (_name, condition) => {
  const { api, exampleOf } = await documentUnder(condition);
  const create = exampleOf('/leads', 'post');
  const created = await api.post('/leads', create);
  expect({ status: created.status, problem: created.body.code, create }).toMatchObject({ status: 201 });
  const changed = await api.patch(`/leads/${created.body.id}`, exampleOf('/leads/{lead_id}', 'patch'));
  expect([changed.status, changed.body.code]).toEqual([200, undefined]);
  const upsert = await api.request('PUT', `/external-ids/${create.external_id ?? `xyz-${Math.random()}`}`, {
    body: exampleOf('/external-ids/{external_id}', 'put'),
  });
  expect(upsert.status).toBeLessThan(300);
});

test('no example contains a value that a filter excludes', async () => {
  const { text } = await documentUnder({
    all: [is('fields.notes', 'neq', 'hush'), { not: is('fields.zip', 'eq', '8600') }],
  });
  expect(text).not.toMatch(/hush|8600/);
});

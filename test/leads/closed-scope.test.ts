/** A token whose filter no new lead can meet: it changes the leads that are there, and every way to create one says why it cannot. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let paths: Record<string, Record<string, { responses: object }>>;
beforeAll(async () => {
  v = await startVendors();
  await v.xyz.request('PUT', '/external-ids/there', { body: { fields: least } });
  const admin = await signUpMember(v.server, v.accountId, 'admin');
  const option = `/campaigns/${v.campaign.slug}/selects/source/options/vendor-xyz?force=true`;
  expect((await admin.call(`DELETE ${option}`)).status).toBe(204);
  const document = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`);
  paths = ((await document.json()) as { paths: typeof paths }).paths;
});
afterAll(() => v.stop());

const form = (externalId: string) =>
  v.xyz.request('PUT', `/external-ids/${externalId}/form`, {
    raw: 'fields.name=Bea',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

test('an upsert changes a lead that is there, as JSON and as a form', async () => {
  for (const path of ['/external-ids/{external_id}', '/external-ids/{external_id}/form'])
    expect(Object.keys(paths[path]?.put?.responses ?? {})).toEqual(expect.not.arrayContaining(['201']));
  expect((await v.xyz.request('PUT', '/external-ids/there', { body: { fields: { name: 'Bea' } } })).status).toBe(200);
  expect((await form('there')).status).toBe(200);
});

test('an upsert that would have to create is refused, in a dry run too', async () => {
  for (const answer of [
    await v.xyz.request('PUT', '/external-ids/other', { body: { fields: least } }),
    await v.xyz.request('PUT', '/external-ids/other?dry_run=true', { body: { fields: least } }),
    await form('other'),
  ])
    expect([answer.status, answer.body.code]).toEqual([403, 'scope_closed']);
});

test('a new lead in a batch is refused by itself, whatever it holds', async () => {
  const items = [
    { op: 'create', fields: least },
    { op: 'create', id: 'x', fields: { nothing: 1 } },
    { op: 'upsert', external_id: 'other', fields: least },
    { op: 'upsert', external_id: 'there', fields: { name: 'Cleo' } },
  ];
  const { body } = await v.xyz.post('/leads/batch', { items });
  const results = body.results as unknown as { status: number; problem?: { code: string } }[];
  expect(results.map(({ status, problem }) => [status, problem?.code])).toEqual([
    [403, 'scope_closed'],
    [403, 'scope_closed'],
    [403, 'scope_closed'],
    [200, undefined],
  ]);
});

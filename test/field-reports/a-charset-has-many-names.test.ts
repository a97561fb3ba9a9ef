/**
 * `charset=utf8`, `us-ascii` and the other labels of UTF-8 (WHATWG Encoding, 4.2) are accepted, in bodies and in `Accept`.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Member;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const labels = [
  'utf-8',
  'UTF-8',
  'utf8',
  'UTF8',
  '"utf-8"',
  '"utf8"',
  'unicode-1-1-utf-8',
  'x-unicode20utf8',
  'us-ascii',
  'ASCII',
];
const json = JSON.stringify({ fields: { ...least, name: 'Søren' } });
const form = 'fields.name=S%C3%B8ren&fields.email=anna%40example.com';

test.each(labels)('charset=%s', async (label) => {
  const accept = { accept: `application/json; charset=${label}, text/html;q=0.5` };
  const post = (type: string, raw: string) =>
    v.xyz.request('POST', '/leads', { raw, headers: { ...accept, 'content-type': `${type};charset=${label}` } });
  const created = await post('application/json', json);
  expect([created.status, created.body.fields?.name]).toEqual([201, 'Søren']);
  expect((await post('application/x-www-form-urlencoded', form)).status).toBe(201);
  const patch = {
    raw: '{"status":"won"}',
    headers: { 'content-type': `application/merge-patch+json; charset=${label}` },
  };
  expect((await v.xyz.request('PATCH', `/leads/${created.body.id}`, patch)).status).toBe(200);

  expect((await v.xyz.get('/leads/export', {}, { accept: `text/csv; header=present; charset=${label}` })).status).toBe(
    200,
  );
  expect((await v.xyz.get('/v1/campaigns', undefined, accept)).status).toBe(200);
  const manage = { ...accept, 'Content-Type': `application/json; charset=${label}` };
  expect((await member.call('GET /campaigns', { headers: manage })).status).toBe(200);
  const made = await member.call('POST /campaigns', { body: { name: `Named ${label}` }, headers: manage });
  expect(made.status).toBe(201);
  const check = `${v.server.url}/docs/${v.tokens.xyz.docsId}/check`;
  const asked = { method: 'POST', headers: { 'content-type': `application/json; charset=${label}` } };
  expect((await fetch(check, { ...asked, body: JSON.stringify({ body: {} }) })).status).toBe(200);
});

test.each(['iso-8859-1', 'utf-16', 'windows-1252', 'utf-7'])('%s is refused by its name', async (label) => {
  const headers = { 'content-type': `application/json; charset=${label}` };
  const answer = await v.xyz.request('POST', '/leads', { raw: json, headers });
  expect(answer).toMatchObject({
    status: 415,
    body: { detail: `The body must be encoded as UTF-8; the \`Content-Type\` says \`charset=${label}\`.` },
  });

  const accept = `application/json; charset=${label}`;
  for (const { status, body } of [
    await v.xyz.get('/leads', undefined, { accept }),
    await v.xyz.get('/v1/campaigns', undefined, { accept }),
    await member.call('GET /campaigns', { headers: { accept } }),
  ])
    expect([status, body.detail]).toEqual([
      406,
      `Answers are \`application/json\`; \`Accept: ${accept}\` excludes that.`,
    ]);
});

/**
 * Colons, slashes and other reserved characters may stand unencoded in a query (RFC 3986, 3.4): every operation reads them.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Client, signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Client;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const reserved = ['a:b', 'a/b', 'a?b', 'a@b', '!$()*;=', "it's", 'a+b', '[a]'];

test.each(reserved)('%s is a value like any other', async (value) => {
  const { slug } = v.campaign;
  const told = [
    await v.broad.get(`/v1/openapi.json?campaign=${value}`),
    await v.whole.get(`/leads?cursor=${value}`),
    await member.call(`GET /campaigns/${slug}/dependents?field=${value}`),
    await member.call(`DELETE /campaigns/${slug}/statuses/won?move_to=${value}`),
    await member.call(`GET /audit?cursor=${value}`),
  ];

  for (const { body } of told) expect(JSON.stringify(body)).not.toMatch(/encoded|reserved/);
  expect(told.map(({ status }) => status)).not.toContain(500);
  expect(told[0]).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

test('a lead is found by an external id with reserved characters', async () => {
  for (const value of ["a:b/c?d@e!$'()*;=", '[a]']) {
    await v.xyz.lead(least, { external_id: value });
    expect((await v.xyz.get(`/leads?external_id=${value}`)).body.data).toMatchObject([{ external_id: value }]);
  }
});

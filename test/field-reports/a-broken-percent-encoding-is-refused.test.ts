/**
 * A query that cannot be decoded (RFC 3986, 2.5) gets 400 with the name of the parameter, wherever a query is read. If the
 * error were ignored, a search for `M%F8ller` would find no leads, or those with a replacement character in their names.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Client, signUpMember } from '../support/manage.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Client;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
  await v.xyz.lead(least, { external_id: '50%' });
  await v.xyz.lead(least, { external_id: '\uFFFD' });
});
afterAll(() => v.stop());

const broken = ['M%F8ller', '50%', '%', '%4', '%zz', '%C3', '%ED%A0%80', '%F8'];

test.each(broken)('%s is refused by every operation that reads a query', async (value) => {
  const name = `external_id=${value}`;
  for (const path of ['/leads', '/leads/count', '/leads/export', '/leads?limit=1'])
    expect([path, errorsOf(await v.xyz.get(`${path}${path.includes('?') ? '&' : '?'}${name}`))]).toEqual([
      path,
      ['external_id format'],
    ]);
  for (const path of ['/leads/changes', '/requests'])
    expect([path, errorsOf(await v.xyz.get(`${path}?cursor=${value}`))]).toEqual([path, ['cursor format']]);
  expect(errorsOf(await v.broad.get(`/v1/openapi.json?campaign=${value}`))).toEqual(['campaign format']);

  const { slug } = v.campaign;
  for (const path of [`/campaigns/${slug}/leads`, `/campaigns/${slug}/leads/count`])
    expect(errorsOf(await member.call(`GET ${path}?${name}`))).toEqual(['external_id format']);
  expect(errorsOf(await member.call(`GET /audit?cursor=${value}`))).toEqual(['cursor format']);
  expect(errorsOf(await member.call(`DELETE /campaigns/${slug}/statuses/won?move_to=${value}`))).toEqual([
    'move_to format',
  ]);
});

test('every mistake is reported at once, in words', async () => {
  const { body } = await v.xyz.get('/leads?external_id=50%&limit=0&a%F8b=1');

  expect(errorsOf({ body })).toEqual(['a%F8b format', 'external_id format', 'limit minimum']);
  expect(body.errors?.[0]?.detail).toBe(
    '`external_id` has a percent-encoding that is broken or not UTF-8. Write a percent sign as `%25`.',
  );
});

test('a correctly encoded value is found', async () => {
  for (const [query, externalId] of [
    ['external_id=50%25', '50%'],
    ['external_id=%EF%BF%BD', '\uFFFD'],
  ])
    expect((await v.xyz.get(`/leads?${query}`)).body.data).toMatchObject([{ external_id: externalId }]);
});

test('a write with a broken query writes nothing', async () => {
  const before = (await v.xyz.get('/leads/count')).body.count;

  expect(errorsOf(await v.xyz.request('POST', '/leads?x=%F8', { body: { fields: least } }))).toEqual(['x format']);

  expect((await v.xyz.get('/leads/count')).body.count).toBe(before);
});

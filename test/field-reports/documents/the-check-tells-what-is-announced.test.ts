/** The check of a payload also shows what an announced change will refuse, with the time from which on it applies. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announce } from '../../support/announced.ts';
import { type Client as Member, signUpMember } from '../../support/manage.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let member: Member;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const first = '2099-02-01T08:00:00.000Z';
const second = '2099-03-01T08:00:00.000Z';
const requiring = (key: string) => ({ operation: 'updateField', path: { key }, body: { required: true } });
const roof = { pointer: '/fields/roof_type', code: 'required', detail: '`roof_type` is required.' };

async function check(operation: string, fields: object) {
  const answer = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operation, body: { fields } }),
  });
  return (await answer.json()) as { valid: boolean; errors: unknown[]; to_come: { at: string; errors: unknown[] }[] };
}

test('a body that is valid now but not then gets both results', async () => {
  const withdrawn = [
    await announce(member, v.campaign.slug, { change: requiring('roof_type'), at: first }),
    await announce(member, v.campaign.slug, { change: requiring('zip'), at: second }),
  ];

  const told = await check('createLead', least);
  expect([told.valid, told.errors]).toEqual([true, []]);
  expect(told.to_come).toEqual([
    { at: first, errors: [roof] },
    { at: second, errors: expect.arrayContaining([roof, expect.objectContaining({ pointer: '/fields/zip' })]) },
  ]);
  expect((await check('createLead', { ...least, roof_type: 'tile' })).to_come).toMatchObject([{ at: second }]);
  expect((await check('createLead', { ...least, roof_type: 'tile', zip: '5000' })).to_come).toEqual([]);
  expect((await check('updateLead', { name: 'Bea' })).to_come).toEqual([]);
  expect((await check('updateLead', { roof_type: null })).to_come).toMatchObject([{ at: first }, { at: second }]);
  // Present mistakes are reported alone.
  expect(await check('createLead', {})).toMatchObject({ valid: false, to_come: [] });

  for (const withdraw of withdrawn) await withdraw();
  expect((await check('createLead', least)).to_come).toEqual([]);
});

test('the check says so if no lead can be created any more', async () => {
  const change = { operation: 'deleteOption', path: { key: 'source', value: 'vendor-xyz' }, query: { force: true } };
  const withdraw = await announce(member, v.campaign.slug, { change, at: first });

  expect((await check('createLead', least)).to_come).toEqual([
    { at: first, errors: [{ pointer: '', code: 'not_allowed', detail: '`createLead` will not be offered any more.' }] },
  ]);

  await withdraw();
});

test('a script of another origin may read the time', async () => {
  const withdraw = await announce(member, v.campaign.slug, { change: requiring('roof_type'), at: first });
  const { headers } = await v.xyz.post('/leads', { fields: least }, { origin: 'https://vendor.example' });

  expect(headers.get('sunset')).toBe('Sun, 01 Feb 2099 08:00:00 GMT');
  expect(headers.get('access-control-expose-headers')?.split(',')).toEqual(
    expect.arrayContaining(['Deprecation', 'Sunset', 'Link']),
  );
  await withdraw();
});

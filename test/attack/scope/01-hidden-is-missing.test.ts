/**
 * Line 1: a hidden lead, a lead of another campaign or account, and a lead that never existed get the same response, byte for
 * byte except for the request id. So do campaigns.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../src/ids/ids.ts';
import { insertAccount, insertCampaign, insertToken, solarPlan } from '../../support/campaigns.ts';
import { type Answer, client, type RequestOptions } from '../../support/client.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let leads: Record<'hidden' | 'other campaign' | 'other account' | 'deleted' | 'never was', string>;
beforeAll(async () => {
  v = await startVendors();
  const second = await insertCampaign(v.db, v.accountId, { ...solarPlan, slug: 'second' });
  const stranger = await insertAccount(v.db, 'Stranger');
  const foreign = await insertCampaign(v.db, stranger, { ...solarPlan, slug: 'foreign' });
  const foreignToken = await insertToken(v.db, v.server.vault, { accountId: stranger });
  const source = 'vendor-xyz';
  const deleted = (await v.xyz.lead(least)).id;
  await v.xyz.delete(`/leads/${deleted}`);
  leads = {
    hidden: (await v.nordic.lead(least)).id,
    'other campaign': (await client(v.server, v.tokens.broad, second.slug).lead({ ...least, source })).id,
    'other account': (await client(v.server, foreignToken, foreign.slug).lead({ ...least, source })).id,
    deleted,
    'never was': newId(),
  };
});
afterAll(() => v.stop());

/** Everything that a client sees, except for the request's id and time, and the number of earlier requests. */
function told({ status, headers, text }: Answer): unknown {
  const id = headers.get('x-request-id') ?? 'none';
  const rest = [...headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${value}`);
  const counted = rest.join('\n').replace(/";r=\d+;t=\d+/g, '";r=LEFT;t=SECONDS');
  return { status, headers: counted.replaceAll(id, 'ID'), text: text.replaceAll(id, 'ID') };
}

test.each<[string, RequestOptions & { below?: string }]>([
  ['GET', {}],
  ['GET', { below: '/history' }],
  ['GET', { below: '/history', query: { limit: 1 } }],
  ['PATCH', { body: { fields: { zip: '5000' } } }],
  ['PATCH', { body: { fields: { zip: '5000' } }, headers: { 'if-match': '"7"' } }],
  ['PATCH', { body: { external_id: 'mine' } }],
  ['PATCH', { body: {} }],
  ['DELETE', {}],
  ['DELETE', { headers: { 'if-match': '"7"' } }],
])('%s %j answers alike whatever the reason', async (method, { below = '', ...options }) => {
  const answers = await Promise.all(
    Object.values(leads).map(async (id) => told(await v.xyz.request(method, `/leads/${id}${below}`, options))),
  );

  expect(answers[0]).toMatchObject({ status: 404 });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('a body that is wrong by itself is refused alike, before it is looked whether there is a lead', async () => {
  const answers = await Promise.all(
    Object.values(leads).map(async (id) => told(await v.xyz.patch(`/leads/${id}`, { fields: { zip: 5000, x: 1 } }))),
  );
  expect(answers[0]).toMatchObject({ status: 422 });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('nothing has happened to the hidden lead', async () => {
  expect((await v.nordic.get(`/leads/${leads.hidden}`)).body).toMatchObject({ version: 1, fields: { zip: null } });
});

test.each(['', '/leads', '/leads/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80'])(
  'a campaign that the token does not reach is answered like a missing one: …%s',
  async (path) => {
    const answers = await Promise.all(
      ['second', 'foreign', 'none', 'UPPER', '%00', 'a'.repeat(300), 'constructor'].map(async (slug) =>
        told(await v.xyz.get(`/v1/campaigns/${slug}${path}`)),
      ),
    );
    expect(answers[0]).toMatchObject({ status: 404 });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  },
);

test('neither does the document of such a campaign exist', async () => {
  const answers = await Promise.all(
    ['second', 'foreign', 'none', '\u0000', 'constructor'].map(async (campaign) =>
      told(await v.xyz.get('/v1/openapi.json', { campaign })),
    ),
  );
  expect(answers[0]).toMatchObject({ status: 404 });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { insertAccount, insertCampaign, insertToken, solarPlan } from './support/campaigns.ts';
import { startServer, type TestServer } from './support/server.ts';

let s: TestServer;
beforeAll(async () => {
  s = await startServer();
});
afterAll(() => s?.stop());
test('x', async () => {
  const { db } = s.connection;
  const accountId = await insertAccount(db);
  const campaign = await insertCampaign(db, accountId, solarPlan);
  const v = await insertToken(db, s.vault, { accountId, campaign, filter: 'Vendor XYZ' });
  const n = await insertToken(db, s.vault, { accountId, campaign, filter: 'Nordic Leads', permission: 'read' });
  const b = await insertToken(db, s.vault, { accountId });
  const call = async (m: string, p: string, t: string | undefined, body?: unknown, h: any = {}) => {
    const r = await fetch(s.url + p, {
      method: m,
      headers: {
        ...(t ? { authorization: `Bearer ${t}` } : {}),
        ...(body !== undefined ? { 'content-type': 'application/json' } : {}),
        ...h,
      },
      ...(body !== undefined ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
    });
    const text = await r.text();
    console.log(
      m,
      p,
      r.status,
      text.slice(0, 900),
      r.headers.get('etag'),
      r.headers.get('link'),
      r.headers.get('location'),
    );
    return { status: r.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  const base = '/v1/campaigns/solar-test';
  await call('GET', base, v.secret);
  await call('GET', base, undefined);
  await call('GET', base, 'lsp_x');
  await call('GET', '/v1/campaigns/nope', v.secret);
  const c = await call('POST', base + '/leads', v.secret, {
    external_id: 'A/1',
    fields: { name: 'Anna', email: 'a@EXAMPLE.com', phone: '20 12 34 56', roof_area: 12.5 },
  });
  const id = c.body.id;
  await call('POST', base + '/leads', v.secret, {
    external_id: 'A/1',
    fields: { name: 'Anna', email: 'a@EXAMPLE.com' },
  });
  await call('POST', base + '/leads', v.secret, {
    statuss: 'x',
    status: 'nw',
    external_id: '',
    fields: {
      nme: 'A',
      email: 'x',
      phone: '12',
      zip: 'abc',
      roof_type: 'slate',
      roof_area: '12',
      household_size: 1.5,
      owns_home: 'true',
      visit_date: '2026-02-30',
      callback_at: '2026',
      interests: ['x', 'battery'],
      source: 'nordic-leads',
      website: 'x',
    },
  });
  await call('GET', `${base}/leads/${id}`, v.secret);
  await call('GET', `${base}/leads/${id}`, n.secret);
  await call('GET', `${base}/leads/${id}`, b.secret);
  await call(
    'PATCH',
    `${base}/leads/${id}`,
    v.secret,
    { status: 'won', fields: { phone: null } },
    { 'if-match': '"1"' },
  );
  await call('PATCH', `${base}/leads/${id}`, v.secret, { status: 'won' });
  await call('PATCH', `${base}/leads/${id}`, v.secret, { status: 'lost' }, { 'if-match': '"1"' });
  await call('PATCH', `${base}/leads/${id}`, b.secret, { fields: { source: 'nordic-leads' } });
  await call('GET', `${base}/leads?limit=2&status=won&fields.source=vendor-xyz`, v.secret);
  await call('GET', `${base}/leads?limit=2&sourc=1&fields.zpi=3&limit=900`, b.secret);
  await call('GET', `${base}/leads`, n.secret);
  await call('POST', `${base}/leads`, n.secret, {});
  await call('GET', '/v1/campaigns', b.secret);
  await call('GET', '/v1/openapi.json?campaign=solar-test', b.secret);
  await call('GET', '/v1/openapi.json', v.secret);
  await call('DELETE', `${base}/leads/${id}`, b.secret);
  await call('DELETE', `${base}/leads/${id}`, b.secret);
  await call('PUT', `${base}/leads`, b.secret, {});
  await call('GET', `/docs/${v.docsId}`, undefined);
  await call('GET', `/docs/${v.docsId}/openapi.yaml`, undefined);
  await call('GET', `/docs/${b.docsId}`, undefined);
  await call('GET', `/docs/${b.docsId}/campaigns/solar-test/openapi.json`, undefined);
  await call('GET', '/problems/invalid_lead', undefined);
  await call('GET', '/', undefined);
  await call('HEAD', base + '/leads', v.secret);
  await call('OPTIONS', base + '/leads', v.secret);
  expect(1).toBe(1);
});

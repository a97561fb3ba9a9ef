/** `getCampaign`, `listCampaigns` and `getOpenApi`; and how leads look after options, fields and rules have changed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { change } from '../support/campaigns.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

describe('getCampaign', () => {
  test('a vendor sees its pins, its own option, and what a new lead must have', async () => {
    const { status, body } = await v.xyz.get('/');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      slug: 'solar-test',
      name: 'Solar test',
      permission: 'read_write',
      revision: 1,
      pins: { 'fields.source': 'vendor-xyz' },
      docs_url: `${v.server.url}/docs/${v.tokens.xyz.docsId}`,
    });
    const selects = body.selects as { key: string; options: { value: string }[] }[];
    expect(selects.map(({ key, options }) => [key, options.map((o) => o.value)])).toEqual([
      ['source', ['vendor-xyz']],
      ['roof_type', ['tile', 'flat']],
      ['interests', ['battery', 'charger']],
    ]);
    const fields = body.fields as unknown as { key: string; required: boolean }[];
    expect(fields.filter((field) => field.required).map((field) => field.key)).toEqual(['name', 'email']);
  });

  test('every answer tells the revision that judged it, a repeat that of the first answer', async () => {
    const token = await v.token({ filter: 'Vendor XYZ' });
    const api = v.client(token);
    const revisionOf = async (answer: Promise<{ headers: Headers }>) => (await answer).headers.get('x-schema-revision');
    const current = String((await api.get('/')).body.revision);
    const write = () => api.post('/leads', { fields: least }, { 'idempotency-key': 'told-once' });
    const answers = [api.get('/leads'), api.get('/leads?no=1'), api.post('/leads', {}), api.get('/leads/x'), write()];
    expect(await Promise.all(answers.map(revisionOf))).toEqual(answers.map(() => current));

    const after = await change(v.db, v.campaign, sql`update fields set label = 'Zip code' where key = 'zip'`);
    expect(after.revision).toBeGreaterThan(Number(current));
    expect(await revisionOf(api.get('/leads'))).toBe(String(after.revision));
    expect(await revisionOf(write())).toBe(current);

    const nobody = await fetch(`${v.server.url}/v1/campaigns/${v.campaign.slug}/leads`);
    expect([nobody.status, nobody.headers.get('x-schema-revision')]).toEqual([401, null]);
  });

  test('a revoked token gets no revision, though the process still knew it', async () => {
    const token = await v.token({ filter: 'Vendor XYZ' });
    const api = v.client(token);
    expect((await api.get('/leads')).status).toBe(200);
    await sql`update tokens set revoked_at = now(), version = version + 1 where id = ${token.id}`.execute(v.db);
    await change(v.db, v.campaign, sql`update fields set label = 'Postal code' where key = 'zip'`);
    // Another token makes the process read the campaign as it is now.
    await v.xyz.get('/leads');
    const answer = await api.get('/leads');
    expect([answer.status, answer.headers.get('x-schema-revision')]).toEqual([401, null]);
  });

  test('a token for the whole campaign sees no pin and every active option', async () => {
    const { body } = await v.whole.get('/');
    expect(body.pins).toEqual({});
    expect(JSON.stringify(body.selects)).toContain('nordic-leads');
    expect(JSON.stringify(body.selects)).not.toContain('old-vendor');
  });
});

describe('getOpenApi', () => {
  test('the document is that of the documentation address, with a tag that spares sending it again', async () => {
    const first = await v.xyz.get('/v1/openapi.json');
    const page = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`);
    const tag = first.headers.get('etag') ?? '';
    expect(await page.text()).toBe(first.text);
    expect(page.headers.get('etag')).toBe(tag);
    for (const header of [tag, tag.replace('W/', ''), `"other", ${tag}`, '*'])
      expect(await v.xyz.get('/v1/openapi.json', undefined, { 'if-none-match': header })).toMatchObject({
        status: 304,
        text: '',
      });
    expect((await v.xyz.get('/v1/openapi.json', undefined, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('a broad token names a campaign, or gets one document of them all', async () => {
    const one = await v.broad.get('/v1/openapi.json', { campaign: 'solar-test' });
    expect([one.status, one.body.servers]).toEqual([
      200,
      [expect.objectContaining({ url: expect.stringMatching(/solar-test$/) })],
    ]);
    const all = await v.broad.get('/v1/openapi.json');
    expect([all.status, all.body.servers]).toEqual([200, [expect.objectContaining({ url: `${v.server.url}/v1` })]]);
    const tag = all.headers.get('etag') ?? '';
    expect((await v.broad.get('/v1/openapi.json', undefined, { 'if-none-match': tag })).status).toBe(304);
  });

  test('a read token is offered no writing', async () => {
    const reader = v.client(await v.token({ filter: 'Vendor XYZ', permission: 'read' }));
    const { paths } = (await reader.get('/v1/openapi.json')).body as unknown as { paths: Record<string, object> };
    const methods = Object.values(paths).flatMap((item) => Object.keys(item).filter((key) => key !== 'parameters'));
    expect(methods.length).toBeGreaterThan(3);
    expect([...new Set(methods)]).toEqual(['get']);
  });
});

test('listCampaigns links the page and the document, which both answer', async () => {
  const [only] = (await v.broad.get('/v1/campaigns')).body.data;
  expect(only).toMatchObject({ slug: 'solar-test', permission: 'read_write' });
  for (const url of [only?.docs_url, only?.openapi_url]) expect((await fetch(String(url))).status).toBe(200);
});

test('an archived option stays readable in old leads, is found by no filter, and may not be written again', async () => {
  const { id } = await v.xyz.lead({ ...least, roof_type: 'flat' });
  await change(
    v.db,
    v.campaign,
    sql`update options set archived_at = now() where campaign_id = ${v.campaign.id} and value = 'flat'`,
  );

  expect((await v.xyz.get(`/leads/${id}`)).body.fields.roof_type).toBe('flat');
  expect((await v.xyz.patch(`/leads/${id}`, { fields: { roof_type: 'flat' } })).status).toBe(422);
  expect((await v.xyz.patch(`/leads/${id}`, { fields: { notes: 'kept' } })).body.fields).toMatchObject({
    roof_type: 'flat',
  });
  expect((await v.xyz.post('/leads', { fields: { ...least, roof_type: 'flat' } })).status).toBe(422);
});

test('a field that became required is null in old leads, and other changes of them go on', async () => {
  const { id } = await v.xyz.lead(least);
  await change(
    v.db,
    v.campaign,
    sql`update fields set required = true where campaign_id = ${v.campaign.id} and key = 'zip'`,
  );

  expect((await v.xyz.get(`/leads/${id}`)).body.fields.zip).toBeNull();
  expect((await v.xyz.patch(`/leads/${id}`, { status: 'won' })).status).toBe(200);
  expect(errorsOf(await v.xyz.post('/leads', { fields: least }))).toEqual(['/fields/zip required']);
});

test('a removed field is shown nowhere and its value stays stored', async () => {
  const { id } = await v.xyz.lead({ ...least, zip: '5000', notes: 'stored' });
  await change(
    v.db,
    v.campaign,
    sql`update fields set removed_at = now() where campaign_id = ${v.campaign.id} and key = 'notes'`,
  );

  expect(Object.keys((await v.xyz.get(`/leads/${id}`)).body.fields)).not.toContain('notes');
  await v.xyz.patch(`/leads/${id}`, { status: 'won' });
  const { rows } = await sql`select values ->> 'notes' as notes from leads where id = ${id}`.execute(v.db);
  expect(rows).toEqual([{ notes: 'stored' }]);
  expect(errorsOf(await v.xyz.patch(`/leads/${id}`, { fields: { notes: 'x' } }))).toEqual(['/fields/notes unknown']);
});

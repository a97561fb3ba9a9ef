/** A tool call does the same as its HTTP request: the same response, the same refusal, the same log entry. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { change, insertCampaign, solarPlan } from '../support/campaigns.ts';
import { client as httpClient } from '../support/client.ts';
import { generations, type McpClient, mcpClient, postMessage, toolCall } from '../support/mcp.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let xyz: McpClient;
beforeAll(async () => {
  v = await startVendors();
  xyz = await mcpClient(v.server, v.tokens.xyz, solarPlan.slug);
});
afterAll(async () => {
  await xyz.close();
  await v.stop();
});

const { slug } = solarPlan;
const lead = (name = 'Anna') => ({ ...least, name });

test.each(generations)('the %s client writes a lead and reads it back', async (generation) => {
  const client = await mcpClient(v.server, v.tokens.xyz, slug, generation);

  const made = await client.call('createLead', { fields: lead(), external_id: randomUUID() });
  const read = await client.call('getLead', { lead_id: made.body.id });

  expect(made).toMatchObject({ isError: false, body: { status: 'new', version: 1, fields: { source: 'vendor-xyz' } } });
  expect(read.body).toEqual(made.body);
  await client.close();
});

test('a result is the same JSON as over HTTP, with the status and the header fields beside it', async () => {
  const { id } = await v.xyz.lead(lead());

  const read = await xyz.call('getLead', { lead_id: id });
  const answer = await v.xyz.get(`/leads/${id}`);

  expect(read.texts[0]).toBe(answer.text);
  expect(read.texts[1]).toMatch(/^HTTP 200\nETag: "1-[\w-]+"$/);
});

test('leads are changed: null empties a field, and other fields stay unchanged', async () => {
  const { id } = await v.xyz.lead({ ...lead(), zip: '8000', notes: 'Call later.' });

  const changed = await xyz.call('updateLead', { lead_id: id, status: 'contacted', fields: { notes: null } });

  expect(changed.body).toMatchObject({ status: 'contacted', version: 2, fields: { zip: '8000', notes: null } });
});

test('a lead is created or changed by an external id with any characters', async () => {
  const external_id = `å/b?c#d%20 ${randomUUID()}`;

  const made = await xyz.call('upsertLead', { external_id, fields: lead() });
  const changed = await xyz.call('upsertLead', { external_id, status: 'won' });

  expect(made.texts[1]).toMatch(/^HTTP 201\n/);
  expect(changed.body).toMatchObject({ id: made.body.id, external_id, status: 'won', version: 2 });
});

test('a list is filtered by fields and statuses, and read page by page', async () => {
  const email = `${randomUUID()}@example.com`;
  for (const name of ['a', 'b', 'c']) await v.xyz.lead({ ...lead(name), email });
  await xyz.call('createLead', { fields: { ...lead('d'), email }, status: 'lost' });
  const narrowing = { fields: { email }, status: ['new', 'won'], limit: 2 };

  const first = await xyz.call('listLeads', narrowing);
  const second = await xyz.call('listLeads', { ...narrowing, cursor: first.body.next_cursor });
  const counted = await xyz.call('countLeads', { fields: { email } });

  expect([...first.body.data, ...second.body.data].map(({ fields }) => fields.name)).toEqual(['c', 'b', 'a']);
  expect(second.body.next_cursor).toBeNull();
  expect(counted.body).toEqual({ count: 4, exact: true });
});

test('several writes go in one call, each with its result', async () => {
  const { id } = await v.xyz.lead(lead());

  const written = await xyz.call('writeLeads', {
    items: [
      { op: 'create', fields: lead('New') },
      { op: 'update', id, status: 'won' },
      { op: 'create', fields: {} },
    ],
  });

  expect(written.body.results).toMatchObject([{ status: 201 }, { status: 200 }, { status: 422 }]);
});

test('a client reads the change feed, and the history of a lead', async () => {
  const { next_cursor: cursor } = (await xyz.call('listLeadChanges', { cursor: 'latest' })).body;
  const { id } = await v.xyz.lead(lead());
  await v.xyz.patch(`/leads/${id}`, { status: 'won' });

  const changes = await xyz.call('listLeadChanges', { cursor, wait: 5 });
  const history = await xyz.call('getLeadHistory', { lead_id: id });

  expect(changes.body.data.map(({ kind, lead_id }) => [kind, lead_id])).toContainEqual(['created', id]);
  expect(history.body.data).toHaveLength(2);
});

test('a deletion has no body, and says that it was done', async () => {
  const { id } = await v.xyz.lead(lead());

  const deleted = await xyz.call('deleteLead', { lead_id: id });

  expect(deleted).toMatchObject({ isError: false, texts: ['HTTP 204'] });
  expect((await v.xyz.get(`/leads/${id}`)).status).toBe(404);
});

test.each([true, 'true', 1, '1', 'TRUE'])('a call with dry_run %p writes nothing', async (dry_run) => {
  const email = `${randomUUID()}@example.com`;

  const tried = await xyz.call('createLead', { dry_run, fields: { ...lead(), email } });

  expect(tried).toMatchObject({
    isError: false,
    texts: [expect.anything(), expect.stringContaining('Dry-Run: create')],
  });
  expect((await v.xyz.get('/leads/count', { 'fields.email': email })).body.count).toBe(0);
});

test('a repeated call with the same key writes once, over MCP and over HTTP', async () => {
  const idempotency_key = randomUUID();
  const args = { idempotency_key, fields: lead() };

  const first = await xyz.call('createLead', args);
  const second = await xyz.call('createLead', args);
  const third = await v.xyz.post('/leads', { fields: lead() }, { 'idempotency-key': idempotency_key });
  const other = await xyz.call('createLead', { ...args, fields: lead('Other') });

  expect([second.body.id, third.body.id]).toEqual([first.body.id, first.body.id]);
  expect(second.texts[1]).toContain('Idempotency-Replayed: true');
  expect(other).toMatchObject({ isError: true, body: { code: 'idempotency_key_reused' } });
});

test('a lead that somebody else has changed is not overwritten with if_match', async () => {
  const { id } = await v.xyz.lead(lead());

  const late = await xyz.call('updateLead', { lead_id: id, if_match: '"7"', status: 'won' });
  const right = await xyz.call('updateLead', { lead_id: id, if_match: '"1"', status: 'won' });

  expect(late).toMatchObject({ isError: true, body: { code: 'precondition_failed' } });
  expect(right.body.version).toBe(2);
});

test('a refusal is a result with the same problem as over HTTP, with all mistakes', async () => {
  const body = { fields: { nam: 'Anna', email: 'anna', zip: '80000', roof_type: 'slate' }, status: 'lots' };

  const refused = await xyz.call('createLead', body);
  const { body: problem } = await v.xyz.post('/leads', body);

  expect(refused.isError).toBe(true);
  expect({ ...refused.body, instance: '' }).toEqual({ ...problem, instance: '' });
  expect(refused.body.errors?.length).toBeGreaterThan(4);
});

test.each([
  ['an argument that no parameter has', 'getCampaign', { verbose: true }, '/?verbose=true'],
  ['a field that leads cannot be listed by', 'listLeads', { fields: { notes: 'x' } }, '/leads?fields.notes=x'],
  ['an empty list', 'listLeads', { status: [] }, '/leads?status='],
  ['a number that is too large', 'listLeads', { limit: 1_000 }, '/leads?limit=1000'],
  ['an id that is none', 'getLead', { lead_id: 'abc' }, '/leads/abc'],
])('%s is refused as HTTP refuses it', async (_what, tool, args, address) => {
  const refused = await xyz.call(tool, args);
  const { body: problem } = await v.xyz.get(address);

  expect({ ...refused.body, instance: '' }).toEqual({ ...problem, instance: '' });
});

test('values that an address cannot contain are refused, all at once', async () => {
  const refused = await xyz.call('getLeadHistory', { limit: null, cursor: { a: 1 } });

  expect(refused.body).toMatchObject({ status: 400, code: 'invalid_parameter' });
  expect(refused.body.errors?.map(({ parameter, code }) => `${parameter} ${code}`)).toEqual([
    'limit type',
    'cursor type',
    'lead_id required',
  ]);
});

test('a number that a double cannot hold is refused, not rounded', async () => {
  const raw = JSON.stringify(toolCall('createLead', { fields: { ...lead(), roof_area: 0 } })).replace(
    '"roof_area":0',
    '"roof_area":120.00000000000000001',
  );

  const { text } = await postMessage(v.server, slug, { ...v.tokens.xyz, raw });

  const { result } = JSON.parse(text) as { result: { structuredContent: { errors: unknown } } };
  expect(result.structuredContent.errors).toMatchObject([{ pointer: '/fields/roof_area', code: 'precision' }]);
});

test('a token that may only read is refused each write', async () => {
  const reader = await mcpClient(v.server, await v.token({ permission: 'read' }), slug);

  const refused = await reader.call('createLead', { fields: lead() });

  expect(refused).toMatchObject({ isError: true, body: { status: 403, code: 'insufficient_permission' } });
  await reader.close();
});

test('an export is not a tool', async () => {
  await expect(xyz.call('exportLeads')).rejects.toThrow('Unknown tool: exportLeads');
});

test('the request log has the operation of a call, and its response', async () => {
  const token = await v.token({ filter: 'Vendor XYZ' });
  const client = await mcpClient(v.server, token, slug);
  await client.call('createLead', { fields: lead() });
  await client.call('createLead', { fields: {} });

  const { body } = await client.call('listRequests');

  const logged = body.data as unknown as readonly { operation: string | null }[];
  expect(logged.filter(({ operation }) => operation !== null)).toMatchObject([
    {
      operation: 'createLead',
      status: 422,
      code: 'invalid_lead',
      errors: [{ pointer: '/fields/name', code: 'required' }, {}],
    },
    { operation: 'createLead', status: 201, code: null, errors: [] },
  ]);
  // Messages that the client sends before it calls a tool.
  expect(logged.filter(({ operation }) => operation === null).length).toBeGreaterThan(1);
  await client.close();
});

test('each message is one request within the limit of its token, whatever it asks for', async () => {
  const token = await v.token({ filter: 'Vendor XYZ', requestsPerMinute: 3 });
  const send = (body: unknown) => postMessage(v.server, slug, token, body);

  const answers = [
    await send({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    await send(toolCall('createLead', { fields: lead() })),
    await send({ jsonrpc: '2.0', method: 'notifications/initialized' }),
    await send(toolCall('getCampaign')),
  ];

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 202, 429]);
  const left = answers.map(({ headers }) => /"requests";r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
  expect(left).toEqual(['2', '1', '0', '0']);
  expect(answers[3]?.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(JSON.parse(answers[3]?.text ?? '')).toMatchObject({ code: 'rate_limited' });
});

test('leads that are written count within the limit of written leads', async () => {
  const token = await v.token({ filter: 'Vendor XYZ', writesPerMinute: 2 });
  const send = (args: object) => postMessage(v.server, slug, token, toolCall('createLead', args));

  const first = await send({ fields: lead() });
  const dry = await send({ fields: lead(), dry_run: true });
  const third = await send({ fields: lead() });

  expect([first.status, dry.status, third.status]).toEqual([200, 200, 429]);
  expect(first.headers.get('ratelimit')).toContain('"writes";r=1');
});

test('a token of the account calls the tools of each of its campaigns', async () => {
  const second = await insertCampaign(v.db, v.accountId, { ...solarPlan, slug: 'second' });
  const client = await mcpClient(v.server, v.tokens.broad, second.slug);

  const made = await client.call('createLead', { fields: { ...lead(), source: 'nordic-leads' } });

  const read = await httpClient(v.server, v.tokens.broad, second.slug).get(`/leads/${made.body.id}`);
  expect(read.body).toMatchObject({ fields: { source: 'nordic-leads' } });
  await client.close();
});

test('a call that a change of the campaign has made wrong gets the present schema of the tool', async () => {
  const plan = { ...solarPlan, slug: 'changing' };
  const campaign = await insertCampaign(v.db, v.accountId, plan);
  const client = await mcpClient(v.server, v.tokens.broad, plan.slug);
  const fields = { ...lead(), source: 'vendor-xyz' };
  const before = await client.call('createLead', { fields });

  await change(
    v.db,
    campaign,
    sql`update fields set required = true where key = 'zip' and campaign_id = ${campaign.id}`,
  );
  const refused = await client.call('createLead', { fields });

  expect(before.isError).toBe(false);
  expect(refused.body.errors).toMatchObject([{ pointer: '/fields/zip', code: 'required' }]);
  const told = refused.texts.find((text) => text.startsWith('The tool now takes: ')) ?? '';
  const schema = JSON.parse(told.slice(told.indexOf('{'))) as { properties: { fields: { required: string[] } } };
  expect(schema.properties.fields.required).toContain('zip');
  await client.close();
});

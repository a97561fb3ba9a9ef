/** Tokens in the Management API: their shape, the changes that they allow, and how they end. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { makeCampaign, type SignedUp, signUp, signUpMember, sourceIs } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
let filter: { id: string };
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner);
  const body = { name: 'Vendor XYZ', condition: sourceIs('vendor-xyz') };
  filter = (await owner.call(`POST ${path}/filters`, { body })).body;
});
afterAll(() => server?.stop());

const create = (token: object = {}) =>
  owner.call(`POST ${path}/tokens`, { body: { name: 'Token', permission: 'read_write', ...token } });
const secretOf = async (id: string) => (await owner.call(`POST /tokens/${id}/reveal`)).body.secret as string;
const use = async (secret: string) => {
  const headers = { Authorization: `Bearer ${secret}` };
  return (await fetch(`${server.url}/v1/campaigns/solar-dk`, { headers })).status;
};
const versionOf = async (id: string) =>
  (await server.connection.db.selectFrom('tokens').select('version').where('id', '=', id).executeTakeFirstOrThrow())
    .version;

test('a token that is tied to a filter shows everything but its secret', async () => {
  const { status, body } = await create({ name: 'Vendor XYZ', filter_id: filter.id });

  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.any(String),
    name: 'Vendor XYZ',
    scope: 'filter',
    campaign: 'solar-dk',
    permission: 'read_write',
    filter: { id: filter.id, name: 'Vendor XYZ' },
    summary: 'Reads and writes leads whose Source is Vendor XYZ; Source is filled in.',
    prefix: expect.stringMatching(/^lsp_[0-9A-Za-z]{6}$/),
    docs_url: expect.stringMatching(new RegExp(`^${server.url}/docs/[a-z2-7]{26}$`)),
    state: 'active',
    rate_limit: null,
    previous_secret: null,
    notes: null,
    created_by: { id: owner.memberId, name: 'Olivia Owner' },
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    last_used_at: null,
    expires_at: null,
  });
  expect((await owner.call(`GET /tokens/${body.id}`)).body).toEqual(body);
  expect(await secretOf(body.id)).toMatch(new RegExp(`^${body.prefix}`));
});

test('the sentence says what the token may do', async () => {
  const summary = async (token: object) => (await create(token)).body.summary;
  expect(await summary({ permission: 'read', filter_id: filter.id })).toBe('Reads leads whose Source is Vendor XYZ.');
  expect(await summary({})).toBe('Reads and writes every lead of the campaign.');
  const { body } = await owner.call('POST /tokens', { body: { name: 'Broad', permission: 'read' } });
  expect(body.summary).toBe('Reads every lead of every campaign.');
});

test('a broad token is listed with the account, and not with a campaign', async () => {
  const { body } = await owner.call('POST /tokens', { body: { name: 'Warehouse', permission: 'read' } });
  expect(body).toMatchObject({ scope: 'account', campaign: null, filter: null });

  const ids = async (request: string) =>
    (await owner.call(request)).body.data.map((token: { id: string }) => token.id) as string[];
  expect(await ids('GET /tokens')).toContain(body.id);
  expect(await ids(`GET ${path}/tokens`)).not.toContain(body.id);
});

test('limits and an expiry are kept; 0 is kept as 0', async () => {
  const expires_at = '2099-01-01T00:00:00.000Z';
  const { body } = await create({ expires_at, rate_limit: { requests_per_minute: 0 } });
  expect(body).toMatchObject({ expires_at, rate_limit: { requests_per_minute: 0, writes_per_minute: null } });

  const change = (changes: object) => owner.call(`PATCH /tokens/${body.id}`, { body: changes });
  const limited = (await change({ rate_limit: { writes_per_minute: 5 } })).body.rate_limit;
  expect(limited).toEqual({ requests_per_minute: 0, writes_per_minute: 5 });
  expect((await change({ rate_limit: null, expires_at: null })).body).toMatchObject({
    rate_limit: null,
    expires_at: null,
  });
});

test('an expiry in the past, a filter of another campaign and a wrong limit are refused together, by pointer', async () => {
  const elsewhere = await makeCampaign(owner, 'Elsewhere');
  const body = { name: 'Foreign', condition: sourceIs('website') };
  const { body: foreign } = await owner.call(`POST ${elsewhere}/filters`, { body });

  const refused = await create({ filter_id: foreign.id, expires_at: '2020-01-01T00:00:00Z' });
  expect(refused.status).toBe(422);
  expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(['/expires_at', '/filter_id']);
  expect((await create({ rate_limit: { requests_per_minute: -1 } })).body.errors[0].pointer).toBe(
    '/rate_limit/requests_per_minute',
  );
  expect((await create({ expires_at: '2099-02-30T00:00:00Z' })).body.errors[0].pointer).toBe('/expires_at');
});

test('a change raises the version and ends the old grant at once; a request without a change raises nothing', async () => {
  const { body: token } = await create();
  const secret = await secretOf(token.id);
  expect(await use(secret)).toBe(200);

  const paused = await owner.call(`PATCH /tokens/${token.id}`, { body: { paused: true } });
  expect(paused.body.state).toBe('paused');
  expect(await use(secret)).toBe(401);
  const version = await versionOf(token.id);

  await owner.call(`PATCH /tokens/${token.id}`, { body: { paused: true, name: 'Token' } });
  expect(await versionOf(token.id)).toBe(version);
  await owner.call(`PATCH /tokens/${token.id}`, { body: { paused: false } });
  expect(await use(secret)).toBe(200);
});

test('a token that is tied to a filter never turns wider; one of the campaign can be tied', async () => {
  const { body: tied } = await create({ filter_id: filter.id });
  const wider = await owner.call(`PATCH /tokens/${tied.id}`, { body: { filter_id: null } });
  expect([wider.status, wider.body.errors[0].pointer]).toEqual([422, '/filter_id']);

  const { body: whole } = await create();
  const narrowed = await owner.call(`PATCH /tokens/${whole.id}`, { body: { filter_id: filter.id } });
  expect(narrowed.body).toMatchObject({ scope: 'filter', filter: { id: filter.id } });

  const { body: broad } = await owner.call('POST /tokens', { body: { name: 'Broad', permission: 'read' } });
  const tiedBroad = await owner.call(`PATCH /tokens/${broad.id}`, { body: { filter_id: filter.id } });
  expect(tiedBroad.body.errors[0].pointer).toBe('/filter_id');
});

test('a revoked token is refused at once, left out of lists, still shown by id, and never changed again', async () => {
  const { body: token } = await create();
  const secret = await secretOf(token.id);

  expect((await owner.call(`DELETE /tokens/${token.id}`)).status).toBe(204);
  expect((await owner.call(`DELETE /tokens/${token.id}`)).status).toBe(204);

  expect(await use(secret)).toBe(401);
  const { data } = (await owner.call(`GET ${path}/tokens`)).body;
  expect(data.map((one: { id: string }) => one.id)).not.toContain(token.id);
  expect((await owner.call(`GET /tokens/${token.id}`)).body.state).toBe('revoked');
  for (const request of ['PATCH', 'POST reveal', 'POST rotate', 'POST rotate-docs-url']) {
    const [method, what] = request.split(' ');
    const answer = await owner.call(`${method} /tokens/${token.id}${what ? `/${what}` : ''}`, what ? {} : { body: {} });
    expect([request, answer.status]).toEqual([request, 422]);
  }
});

test('a rotated token has a new secret; the old one ends at once, or after the grace time', async () => {
  const { body: token } = await create();
  const first = await secretOf(token.id);
  expect(await use(first)).toBe(200);

  const { body: second, headers } = await owner.call(`POST /tokens/${token.id}/rotate`);
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect([await use(first), await use(second.secret)]).toEqual([401, 200]);
  expect(await secretOf(token.id)).toBe(second.secret);

  const { body: third } = await owner.call(`POST /tokens/${token.id}/rotate`, { body: { grace_seconds: 60 } });
  expect([await use(second.secret), await use(third.secret)]).toEqual([200, 200]);
  expect((await owner.call(`GET /tokens/${token.id}`)).body.prefix).toBe(third.secret.slice(0, 10));
  const long = await owner.call(`POST /tokens/${token.id}/rotate`, { body: { grace_seconds: 604_801 } });
  expect(long.body.errors[0].pointer).toBe('/grace_seconds');
});

test('tokens of another account do not exist, whatever is asked', async () => {
  const { body: token } = await create();
  const stranger = await signUp(server);
  for (const request of ['GET', 'PATCH', 'DELETE', 'POST reveal', 'POST rotate', 'POST rotate-docs-url']) {
    const [method, what] = request.split(' ');
    const body = method === 'PATCH' ? { body: { name: 'Mine' } } : {};
    const answer = await stranger.call(`${method} /tokens/${token.id}${what ? `/${what}` : ''}`, body);
    expect([request, answer.status, answer.body.code]).toEqual([request, 404, 'not_found']);
  }
  expect((await owner.call(`GET /tokens/${token.id}`)).body).toEqual(token);
});

test('a viewer sees tokens, and neither makes, changes nor ends one', async () => {
  const { body: token } = await create();
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  expect((await viewer.call(`GET /tokens/${token.id}`)).status).toBe(200);
  for (const [request, body] of [
    [`PATCH /tokens/${token.id}`, { name: 'x' }],
    [`DELETE /tokens/${token.id}`, undefined],
    [`POST /tokens/${token.id}/rotate-docs-url`, undefined],
  ] as const) {
    expect((await viewer.call(request, { body })).body.code).toBe('insufficient_role');
  }
});

test('every change of a token leaves an audit row, and no row of it holds a secret', async () => {
  const { body: token } = await create();
  const secret = await secretOf(token.id);
  await owner.call(`PATCH /tokens/${token.id}`, { body: { name: 'Renamed' } });
  const { body: rotated } = await owner.call(`POST /tokens/${token.id}/rotate`);
  await owner.call(`POST /tokens/${token.id}/rotate-docs-url`);
  await owner.call(`DELETE /tokens/${token.id}`);

  const { db } = server.connection;
  const rows = await db
    .selectFrom('audit_log')
    .select('action')
    .where('object_id', '=', token.id)
    .orderBy('id')
    .execute();
  expect(rows.map((row) => row.action)).toEqual([
    'token.create',
    'token.reveal',
    'token.update',
    'token.rotate',
    'token.rotate_docs_url',
    'token.revoke',
  ]);
  const { rows: dump } = await sql<{ row: string }>`
    select a::text as row from audit_log a union all select t::text from tokens t union all select r::text from revisions r
    union all select c::text from token_credentials c union all select s::text from sessions s`.execute(db);
  const all = dump.map((line) => line.row).join('\n');
  for (const one of [secret, rotated.secret]) expect(all).not.toContain(one.slice(10));
});

/** Lines 20 and 21: reveal needs a session, the role and a recent password, and leaves an audit row without the secret. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { client, makeCampaign, password, type SignedUp, signUp, signUpMember } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let token: { id: string; docs_url: string };
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  const path = await makeCampaign(owner);
  const body = { name: 'Whole campaign', permission: 'read_write' };
  token = (await owner.call(`POST ${path}/tokens`, { body })).body;
});
afterAll(() => server?.stop());

const secretRequests = () => [`POST /tokens/${token.id}/reveal`, `POST /tokens/${token.id}/rotate`];
const auditRows = () =>
  server.connection.db.selectFrom('audit_log').selectAll().where('object_id', '=', token.id).orderBy('id').execute();

test('an owner and an admin can reveal the secret, which works, and no cache may keep it', async () => {
  const admin = await signUpMember(server, owner.accountId, 'admin');
  for (const member of [owner, admin]) {
    const { status, body, headers } = await member.call(`POST /tokens/${token.id}/reveal`);

    expect(status).toBe(200);
    expect(headers.get('Cache-Control')).toBe('no-store');
    const headers_ = { Authorization: `Bearer ${body.secret}` };
    expect((await fetch(`${server.url}/v1/campaigns/solar-dk`, { headers: headers_ })).status).toBe(200);
  }
});

test('each reveal leaves an audit row: who, what, when, from where; never the secret', async () => {
  const { body } = await owner.call(`POST /tokens/${token.id}/reveal`);

  const rows = await auditRows();
  const last = rows.at(-1);
  expect(last).toMatchObject({ action: 'token.reveal', actor_id: owner.memberId, actor_name: 'Olivia Owner' });
  expect(last?.address).toMatch(/127\.0\.0\.1/);
  const { rows: dump } = await sql<{ all: string }>`select string_agg(a::text, ' ') as all from audit_log a`.execute(
    server.connection.db,
  );
  expect(dump[0]?.all).not.toContain(body.secret.slice(10));
});

test('a viewer, nobody, a token and another account are refused, and no audit row is written', async () => {
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  const stranger = await signUp(server);
  const { body: revealed } = await owner.call(`POST /tokens/${token.id}/reveal`);
  const before = (await auditRows()).length;

  for (const request of secretRequests()) {
    expect((await viewer.call(request)).body.code).toBe('insufficient_role');
    expect((await client(server).call(request)).body.code).toBe('not_signed_in');
    const headers = { Authorization: `Bearer ${revealed.secret}` };
    expect((await client(server).call(request, { headers })).body.code).toBe('not_signed_in');
    expect((await stranger.call(request)).body.code).toBe('not_found');
  }
  expect(await auditRows()).toHaveLength(before);
});

test('a session whose password was given more than 15 minutes ago must confirm it first', async () => {
  const ago = Date.now() - 15 * 60_000 - 1_000;
  await sql`update sessions set sess = jsonb_set(sess::jsonb, '{confirmedAt}', ${ago}::text::jsonb)
    where sess ->> 'memberId' = ${owner.memberId}`.execute(server.connection.db);

  for (const request of secretRequests()) {
    const { status, body } = await owner.call(request);
    expect([status, body.code]).toEqual([403, 'confirmation_required']);
  }
  const wrong = await owner.call('POST /session/confirm', { body: { password: 'not the password' } });
  expect(wrong.body.code).toBe('wrong_credentials');
  expect((await owner.call('POST /session/confirm', { body: { password } })).status).toBe(200);
  expect((await owner.call(`POST /tokens/${token.id}/reveal`)).status).toBe(200);
});

test('a documentation address is random: nothing that a vendor knows is in it, and no two are alike', async () => {
  const addresses = new Set<string>();
  for (let i = 0; i < 5; i += 1) {
    addresses.add((await owner.call(`POST /tokens/${token.id}/rotate-docs-url`)).body.docs_url);
  }
  expect(addresses.size).toBe(5);
  for (const address of addresses) expect(address).toMatch(/\/docs\/[a-z2-7]{26}$/);
});

/** The secret that a rotation replaced: shown while it is accepted, with its own last use, and ended early. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { makeCampaign, type SignedUp, signUp, signUpMember } from '../../support/manage.ts';
import { eventually } from '../../support/process.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const week = 7 * 24 * 60 * 60;
let server: TestServer;
let owner: SignedUp;
let path: string;
let token: { id: string };
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner);
});
afterAll(() => server?.stop());
beforeEach(async () => {
  token = (await owner.call(`POST ${path}/tokens`, { body: { name: 'Vendor XYZ', permission: 'read' } })).body;
});

const read = async () => (await owner.call(`GET /tokens/${token.id}`)).body;
const secretOf = async () => (await owner.call(`POST /tokens/${token.id}/reveal`)).body.secret as string;
const rotate = async (grace_seconds?: number) =>
  (await owner.call(`POST /tokens/${token.id}/rotate`, { body: grace_seconds === undefined ? {} : { grace_seconds } }))
    .body.secret as string;
const end = () => owner.call(`DELETE /tokens/${token.id}/previous-secret`);
const use = async (secret: string) =>
  (await fetch(`${server.url}/v1${path}`, { headers: { Authorization: `Bearer ${secret}` } })).status;

test('a token has no previous secret before a rotation, nor after one without grace time', async () => {
  expect((await read()).previous_secret).toBeNull();
  await rotate();
  expect((await read()).previous_secret).toBeNull();
});

test('a previous secret is shown with its end, up to seven days ahead, beside the new prefix', async () => {
  const first = await secretOf();
  const before = Date.now();
  const second = await rotate(week);
  const { prefix, previous_secret: old } = await read();
  expect([prefix, old.prefix, old.last_used_at]).toEqual([second.slice(0, 10), first.slice(0, 10), null]);
  const seconds = (Date.parse(old.valid_until) - before) / 1_000;
  expect(seconds).toBeGreaterThanOrEqual(week - 1);
  expect(Date.parse(old.valid_until)).toBeLessThanOrEqual(Date.now() + week * 1_000);

  const tooLong = await owner.call(`POST /tokens/${token.id}/rotate`, { body: { grace_seconds: week + 1 } });
  expect([tooLong.status, tooLong.body.errors[0].pointer]).toEqual([422, '/grace_seconds']);
});

test('a token that expires earlier takes the old secret with it', async () => {
  const expires_at = new Date(Date.now() + 60 * 60 * 1_000).toISOString();
  await owner.call(`PATCH /tokens/${token.id}`, { body: { expires_at } });
  await rotate(week);
  expect((await read()).previous_secret.valid_until).toBe(expires_at);
});

test('a previous secret has its own last use: the use of the new secret does not count', async () => {
  const first = await secretOf();
  expect(await use(first)).toBe(200);
  const second = await rotate(week);
  const usedBefore = (await read()).previous_secret.last_used_at;
  expect(usedBefore).not.toBeNull();

  expect(await use(second)).toBe(200);
  await eventually(async () => (await read()).last_used_at > usedBefore);
  expect((await read()).previous_secret.last_used_at).toBe(usedBefore);

  expect(await use(first)).toBe(200);
  await eventually(async () => (await read()).previous_secret.last_used_at > usedBefore);
});

test('ended early, it is refused at once, and the audit log says who did it', async () => {
  const first = await secretOf();
  const second = await rotate(week);
  expect([await use(first), await use(second)]).toEqual([200, 200]);

  expect((await end()).status).toBe(204);
  expect([await use(first), await use(second)]).toEqual([401, 200]);
  expect((await read()).previous_secret).toBeNull();

  // The second time there is nothing to end, and nothing to log.
  expect((await end()).status).toBe(204);
  const { data } = (await owner.call(`GET /audit?action=token.end_previous_secret&object=${token.id}`)).body;
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ actor: { name: 'Olivia Owner' }, object: { kind: 'token', name: 'Vendor XYZ' } });
});

test('a second rotation ends the secret before the previous one: at most two are accepted', async () => {
  const first = await secretOf();
  const second = await rotate(week);
  const third = await rotate(week);
  expect([await use(first), await use(second), await use(third)]).toEqual([401, 200, 200]);
  expect((await read()).previous_secret.prefix).toBe(second.slice(0, 10));
});

test('viewers may not end it; a stranger has no such token; of a revoked one nothing is left', async () => {
  await rotate(week);
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  expect((await viewer.call(`DELETE /tokens/${token.id}/previous-secret`)).body.code).toBe('insufficient_role');
  const stranger = await signUp(server);
  expect((await stranger.call(`DELETE /tokens/${token.id}/previous-secret`)).status).toBe(404);

  await owner.call(`DELETE /tokens/${token.id}`);
  expect((await read()).previous_secret).toBeNull();
  expect((await end()).status).toBe(422);
});

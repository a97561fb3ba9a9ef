/** Members of an account: who they are, who may give which role, and that an account never loses its last owner. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Client, client, makeCampaign, password, type SignedUp, signUp } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  owner = await signUp(server);
});

let people = 0;
const invite = (by: Client, role: string, name = 'Ida Invited') => {
  people += 1;
  return by.call('POST /members', { body: { name, email: `ida-${people}@example.com`, role } });
};
const secretOf = ({ invitation_url }: { invitation_url: string }) => invitation_url.split('/').pop() ?? '';
const accept = async (invited: { invitation_url: string }) => {
  const member = client(server);
  const { status } = await member.call(`POST /invitations/${secretOf(invited)}/accept`, { body: { password } });
  expect(status).toBe(200);
  return member;
};
const join = async (role: string, name?: string) => {
  const { body } = await invite(owner, role, name);
  return { id: body.id as string, ...(await accept(body)) };
};

test('the list tells everybody, active and invited, oldest first; viewers see it too', async () => {
  const viewer = await join('viewer', 'Vera Viewer');
  const { body: invited } = await invite(owner, 'admin');

  const { body } = await viewer.call('GET /members');

  expect(body.data).toEqual([
    {
      id: owner.memberId,
      name: 'Olivia Owner',
      email: owner.email,
      role: 'owner',
      state: 'active',
      created_at: expect.any(String),
      last_signed_in_at: expect.any(String),
      invitation_expires_at: null,
    },
    expect.objectContaining({ id: viewer.id, name: 'Vera Viewer', state: 'active', invitation_expires_at: null }),
    {
      id: invited.id,
      name: 'Ida Invited',
      email: invited.email,
      role: 'admin',
      state: 'invited',
      created_at: expect.any(String),
      last_signed_in_at: null,
      invitation_expires_at: invited.invitation_expires_at,
    },
  ]);
});

test('admins invite, but no owner, and neither give roles nor remove; viewers can do neither', async () => {
  const [admin, viewer] = [await join('admin'), await join('viewer')];
  const { body: invitedOwner } = await invite(owner, 'owner');
  const refused = async (by: Client, request: string, body?: object) => {
    const answer = await by.call(request, { ...(body && { body }) });
    expect([request, answer.status, answer.body.code]).toEqual([request, 403, 'insufficient_role']);
  };

  expect((await invite(admin, 'admin')).status).toBe(201);
  expect((await admin.call(`PATCH /members/${viewer.id}`, { body: { name: 'Renamed' } })).body.name).toBe('Renamed');
  expect((await invite(admin, 'owner')).body.code).toBe('insufficient_role');
  await refused(admin, `POST /members/${invitedOwner.id}/invitation`);
  await refused(admin, `PATCH /members/${viewer.id}`, { role: 'admin' });
  await refused(admin, `PATCH /members/${admin.id}`, { role: 'owner' });
  await refused(admin, `DELETE /members/${viewer.id}`);
  await refused(viewer, `PATCH /members/${viewer.id}`, { name: 'Me' });
  await refused(viewer, `POST /members/${invitedOwner.id}/invitation`);
  expect((await invite(viewer, 'viewer')).body.code).toBe('insufficient_role');
});

test('a role holds from the next request on', async () => {
  const member = await join('viewer');
  const create = () => member.call('POST /campaigns', { body: { name: 'Mine' } });
  expect((await create()).status).toBe(403);

  expect((await owner.call(`PATCH /members/${member.id}`, { body: { role: 'admin' } })).body.role).toBe('admin');
  expect((await create()).status).toBe(201);

  await owner.call(`PATCH /members/${member.id}`, { body: { role: 'viewer' } });
  expect((await create()).status).toBe(403);
});

test('the last owner who can sign in is neither removed nor demoted', async () => {
  await invite(owner, 'owner');
  for (const [request, body] of [
    [`DELETE /members/${owner.memberId}`],
    [`PATCH /members/${owner.memberId}`, { role: 'admin' }],
  ] as const) {
    const { status, body: problem } = await owner.call(request, { ...(body && { body }) });
    expect([status, problem.code]).toEqual([409, 'last_owner']);
  }

  const second = await join('owner');
  expect((await owner.call(`PATCH /members/${owner.memberId}`, { body: { role: 'viewer' } })).status).toBe(200);
  expect((await second.call(`DELETE /members/${second.id}`)).body.code).toBe('last_owner');
  expect((await second.call(`DELETE /members/${owner.memberId}`)).status).toBe(204);
});

test('one of two owners who demote each other at once stays', async () => {
  const second = await join('owner');
  const answers = await Promise.all([
    owner.call(`PATCH /members/${second.id}`, { body: { role: 'viewer' } }),
    second.call(`PATCH /members/${owner.memberId}`, { body: { role: 'viewer' } }),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const { body } = await owner.call('GET /members');
  expect(body.data.filter(({ role }: { role: string }) => role === 'owner')).toHaveLength(1);
});

test('a removed member is out at once, and stays by name in history, tokens and the audit log', async () => {
  const member = await join('admin', 'Greta Gone');
  const path = await makeCampaign(member, `Left behind ${people}`);
  const { body: lead } = await member.call(`POST ${path}/leads`, { body: { fields: {} } });
  const { body: token } = await member.call(`POST ${path}/tokens`, { body: { name: 'T', permission: 'read' } });
  const { email } = (await owner.call('GET /members')).body.data[1];

  expect((await owner.call(`DELETE /members/${member.id}`)).status).toBe(204);

  expect((await member.call('GET /session')).status).toBe(401);
  expect((await client(server).call('POST /session', { body: { email, password } })).status).toBe(401);
  expect((await owner.call('GET /members')).body.data).toHaveLength(1);
  const history = (await owner.call(`GET ${path}/leads/${lead.id}/history`)).body.data;
  expect(history[0].actor).toEqual({ kind: 'member', name: 'Greta Gone' });
  expect((await owner.call(`GET /tokens/${token.id}`)).body).toMatchObject({
    state: 'active',
    created_by: { id: member.id, name: 'Greta Gone' },
  });
  const { rows } = await server.connection.pool.query('select * from members where id = $1', [member.id]);
  expect(rows).toMatchObject([{ name: 'Greta Gone', email: null, password_hash: null }]);
  const back = { name: 'Greta Again', email, role: 'viewer' };
  expect((await owner.call('POST /members', { body: back })).status).toBe(201);
});

test('nobody learns of a member of another account: the address is invited like any other, and each has a password', async () => {
  const stranger = await signUp(server);
  const invitation = { name: 'Twice', email: stranger.email.toUpperCase(), role: 'viewer' };
  const { status, body } = await owner.call('POST /members', { body: invitation });
  expect([status, body.state]).toEqual([201, 'invited']);
  const secret = body.invitation_url.split('/').pop();
  const other = 'another password than that of the other account';
  const accepted = await client(server).call(`POST /invitations/${secret}/accept`, { body: { password: other } });
  expect(accepted.body.account.id).not.toBe(stranger.accountId);

  const accountBy = async (given: string) =>
    (await client(server).call('POST /session', { body: { email: stranger.email, password: given } })).body.account.id;
  expect(await accountBy(password)).toBe(stranger.accountId);
  expect(await accountBy(other)).toBe(accepted.body.account.id);
  // The password of one account confirms nothing in the other.
  expect((await stranger.call('POST /session/confirm', { body: { password: other } })).status).toBe(401);
  expect((await stranger.call('POST /session/confirm', { body: { password } })).status).toBe(200);
});

test('an e-mail address that a member of the account has, in any case, is taken', async () => {
  for (const email of [owner.email, owner.email.toUpperCase()]) {
    const { status, body } = await owner.call('POST /members', { body: { name: 'Twice', email, role: 'viewer' } });
    expect([status, body.code, body.errors[0].pointer]).toEqual([409, 'already_exists', '/email']);
  }
  const { body } = await owner.call('POST /members', { body: { name: '', email: 'no address', role: 'boss' } });
  expect(body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual(['/email', '/name', '/role']);
});

test('the members of another account do not exist', async () => {
  const stranger = await signUp(server);
  const requests: [string, object?][] = [
    [`PATCH /members/${owner.memberId}`, { name: 'x' }],
    [`DELETE /members/${owner.memberId}`],
    [`POST /members/${owner.memberId}/invitation`],
  ];
  for (const [request, body] of requests)
    expect((await stranger.call(request, { ...(body && { body }) })).status).toBe(404);
  expect((await stranger.call('GET /members')).body.data).toHaveLength(1);
});

test('each change leaves an audit row, and no row holds a secret', async () => {
  const { body: invited } = await invite(owner, 'viewer');
  const { body: renewed } = await owner.call(`POST /members/${invited.id}/invitation`);
  await accept(renewed);
  await owner.call(`PATCH /members/${invited.id}`, { body: { role: 'admin' } });
  await owner.call(`PATCH /members/${invited.id}`, { body: { role: 'admin' } });
  await owner.call(`DELETE /members/${invited.id}`);

  const rows = await server.connection.db
    .selectFrom('audit_log')
    .select(['action', 'details', 'actor_id'])
    .where('object_id', '=', invited.id)
    .orderBy('id')
    .execute();
  expect(rows.map(({ action }) => action)).toEqual([
    'member.create',
    'member.invite',
    'member.accept_invitation',
    'member.update',
    'member.remove',
  ]);
  expect(rows[3]?.details).toEqual({ from: { role: 'viewer' }, to: { role: 'admin' } });
  for (const { invitation_url } of [invited, renewed])
    expect(JSON.stringify(rows)).not.toContain(secretOf({ invitation_url }));
});

/** Line 37: an invitation link for one role, whose member has got another role since. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { client, signUp, signUpMember } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const secretOf = (url: string) => url.split('/').at(-1);
const accept = (url: string) =>
  client(server).call(`POST /invitations/${secretOf(url)}/accept`, { body: { password: 'a long enough password' } });

test.each([
  ['viewer', 'owner'],
  ['viewer', 'admin'],
  ['admin', 'viewer'],
])('a change from %s to %s ends the link; a new one is for the new role', async (before, after) => {
  const owner = await signUp(server);
  const admin = await signUpMember(server, owner.accountId, 'admin');
  const { body: invited } = await admin.call('POST /members', {
    body: { name: 'New', email: `${before}-${after}@example.com`, role: before },
  });

  const { body: changed } = await owner.call(`PATCH /members/${invited.id}`, { body: { role: after } });

  expect(changed).toMatchObject({ role: after, state: 'invited', invitation_expires_at: null });
  expect((await accept(invited.invitation_url)).status).toBe(404);
  const { body: renewed } = await owner.call(`POST /members/${invited.id}/invitation`);
  expect((await accept(renewed.invitation_url)).body.member.role).toBe(after);
});

test('another name leaves the link as it is', async () => {
  const owner = await signUp(server);
  const { body: invited } = await owner.call('POST /members', {
    body: { name: 'New', email: 'renamed@example.com', role: 'viewer' },
  });
  await owner.call(`PATCH /members/${invited.id}`, { body: { name: 'Newer' } });
  expect((await accept(invited.invitation_url)).status).toBe(200);
});

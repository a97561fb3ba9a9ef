/** The commands that create a further account, set a new password, and seal again under a newer key. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { revealSecret } from '../../../src/access/tokens.ts';
import { createVault, reseal } from '../../../src/access/vault.ts';
import { sealingKey } from '../../../src/config.ts';
import { client, makeCampaign, password, type SignedUp, signUp } from '../../support/manage.ts';
import { startServer, type TestServer, testKeys } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const signInAs = (email: string, given: string) =>
  client(server).call('POST /session', { body: { email, password: given } });

function run(script: string, args: readonly string[], keys: string): Promise<{ code: number | null; output: string }> {
  const path = fileURLToPath(new URL(`../../../scripts/${script}.ts`, import.meta.url));
  const env = { PATH: process.env.PATH, DATABASE_URL: server.databaseUrl, LEADSPEC_SECRET_KEYS: keys };
  const child = spawn(process.execPath, [path, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

const older = 'the older sealing key of thirty-two characters and more';
const newest = 'the newest sealing key of thirty-two characters and more';

test('the command makes another account and tells the password once; one address may have several', async () => {
  const args = ['create', '--name', 'Acme', '--email', 'owner@acme.example'];
  const { code, output } = await run('account', args, older);

  expect([code, output]).toEqual([0, expect.stringContaining('The account "Acme" was made.')]);
  const made = /^ {2}(\S+)$/m.exec(output)?.[1] ?? '';
  expect((await signInAs('owner@acme.example', made)).body.account.name).toBe('Acme');

  const again = await run('account', ['create', '--name', 'Acme Two', ...args.slice(3)], older);
  const second = /^ {2}(\S+)$/m.exec(again.output)?.[1] ?? '';
  expect((await signInAs('owner@acme.example', second)).body.account.name).toBe('Acme Two');
  expect((await signInAs('owner@acme.example', made)).body.account.name).toBe('Acme');
  const reset = ['reset-password', '--email', 'owner@acme.example'];
  const unclear = await run('account', reset, older);
  expect([unclear.code, unclear.output]).toEqual([1, expect.stringContaining('"Acme", "Acme Two"')]);
  expect((await run('account', [...reset, '--name', 'Acme Two'], older)).code).toBe(0);
  expect((await signInAs('owner@acme.example', second)).status).toBe(401);
  expect((await signInAs('owner@acme.example', made)).status).toBe(200);
  expect((await run('account', ['create', '--nam', 'x'], older)).output).toContain('Use: npm run account');
});

test('a lost password is replaced by one that is shown once; the old one and its sessions end', async () => {
  const owner = await signUp(server);
  const { code, output } = await run('account', ['reset-password', '--email', owner.email.toUpperCase()], older);

  expect([code, output]).toEqual([0, expect.stringContaining('The old password is no longer valid.')]);
  const fresh = /^ {2}(\S+)$/m.exec(output)?.[1] ?? '';
  expect((await signInAs(owner.email, fresh)).status).toBe(200);
  expect((await signInAs(owner.email, password)).status).toBe(401);
  expect((await owner.call('GET /session')).status).toBe(401);

  const nobody = await run('account', ['reset-password', '--email', 'nobody@example.com'], older);
  expect([nobody.code, nobody.output]).toEqual([1, expect.stringContaining('No member has the e-mail address')]);
});

test('only the newest key, after sealing again, opens the secrets that the older one had sealed', async () => {
  const owner: SignedUp = await signUp(server);
  const path = await makeCampaign(owner);
  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'T', permission: 'read' } });
  const { body: before } = await owner.call(`POST /tokens/${token.id}/reveal`);
  await reseal(server.connection.db, [sealingKey(older), ...testKeys]);

  expect(await run('reseal', [], newest)).toEqual({
    code: 1,
    output: expect.stringContaining('an older key is missing'),
  });
  const { code, output } = await run('reseal', [], `${newest},${older}`);

  expect([code, output]).toEqual([0, '1 data key was sealed under the newest key.\n']);
  const vault = createVault([sealingKey(newest)]);
  expect(await revealSecret(server.connection.db, vault, token.id)).toBe(before.secret);
});

/**
 * Line 50: the output of a start stays in the log of a container. So tokens and a generated password go to files that only
 * their owner can read, and are printed only on a terminal.
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { client } from '../../support/manage.ts';
import {
  eventually,
  instanceOn,
  newDataDir,
  runToEnd,
  type ServiceProcess,
  startProcess,
} from '../../support/process.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const secret = /lsp_[A-Za-z0-9]{49}/;
const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
const signIn = async (service: ServiceProcess, password: string) =>
  (await client(service).call('POST /session', { body: { email: 'owner@example.com', password } })).status;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a first start with the demo prints no secret and says where they are', async () => {
  const dataDir = newDataDir();
  const [demo, owner] = [join(dataDir, 'demo.txt'), join(dataDir, 'owner-password')];
  const first = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir, LEADSPEC_DEMO: '1' } });
  const password = readFileSync(owner, 'utf8').trim();

  expect(first.output()).not.toMatch(secret);
  expect(first.output()).not.toContain(password);
  expect(first.output()).toContain(`the password in ${owner} (written this once)`);
  expect(first.output()).toContain(demo);
  expect([modeOf(demo), modeOf(owner)]).toEqual(['600', '600']);
  expect(await signIn(first, password)).toBe(200);
  expect(readFileSync(demo, 'utf8')).toMatch(/^export BASE='http:\S+' DOCS='http:\S+' TOKEN='lsp_[A-Za-z0-9]{49}'$/m);
  expect(readFileSync(demo, 'utf8')).not.toContain(password);

  // Somebody has made the file readable for everybody. The next start makes it private again.
  await first.stop();
  chmodSync(demo, 0o644);
  const second = await startProcess({ env: { LEADSPEC_DATA_DIR: dataDir, LEADSPEC_DEMO: '1' } });
  expect(second.output()).not.toMatch(secret);
  expect(modeOf(demo)).toBe('600');
  expect(readFileSync(owner, 'utf8').trim()).toBe(password);
  await second.stop();
});

test('a password that could not be written stops the start, and leaves no owner who has it', async () => {
  const taken = newDataDir();
  writeFileSync(taken, 'a file, where the directory should be');
  const env = { ...instanceOn(database.url), LEADSPEC_ADMIN_PASSWORD: '' };
  const connection = new pg.Client({ connectionString: database.url });
  await connection.connect();

  const { code, output } = await runToEnd({ env: { ...env, LEADSPEC_DATA_DIR: taken } });

  expect(code).toBe(1);
  expect(output).toContain(`The data directory ${taken} (LEADSPEC_DATA_DIR) is not a directory`);
  const { rows } = await connection.query('select from members');
  await connection.end();
  expect(rows).toHaveLength(0);
});

test('the data directory is made for the password with DATABASE_URL, and the password opens the console', async () => {
  const dataDir = join(newDataDir(), 'deep');
  const env = { ...instanceOn(database.url), LEADSPEC_DATA_DIR: dataDir };

  const service = await startProcess({ env });

  const file = join(dataDir, 'owner-password');
  const password = readFileSync(file, 'utf8').trim();
  expect(modeOf(file)).toBe('600');
  expect(service.output()).toContain(file);
  expect(service.output()).not.toContain(password);
  expect(await signIn(service, password)).toBe(200);
  await service.stop();
});

const onLinux = process.platform === 'linux' ? test : test.skip;
onLinux('on a terminal the password and the tokens are shown, and no file is written', async () => {
  const dataDir = newDataDir();
  const env = { ...process.env, PORT: '0', LEADSPEC_DATA_DIR: dataDir, LEADSPEC_DEMO: '1' };
  // `script` runs the service on its own terminal, and types its input into that terminal.
  const terminal = spawn('script', ['-qec', `exec '${process.execPath}' src/main.ts`, '/dev/null'], { cwd: root, env });
  const ended = new Promise((resolve) => terminal.once('close', resolve));
  let stdout = '';
  terminal.stdout.on('data', (chunk) => {
    stdout += String(chunk);
  });
  try {
    await eventually(() => stdout.includes('/leads?limit=3'));
    terminal.stdin.write('\x03');
    await ended;
  } finally {
    terminal.kill();
  }

  expect(stdout).toMatch(/Sign in there as owner@example.com, password \S{10,}/);
  expect(stdout).toMatch(/^export BASE='http:\S+' DOCS='http:\S+' TOKEN='lsp_[A-Za-z0-9]{49}'\r$/m);
  expect(existsSync(join(dirname(dataDir), 'data', 'postgres'))).toBe(true);
  expect(['demo.txt', 'owner-password'].filter((name) => existsSync(join(dataDir, name)))).toEqual([]);
});

/** The person who runs the service knows npm's process id: a signal to npm ends Node and the embedded PostgreSQL too. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { freePort } from '../../src/database/postmaster.ts';
import { eventually, newDataDir, postgresPid } from '../support/process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let npm: ChildProcess | undefined;
// In its own process group, so that everything that a failed test has left ends with it.
afterAll(() => {
  try {
    process.kill(-(npm?.pid ?? 0), 'SIGKILL');
  } catch {
    // The process no longer exists, as expected.
  }
});

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );

test.each([
  ['start', 'SIGTERM', {}],
  ['start', 'SIGINT', {}],
  ['start', 'SIGTERM', { WORKERS: '2' }],
  ['dev', 'SIGTERM', {}],
] as const)('npm run %s, %s: %o', async (script, signal, settings) => {
  const dataDir = newDataDir();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port), LEADSPEC_DATA_DIR: dataDir, LEADSPEC_DEMO: '0', ...settings };
  npm = spawn('npm', ['run', script], { cwd: root, env, stdio: 'ignore', detached: true });
  const ended = new Promise<number | null>((resolve) => npm?.once('exit', resolve));
  await eventually(() => isReady(url), 60);

  npm.kill(signal);

  expect(await ended).toBe(0);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  expect(postgresPid(dataDir)).toBeUndefined();
});

test('every script that starts a server becomes Node', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
  const serving = Object.entries(scripts).filter(([, command]) => command.endsWith('src/main.ts'));
  expect(serving.map(([name]) => name)).toEqual(['start', 'dev']);
  expect(serving.filter(([, command]) => !command.startsWith('exec node '))).toEqual([]);
});

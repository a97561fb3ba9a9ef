/**
 * A test run that is stopped in the middle leaves no process behind: no PostgreSQL, no service, no browser and no worker.
 * SIGTERM reaches only jest; Ctrl-C at a terminal reaches every process of the run.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { eventually } from '../support/process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

interface Running {
  readonly pid: number;
  readonly ppid: number;
  readonly what: string;
}

function everyProcess(): Running[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => !state?.startsWith('Z'))
    .map(([pid, ppid, , ...what]) => ({ pid: Number(pid), ppid: Number(ppid), what: what.join(' ') }));
}

function below(parent: number, all = everyProcess()): Running[] {
  return all.filter(({ ppid }) => ppid === parent).flatMap((one) => [one, ...below(one.pid, all)]);
}

/** Starts the fixtures as a separate run in its own process group, and waits until they have started everything. */
async function startRun(files: readonly string[]) {
  const started = mkdtempSync(join(tmpdir(), 'leadspec-started-'));
  directories.push(started);
  const { LEADSPEC_TEST_POSTGRES: _, ...env } = process.env;
  const paths = files.map((file) => `<rootDir>/test/architecture/interrupted/${file}.fixture.ts`);
  const jest = [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    ...paths.flatMap((path) => ['--testMatch', path]),
  ];
  const run = spawn(process.execPath, jest, {
    cwd: root,
    env: { ...env, LEADSPEC_TEST_STARTED: started },
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(run, 'exit');
  await eventually(() => readdirSync(started).length === files.length, 90);
  return { pid: run.pid ?? 0, ended };
}

test.each([
  ['SIGTERM to a run of one file', ['one'], 'SIGTERM', false],
  ['SIGTERM to a run of two workers', ['one', 'two'], 'SIGTERM', false],
  ['Ctrl-C to a run of two workers', ['one', 'two'], 'SIGINT', true],
] as const)('%s leaves nothing behind', async (_name, files, signal, toAll) => {
  const { pid, ended } = await startRun(files);
  const all = below(pid);
  for (const what of [/bin\/postgres /, /src\/main\.ts/, /chromium/])
    expect(all.some((one) => what.test(one.what))).toBe(true);

  process.kill(toAll ? -pid : pid, signal);

  const [code] = await ended;
  expect(code).toBe(signal === 'SIGTERM' ? 143 : 130);
  const left = () => everyProcess().filter((one) => all.some(({ pid: known }) => known === one.pid));
  const remaining = await eventually(() => left().length === 0).then(() => [], left);
  for (const one of remaining) process.kill(one.pid, 'SIGKILL');
  expect(remaining).toEqual([]);
});

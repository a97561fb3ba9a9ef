/**
 * The service as a real process: `startProcess({ env })` resolves when `/readyz` is ready. Everything that a test starts is
 * killed after its file, including the PostgreSQL that a killed service leaves behind, whether the test passed or not.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/database/postmaster.ts';
import { patience } from './patience.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const running = new Set<ChildProcess>();
const directories = new Set<string>();

interface Options {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly args?: readonly string[];
  /** Called with the whole output whenever there is more. */
  readonly onOutput?: (text: string) => void;
}

export interface ServiceProcess {
  readonly url: string;
  readonly pid: number;
  readonly dataDir: string;
  /** The exit code, once the process has ended. */
  readonly ended: Promise<number | null>;
  /** Sends a signal and waits for the end. Returns the exit code, or null if the signal itself ended the process. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** `kill -9`. */
  kill(): Promise<void>;
  /** Standard output and standard error so far. */
  output(): string;
}

/** The environment of an instance on an existing database, plus `more`. */
export const instanceOn = (databaseUrl: string, more: Readonly<Record<string, string>> = {}) => ({
  DATABASE_URL: databaseUrl,
  LEADSPEC_SECRET_KEYS: 'a sealing key of more than 32 characters',
  LOG_LEVEL: 'error',
  ...more,
});

/** Rejects with the output if the process ends before it is ready. */
export async function startProcess(options: Options = {}): Promise<ServiceProcess> {
  const port = Number(options.env?.PORT ?? (await freePort()));
  const { child, dataDir, ended, output } = launch({ ...options, env: { ...options.env, PORT: String(port) } });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, options.env?.LOG_LEVEL !== undefined, { ended, output });
  return {
    url,
    pid: child.pid ?? 0,
    dataDir,
    ended,
    output,
    stop(signal = 'SIGINT') {
      child.kill(signal);
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** For a start that should fail: its exit code and its whole output. */
export async function runToEnd(options: Options = {}): Promise<{ code: number | null; output: string }> {
  const port = options.env?.PORT ?? String(await freePort());
  const { ended, output } = launch({ ...options, env: { ...options.env, PORT: port } });
  const code = await ended;
  return { code, output: output() };
}

/** A data directory that does not exist yet. Removed after the test file. */
export function newDataDir(): string {
  const parent = mkdtempSync(join(tmpdir(), 'leadspec-data-'));
  directories.add(parent);
  // Under root, PostgreSQL runs as another user, who must get through.
  chmodSync(parent, 0o755);
  return join(parent, 'data');
}

/** The process id of the embedded PostgreSQL in a data directory; undefined if it does not run. */
export function postgresPid(dataDir: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

/** The process ids of the workers that a primary has started. */
export function workersOf(primary: number): number[] {
  const all = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(primary)], { encoding: 'utf8' }).stdout;
  return all
    .split('\n')
    .filter((line) => line.includes('src/main.ts'))
    .map((line) => Number.parseInt(line, 10));
}

/** Checks again until `check` holds. Rejects after `seconds`, and later on a slow machine. */
export async function eventually(check: () => Promise<boolean> | boolean, seconds = 30): Promise<void> {
  const deadline = Date.now() + patience(seconds * 1_000);
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`It did not come to hold in time: ${check}`);
    await sleep(50);
  }
}

function launch(options: Options) {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const dataDir = options.env?.LEADSPEC_DATA_DIR ?? newDataDir();
  const settings = { LOG_LEVEL: 'info', LEADSPEC_DEMO: '0' };
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), ...(options.args ?? [])], {
    cwd: root,
    env: { PATH, NODE_COMPILE_CACHE, ...settings, ...options.env, LEADSPEC_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += String(chunk);
      options.onOutput?.(text);
    });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, dataDir, ended, output: () => text };
}

async function untilReady(
  url: string,
  quiet: boolean,
  { ended, output }: { ended: Promise<number | null>; output: () => string },
) {
  let gone = false;
  ended.then(() => {
    gone = true;
  });
  // With several workers, the first is ready before the last. The log says when all are, unless it is turned down.
  const allListen = () => quiet || output().includes('"msg":"ready"');
  const deadline = Date.now() + patience(60_000);
  while (Date.now() < deadline) {
    if (gone) throw new Error(`The process ended before it was ready:\n${output()}`);
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.status === 200 && allListen()) return;
    await sleep(30);
  }
  throw new Error(`The process was not ready in time:\n${output()}`);
}

// Not an `afterAll`, which would run before those of the test file.
(globalThis as Record<symbol, unknown>)[Symbol.for('leadspec end of test file')] = () => {
  for (const child of running) child.kill('SIGKILL');
  for (const parent of directories) {
    const pid = postgresPid(join(parent, 'data'));
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    rmSync(parent, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
};

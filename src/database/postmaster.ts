/**
 * The PostgreSQL server process of a cluster: finds whether it runs and where it listens, starts it, stops it. Decides
 * nothing about who may use it.
 */
import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Cluster, lastLine, serverEnvironment } from './cluster.ts';
import type { Binaries } from './postgres-binaries.ts';
import { commandAs } from './system-user.ts';

const run = promisify(execFile);

/** Where a server listens: a folder with its Unix socket, or the loopback address. */
export interface Listening {
  readonly host: string;
  readonly port: number;
}

export interface Postmaster extends Listening {
  readonly pid: number;
}

const loopback = '127.0.0.1';

/** The longest path of a Unix socket on the strictest system (`sockaddr_un` of macOS has 104 bytes, including the end). */
const longestSocket = 103;

/**
 * Where the server of this cluster should listen: on a Unix socket in the cluster's own folder, which nobody else may enter,
 * because any local user could take a loopback port while the server is down. Only systems without Unix sockets (Windows) use
 * such a port. If the folder's path is too long, uses a new folder for temporary files.
 */
export async function listeningFor({ folder, user }: Cluster): Promise<Listening> {
  if (process.platform === 'win32') return { host: loopback, port: await freePort() };
  const port = 5432;
  if (Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) <= longestSocket) return { host: folder, port };
  const short = await mkdtemp(join(tmpdir(), 'leadspec-'));
  if (user) await chown(short, user.uid, user.gid);
  return { host: short, port };
}

/** Reads `postmaster.pid`. Returns its content if the named process may be a PostgreSQL. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const file = join(cluster.data, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  // PostgreSQL, miscadmin.h: the fifth line is the first folder of sockets, or empty.
  const host = lines[4]?.trim() || loopback;
  const what = await processOf(pid);
  if (what === 'postgres') return { pid, host, port };
  // PostgreSQL itself clears the file of a dead server. It does not if the process number now belongs to another process of
  // the same user, which happens easily in a container that starts again.
  if (what === 'other' && (await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true });
  return undefined;
}

async function processOf(pid: number): Promise<'none' | 'postgres' | 'other'> {
  if (!(pid > 0)) return 'none';
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'none';
  }
  if (process.platform !== 'linux') return 'postgres';
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  if (status === '') return 'none';
  return /^Name:\s+postgres$/m.test(status) && !/^State:\s+Z/m.test(status) ? 'postgres' : 'other';
}

const settings = {
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // Errors go to the client that caused them. In the server's log they would contain values of leads.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Starts the server there. `failed` resolves with PostgreSQL's last message when the server ends. */
export async function startPostmaster(
  cluster: Cluster,
  binaries: Binaries,
  options: Listening & { readonly settings?: Readonly<Record<string, string>> },
): Promise<{ failed: Promise<string> }> {
  const log = await open(cluster.log, 'w', 0o600);
  const onSocket = options.host !== loopback;
  if (onSocket) await removeStaleLock(join(options.host, `.s.PGSQL.${options.port}.lock`));
  const all = {
    ...settings,
    ...options.settings,
    listen_addresses: onSocket ? '' : loopback,
    unix_socket_directories: onSocket ? options.host : '',
    port: String(options.port),
  };
  const args = ['-D', cluster.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const command = await commandAs(cluster.user, binaries.postgres, args, cluster.data);
  const child = spawn(command.file, command.args, {
    ...command.as,
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    windowsHide: true,
    // Its own session, so that Ctrl-C at a terminal does not stop it before requests have drained.
    detached: true,
  });
  child.unref();
  const failed = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(readFile(cluster.log, 'utf8').then(lastLine, () => 'it left no message')));
  });
  await log.close();
  return { failed };
}

/**
 * Removes the lock of a socket whose server is dead. PostgreSQL removes it by itself, unless the dead server is a zombie or
 * its process number now belongs to another process.
 */
async function removeStaleLock(file: string): Promise<void> {
  const [pid] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  if (pid && (await processOf(Number(pid))) !== 'postgres') await rm(file, { force: true });
}

/** Stops the server: open transactions are rolled back, everything committed is on disk. Rejects after `seconds`. */
export async function stopPostmaster(cluster: Cluster, binaries: Binaries, seconds: number): Promise<void> {
  const args = ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-t', String(seconds)];
  const command = await commandAs(cluster.user, binaries.pg_ctl, args, cluster.data);
  await run(command.file, command.args, { ...command.as, cwd: '/', env: serverEnvironment() });
}

/** A loopback port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

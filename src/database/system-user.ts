/**
 * The user that the embedded PostgreSQL runs as. It refuses to run as root. Under root, it runs as the system user
 * `postgres`, which is created if needed, or as the owner of an existing cluster. Otherwise it runs as the user of this
 * process (undefined).
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

/**
 * Undefined unless this process is root. Throws {@link DatabaseStartError} if there is no such user and it cannot be created.
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

/** The owner of `folder`, so that a directory first used by an ordinary user still works under root. */
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
 * How to run `program` as `user`. Under root, the programs and the data may lie where that user has no access, such as in
 * `/root`. The program then keeps root's right to pass through folders (CAP_DAC_READ_SEARCH), and no other right.
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
  // PostgreSQL finds its own programs with access(2), which would ignore the right without this last flag.
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

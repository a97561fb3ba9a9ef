/**
 * Files in the data directory for what a start must tell its operator and must not leave in a log: readable by their
 * owner alone, and either whole or not there. A directory that cannot be written is a {@link DatabaseStartError}.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainFileError } from './database/start-error.ts';

/** Writes the file anew and gives its path. The data directory is made when it is not there. */
export async function writeSecretFile(dataDir: string, name: string, text: string): Promise<string> {
  const file = join(dataDir, name);
  // A file that is there keeps its mode when it is written to, so a new one takes its place.
  const fresh = join(dataDir, `.${name}-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(fresh, text, { mode: 0o600, flag: 'wx', flush: true });
    await rename(fresh, file);
    return file;
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw explainFileError(dataDir, error);
  }
}

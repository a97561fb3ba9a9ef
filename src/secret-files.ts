/**
 * Files in the data directory with secrets for the operator that must not stand in a log. Only their owner can read them, and
 * they are either complete or absent. Throws {@link DatabaseStartError} if the directory cannot be written.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainFileError } from './database/start-error.ts';

/** Writes the file, replacing an older one, and returns its path. Creates the data directory if needed. */
export async function writeSecretFile(dataDir: string, name: string, text: string): Promise<string> {
  const file = join(dataDir, name);
  // Writing to an existing file would keep its mode, so a new file replaces it.
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

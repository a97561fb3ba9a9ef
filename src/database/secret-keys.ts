/**
 * The sealing key that is made on the first start with the embedded database when LEADSPEC_SECRET_KEYS is absent. It
 * lies beside the database, for its owner alone; without it no stored token can be shown again.
 */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sealingKey } from '../config.ts';
import { DatabaseStartError, explainFileError } from './start-error.ts';

/** Keys of 32 bytes, newest first. To be called by the one process that holds the data directory. */
export async function embeddedSecretKeys(dataDir: string): Promise<readonly Buffer[]> {
  const file = join(dataDir, 'secret-keys');
  try {
    const fresh = randomBytes(32).toString('base64url');
    await writeFile(file, `${fresh}\n`, { mode: 0o600, flag: 'wx', flush: true }).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const keys = (await readFile(file, 'utf8')).split(/[\n,]/).filter((line) => line.trim() !== '');
    // A new key here would silently give up every sealed token.
    if (keys.length === 0) throw new DatabaseStartError(`The file ${file} has no sealing key in it any more.`);
    return keys.map(sealingKey);
  } catch (error) {
    throw explainFileError(dataDir, error);
  }
}

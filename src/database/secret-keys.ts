/**
 * The sealing key that the first start with the embedded database creates if LEADSPEC_SECRET_KEYS is absent. Its file lies
 * beside the database and can be read only by its owner. Without it, no stored token can be shown again.
 */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sealingKey } from '../config.ts';
import { DatabaseStartError, explainFileError } from './start-error.ts';

/** Keys of 32 bytes, newest first. Only the process that holds the data directory may call this. */
export async function embeddedSecretKeys(dataDir: string): Promise<readonly Buffer[]> {
  const file = join(dataDir, 'secret-keys');
  try {
    const fresh = randomBytes(32).toString('base64url');
    await writeFile(file, `${fresh}\n`, { mode: 0o600, flag: 'wx', flush: true }).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const keys = (await readFile(file, 'utf8')).split(/[\n,]/).filter((line) => line.trim() !== '');
    // Creating a new key here would silently lose every sealed token.
    if (keys.length === 0) throw new DatabaseStartError(`The file ${file} no longer contains a sealing key.`);
    return keys.map(sealingKey);
  } catch (error) {
    throw explainFileError(dataDir, error);
  }
}

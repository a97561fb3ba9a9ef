/** Why the service cannot start on its database, as a sentence for the operator. Shown without a stack. */
import { isNativeError } from 'node:util/types';

export class DatabaseStartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseStartError';
  }
}

/** Another Leadspec holds the data directory. */
export class DirectoryTakenError extends DatabaseStartError {}

/** Explains an error of the file system in the data directory as such a sentence. Returns other errors unchanged. */
export function explainFileError(dataDir: string, error: unknown): unknown {
  const code = isNativeError(error) && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return error;
  const why =
    code === 'EACCES' || code === 'EPERM'
      ? 'belongs to another user or may not be read and written by this one'
      : code === 'ENOSPC'
        ? 'lies on a full disk'
        : code === 'ENOTDIR' || code === 'EEXIST'
          ? 'is not a directory'
          : 'cannot be used';
  return new DatabaseStartError(
    `The data directory ${dataDir} (LEADSPEC_DATA_DIR) ${why} (${code}). Give another, or change who owns it.`,
    { cause: error },
  );
}

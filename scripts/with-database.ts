/**
 * For commands: the database of the settings, opened, checked and closed again. An obstacle is reported as a
 * sentence, and the command ends with 1. The embedded database is one process's at a time: stop the service first.
 */
import { type Config, ConfigError, readConfig } from '../src/config.ts';
import { connect, type Database } from '../src/database/connection.ts';
import { layoutOf } from '../src/database/distribution.ts';
import { isMigrated } from '../src/database/migrate.ts';
import { openDatabase } from '../src/database/open.ts';
import { DatabaseStartError } from '../src/database/start-error.ts';
import { createLogger } from '../src/logger.ts';

/** A sentence for the person who runs the command. */
export class CommandError extends Error {}

export interface OpenedForCommand {
  readonly db: Database;
  readonly config: Config;
  /** Sealing keys, newest first. */
  readonly secretKeys: readonly Buffer[];
}

export function withDatabase(run: (opened: OpenedForCommand) => Promise<void>): Promise<void> {
  return asCommand(async () => {
    const config = readConfig();
    const database = await openDatabase(config, createLogger({ level: 'error', pretty: false }));
    const { url } = database;
    const { db, close } = connect({ url, layout: await layoutOf(url), connections: 1, onError: () => undefined });
    try {
      if (!(await isMigrated(db)))
        throw new CommandError('The database is not set up yet: start the service once first.');
      await run({ db, config, secretKeys: database.secretKeys });
    } finally {
      await close();
      await database.close();
    }
  });
}

/** Runs a command. An obstacle is reported as a sentence, and the command ends with 1. */
export async function asCommand(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const sentences = [CommandError, ConfigError, DatabaseStartError];
    if (sentences.some((kind) => error instanceof kind)) process.stderr.write(`${(error as Error).message}\n`);
    else console.error(error);
    process.exitCode = 1;
  }
}

/**
 * Opens the database of the settings: running, of a supported version, and with its keys. Waits for a database that is not
 * there yet, and throws {@link DatabaseStartError} for one that cannot be used.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../config.ts';
import type { Logger } from '../logger.ts';
import { isUnavailable } from './connection.ts';
import type { Layout } from './distribution.ts';
import { startEmbedded } from './embedded.ts';
import { embeddedSecretKeys } from './secret-keys.ts';
import { DatabaseStartError } from './start-error.ts';

export interface OpenDatabase {
  readonly url: string;
  /** Sealing keys, newest first. */
  readonly secretKeys: readonly Buffer[];
  /** True if this start created an embedded database. */
  readonly isNew: boolean;
  /** Stops the embedded PostgreSQL. Does nothing to another database. */
  close(): Promise<void>;
}

/** The database as a serving process needs it: migrated. */
export interface DatabaseAccess {
  readonly databaseUrl: string;
  readonly layout: Layout;
  /** Sealing keys, newest first. */
  readonly secretKeys: readonly Buffer[];
}

/** `onLost`: called when another process has taken the embedded database. */
export async function openDatabase(
  config: Config,
  logger: Logger,
  onLost?: (error: DatabaseStartError) => void,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    await waitFor(config.databaseUrl, logger);
    return { url: config.databaseUrl, secretKeys: config.secretKeys ?? [], isNew: false, close: async () => undefined };
  }
  const connections = config.workers * (config.databaseConnections + 1);
  const embedded = await startEmbedded({ dataDir: config.dataDir, logger, connections, ...(onLost && { onLost }) });
  const secretKeys = config.secretKeys ?? (await embeddedSecretKeys(config.dataDir));
  return { url: embedded.url, secretKeys, isNew: embedded.isNew, close: embedded.stop };
}

/** A service and its database are often started together, so an unreachable database is tried for `seconds`. */
async function waitFor(url: string, logger: Logger, seconds = 30): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    try {
      const version = await serverVersion(url);
      if (version >= 150_000) return;
      throw new DatabaseStartError(
        `The PostgreSQL of DATABASE_URL is version ${Math.floor(version / 10_000)}, but 15 or newer is needed.`,
      );
    } catch (error) {
      if (error instanceof DatabaseStartError) throw error;
      const why = error instanceof AggregateError ? error.errors.map(String).join('; ') : (error as Error).message;
      if (!isUnavailable(error)) throw new DatabaseStartError(`The database of DATABASE_URL refuses: ${why}.`);
      if (Date.now() > deadline) {
        throw new DatabaseStartError(
          `The database of DATABASE_URL could not be reached for ${seconds} seconds: ${why}.`,
        );
      }
      logger.warn({ reason: why }, 'The database cannot be reached yet; trying again');
      await sleep(1_000);
    }
  }
}

/** In PostgreSQL's form: 180004 for 18.4. */
async function serverVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    return Number(rows[0]?.version);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Migrates the schema to the version of this code, under an advisory lock (if two instances start at once, one waits).
 * Refuses a database that a newer version has migrated.
 */

import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { readLayout, stepsToCluster, takeSteps } from './distribution.ts';

const folder = new URL('../../migrations/', import.meta.url);
/** Any number works, but it must never change, because versions that start at the same time must wait for each other. */
const lockNumber = 5_323_302;

/** The application name of its connections. */
export const migrationName = 'leadspec migration';

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(fileURLToPath(folder))).filter((name) => /^\d{4}_.*\.ts$/.test(name)).sort();
  const entries = names.map(
    async (name) => [name.replace(/\.ts$/, ''), (await import(new URL(name, folder).href)) as Migration] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

export class NewerSchemaError extends Error {
  constructor(names: readonly string[]) {
    super(
      `The database was migrated by a newer version of Leadspec (${names.join(', ')} is not known here). ` +
        'Start that version or a later one; this one will not touch the data.',
    );
    this.name = 'NewerSchemaError';
  }
}

/**
 * Migrates to the newest schema, or only up to a migration. Returns the names of the migrations that ran. Throws
 * {@link NewerSchemaError}.
 */
export const migrate = (url: string, upTo?: string): Promise<string[]> =>
  underMigrationLock(url, (db) => migrateLocked(db, upTo));

/** Runs `run` while nobody else migrates the database or starts on it. Throws what `run` throws. */
export async function underMigrationLock<T>(url: string, run: (db: Kysely<unknown>) => Promise<T>): Promise<T> {
  // Uses its own connections, because a migration may take longer than any statement of a request.
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: migrationName });
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await db.connection().execute(async (locked) => {
      // Kysely has a lock too, but takes it only after creating its own tables, which is a race on an empty database.
      await sql`select pg_advisory_lock(${lockNumber})`.execute(locked);
      return await run(db);
    });
  } finally {
    await db.destroy();
  }
}

async function migrateLocked(db: Kysely<unknown>, upTo: string | undefined): Promise<string[]> {
  const migrations = await readMigrations();
  const unknown = (await appliedMigrations(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new NewerSchemaError(unknown);
  const isDistributed = (await readLayout(db)) === 'distributed';
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) throw error;
  // New tables get their places. Each migration itself runs on the coordinator, as on one PostgreSQL.
  if (isDistributed) await takeSteps(db, stepsToCluster());
  return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName);
}

async function appliedMigrations<T>(db: Kysely<T>): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    return rows.map((row) => row.name);
  } catch (error) {
    // undefined_table: the database was never migrated.
    if (error instanceof Error && 'code' in error && error.code === '42P01') return [];
    throw error;
  }
}

/** Whether every migration of this code has run. `/readyz` asks this. */
export async function isMigrated<T>(db: Kysely<T>): Promise<boolean> {
  const applied = new Set(await appliedMigrations(db));
  return Object.keys(await readMigrations()).every((name) => applied.has(name));
}

/**
 * Brings the schema up to what this code knows, under an advisory lock (two instances at once: one waits), and refuses
 * a database that a newer version has already migrated.
 */

import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

const folder = new URL('../../migrations/', import.meta.url);

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

/** Migrates to the newest schema; returns the names of the migrations that ran. Throws {@link NewerSchemaError}. */
export async function migrate<T>(db: Kysely<T>): Promise<string[]> {
  const migrations = await readMigrations();
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const unknown = (await appliedMigrations(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new NewerSchemaError(unknown);
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName);
}

async function appliedMigrations<T>(db: Kysely<T>): Promise<string[]> {
  const any = db as unknown as Kysely<{ kysely_migration: { name: string } }>;
  const tables = await any.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  return (await any.selectFrom('kysely_migration').select('name').execute()).map((row) => row.name);
}

/** True when every migration that this code knows has run: what `/readyz` asks. */
export async function isMigrated<T>(db: Kysely<T>): Promise<boolean> {
  const applied = new Set(await appliedMigrations(db));
  return Object.keys(await readMigrations()).every((name) => applied.has(name));
}

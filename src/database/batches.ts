/** Deletes many rows in batches, so that no statement holds many locks, or holds them for long. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';

/** Rows in one statement. */
const size = 1_000;

/**
 * `removeInBatches(db, (limit) => sql`delete … limit ${limit}`, isStopping)`: runs the statement until it deletes fewer than
 * `limit` rows, or the process is stopping. Returns the number of deleted rows.
 */
export async function removeInBatches(
  db: QueryExecutorProvider,
  build: (limit: RawBuilder<number>) => RawBuilder<unknown>,
  isStopping: () => boolean,
): Promise<number> {
  const statement = build(sql.lit(size));
  let removed = 0;
  let gone = size;
  while (gone === size && !isStopping()) {
    gone = Number((await statement.execute(db)).numAffectedRows ?? 0);
    removed += gone;
  }
  return removed;
}

/** Removes many rows a batch at a time, so that no statement holds more than a few locks, or for long. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';

/** Rows of one statement. */
const size = 1_000;

/**
 * `removeInBatches(db, (limit) => sql`delete … limit ${limit}`, isStopping)`: runs what `build` makes until it removes less than
 * `limit`, or the process is to stop; returns how many rows went.
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

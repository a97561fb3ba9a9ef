/** Deletes many rows in batches, so that no statement holds many locks, or holds them for long. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { isDistributed } from './citus-dialect.ts';
import { places } from './distribution.ts';

/** Rows in one statement. */
const size = 1_000;

interface Removal {
  readonly table: keyof typeof places;
  /** The columns of the primary key. */
  readonly key: readonly [string, ...string[]];
  /** The rows to delete; left out: all. */
  readonly where?: RawBuilder<boolean>;
  /** The column whose smallest values go first. */
  readonly orderBy?: string;
}

/**
 * Deletes rows until there are no more, or the process is stopping. Rows that others have locked are skipped, so that any number of processes
 * may run this. Returns the number of deleted rows. On a cluster it goes campaign by campaign, because each lies on one node.
 */
export async function removeInBatches(
  db: QueryExecutorProvider,
  removal: Removal,
  isStopping: () => boolean,
): Promise<number> {
  const { table, where = sql`true` } = removal;
  if (!isDistributed(db) || places[table] !== 'campaign') return removeAll(db, removal, isStopping);
  const { rows } = await sql<{ campaign_id: string }>`
    select distinct campaign_id from ${sql.table(table)} where ${where}`.execute(db);
  let removed = 0;
  for (const { campaign_id } of rows)
    removed += await removeAll(db, { ...removal, campaignId: campaign_id }, isStopping);
  return removed;
}

async function removeAll(
  db: QueryExecutorProvider,
  removal: Removal & { readonly campaignId?: string },
  isStopping: () => boolean,
): Promise<number> {
  const statement = removalStatement(removal);
  let removed = 0;
  let gone = size;
  while (gone === size && !isStopping()) {
    gone = Number((await statement.execute(db)).numAffectedRows ?? 0);
    removed += gone;
  }
  return removed;
}

function removalStatement({
  table,
  key,
  where = sql`true`,
  orderBy,
  campaignId,
}: Removal & { readonly campaignId?: string }): RawBuilder<unknown> {
  const name = sql.table(table);
  const ofCampaign = (alias: string) =>
    campaignId === undefined ? sql`` : sql` and ${sql.ref(`${alias}.campaign_id`)} = ${campaignId}`;
  return sql`
    with old as materialized (
      select ${sql.join(key.map((column) => sql.ref(`t.${column}`)))} from ${name} t where ${where}${ofCampaign('t')}
      ${orderBy === undefined ? sql`` : sql`order by ${sql.ref(`t.${orderBy}`)}`} limit ${sql.lit(size)} for update skip locked)
    delete from ${name} r using old
    where ${sql.join(
      key.map((column) => sql`${sql.ref(`r.${column}`)} = ${sql.ref(`old.${column}`)}`),
      sql` and `,
    )}${ofCampaign('r')}`;
}

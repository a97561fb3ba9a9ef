/**
 * Erases the rest of deleted campaigns: leads, events, kept answers, requests and definitions. Small batches keep the locks short,
 * even with a million leads. If a process ends half-way, the next one continues.
 *
 * The campaign's row stays, because its slug must not be used again. Its tokens stay for the audit log, its head for the guard, and
 * the use of tokens because it is only numbers.
 */
import { sql } from 'kysely';
import type { Database } from '../../../database/connection.ts';
import { withLeads } from '../tables.ts';
import { waitForOlderWrites } from '../transaction.ts';

const rowsPerBatch = 1_000;

/** In the order of erasure; each with the columns of its primary key behind `campaign_id`. */
const tables: readonly (readonly [table: string, ...key: string[]])[] = [
  ['leads', 'id'],
  ['lead_events', 'lead_id', 'version'],
  ['lead_claims', 'claim'],
  ['idempotency_records', 'token_id', 'key'],
  ['token_requests', 'token_id', 'id'],
  ['document_changes', 'token_id', 'id'],
  ['token_documents', 'token_id'],
  ['announced_changes', 'id'],
  ['revisions', 'revision'],
  ['key_columns', 'column_name'],
  ['duplicate_rules'],
  ['filters', 'id'],
  ['fields', 'key'],
  ['options', 'select_key', 'value'],
  ['selects', 'key'],
  ['statuses', 'key'],
  ['feed_heads'],
];

/** Tables with rows for each lead: a batch begins where the last one ended, so that it need not skip all the deleted rows. */
const walked: ReadonlySet<string> = new Set(['leads', 'lead_events']);

/** Returns how many campaigns were erased to the end. `isStopping` ends it between batches. */
export async function eraseDeletedCampaigns(db: Database, isStopping: () => boolean = () => false): Promise<number> {
  const waiting = await db
    .selectFrom('campaigns')
    .select('id')
    .where('deleted_at', 'is not', null)
    .where('erased_at', 'is', null)
    .execute();
  if (waiting.length === 0) return 0;
  // A write that began before the deletion may still add rows.
  await waitForOlderWrites(db, isStopping);
  let erased = 0;
  for (const { id } of waiting) {
    if (await eraseCampaign(db, id, isStopping)) erased += 1;
  }
  return erased;
}

async function eraseCampaign(db: Database, id: string, isStopping: () => boolean): Promise<boolean> {
  for (const [table, ...key] of tables) {
    let part: ErasedBatch | undefined = { gone: rowsPerBatch, last: null };
    while (part?.gone === rowsPerBatch) {
      if (isStopping()) return false;
      part = await eraseBatch(db, id, [table, ...key], walked.has(table) ? part.last : null);
    }
    if (!part) return false;
  }
  await sql`
    update campaigns set erased_at = now(), name = slug, default_country = null, support_contact = null, vendor_notes = null
    where id = ${id}`.execute(db);
  return true;
}

interface ErasedBatch {
  readonly gone: number;
  /** The first column of the last row's key, behind `campaign_id`. */
  readonly last: string | null;
}

/**
 * Deletes one batch; `undefined` if another process is erasing the campaign, and so locks its row. Locks the head of the feed first,
 * then events by lead and version, as numbering and erasures do, so that no two of them deadlock.
 */
function eraseBatch(
  db: Database,
  id: string,
  [table, ...key]: readonly [string, ...string[]],
  from: string | null,
): Promise<ErasedBatch | undefined> {
  return withLeads(db)
    .transaction()
    .execute(async (trx) => {
      const held = await sql`
        select from campaigns where id = ${id} and erased_at is null for update skip locked`.execute(trx);
      if (held.rows.length === 0) return undefined;
      if (table === 'lead_events') await sql`select from feed_heads where campaign_id = ${id} for update`.execute(trx);
      const columns = sql.join(['campaign_id', ...key].map((column) => sql.ref(column)));
      const same = sql.join(
        ['campaign_id', ...key].map((column) => sql`t.${sql.ref(column)} = part.${sql.ref(column)}`),
        sql` and `,
      );
      const first = sql.ref(key[0] ?? 'campaign_id');
      const begins = from === null ? sql`` : sql`and ${first} >= ${from}::uuid`;
      const { rows } = await sql<{ last: string }>`
        with part as materialized (
          select ${columns} from ${sql.table(table)} where campaign_id = ${id} ${begins}
          order by ${columns} limit ${sql.lit(rowsPerBatch)} for update)
        delete from ${sql.table(table)} t using part where t.campaign_id = ${id} and ${same} returning t.${first}::text as last`.execute(
        trx,
      );
      return {
        gone: rows.length,
        last:
          rows
            .map(({ last }) => last)
            .sort()
            .at(-1) ?? null,
      };
    });
}

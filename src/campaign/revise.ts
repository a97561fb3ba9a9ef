/**
 * Every change of a campaign's definition goes through here: one transaction locks the campaign's head, checks the revision
 * that the change was made from, applies the change, assigns key columns, writes the new revision and raises the epoch.
 * After it has returned, no lead statement passes the guard with the old definition.
 */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import { notFound, refuse } from '../problem/problem.ts';
import type { Campaign } from './definition.ts';
import { assignKeyColumns } from './key-columns.ts';
import { loadCampaign } from './load.ts';
import { snapshotOf } from './snapshot.ts';

/** One entry of a revision's `changes`: `{ kind: 'field_added', key: 'zip' }`. */
export interface Change {
  readonly kind: string;
  readonly [detail: string]: unknown;
}

/** A change that was just made, and is not committed yet. */
export interface Made {
  readonly before: Campaign;
  readonly after: Campaign;
  readonly changes: readonly Change[];
  /** When the revision was made. */
  readonly at: Date;
  /** The note of the announcement, if the change was announced. */
  readonly note?: string | null;
}

/**
 * Called before the change, under the lock. It returns a function that is called after the change: this function counts the
 * change for each token whose document is different now, and stores the differences.
 */
export type NoteDocuments = (trx: DatabaseTransaction, campaign: Campaign) => Promise<(made: Made) => Promise<void>>;

/** For campaigns that have no documents yet, and for changes that are rolled back. */
export const noDocuments: NoteDocuments = async () => async () => undefined;

export interface RevisionRequest<T> {
  readonly campaignId: string;
  /** The member who makes the change; null for the system. */
  readonly changedBy: string | null;
  /** Revisions that the change may be made from, if the client sent any. */
  readonly ifRevisions?: readonly number[] | undefined;
  /**
   * Applies the change to `campaign`, the definition before it. It throws a problem to refuse the change; then nothing is
   * written.
   */
  readonly apply: (trx: DatabaseTransaction, campaign: Campaign) => Promise<{ result: T; changes: readonly Change[] }>;
  /** Gives each token's document its new revision. */
  readonly noteDocuments: NoteDocuments;
}

export interface Revised<T> {
  readonly result: T;
  readonly campaign: Campaign;
}

/** Runs {@link reviseWithin} in its own transaction. */
export function revise<T>(db: Database, request: RevisionRequest<T>): Promise<Revised<T>> {
  return db.transaction().execute((trx) => reviseWithin(trx, request));
}

/**
 * Refuses with 404, 409 `stale`, or the problem that `apply` throws. Without changes there is no new revision, and the epoch
 * stays the same.
 */
export async function reviseWithin<T>(trx: DatabaseTransaction, request: RevisionRequest<T>): Promise<Revised<T>> {
  await trx
    .selectFrom('campaign_heads')
    .select('epoch')
    .where('campaign_id', '=', request.campaignId)
    .forUpdate()
    .execute();
  // A second statement: under READ COMMITTED it sees the changes of the previous holder of the lock.
  const before = await loadCampaign(trx, { id: request.campaignId });
  if (!before) throw notFound('campaign');
  const { ifRevisions } = request;
  if (ifRevisions && !ifRevisions.includes(before.revision)) {
    const from = ifRevisions.length > 0 ? `revision ${ifRevisions.join(' or ')}` : 'another revision';
    throw refuse('stale', `The change was made from ${from}, but the current one is ${before.revision}.`, {
      extensions: { revision: before.revision },
    });
  }
  const note = await request.noteDocuments(trx, before);
  const { result, changes } = await request.apply(trx, before);
  if (changes.length === 0) return { result, campaign: before };
  await sql`update campaign_heads set epoch = epoch + 1, revision = revision + 1 where campaign_id = ${before.id}`.execute(
    trx,
  );
  const after = await loadCampaign(trx, { id: before.id });
  // After a deletion there is nothing to describe.
  if (!after) return { result, campaign: before };
  const campaign = await storeKeyColumns(trx, after);
  const at = new Date();
  await writeRevision(trx, campaign, { changes, changedBy: request.changedBy, at });
  await note({ before, after: campaign, changes, at });
  return { result, campaign };
}

/** Writes the immutable snapshot of a revision, also of revision 1. */
async function writeRevision(
  trx: DatabaseTransaction,
  campaign: Campaign,
  { changes, changedBy, at }: { changes: readonly Change[]; changedBy: string | null; at: Date },
): Promise<void> {
  await trx
    .insertInto('revisions')
    .values({
      campaign_id: campaign.id,
      revision: campaign.revision,
      view: JSON.stringify(snapshotOf(campaign)),
      changes: JSON.stringify(changes),
      changed_by: changedBy,
      at,
    })
    .execute();
}

async function storeKeyColumns(trx: DatabaseTransaction, campaign: Campaign): Promise<Campaign> {
  const { columns, refused } = assignKeyColumns(campaign);
  const [first] = refused;
  if (first) {
    throw refuse(
      'invalid_request',
      `\`${first.key}\` cannot be searchable: this campaign already has the largest number of searchable and filtered fields.`,
      {
        errors: [{ pointer: '/searchable', code: 'not_allowed', detail: 'First make another field not searchable.' }],
      },
    );
  }
  const has = (list: Campaign['keyColumns'], column: string, field: string) =>
    list.some((c) => c.column === column && c.field === field);
  const gone = campaign.keyColumns.filter((c) => !has(columns, c.column, c.field));
  const added = columns.filter((c) => !has(campaign.keyColumns, c.column, c.field));
  for (const { column } of gone) {
    await trx
      .deleteFrom('key_columns')
      .where('campaign_id', '=', campaign.id)
      .where('column_name', '=', column)
      .execute();
  }
  for (const { column, field } of added) {
    await trx
      .insertInto('key_columns')
      .values({ campaign_id: campaign.id, column_name: column, field_key: field, state: 'filling', filled_to: null })
      .execute();
  }
  return { ...campaign, keyColumns: columns };
}

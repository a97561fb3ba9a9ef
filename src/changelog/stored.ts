/**
 * The stored part of the changelogs, by campaign and token: one row for each change of the campaign that changed the token's
 * document, written in the same transaction. Changes of the token itself have no row: they are worked out from its
 * standings.
 */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import type { Change } from '../document/changes/change.ts';

export interface Entry {
  /** The permanent id of the entry. */
  readonly id: string;
  /** The revision of the token's document since then. */
  readonly revision: number;
  readonly at: Date;
  /** The note of the announcement, if the change was announced. */
  readonly note: string | null;
  readonly changes: readonly Change[];
}

/** The campaign and the token of a changelog. */
export interface Place {
  readonly campaignId: string;
  readonly tokenId: string;
}

export interface NewEntry {
  readonly tokenId: string;
  /** How often a change of the token itself has changed its document. */
  readonly ownChanges: number;
  readonly told: readonly Change[];
}

/** Raises the revision of each of these tokens' documents by one, and stores the changes. */
export async function addChanges(
  trx: DatabaseTransaction,
  { campaignId, at, note }: { readonly campaignId: string; readonly at: Date; readonly note: string | null },
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const counted = await trx
    .insertInto('token_documents')
    .values(entries.map(({ tokenId }) => ({ campaign_id: campaignId, token_id: tokenId, changes: 1 })))
    .onConflict((conflict) =>
      conflict
        .columns(['campaign_id', 'token_id'])
        .doUpdateSet((eb) => ({ changes: eb('token_documents.changes', '+', 1) })),
    )
    .returning(['token_id', 'changes'])
    .execute();
  const changesOf = new Map(counted.map(({ token_id, changes }) => [token_id, changes]));
  const rows = entries.map(({ tokenId, ownChanges, told }) => {
    const changes = changesOf.get(tokenId) ?? 0;
    const revision = 1 + ownChanges + changes;
    const id = `revision-${revision}`;
    return { campaign_id: campaignId, token_id: tokenId, id, at, revision, changes, note, told: JSON.stringify(told) };
  });
  await trx.insertInto('document_changes').values(rows).execute();
}

/** A page begins before this entry. */
export interface Cursor {
  readonly id: string;
  readonly at: Date;
}

const changesOf = (db: Database, { campaignId, tokenId }: Place) =>
  db.selectFrom('document_changes').where('campaign_id', '=', campaignId).where('token_id', '=', tokenId);

/** The newest entries first. */
export async function listStored(
  db: Database,
  place: Place,
  { before, limit }: { before: Cursor | undefined; limit: number },
): Promise<Entry[]> {
  let query = changesOf(db, place)
    .select(['id', 'revision', 'at', 'note', 'told as changes'])
    .where(sql<boolean>`told <> '[]'`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where(sql<boolean>`(at, id) < (${before.at}, ${before.id})`);
  return (await query.execute()) as unknown as Entry[];
}

export async function findStored(db: Database, place: Place, id: string): Promise<Cursor | undefined> {
  return changesOf(db, place).select(['id', 'at']).where('id', '=', id).executeTakeFirst();
}

/** How often changes of the campaign had changed the document until then. */
export async function countedBy(db: Database, place: Place, at: Date): Promise<number> {
  const last = await changesOf(db, place)
    .select('changes')
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .orderBy('changes', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.changes ?? (await findDocument(db, place))?.began ?? 0;
}

/** `undefined` if no change of the campaign has changed the document yet. */
export function findDocument(db: Database, { campaignId, tokenId }: Place) {
  return db
    .selectFrom('token_documents')
    .select(['began', 'looked_back as lookedBack'])
    .where('campaign_id', '=', campaignId)
    .where('token_id', '=', tokenId)
    .executeTakeFirst();
}

/** The time of the document's last change, or of its creation. */
export async function changedAt(db: Database, { campaignId, tokenId }: Place): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select greatest(
      (select max(at) from document_changes where campaign_id = ${campaignId} and token_id = ${tokenId}),
      (select max(since) from token_standings where token_id = ${tokenId}),
      (select at from revisions where campaign_id = ${campaignId} and revision = 1)) as at`.execute(db);
  return rows[0]?.at ?? undefined;
}

/** Stores the entries from before documents had revisions, unless the changelog was reset meanwhile. */
export async function addPast(db: Database, { campaignId, tokenId }: Place, entries: readonly Entry[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const place = await trx
      .updateTable('token_documents')
      .set({ looked_back: true })
      .where('campaign_id', '=', campaignId)
      .where('token_id', '=', tokenId)
      .where('looked_back', '=', false)
      .returning('began')
      .executeTakeFirst();
    if (!place || entries.length === 0) return;
    await sql`
      insert into document_changes (campaign_id, token_id, id, at, revision, changes, note, told)
      select ${campaignId}, ${tokenId}, id, at, revision, ${place.began}, note, changes
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        as e(id text, at timestamptz, revision integer, note text, changes jsonb)
      on conflict do nothing`.execute(trx);
  });
}

/** Starts the token's changelogs again. */
export async function forgetChangelogs(trx: DatabaseTransaction, tokenId: string): Promise<void> {
  await trx
    .updateTable('token_documents')
    .set((eb) => ({ began: eb.ref('changes'), looked_back: true }))
    .where('token_id', '=', tokenId)
    .execute();
  await trx.deleteFrom('document_changes').where('token_id', '=', tokenId).execute();
}

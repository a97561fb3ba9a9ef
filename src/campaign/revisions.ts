/** Reads revisions, the immutable snapshots of a campaign's definition. */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import type { Change } from './revise.ts';
import type { Snapshot } from './snapshot.ts';

export interface Revision {
  readonly revision: number;
  readonly at: Date;
  /** The member who made it; null for the system. */
  readonly changedBy: string | null;
  readonly changes: readonly Change[];
  readonly snapshot: Snapshot;
}

const columns = ['revision', 'at', 'changed_by as changedBy', 'changes', 'view as snapshot'] as const;

/** The newest revisions first, at most `limit`. With `below`, only revisions before that one. */
export async function listRevisions(
  db: Database,
  campaignId: string,
  { limit, below }: { limit: number; below?: number | undefined },
): Promise<Revision[]> {
  const rows = await db
    .selectFrom('revisions')
    .select(columns)
    .where('campaign_id', '=', campaignId)
    .$if(below !== undefined, (query) => query.where('revision', '<', below as number))
    .orderBy('revision', 'desc')
    .limit(limit)
    .execute();
  return rows as unknown as Revision[];
}

/** All revisions from the first to the last, read a few at a time, because each contains a whole definition. */
export async function* listRevisionsFrom(
  db: Database,
  campaignId: string,
  { first, last }: { first: number; last: number },
): AsyncIterable<Revision> {
  for (let from = first; from <= last; from += atOnce) {
    const rows = await db
      .selectFrom('revisions')
      .select(columns)
      .where('campaign_id', '=', campaignId)
      .where('revision', '>=', from)
      .where('revision', '<=', Math.min(last, from + atOnce - 1))
      .orderBy('revision')
      .execute();
    yield* rows as unknown as Revision[];
  }
}

const atOnce = 50;

/** The revision at this time; `undefined` if the campaign did not exist yet. */
export async function findRevisionAt(db: Database, campaignId: string, at: Date): Promise<Revision | undefined> {
  const row = await lastRevision(db, campaignId, at).executeTakeFirst();
  return row as unknown as Revision | undefined;
}

/** The last revision until this time that had the filter. */
export async function findRevisionWithFilter(
  db: Database,
  campaignId: string,
  filterId: string,
  at: Date,
): Promise<Revision | undefined> {
  const has = sql<boolean>`view -> 'filters' @> ${JSON.stringify([{ id: filterId }])}::jsonb`;
  const row = await lastRevision(db, campaignId, at).where(has).executeTakeFirst();
  return row as unknown as Revision | undefined;
}

const lastRevision = (db: Database, campaignId: string, at: Date) =>
  db
    .selectFrom('revisions')
    .select(columns)
    .where('campaign_id', '=', campaignId)
    .where('at', '<=', at)
    .orderBy('revision', 'desc')
    .limit(1);

/** The revision with this number, or `undefined`. */
export async function findRevision(
  db: Database | DatabaseTransaction,
  campaignId: string,
  revision: number,
): Promise<Revision | undefined> {
  const row = await db
    .selectFrom('revisions')
    .select(columns)
    .where('campaign_id', '=', campaignId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row as unknown as Revision | undefined;
}

/** Revisions as they were written: the immutable snapshots of a campaign's definition, read back. */
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import type { Campaign } from './definition.ts';
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

/** The newest first, at most `limit` of them; with `below`, only those before that revision. */
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

/** When the campaign became what it is; `undefined` where it has just become another. */
export async function revisedAt(
  db: Database,
  { id, revision }: Pick<Campaign, 'id' | 'revision'>,
): Promise<Date | undefined> {
  const query = db.selectFrom('revisions').select('at').where('campaign_id', '=', id).where('revision', '=', revision);
  return (await query.executeTakeFirst())?.at;
}

/** The revision of this number, or `undefined` when there is none. */
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

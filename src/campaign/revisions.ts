/** Revisions as they were written: the immutable snapshots of a campaign's definition, read back. */
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import type { Campaign } from './definition.ts';
import type { Change } from './revise.ts';

/** What a revision keeps of a campaign. */
export interface Snapshot {
  readonly slug: string;
  readonly name: string;
  readonly default_country: string | null;
  readonly fields: Campaign['fields'];
  readonly removed_fields: Campaign['removedFields'];
  readonly selects: Campaign['selects'];
  readonly statuses: Campaign['statuses'];
  readonly filters: Campaign['filters'];
  readonly duplicate_rule: Campaign['duplicateRule'];
}

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

/** The campaign as it was then, for documents: what belongs to the store alone is that of now. */
export function campaignAt(now: Campaign, { revision, snapshot }: Revision): Campaign {
  const { default_country, removed_fields, duplicate_rule, ...rest } = snapshot;
  return {
    ...now,
    ...rest,
    revision,
    defaultCountry: default_country,
    removedFields: removed_fields,
    duplicateRule: duplicate_rule,
  };
}

/** The campaigns that a token or an account reaches, read from the database each time. */
import { sql } from 'kysely';
import type { Database } from '../database/connection.ts';

interface Reach {
  readonly id: string;
  readonly ownChanges: number;
  readonly accountId: string;
  /** Null: every campaign of the account. */
  readonly campaignId: string | null;
}

export interface Reachable {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The epoch of its definition. */
  readonly epoch: string;
  /** The revision of the token's document for it. */
  readonly revision: number;
}

/** All reachable campaigns, by name. */
export function listReachable(
  db: Database,
  { id: tokenId, accountId, campaignId, ownChanges }: Reach,
): Promise<Reachable[]> {
  let query = db
    .selectFrom('campaigns')
    .innerJoin('campaign_heads', 'campaign_heads.campaign_id', 'campaigns.id')
    .leftJoin('token_documents', (join) =>
      join
        .onRef('token_documents.campaign_id', '=', 'campaign_heads.campaign_id')
        .on('token_documents.token_id', '=', tokenId),
    )
    .select(['id', 'slug', 'name', 'epoch'])
    .select(sql<number>`1 + ${ownChanges}::integer + coalesce(token_documents.changes, 0)`.as('revision'))
    .where('account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id');
  if (campaignId !== null) query = query.where('id', '=', campaignId);
  return query.execute();
}

/**
 * The revision of the combined document: the sum of the campaigns' revisions. A deleted or archived campaign still counts,
 * plus one each time that it is archived, brought back or deleted, so that the sum never falls.
 */
export async function sumOfRevisions(db: Database, { id, accountId, ownChanges }: Reach): Promise<number> {
  const { rows } = await sql<{ sum: number }>`
    select coalesce(sum(1 + ${ownChanges}::integer + coalesce(d.changes, 0) + (c.deleted_at is not null)::integer
      + c.archivals), 0)::integer as sum
    from campaigns c left join token_documents d on d.campaign_id = c.id and d.token_id = ${id}
    where c.account_id = ${accountId}`.execute(db);
  return rows[0]?.sum ?? 0;
}

/** The campaigns that a token or an account reaches, read anew. */
import type { Database } from '../database/connection.ts';

interface Reach {
  readonly accountId: string;
  /** Null: every campaign of the account. */
  readonly campaignId: string | null;
}

/** All that is reached, by name, each with the epoch of its definition. */
export function listReachable(
  db: Database,
  { accountId, campaignId }: Reach,
): Promise<{ id: string; slug: string; name: string; epoch: string }[]> {
  let query = db
    .selectFrom('campaigns')
    .innerJoin('campaign_heads', 'campaign_heads.campaign_id', 'campaigns.id')
    .select(['id', 'slug', 'name', 'epoch'])
    .where('account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .orderBy('id');
  if (campaignId !== null) query = query.where('id', '=', campaignId);
  return query.execute();
}

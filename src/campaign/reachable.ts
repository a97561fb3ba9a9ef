/** The campaigns that a token or an account reaches, read anew. */
import type { Database } from '../database/connection.ts';
import type { Campaign } from './definition.ts';
import { loadCampaign } from './load.ts';

interface Reach {
  readonly accountId: string;
  /** Null: every campaign of the account. */
  readonly campaignId: string | null;
}

/** The campaign with this slug, if it is reached. */
export async function reachableCampaign(db: Database, reach: Reach, slug: string): Promise<Campaign | undefined> {
  const campaign = await loadCampaign(db, { slug });
  if (campaign?.accountId !== reach.accountId) return undefined;
  return reach.campaignId === null || reach.campaignId === campaign.id ? campaign : undefined;
}

/** Names and slugs of all that is reached, by name. */
export function listReachable(
  db: Database,
  { accountId, campaignId }: Reach,
): Promise<{ slug: string; name: string }[]> {
  let query = db
    .selectFrom('campaigns')
    .select(['slug', 'name'])
    .where('account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .orderBy('id');
  if (campaignId !== null) query = query.where('id', '=', campaignId);
  return query.execute();
}

/** The campaigns that a token or an account reaches, read anew. */
import type { Database } from '../database/connection.ts';

interface Reach {
  readonly accountId: string;
  /** Null: every campaign of the account. */
  readonly campaignId: string | null;
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

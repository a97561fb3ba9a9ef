/** Archives a campaign or brings it back. It is no change of the definition, and so no revision. */
import type { DatabaseTransaction } from '../database/connection.ts';
import { raiseEpoch } from './epoch.ts';

/**
 * The campaign's name, where something changed; `undefined` where all is so already, or it was deleted. Raises the epoch: once the
 * transaction is committed, no grant from before passes the guard.
 */
export async function setArchived(
  trx: DatabaseTransaction,
  campaignId: string,
  archived: boolean,
): Promise<string | undefined> {
  // The head first, as with every change of a campaign.
  await trx.selectFrom('campaign_heads').select('epoch').where('campaign_id', '=', campaignId).forUpdate().execute();
  const changed = await trx
    .updateTable('campaigns')
    .set((eb) => ({ archived_at: archived ? new Date() : null, archivals: eb('archivals', '+', 1) }))
    .where('id', '=', campaignId)
    .where('deleted_at', 'is', null)
    .where('archived_at', archived ? 'is' : 'is not', null)
    .returning('name')
    .executeTakeFirst();
  if (!changed) return undefined;
  await raiseEpoch(trx, campaignId);
  return changed.name;
}

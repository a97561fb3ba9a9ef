/** Archives a campaign or brings it back. This does not change the definition, so it makes no revision. */
import type { DatabaseTransaction } from '../database/connection.ts';
import { raiseEpoch } from './epoch.ts';

/**
 * Returns the campaign's name if something changed, or `undefined` if the campaign has that state already or was deleted.
 * Raises the epoch: once the transaction is committed, no earlier grant passes the guard.
 */
export async function setArchived(
  trx: DatabaseTransaction,
  campaignId: string,
  archived: boolean,
): Promise<string | undefined> {
  // Locks the head first, like every change of a campaign.
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

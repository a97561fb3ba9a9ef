/** The epoch of a campaign: a number that rises with every change that may affect a grant or a document. */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/connection.ts';

/** Once the transaction is committed, no earlier grant passes the guard. */
export async function raiseEpoch(db: Database | DatabaseTransaction, campaignId: string): Promise<void> {
  await sql`update campaign_heads set epoch = epoch + 1 where campaign_id = ${campaignId}`.execute(db);
}

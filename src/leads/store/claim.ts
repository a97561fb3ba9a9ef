/**
 * A claim is the lock for "at most one": a row taken by insert or update and kept to the end of the transaction. Whoever
 * waited for it must look in a *later* statement, which sees what the holder has committed.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { LeadTransaction } from './tables.ts';

export async function claimExternalId(trx: LeadTransaction, campaignId: string, externalId: string): Promise<void> {
  const claim = createHash('sha256').update('external_id\0').update(externalId).digest();
  await sql`
    insert into lead_claims (campaign_id, claim) values (${campaignId}, ${claim})
    on conflict (campaign_id, claim) do update set claim = excluded.claim`.execute(trx);
}

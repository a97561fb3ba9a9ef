/** Which of some leads are still there: for the audit log, which tells of leads that may be erased by now. */
import { sql } from 'kysely';
import type { Database } from '../../database/connection.ts';

export interface LeadAddress {
  readonly campaignId: string;
  readonly id: string;
}

/** Ids. `addresses`: of campaigns of the account that asks. */
export async function existingLeads(db: Database, addresses: readonly LeadAddress[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select l.id from jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb) as a("campaignId" uuid, id uuid)
    join leads l on l.campaign_id = a."campaignId" and l.id = a.id`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

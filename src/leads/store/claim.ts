/**
 * A claim is the lock that keeps something unique: a row that is inserted or updated, and held until the end of the transaction.
 * After a wait for a claim, look in a *later* statement, which sees what its holder has committed.
 */
import { createHash } from 'node:crypto';
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Campaign } from '../../campaign/definition.ts';
import { claimOfProbe, matchKeysOf, probesOf } from '../../campaign/duplicates.ts';
import { removeInBatches } from '../../database/batches.ts';
import { isDistributed } from '../../database/citus-dialect.ts';
import { isRehearsal } from './dry-run.ts';
import { nameless } from './split-writes.ts';
import type { LeadDatabase, LeadTransaction } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** The parts of a new or changed lead that must be unique. */
export interface Claimant {
  readonly externalId?: string | null | undefined;
  /** Only of a new lead: the duplicate check does not apply to changes. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
}

/** The claims of one lead. Most leads have no claim. */
export function claimsOf(campaign: Campaign, { externalId, values }: Claimant): readonly Buffer[] {
  const rule = campaign.duplicateRule;
  const keys = values && matchKeysOf(campaign, values);
  return [
    ...(typeof externalId === 'string'
      ? [createHash('sha256').update('external_id\0').update(externalId).digest()]
      : []),
    ...(rule && keys ? probesOf(rule, keys).map(claimOfProbe) : []),
  ];
}

/**
 * Takes claims, always in the same order, so that two requests never deadlock. A rehearsal takes no claim: nothing that it writes
 * stays, and other writers would wait for it.
 */
export async function takeClaims(trx: LeadTransaction, campaignId: string, claims: readonly Buffer[]): Promise<void> {
  if (claims.length === 0 || isRehearsal(trx)) return;
  const sorted = [...new Set(claims.map((claim) => claim.toString('hex')))].sort();
  // On a cluster only a list of rows is one node's work.
  const rows = isDistributed(trx)
    ? sql`values ${sql.join(sorted.map((claim) => sql`(${campaignId}::uuid, decode(${claim}, 'hex'))`))}`
    : sql`select ${campaignId}::uuid, decode(c.claim, 'hex') from unnest(${sorted}::text[]) with ordinality c(claim, place) order by c.place`;
  const name = isDistributed(trx) ? sql.raw(nameless(sorted)) : sql``;
  await sql`${name}
    insert into lead_claims (campaign_id, claim)
    ${rows}
    on conflict (campaign_id, claim) do update set claim = excluded.claim`.execute(trx);
}

/** Runs a write of one lead under its claims. Without claims it needs no transaction. */
export function underClaims<T>(
  db: LeadDatabase,
  campaign: Campaign,
  claimant: Claimant,
  run: (on: LeadDatabase) => Promise<T>,
): Promise<T> {
  const claims = claimsOf(campaign, claimant);
  if (claims.length === 0) return run(db);
  return inTransaction(db, async (trx) => {
    await takeClaims(trx, campaign.id, claims);
    return run(trx);
  });
}

/**
 * Removes claims that nobody holds; returns how many. A claim is a hash of an external id or of a lead's values: it should not
 * outlive an erasure, and claims should not grow in number with the leads. A writer that waits for a removed claim inserts it again.
 */
export const forgetClaims = (db: QueryExecutorProvider, isStopping: () => boolean): Promise<number> =>
  removeInBatches(db, { table: 'lead_claims', key: ['campaign_id', 'claim'] }, isStopping);

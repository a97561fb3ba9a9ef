/**
 * What a token was, and since when, as far as its document tells of it: which leads it may reach, whether it writes, its limits and
 * notes. A deleted filter is still named here, so that whoever reads revisions finds when it went.
 */
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import type { OwnLimits } from '../limits/per-minute.ts';

export type Permission = 'read' | 'read_write';

export interface Standing extends OwnLimits {
  readonly scope: 'account' | 'campaign' | 'filter';
  readonly filterId: string | null;
  readonly permission: Permission;
  /** What its vendor is told, in Markdown as it was written. */
  readonly notes: string | null;
}

export interface StandingSince extends Standing {
  readonly since: Date;
}

/** Notes what the token is from now on. */
export async function noteStanding(trx: DatabaseTransaction, id: string, standing: Standing): Promise<void> {
  const { scope, filterId, permission, requestsPerMinute, writesPerMinute, notes } = standing;
  const values = {
    scope,
    filter_id: filterId,
    permission,
    requests_per_minute: requestsPerMinute,
    writes_per_minute: writesPerMinute,
    notes,
  };
  await trx
    .insertInto('token_standings')
    .values({ token_id: id, since: new Date(), ...values })
    // Two changes within a millisecond: the token was never read as it was between them.
    .onConflict((conflict) => conflict.columns(['token_id', 'since']).doUpdateSet(values))
    .execute();
}

/** Forgets what the token was: whoever reads of it from now on need not be who did before. */
export async function forgetStandings(trx: DatabaseTransaction, tokenId: string): Promise<void> {
  const last = trx
    .selectFrom('token_standings')
    .select((eb) => eb.fn.max('since').as('since'))
    .where('token_id', '=', tokenId);
  await trx.deleteFrom('token_standings').where('token_id', '=', tokenId).where('since', '<', last).execute();
  await trx.updateTable('token_standings').set({ since: new Date() }).where('token_id', '=', tokenId).execute();
}

/** The oldest first. Every token has one at least. */
export function listStandings(db: Database, tokenId: string): Promise<StandingSince[]> {
  return db
    .selectFrom('token_standings')
    .select(['since', 'scope', 'filter_id as filterId', 'permission', 'notes'])
    .select(['requests_per_minute as requestsPerMinute', 'writes_per_minute as writesPerMinute'])
    .where('token_id', '=', tokenId)
    .orderBy('since')
    .execute();
}

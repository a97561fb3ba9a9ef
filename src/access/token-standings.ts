/**
 * What a token was, and since when: which leads it may reach and whether it writes. A deleted filter is still named here, so that
 * whoever reads revisions finds when it went.
 */
import type { Database, DatabaseTransaction } from '../database/connection.ts';

export type Permission = 'read' | 'read_write';

export interface Standing {
  readonly scope: 'account' | 'campaign' | 'filter';
  readonly filterId: string | null;
  readonly permission: Permission;
}

export interface StandingSince extends Standing {
  readonly since: Date;
}

/** Notes what the token is from now on. */
export async function noteStanding(trx: DatabaseTransaction, token: Standing & { readonly id: string }): Promise<void> {
  const { id, scope, filterId, permission } = token;
  await trx
    .insertInto('token_standings')
    .values({ token_id: id, since: new Date(), scope, filter_id: filterId, permission })
    // Two changes within a millisecond: the token was never read as it was between them.
    .onConflict((conflict) =>
      conflict.columns(['token_id', 'since']).doUpdateSet({ scope, filter_id: filterId, permission }),
    )
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
    .select(['since', 'scope', 'filter_id as filterId', 'permission'])
    .where('token_id', '=', tokenId)
    .orderBy('since')
    .execute();
}

/**
 * What a token was, and since when, as far as its document tells of it: which leads it may reach, whether it writes, its limits and
 * notes, whether it is paused, and when it ends. A deleted filter is still named here, so that whoever reads revisions finds when it went.
 */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import type { TokenLimits } from '../limits/per-minute.ts';

export type Permission = 'read' | 'read_write';

export interface Standing extends TokenLimits {
  readonly scope: 'account' | 'campaign' | 'filter';
  readonly filterId: string | null;
  readonly permission: Permission;
  /** What its vendor is told, in Markdown as it was written. */
  readonly notes: string | null;
  readonly paused: boolean;
  readonly expiresAt: Date | null;
}

export interface StandingSince extends Standing {
  readonly since: Date;
  /** How often a change of the token itself had changed its documents by then. */
  readonly ownChanges: number;
  /** Of the account; null for the name that it has now. */
  readonly accountName: string | null;
}

/** Notes what the token is from now on. `ownChanges`: how often a change of the token itself has changed its documents. */
export async function noteStanding(
  trx: DatabaseTransaction,
  id: string,
  standing: Standing,
  ownChanges: number,
): Promise<void> {
  const { scope, filterId, permission, requestsPerMinute, writesPerMinute, notes, paused, expiresAt } = standing;
  const values = {
    scope,
    filter_id: filterId,
    permission,
    requests_per_minute: requestsPerMinute,
    writes_per_minute: writesPerMinute,
    notes,
    paused,
    expires_at: expiresAt,
    own_changes: ownChanges,
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
    .select(standingColumns)
    .where('token_id', '=', tokenId)
    .orderBy('since')
    .execute();
}

export const standingColumns = [
  'since',
  'scope',
  'filter_id as filterId',
  'permission',
  'notes',
  'paused',
  'expires_at as expiresAt',
  'requests_per_minute as requestsPerMinute',
  'writes_per_minute as writesPerMinute',
  'own_changes as ownChanges',
  'account_name as accountName',
] as const;

/** The account has another name: every token's documents say so from now on, and are counted as changed. */
export async function noteAccountName(trx: DatabaseTransaction, accountId: string, before: string): Promise<void> {
  const since = new Date();
  await sql`
    update token_standings s set account_name = ${before} from tokens t
    where t.id = s.token_id and t.account_id = ${accountId} and s.account_name is null`.execute(trx);
  await sql`
    update tokens set own_changes = own_changes + 1, version = version + 1
    where id in (select id from tokens where account_id = ${accountId} order by id for update)`.execute(trx);
  await sql`
    insert into token_standings (token_id, since, scope, filter_id, permission, requests_per_minute, writes_per_minute,
      notes, paused, expires_at, own_changes)
    select id, ${since}, scope, filter_id, permission, requests_per_minute, writes_per_minute, notes, paused, expires_at, own_changes
    from tokens where account_id = ${accountId} and revoked_at is null
    on conflict (token_id, since) do update set own_changes = excluded.own_changes, account_name = null`.execute(trx);
}

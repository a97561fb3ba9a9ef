/**
 * The settings of a token that its document shows, and whose changes its changelog tells. All of them at one time are its
 * standing: columns of `tokens`, with earlier values in `token_standings`. CONTRIBUTING (*A new token column*) has the steps for a
 * new setting: a migration, `StandingColumns` in `database/tables`, `columns` and `newStanding` here, `manage/tokens/token-input`,
 * `shown-token`, and `compareTerms` in `document/changes/compare`. A deleted filter keeps its id here. Readers of old revisions learn
 * from it when the filter was deleted.
 */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import type { StandingColumns } from '../database/tables.ts';

const columns = {
  scope: 'scope',
  filterId: 'filter_id',
  permission: 'permission',
  requestsPerMinute: 'requests_per_minute',
  writesPerMinute: 'writes_per_minute',
  notes: 'notes',
  paused: 'paused',
  expiresAt: 'expires_at',
} as const satisfies Readonly<Record<string, keyof StandingColumns>>;

type Columns = typeof columns;

export type Permission = StandingColumns['permission'];

export type Standing = { readonly [Name in keyof Columns]: StandingColumns[Columns[Name]] };

/** The settings of a new token for which no others are given. */
export const newStanding = {
  requestsPerMinute: null,
  writesPerMinute: null,
  notes: null,
  paused: false,
  expiresAt: null,
};

const names = Object.keys(columns) as (keyof Columns)[];
const columnList = sql.join(names.map((name) => sql.ref(columns[name])));

/** The settings alone, of a token that has more. */
export const standingOf = (token: Standing): Standing =>
  Object.fromEntries(names.map((name) => [name, token[name]])) as unknown as Standing;

/** The settings under the names of their columns. */
export const rowOfStanding = (standing: Standing): StandingColumns =>
  Object.fromEntries(names.map((name) => [columns[name], standing[name]])) as unknown as StandingColumns;

type Selected<Table extends string> = { [N in keyof Columns]: `${Table}.${Columns[N]} as ${N}` }[keyof Columns];

/** For `select`: the settings from this table. */
export const selectStanding = <Table extends 'tokens' | 'token_standings'>(table: Table) =>
  names.map((name) => `${table}.${columns[name]} as ${name}`) as Selected<Table>[];

export interface StandingSince extends Standing {
  readonly since: Date;
  /** How often, at that time, changes of the token itself had changed its documents. */
  readonly ownChanges: number;
  /** The account's name at that time; null for its current name. */
  readonly accountName: string | null;
}

/** Notes the token's standing from now on. `ownChanges`: how often changes of the token itself have changed its documents. */
export async function noteStanding(
  trx: DatabaseTransaction,
  id: string,
  standing: Standing,
  ownChanges: number,
): Promise<void> {
  const values = { ...rowOfStanding(standing), own_changes: ownChanges };
  await trx
    .insertInto('token_standings')
    .values({ token_id: id, since: new Date(), ...values })
    // With two changes within a millisecond, nobody ever read the token's standing between them.
    .onConflict((conflict) => conflict.columns(['token_id', 'since']).doUpdateSet(values))
    .execute();
}

/** Forgets the token's earlier standings, because its future reader may be somebody else. */
export async function forgetStandings(trx: DatabaseTransaction, tokenId: string): Promise<void> {
  const last = trx
    .selectFrom('token_standings')
    .select((eb) => eb.fn.max('since').as('since'))
    .where('token_id', '=', tokenId);
  await trx.deleteFrom('token_standings').where('token_id', '=', tokenId).where('since', '<', last).execute();
  await trx.updateTable('token_standings').set({ since: new Date() }).where('token_id', '=', tokenId).execute();
}

/** The oldest first. Every token has at least one. */
export function listStandings(db: Database, tokenId: string): Promise<StandingSince[]> {
  return db
    .selectFrom('token_standings')
    .select(selectStanding('token_standings'))
    .select(['since', 'own_changes as ownChanges', 'account_name as accountName'])
    .where('token_id', '=', tokenId)
    .orderBy('since')
    .execute();
}

/** Notes the account's earlier name. The new name changes the documents of every token, so it counts as a change of each. */
export async function noteAccountName(trx: DatabaseTransaction, accountId: string, before: string): Promise<void> {
  const since = new Date();
  await sql`
    update token_standings s set account_name = ${before} from tokens t
    where t.id = s.token_id and t.account_id = ${accountId} and s.account_name is null`.execute(trx);
  await sql`
    update tokens set own_changes = own_changes + 1, version = version + 1
    where id in (select id from tokens where account_id = ${accountId} order by id for update)`.execute(trx);
  await sql`
    insert into token_standings (token_id, since, ${columnList}, own_changes)
    select id, ${since}, ${columnList}, own_changes
    from tokens where account_id = ${accountId} and revoked_at is null
    on conflict (token_id, since) do update set own_changes = excluded.own_changes, account_name = null`.execute(trx);
}

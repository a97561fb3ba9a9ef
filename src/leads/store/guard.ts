/**
 * The guard compares the campaign's epoch, the token's version and the credential's validity by the database's clock inside each
 * lead statement. A request that starts after the response to a change was sent therefore never runs under the old grant, in any
 * process.
 * If the guard fails, the statement does nothing and its reader throws `StaleGrant`.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant, Guard } from '../../access/grant.ts';
import type { Campaign } from '../../campaign/definition.ts';
import type { Database } from '../../database/connection.ts';
import { perGrant, type Runner } from './statement.ts';

/** Thrown when the guard fails. Callers then read token and campaign again and repeat the request: see {@link retryStale}. */
export class StaleGrant extends Error {
  constructor() {
    super('the grant is out of date');
    this.name = 'StaleGrant';
  }
}

/**
 * The loop that all callers share: runs `run`, and runs it again each time its grant was stale. In between, `prepare` prepares the next
 * attempt: it forgets and reads again what has changed, or throws to give up. `attempt`: how many have failed. The rules for requests
 * (how often, for how long) are in `http/lead-api/fresh-grant`.
 */
export async function retryStale<T>(
  run: () => Promise<T>,
  prepare: (stale: StaleGrant, attempt: number) => void | Promise<void>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof StaleGrant)) throw error;
      await prepare(error, attempt);
    }
  }
}

/** `with guard as (…)`: one row with `ok`; `materialized`, so that a statement evaluates it once. */
export function guardCte(grant: Grant): RawBuilder<unknown> {
  return sql`guard as materialized (select ${grantIsCurrent(grant.campaign.id, grant.guard)} as ok)`;
}

/** A row of a guarded statement. `current`: whether the guard held. */
export interface GuardedRow {
  readonly current: boolean;
}

/** The rows of a guarded statement: at least one, also if the guard failed. Throws {@link StaleGrant} when the guard failed: then nothing was read or written. */
export function currentRows<Row extends GuardedRow>(rows: readonly Row[]): readonly Row[] {
  if (rows.some((row) => !row.current)) throw new StaleGrant();
  return rows;
}

/** The row of a guarded statement that always gives one. Throws {@link StaleGrant} when the guard failed. */
export function currentRow<Row extends GuardedRow>(rows: readonly Row[]): Row {
  const [row] = currentRows(rows);
  if (!row) throw new StaleGrant();
  return row;
}

/** For a `where` in a statement with {@link guardCte}: it reads and writes only if the guard holds. */
export const guardHolds = sql<boolean>`(select ok from guard)`;

function grantIsCurrent(campaignId: string, { epoch, token }: Guard): RawBuilder<boolean> {
  if (!token)
    return sql`exists (select from campaign_heads h where h.campaign_id = ${campaignId} and h.epoch = ${epoch})`;
  return sql`exists (
    select from campaign_heads h, ${credentialJoin(token)}
    where h.campaign_id = ${campaignId} and h.epoch = ${epoch} and ${credentialIsValid(token)})`;
}

type TokenGuard = NonNullable<Guard['token']>;

const credentialJoin = (token: TokenGuard) =>
  sql`tokens t join token_credentials c on c.token_id = t.id and c.hash = ${token.credential}`;

/** Pausing and revoking raise the version, so only the two expiry times, of the token and of its secret, are compared with the clock. */
const credentialIsValid = (
  token: NonNullable<Guard['token']>,
) => sql`t.id = ${token.id} and t.version = ${token.version}
      and (t.expires_at is null or t.expires_at > clock_timestamp())
      and (c.valid_until is null or c.valid_until > clock_timestamp())`;

/** Runs the guard alone, for an answer without a guarded statement. Throws {@link StaleGrant}. */
export async function confirmGrant(db: Runner, grant: Grant): Promise<void> {
  mustHold(await runGuard(db, grant, {}));
}

function mustHold([row]: readonly { readonly ok: boolean }[]): void {
  if (!row?.ok) throw new StaleGrant();
}

const runGuard = perGrant([], (grant) => sql<{ ok: boolean }>`with ${guardCte(grant)} select ok from guard`);

/**
 * Returns a function that confirms a token's version and validity, without a campaign. While a check of a token runs, further requests
 * share the next check, because the running one may have read too early. So a token beyond its limit costs one statement at a time,
 * however often it is refused. Throws {@link StaleGrant}.
 */
export function createTokenGuard(db: Database): (token: TokenGuard) => Promise<void> {
  const checks = new Map<string, { running: Promise<void>; next?: Promise<void> }>();
  return (token) => {
    const key = `${token.id} ${token.version} ${token.credential.toString('base64')}`;
    const check = checks.get(key);
    if (!check) return begin(key, token);
    check.next ??= check.running.catch(() => undefined).then(() => begin(key, token));
    return check.next;
  };

  function begin(key: string, token: TokenGuard): Promise<void> {
    const check: { running: Promise<void>; next?: Promise<void> } = { running: confirmToken(db, token) };
    checks.set(key, check);
    const end = () => {
      if (!check.next && checks.get(key) === check) checks.delete(key);
    };
    check.running.then(end, end);
    return check.running;
  }
}

async function confirmToken(db: Database, token: TokenGuard): Promise<void> {
  const { rows } = await sql<{
    ok: boolean;
  }>`select exists (select from ${credentialJoin(token)} where ${credentialIsValid(token)}) as ok`.execute(db);
  mustHold(rows);
}

/** Confirms only the campaign's epoch, for a page whose token was just read. Throws {@link StaleGrant}. */
export async function confirmCampaign(db: Database, { id, epoch }: Pick<Campaign, 'id' | 'epoch'>): Promise<void> {
  const { rows } = await sql<{ ok: boolean }>`select ${grantIsCurrent(id, { epoch })} as ok`.execute(db);
  mustHold(rows);
}

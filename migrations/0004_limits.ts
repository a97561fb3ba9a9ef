/**
 * Limits across processes: how much of each quota has been taken in its present window, and how often it was tried to
 * sign in. Unlogged: after a crash every window begins anew, and no write waits for a disk.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- One row for each quota in use: a token's requests, a token's writes, the bad tokens of an address.
create unlogged table rate_shares (
  key text collate "C" primary key,
  -- The end of the window, by the database's clock; with it the row is worth nothing.
  ends timestamptz not null,
  -- What processes have taken for themselves, spent or not; and how many processes have asked.
  taken integer not null,
  askers integer not null,
  -- What the last one to ask was given.
  granted integer not null
) with (fillfactor = 50);

-- As the package rate-limiter-flexible reads and writes it.
create unlogged table sign_in_attempts (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
) with (fillfactor = 50);
create index sign_in_attempts_expire on sign_in_attempts (expire);
`)
    .execute(db);
}

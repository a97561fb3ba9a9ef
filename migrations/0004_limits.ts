/**
 * Limits across processes: how much of each quota is taken in its present window, and the number of attempts to sign in. The
 * tables are unlogged: after a crash every window starts empty, and no write waits for a disk.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- One row for each quota in use: a token's requests, a token's writes, the bad tokens of an address.
create unlogged table rate_shares (
  key text collate "C" primary key,
  -- The end of the window, by the database's clock. After it the row has no meaning.
  ends timestamptz not null,
  -- The units that processes have taken, spent or not, and the number of these processes.
  taken integer not null,
  askers integer not null,
  -- The units that the last process got.
  granted integer not null
) with (fillfactor = 50);

-- The package rate-limiter-flexible defines this table.
create unlogged table sign_in_attempts (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
) with (fillfactor = 50);
create index sign_in_attempts_expire on sign_in_attempts (expire);
`)
    .execute(db);
}

/**
 * The one place where processes meet about limits: a row for each quota, from which a process takes a share for the current
 * window. One statement serves any number of quotas. The database's clock defines the window, because the clocks of machines
 * differ.
 */
import { sql } from 'kysely';
import type { Database } from '../database/connection.ts';

export interface Ask {
  readonly key: string;
  /** Units that all processes together may spend in a window, and the window's length in seconds. */
  readonly quota: number;
  readonly seconds: number;
  /** Units spent before asking; negative for units that are given back. */
  readonly settle: number;
  /** `needed`: fewer units are useless, so they are not given. `wanted`: the units that would be used at once. */
  readonly needed: number;
  readonly wanted: number;
  /** Whether this process asks for the first time in this window. */
  readonly first: boolean;
}

export interface Share {
  readonly key: string;
  readonly granted: number;
  /** Units taken by all processes, including `settle` and `granted`. */
  readonly taken: number;
  readonly askers: number;
  /** Milliseconds since the epoch, by the database's clock. */
  readonly ends: number;
  readonly now: number;
}

export type AskForShares = (asks: readonly Ask[]) => Promise<readonly Share[]>;

/**
 * All processes together hold at most one part in this many of a quota ahead of need. One process can hold so much while
 * another refuses, and so many requests share a statement.
 */
export const partInHand = 40;

/** `clock`: a time in place of the database's, for tests. */
export function createShares(db: Database, clock: () => Date | null = () => null): AskForShares {
  return async (asks) => {
    const { rows } = await sql<Share>`
      with ask as materialized (
        select a.*, t.now, to_timestamp((floor(extract(epoch from t.now) / a.seconds) + 1) * a.seconds) as ends
        from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb) as a(
            key text, quota integer, seconds integer, settle integer, needed integer, wanted integer, first boolean),
          (select coalesce(${clock()}::timestamptz, clock_timestamp()) as now) t
      ), updated as (
        insert into rate_shares as s (key, ends, taken, askers, granted)
        select a.key, a.ends, greatest(0, a.settle) + ${grant(sql`greatest(0, a.settle)`, sql`1`)}, 1, ${grant(sql`greatest(0, a.settle)`, sql`1`)}
        from ask a
        -- In the order of the keys, so that two processes never wait for each other.
        order by a.key
        on conflict (key) do update set (ends, taken, askers, granted) = (
          select case when n.late then s.ends else a.ends end,
            case when n.late then s.taken else n.used + ${grant(sql`n.used`, sql`n.askers`)} end,
            case when n.late then s.askers else n.askers end,
            case when n.late then 0 else ${grant(sql`n.used`, sql`n.askers`)} end
          from ask a, lateral (
            select greatest(0, case when s.ends = a.ends then s.taken else 0 end + a.settle) as used,
              case when s.ends = a.ends then s.askers + a.first::integer else 1 end as askers,
              -- Who waited for the row may come with the time of a window that has ended meanwhile.
              s.ends > a.ends and s.ends <= a.ends + make_interval(secs => a.seconds) as late
          ) n
          where a.key = s.key
        )
        returning s.key, s.granted, s.taken, s.askers, s.ends
      )
      select updated.key, updated.granted, updated.taken, updated.askers,
        (extract(epoch from updated.ends) * 1000)::float8 as ends, (extract(epoch from ask.now) * 1000)::float8 as now
      from updated join ask using (key)`.execute(db);
    return rows;
  };
}

/** The units given for an ask `a`, when `used` units of its quota are gone and `askers` processes share the rest. */
function grant(used: ReturnType<typeof sql>, askers: ReturnType<typeof sql>) {
  return sql`case when a.quota - ${used} < a.needed then 0
    else greatest(0, least(a.quota - ${used}, a.wanted + a.quota / (${sql.lit(partInHand)} * ${askers}))) end`;
}

/** Deletes the rows of windows that have ended, whose tokens and addresses may never return. */
export async function pruneLimits(db: Database): Promise<number> {
  const shares = await sql`delete from rate_shares where ends < now() - interval '1 minute'`.execute(db);
  const attempts = await sql`
    delete from sign_in_attempts where expire < extract(epoch from now() - interval '1 minute') * 1000`.execute(db);
  return Number((shares.numAffectedRows ?? 0n) + (attempts.numAffectedRows ?? 0n));
}

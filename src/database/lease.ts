/**
 * A lease: one process of all, on any machine, holds it at a time, for as long as it renews it. A process that dies loses it after a few
 * seconds, and another takes it. A holder that cannot reach the database stops before that. A lease saves work and is no lock: a
 * process that hangs in the middle of a step finishes that step whoever has the lease by then.
 */
import { sql } from 'kysely';
import { newId } from '../ids/ids.ts';
import type { Database } from './connection.ts';

export interface Lease {
  /** Whether this process holds the lease now. Asks nobody. */
  holds(): boolean;
  /** Gives the lease back, for the next process that asks. */
  stop(): Promise<void>;
}

export interface LeaseOptions {
  readonly name: string;
  /** Milliseconds for which the lease is taken. */
  readonly lastsMs?: number;
  /** Milliseconds between two attempts to take or renew it. */
  readonly everyMs?: number;
}

/** Asks for the lease at once, and then again and again. */
export function seekLease(db: Database, { name, lastsMs = 8_000, everyMs = 2_000 }: LeaseOptions): Lease {
  const holder = newId();
  /** By this process's clock, which began to count before the database's did. */
  let until = 0;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();

  const ask = async () => {
    const asked = performance.now();
    try {
      if (await take(db, { name, holder, lastsMs })) until = asked + lastsMs;
      else until = 0;
    } catch {
      // The database is away: what is held runs out by itself.
    }
    if (!stopping) timer = setTimeout(begin, everyMs).unref();
  };
  const begin = () => {
    turn = ask();
  };
  begin();

  return {
    holds: () => performance.now() < until,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await turn;
      if (until === 0) return;
      until = 0;
      await sql`delete from leases where name = ${name} and holder = ${holder}`.execute(db).catch(() => undefined);
    },
  };
}

/** Whether the lease was taken or renewed. If another process holds it, nothing is written and nothing is locked. */
async function take(
  db: Database,
  { name, holder, lastsMs }: { name: string; holder: string; lastsMs: number },
): Promise<boolean> {
  const { rows } = await sql`
    insert into leases as l (name, holder, until)
    select ${name}, ${holder}::uuid, clock_timestamp() + make_interval(secs => ${lastsMs / 1_000})
    where not exists (select from leases h where h.name = ${name} and h.holder <> ${holder}::uuid and h.until > clock_timestamp())
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where l.holder = excluded.holder or l.until <= clock_timestamp()
    returning true`.execute(db);
  return rows.length > 0;
}

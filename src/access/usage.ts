/**
 * When a token was last used, and how many of its requests were accepted and refused each day: gathered in memory and
 * written every second to a table of its own, so that no request pays a round trip and no token's row is touched.
 */
import { sql } from 'kysely';
import type { Database } from '../database/connection.ts';

export interface Usage {
  note(tokenId: string, accepted: boolean, at?: Date): void;
  flush(): Promise<void>;
  stop(): Promise<void>;
}

interface Tally {
  accepted: number;
  refused: number;
  last: Date;
}

const dayLength = 24 * 60 * 60 * 1_000;
let lastDay = { number: 0, text: '1970-01-01' };

/** The day in UTC; of a day that was asked for just before, the text is known. */
function dayOf(at: Date): string {
  const number = Math.floor(at.getTime() / dayLength);
  if (number !== lastDay.number) lastDay = { number, text: at.toISOString().slice(0, 10) };
  return lastDay.text;
}

/** `intervalMs`: how often what was gathered is written. A write that fails is tried again with the next. */
export function createUsage(db: Database, intervalMs = 1_000): Usage {
  let gathered = new Map<string, Tally>();

  const flush = async () => {
    const batch = gathered;
    if (batch.size === 0) return;
    gathered = new Map();
    const rows = [...batch].map(([key, { accepted, refused, last }]) => {
      const [token_id, day] = key.split(' ');
      return { token_id, day, accepted, refused, last };
    });
    try {
      await sql`
        insert into token_usage (token_id, day, accepted, refused, last_used_at)
        select u.token_id, u.day, u.accepted, u.refused, u.last
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u(token_id uuid, day date, accepted bigint, refused bigint, last timestamptz)
        order by u.token_id, u.day
        on conflict (token_id, day) do update set accepted = token_usage.accepted + excluded.accepted,
          refused = token_usage.refused + excluded.refused, last_used_at = greatest(token_usage.last_used_at, excluded.last_used_at)`.execute(
        db,
      );
    } catch {
      for (const [key, tally] of batch) add(key, tally);
    }
  };

  const add = (key: string, { accepted, refused, last }: Tally) => {
    const known = gathered.get(key) ?? { accepted: 0, refused: 0, last };
    gathered.set(key, {
      accepted: known.accepted + accepted,
      refused: known.refused + refused,
      last: last > known.last ? last : known.last,
    });
  };

  const timer = setInterval(() => void flush(), intervalMs);
  timer.unref();
  return {
    note(tokenId, accepted, at = new Date()) {
      const key = `${tokenId} ${dayOf(at)}`;
      const tally = gathered.get(key) ?? { accepted: 0, refused: 0, last: at };
      gathered.set(key, tally);
      tally[accepted ? 'accepted' : 'refused'] += 1;
      if (at > tally.last) tally.last = at;
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}

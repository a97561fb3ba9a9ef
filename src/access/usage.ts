/**
 * When a token was last used, and how many of its requests were accepted and refused per campaign and day. Counted in memory
 * and written every second to a separate table, so that no request pays a round trip and the token's row is not touched. Once
 * a secret is replaced, its last use is stored with it; the last use of the current secret is that of the token.
 */
import { sql } from 'kysely';
import type { Database } from '../database/connection.ts';
import type { PresentedToken } from './tokens.ts';

/** One request of a token. */
export interface Use {
  readonly token: Pick<PresentedToken, 'id' | 'credential'>;
  /** The campaign of the request; null if it reached no campaign. */
  readonly campaignId: string | null;
  readonly accepted: boolean;
}

export interface Usage {
  note(use: Use, at?: Date): void;
  flush(): Promise<void>;
  stop(): Promise<void>;
}

interface Tally {
  accepted: number;
  refused: number;
  last: Date;
}

/** Stands for "no campaign" in the table's key. */
export const noCampaign = '00000000-0000-0000-0000-000000000000';

const dayLength = 24 * 60 * 60 * 1_000;
let lastDay = { number: 0, text: '1970-01-01' };

/** The day in UTC. The last day's text is kept, because most requests come on the same day. */
function dayOf(at: Date): string {
  const number = Math.floor(at.getTime() / dayLength);
  if (number !== lastDay.number) lastDay = { number, text: at.toISOString().slice(0, 10) };
  return lastDay.text;
}

/** `intervalMs`: how often the counts are written. A failed write is repeated with the next one. */
export function createUsage(db: Database, intervalMs = 1_000): Usage {
  let gathered = new Map<string, Tally>();
  /** The last use by the hash of the secret. The key is the cached token's own buffer, so that no request must encode it. */
  let secrets = new Map<Buffer, Date>();

  const flush = async () => {
    if (gathered.size === 0) return;
    const [tallies, lastUses] = [gathered, secrets];
    gathered = new Map();
    secrets = new Map();
    try {
      await writeTallies(db, tallies);
    } catch {
      for (const [key, tally] of tallies) add(key, tally);
    }
    try {
      await writeLastUses(db, lastUses);
    } catch {
      for (const [secret, last] of lastUses) noteLast(secret, last);
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
  const noteLast = (secret: Buffer, at: Date) => {
    const known = secrets.get(secret);
    if (!known || at > known) secrets.set(secret, at);
  };

  const timer = setInterval(() => void flush(), intervalMs);
  timer.unref();
  return {
    note({ token, campaignId, accepted }, at = new Date()) {
      const key = `${campaignId ?? noCampaign} ${token.id} ${dayOf(at)}`;
      const tally = gathered.get(key) ?? { accepted: 0, refused: 0, last: at };
      gathered.set(key, tally);
      tally[accepted ? 'accepted' : 'refused'] += 1;
      if (at > tally.last) tally.last = at;
      noteLast(token.credential, at);
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}

async function writeTallies(db: Database, tallies: ReadonlyMap<string, Tally>): Promise<void> {
  const rows = [...tallies].map(([key, { accepted, refused, last }]) => {
    const [campaign_id, token_id, day] = key.split(' ');
    return { campaign_id, token_id, day, accepted, refused, last };
  });
  await sql`
    insert into token_usage (campaign_id, token_id, day, accepted, refused, last_used_at)
    select u.campaign_id, u.token_id, u.day, u.accepted, u.refused, u.last
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as u(campaign_id uuid, token_id uuid, day date, accepted bigint, refused bigint, last timestamptz)
    order by u.campaign_id, u.token_id, u.day
    on conflict (campaign_id, token_id, day) do update set accepted = token_usage.accepted + excluded.accepted,
      refused = token_usage.refused + excluded.refused, last_used_at = greatest(token_usage.last_used_at, excluded.last_used_at)`.execute(
    db,
  );
}

/** Only for replaced secrets, so that the row of a current secret stays untouched. There are few of them. */
async function writeLastUses(db: Database, lastUses: ReadonlyMap<Buffer, Date>): Promise<void> {
  const replaced = await db
    .selectFrom('token_credentials')
    .select('hash')
    .where('hash', '=', sql<Buffer>`any(${[...lastUses.keys()]}::bytea[])`)
    .where('valid_until', 'is not', null)
    .execute();
  const lastOf = new Map([...lastUses].map(([secret, last]) => [secret.toString('hex'), last]));
  for (const { hash } of replaced) {
    const last = lastOf.get(hash.toString('hex'));
    await db
      .updateTable('token_credentials')
      .set({ last_used_at: sql<Date>`greatest(last_used_at, ${last}::timestamptz)` })
      .where('hash', '=', hash)
      .execute();
  }
}

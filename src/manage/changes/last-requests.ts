/**
 * The last accepted requests of one token, in all campaigns if it is broad, each with the number of earlier requests in its
 * minute.
 */
import { type RawBuilder, sql } from 'kysely';
import { requestsBetween } from '../../access/kept-requests.ts';
import { shapesLookedAt } from '../../access/request-log.ts';
import type { SentRequest } from '../../campaign/sent-shape.ts';
import { isDistributed } from '../../database/citus-dialect.ts';
import type { Database } from '../../database/connection.ts';
import { timeOfId } from '../../ids/ids.ts';
import { firstIdAtSql, timeOfIdSql } from '../../ids/ids-sql.ts';
import type { Past } from '../../validation/hindsight.ts';
import type { ManageContext } from '../context.ts';
import { newestRequests, ofToken, type TokenOfAccount, usedCampaigns } from '../tokens/requests-of-token.ts';

export interface LastRequest extends Past {
  readonly campaignId: string;
  /**
   * Requests of the token in the same minute by the clock, up to this one, and the leads that they are known to have written.
   */
  readonly requestsInMinute: number;
  readonly writesInMinute: number;
}

interface Row {
  readonly id: string;
  readonly campaign_id: string;
  readonly operation: string;
  readonly sent: SentRequest | null;
}

/** The oldest first. If a request's shape was not kept, only its operation is known. */
export async function readLastRequests(
  { db, member, writeRequests }: ManageContext,
  { id, campaignId }: { readonly id: string; readonly campaignId: string | null },
): Promise<readonly LastRequest[]> {
  await writeRequests();
  const token = { id, campaignId, accountId: member.accountId };
  const accepted = { having: sql<boolean>`status < 400 and operation is not null`, limit: shapesLookedAt };
  const columns = sql`r.id, r.campaign_id, r.operation, r.sent`;
  const last = (await newestRequests<Row>(db, token, accepted, columns)).toReversed();
  const counts = await countInMinutes(db, token, last);
  return last.map((request) => ({
    campaignId: request.campaign_id,
    operation: request.operation,
    sent: request.sent ?? {},
    requestsInMinute: counts.get(request.id)?.requests ?? 0,
    writesInMinute: counts.get(request.id)?.writes ?? 0,
  }));
}

interface InMinute {
  readonly requests: number;
  readonly writes: number;
}

/** How many requests, and written leads, there were from the beginning of the minute of each of these requests to the request itself. */
async function countInMinutes(
  db: Database,
  token: TokenOfAccount,
  last: readonly Row[],
): Promise<ReadonlyMap<string, InMinute>> {
  const minute = { from: firstIdOf(sql`m.minute`), to: firstIdOf(sql`m.minute + interval '1 minute'`) };
  const sums = async (campaignId: RawBuilder<unknown>, of: RawBuilder<boolean>) => {
    const counted = { campaignId, tokenId: token.id, having: sql<boolean>`status <> 429` };
    const { rows } = await sql<InMinute & { id: string }>`
      with marks as materialized (select m.id, ${minuteOf(sql`m.id`)} as minute from unnest(${last.map(({ id }) => id)}::uuid[]) m(id)),
      minutes as materialized (select distinct minute from marks),
      counted as (
        select m.minute, r.id, 1 as requests, ${leadsWritten} as writes, false as is_mark
        from campaigns c, minutes m cross join lateral ${requestsBetween(counted, minute.from, minute.to)} r
        where ${of}
        union all select k.minute, k.id, 0, 0, true from marks k),
      summed as (
        select id, is_mark, sum(requests) over whole as requests, sum(writes) over whole as writes from counted
        window whole as (partition by minute order by id))
      select id, requests::int, writes::int from summed where is_mark`.execute(db);
    return rows;
  };
  if (last.length === 0) return new Map();
  if (!isDistributed(db)) return new Map((await sums(sql`c.id`, ofToken(token))).map((row) => [row.id, row]));
  const counts = new Map<string, InMinute>();
  for (const { id, until } of await usedCampaigns(db, token)) {
    // Nothing in these minutes.
    if (until.getTime() < timeOfId(last[0]?.id ?? '') - 60_000) break;
    for (const { id: request, requests, writes } of await sums(sql`${id}`, sql`c.id = ${id}`)) {
      const before = counts.get(request) ?? { requests: 0, writes: 0 };
      counts.set(request, { requests: before.requests + requests, writes: before.writes + writes });
    }
  }
  return counts;
}

const minuteOf = (id: RawBuilder<unknown>) => sql`date_trunc('minute', to_timestamp(${timeOfIdSql(id)} / 1000.0))`;

/** The number of written leads, from a request's kept shape. A batch's shape may hold fewer leads than the batch. */
const leadsWritten = sql`case when r.status < 400 then coalesce(jsonb_array_length(r.sent -> 'writes'), 0) else 0 end`;

const firstIdOf = (time: ReturnType<typeof sql>) =>
  firstIdAtSql(sql`floor(extract(epoch from ${time}) * 1000)::bigint`);

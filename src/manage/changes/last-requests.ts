/**
 * The last accepted requests of one token, in all campaigns if it is broad, each with the number of earlier requests in its
 * minute.
 */
import { sql } from 'kysely';
import { lastRequests, requestsBetween } from '../../access/kept-requests.ts';
import { shapesLookedAt } from '../../access/request-log.ts';
import type { SentRequest } from '../../campaign/sent-shape.ts';
import { firstIdAtSql } from '../../ids/ids-sql.ts';
import type { Past } from '../../validation/hindsight.ts';
import type { ManageContext } from '../context.ts';

export interface LastRequest extends Past {
  readonly campaignId: string;
  /**
   * Requests of the token in the same minute by the clock, up to this one, and the leads that they are known to have written.
   */
  readonly requestsInMinute: number;
  readonly writesInMinute: number;
}

interface Row {
  readonly campaign_id: string;
  readonly operation: string;
  readonly sent: SentRequest | null;
  readonly requests: number;
  readonly writes: number;
}

/** The oldest first. If a request's shape was not kept, only its operation is known. */
export async function readLastRequests(
  { db, member, writeRequests }: ManageContext,
  token: { readonly id: string; readonly campaignId: string | null },
): Promise<readonly LastRequest[]> {
  await writeRequests();
  const among = sql`c.account_id = ${member.accountId} and ${token.campaignId === null ? sql`true` : sql`c.id = ${token.campaignId}`}`;
  const ofToken = { campaignId: sql`c.id`, tokenId: token.id };
  const accepted = lastRequests({
    ...ofToken,
    having: sql`status < 400 and operation is not null`,
    limit: shapesLookedAt,
  });
  const minute = { from: firstIdOf(sql`m.minute`), to: firstIdOf(sql`m.minute + interval '1 minute'`) };
  const counted = requestsBetween({ ...ofToken, having: sql`status <> 429` }, minute.from, minute.to);
  const { rows } = await sql<Row>`
    with last as materialized (
      select r.campaign_id, r.id, r.at, r.operation, r.sent from campaigns c cross join lateral ${accepted} r
      where ${among} order by r.id desc limit ${sql.lit(shapesLookedAt)}),
    minutes as materialized (select distinct date_trunc('minute', at) as minute from last),
    counted as materialized (
      select r.campaign_id, r.id,
        count(*) over whole as requests,
        coalesce(sum(${leadsWritten}) over whole, 0) as writes
      from campaigns c, minutes m cross join lateral ${counted} r
      where ${among}
      window whole as (partition by m.minute order by r.id))
    select l.campaign_id, l.operation, l.sent, n.requests::int, n.writes::int
    from last l join counted n on n.campaign_id = l.campaign_id and n.id = l.id
    order by l.id`.execute(db);
  return rows.map(({ campaign_id, operation, sent, requests, writes }) => ({
    campaignId: campaign_id,
    operation,
    sent: sent ?? {},
    requestsInMinute: requests,
    writesInMinute: writes,
  }));
}

/** The number of written leads, from a request's kept shape. A batch's shape may hold fewer leads than the batch. */
const leadsWritten = sql`case when r.status < 400 then coalesce(jsonb_array_length(r.sent -> 'writes'), 0) else 0 end`;

const firstIdOf = (time: ReturnType<typeof sql>) =>
  firstIdAtSql(sql`floor(extract(epoch from ${time}) * 1000)::bigint`);

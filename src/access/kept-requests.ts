/**
 * Reads the request log as SQL. A row of `token_requests` is one request, with further ones in `more`. Readers get each request
 * as a row.
 */
import { type RawBuilder, sql } from 'kysely';
import { firstIdAtSql, timeOfIdSql } from '../ids/ids-sql.ts';
import { daysKept, longestSpread } from './request-log.ts';

/** Whether a row is not too old to be shown. */
export const isKept = sql<boolean>`at >= clock_timestamp() - make_interval(days => ${sql.lit(daysKept)})`;

export interface KeptQuery {
  readonly campaignId: RawBuilder<unknown> | string;
  readonly tokenId: RawBuilder<unknown> | string;
  /** A condition on the columns of `token_requests`. */
  readonly having?: RawBuilder<boolean>;
  /** Only requests with smaller ids. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** A subquery: the last requests of a token in a campaign, at most `limit`, newest first. */
export function lastRequests({
  campaignId,
  tokenId,
  having = sql`true`,
  before,
  limit,
}: KeptQuery): RawBuilder<unknown> {
  const wanted = sql`campaign_id = ${campaignId}::uuid and token_id = ${tokenId}::uuid and ${isKept} and ${having}`;
  const page = before === undefined ? sql`true` : sql`id < ${before}::uuid`;
  // Rows overlap in time. The newest rows that have enough requests together tell how far back a row may matter.
  return sql`(
      select * from (${eachOf(sql`
        select * from token_requests r where ${wanted} and ${before === undefined ? sql`true` : mayHoldBefore(sql`${before}::uuid`)}
          and r.id >= coalesce((
            select n.first_id from (
              select ${firstId} as first_id, sum(1 + more_count) over newest - (1 + more_count) as newer
              from token_requests where ${wanted} and ${page}
              window newest as (order by id desc rows unbounded preceding)
              order by id desc limit ${sql.lit(limit)}) n
            where n.newer < ${sql.lit(limit)} order by n.first_id limit 1), ${smallestId})`)}) e
      where ${isKept} and ${having} and ${page} order by id desc limit ${sql.lit(limit)})`;
}

/** A subquery: all requests of a token in a campaign with an id from `from` to before `to`. */
export function requestsBetween(
  { campaignId, tokenId, having = sql`true` }: Pick<KeptQuery, 'campaignId' | 'tokenId' | 'having'>,
  from: RawBuilder<unknown>,
  to: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(
      select * from (${eachOf(sql`
        select * from token_requests where campaign_id = ${campaignId}::uuid and token_id = ${tokenId}::uuid
          and id >= ${from} and ${mayHoldBefore(to)} and ${having}`)}) e
      where id >= ${from} and id < ${to})`;
}

const smallestId = sql`'00000000-0000-0000-0000-000000000000'::uuid`;
const firstId = sql`coalesce(first_id, id)`;

/** Whether a row may hold a request with an id before this one. The second part bounds the scan of the index. */
const mayHoldBefore = (id: RawBuilder<unknown>) =>
  sql`(${firstId} < ${id} and id < ${firstIdAtSql(sql`${timeOfIdSql(id)} + ${sql.lit(longestSpread)}`)})`;

/** The requests of these rows, each as a row. */
const eachOf = (rows: RawBuilder<unknown>) => sql`
        select k.campaign_id, e.* from (${rows}) k, lateral (
          select k.id, k.at, k.operation, k.status, k.code, k.errors, k.sent, k.request_id, k.duration_ms
          union all
          select m.part[1]::uuid, to_timestamp(${timeOfIdSql(sql`m.part[1]`)} / 1000.0), m.part[2], m.part[3]::smallint, null, null, null,
            coalesce(m.part[5], m.part[1]), m.part[4]::integer
          from (select string_to_array(line, ' ') as part from string_to_table(k.more, e'\\n') as line) m) e`;

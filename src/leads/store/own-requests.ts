/** The requests of the grant's own token in its campaign, newest first. Requests of other tokens never leave the database. */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { lastRequests } from '../../access/kept-requests.ts';
import type { StoredRequest } from '../../access/request-log.ts';
import { currentRow, guardCte, guardHolds } from './guard.ts';
import { rfc3339 } from './lead-text.ts';
import type { LeadDatabase } from './tables.ts';

export interface OwnRequest extends StoredRequest {
  /** RFC 3339 in UTC. */
  readonly at: string;
}

export interface RequestsQuery {
  readonly limit: number;
  /** The last id of the previous page. */
  readonly before: string | undefined;
}

interface RequestsRow {
  readonly current: boolean;
  readonly requests: readonly OwnRequest[];
}

/** At most `limit` requests, and whether there are more. */
export async function ownRequests(
  db: LeadDatabase,
  grant: Grant,
  query: RequestsQuery,
): Promise<{ requests: readonly OwnRequest[]; more: boolean }> {
  const { requests } = currentRow((await requestsStatement(grant, query).execute(db)).rows);
  return { requests: requests.slice(0, query.limit), more: requests.length > query.limit };
}

function requestsStatement(grant: Grant, { limit, before }: RequestsQuery): RawBuilder<RequestsRow> {
  const { campaign, actor } = grant;
  const page = lastRequests({ campaignId: campaign.id, tokenId: sql`${actor.id}`, before, limit: limit + 1 });
  return sql<RequestsRow>`
    with ${guardCte(grant)},
    page as (
      select r.id, ${rfc3339(sql`r.at`)} as at, r.operation, r.status, r.code, r.errors, r.request_id, r.duration_ms
      from guard, ${page} r where guard.ok)
    select ${guardHolds} as current, coalesce((select jsonb_agg(to_jsonb(p) order by p.id desc) from page p), '[]') as requests`;
}

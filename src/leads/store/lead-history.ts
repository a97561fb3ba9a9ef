/**
 * The events of one lead, newest first, back to the event with which the lead last came into the grant's scope. Earlier states never
 * leave the database.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Actor, Grant } from '../../access/grant.ts';
import { currentRow, guardCte, guardHolds } from './guard.ts';
import { rfc3339 } from './lead-text.ts';
import { idIfVisible, visible, wasVisible } from './scope.ts';
import type { LeadDatabase, StoredState } from './tables.ts';

export interface HistoryQuery {
  readonly limit: number;
  /** The last version of the previous page. */
  readonly before: number | undefined;
}

export interface HistoryEvent {
  readonly version: number;
  readonly kind: 'created' | 'updated' | 'entered_scope';
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly actor_kind: Actor['kind'];
  readonly actor_id: string | null;
  /** Only for a broad grant. */
  readonly actor_name: string | null;
  /** Null for the creation, and for the event with which the lead came into the scope. */
  readonly before: StoredState | null;
  readonly after: StoredState;
}

interface HistoryRow {
  readonly current: boolean;
  readonly found: boolean;
  readonly events: readonly HistoryEvent[];
}

/** At most `limit` events, and whether there are more; `undefined` if the grant sees no such lead. */
export async function leadHistory(
  db: LeadDatabase,
  grant: Grant,
  id: string,
  query: HistoryQuery,
): Promise<{ events: readonly HistoryEvent[]; more: boolean } | undefined> {
  const row = currentRow((await historyStatement(grant, id, query).execute(db)).rows);
  if (!row.found) return undefined;
  return { events: row.events.slice(0, query.limit), more: row.events.length > query.limit };
}

/** Exported for the test that keeps its text. */
export function historyStatement(grant: Grant, id: string, { limit, before }: HistoryQuery): RawBuilder<HistoryRow> {
  const ofLead = sql`e.campaign_id = ${grant.campaign.id} and e.lead_id = s.id`;
  const entered =
    grant.scope.kind === 'everything'
      ? sql`0`
      : sql`coalesce((select e.version from lead_events e where ${ofLead} and not ${wasVisible(grant)} order by e.version desc limit 1), 0)`;
  const page = before === undefined ? sql`true` : sql`e.version < ${before}`;
  const name = grant.broad ? sql`coalesce(t.name, m.name)` : sql`null`;
  const names = grant.broad
    ? sql`left join tokens t on e.actor_kind = 'token' and t.id = e.actor_id left join members m on e.actor_kind = 'member' and m.id = e.actor_id`
    : sql``;
  return sql<HistoryRow>`
    with ${guardCte(grant)},
    seen as materialized (select l.id from leads l where ${visible(grant)} and l.id = ${idIfVisible(grant, sql`${id}::uuid`)}),
    entry as materialized (select s.id, ${entered} as version from seen s),
    page as (
      select e.version, case when e.kind = 'updated' and e.version = s.version then 'entered_scope' else e.kind end as kind,
        ${rfc3339(sql`e.at`)} as at, e.actor_kind, e.actor_id, ${name} as actor_name,
        case when e.version > s.version then e.before end as before, e.after
      from entry s join lead_events e on ${ofLead} and e.version >= s.version and ${page} ${names}
      order by e.version desc limit ${sql.lit(limit + 1)})
    select ${guardHolds} as current, exists (select from seen) as found,
      coalesce((select jsonb_agg(to_jsonb(p) order by p.version desc) from page p), '[]') as events`;
}

/**
 * One look at the change feed: the numbered events behind a place, as far as they concern the grant's scope. If neither the state
 * before an event nor the state after it is in the scope, the event is skipped, and the place still moves on.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { inTurns } from '../../operation/turns.ts';
import { currentRow, guardCte, guardHolds } from './guard.ts';
import { hasLead, leadLine, type MaybeLead, readLine, timeText } from './lead-text.ts';
import { isVisibleAfter, visible, wasVisible } from './scope.ts';
import { perGrant, type Slots } from './statement.ts';
import type { LeadDatabase } from './tables.ts';

/** The most events that one look goes through. */
const lookSize = 2_000;

/** A place in the feed: the number of an event, and a mark that identifies the event. */
export interface Place {
  readonly seq: string;
  /** `null` if the event was deleted, and in old cursors, which had no marks. */
  readonly mark: string | null;
}

export interface ChangesQuery {
  /** The last event that was returned or skipped, or where to begin. */
  readonly after: Place | 'oldest' | 'latest';
  readonly limit: number;
}

export interface Changes {
  /** The place no longer exists: events behind it were deleted, or the database was restored to an earlier time. */
  readonly reset: boolean;
  /** The events, as JSON text separated by commas. */
  readonly data: string;
  /** How many they are. */
  readonly count: number;
  /** The place to continue from. */
  readonly place: Place;
  /** Whether numbered events follow. */
  readonly more: boolean;
  /** Whether events wait for their number; they follow all others. */
  readonly unnumbered: boolean;
}

export async function leadChanges(db: LeadDatabase, grant: Grant, query: ChangesQuery): Promise<Changes> {
  const rows = await runLook(db, grant, query);
  const { seq, mark, reset, more, unnumbered } = currentRow(rows);
  const events = rows.filter(hasEvent);
  const texts = await inTurns(events, (row) => eventText(grant, row));
  return { data: texts.join(','), count: events.length, reset, place: { seq, mark }, more, unnumbered };
}

/** Each row has the result of the look; all but that of an empty look also have an event. */
type ChangesRow = Pick<Changes, 'reset' | 'more' | 'unnumbered'> & Place & MaybeEvent & { readonly current: boolean };

interface EventRow {
  readonly kind: string;
  readonly lead_id: string;
  readonly lead_version: number;
  readonly at: string;
}

/** The lead as it was after the event, if the grant sees it. */
type MaybeEvent = (EventRow | { readonly [Column in keyof EventRow]: null }) & MaybeLead;

const hasEvent = (row: ChangesRow): row is ChangesRow & EventRow => row.lead_id !== null;

function eventText({ campaign }: Grant, row: EventRow & MaybeLead): string {
  const lead = hasLead(row) ? `,"lead":${readLine(campaign, row.lead).json}` : '';
  return `{"kind":"${row.kind}","lead_id":"${row.lead_id}","version":${row.lead_version},"at":"${timeText(row.at)}"${lead}}`;
}

/** The text depends on where a look begins and on its limit. */
function runLook(db: LeadDatabase, grant: Grant, { after, limit }: ChangesQuery) {
  const place = after === 'oldest' || after === 'latest' ? undefined : after;
  return runLookFrom(db, grant, { seq: place?.seq, mark: place?.mark }, `${limit} ${place ? 'place' : after}`);
}

const runLookFrom = perGrant(['seq', 'mark'], (grant, place, variant) => {
  const [limit, from] = variant.split(' ');
  return changesStatement(grant, { after: from === 'place' ? place : (from as 'oldest'), limit: Number(limit) });
});

/** Exported for the test that keeps its text. */
export function changesStatement(
  grant: Grant,
  { after, limit }: { readonly after: 'oldest' | 'latest' | Slots<'seq' | 'mark'>; readonly limit: number },
): RawBuilder<ChangesRow> {
  const { campaign } = grant;
  // If everything is in scope, no event is skipped.
  const look = grant.scope.kind === 'everything' ? limit : Math.max(lookSize, limit);
  const ofCampaign = sql`e.campaign_id = ${campaign.id}`;
  const known = typeof after === 'object' ? after : undefined;
  const from = known ? sql`${known.seq}::bigint` : after === 'oldest' ? sql`h.dropped_seq` : sql`h.last_seq`;
  const markAt = (seq: RawBuilder<unknown>) =>
    sql`(select ${mark} from lead_events e where ${ofCampaign} and e.seq = ${seq})`;
  // After a restore, other events get the same numbers.
  const reset = known
    ? sql`(h.start < h.dropped_seq or h.start > h.last_seq
      or (${known.mark}::text is not null and h.start > h.dropped_seq and ${known.mark}::text is distinct from ${markAt(sql`h.start`)}))`
    : sql`false`;
  // The last two columns follow the order of an index. With `exists` alone and statistics from before the events were numbered, the
  // planner would scan all of them.
  return sql`
    with ${guardCte(grant)},
    head as materialized (
      select h.*, ${from} as start from (
        select coalesce(max(h.last_seq), 0) as last_seq, coalesce(max(h.dropped_seq), 0) as dropped_seq
        from feed_heads h where h.campaign_id = ${campaign.id}) h),
    passed as materialized (
      select e.seq, e.lead_id, e.version, e.kind, e.at, ${wasVisible(grant)} as was, ${isVisibleAfter(grant)} as is
      from lead_events e where ${ofCampaign} and ${guardHolds} and e.seq > (select start from head)
      order by e.seq limit ${sql.lit(look)}),
    told as materialized (select p.* from passed p where p.was or p.is order by p.seq limit ${sql.lit(limit)}),
    place as materialized (
      select coalesce(case when (select count(*) from told) = ${limit} then (select max(t.seq) from told t) end,
        (select max(p.seq) from passed p), (select start from head)) as seq),
    event as (
      select t.seq as event_seq, ${kind} as kind, t.lead_id, t.version as lead_version, t.at::text as at, ${leadLine(partOfEvent)} as lead
      from told t
      join lead_events e on ${ofCampaign} and e.lead_id = t.lead_id and e.version = t.version
      left join lateral (
        select l.id, l.version, l.created_at, l.updated_at from leads l where ${visible(grant)} and l.id = t.lead_id) l on t.is),
    look as materialized (
      select ${guardHolds} as current, ${reset} as reset, (select seq::text from place) as seq, ${markAt(sql`(select seq from place)`)} as mark,
        (select e.seq from lead_events e where ${ofCampaign} and e.seq > (select seq from place) order by e.seq limit 1) is not null as more,
        (select e.at from lead_events e where ${ofCampaign} and e.seq is null order by e.at limit 1) is not null as unnumbered
      from head h)
    select * from look left join event on true order by event_seq`;
}

/** The mark identifies an event by its lead, version and time. */
const mark = sql`left(md5(concat(e.lead_id, ' ', e.version, ' ', extract(epoch from e.at))), 16)`;

const kind = sql`case when t.kind = 'deleted' or not t.is then case t.kind when 'deleted' then 'deleted' else 'left_scope' end
          when t.kind = 'updated' and not t.was then 'entered_scope' else t.kind end`;

/** The lead as it was after the event. Only the newest `updated_at` is stored. An older version has the time of its event. */
const partOfEvent = (column: string): RawBuilder<unknown> =>
  eventColumns[column] ?? sql`e.after ->> ${sql.lit(column)}`;

const eventColumns: Readonly<Record<string, RawBuilder<unknown>>> = {
  id: sql`l.id`,
  version: sql`t.version`,
  created_at: sql`l.created_at`,
  updated_at: sql`case t.version when 1 then l.created_at when l.version then l.updated_at else t.at end`,
  values: sql`e.after -> 'values'`,
};

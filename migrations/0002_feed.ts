/**
 * The change feed: a number for each event, given after the commit, and one row for each campaign that is locked while numbers
 * are given. As with the other tables of leads, no trigger, sequence or foreign key prevents distribution.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(feed).execute(db);
}

const feed = `
-- Null until the event is numbered. A number drawn by the write itself would not follow the order of commits.
alter table lead_events add column seq bigint;
create unique index lead_events_seq on lead_events (campaign_id, seq);
create index lead_events_unnumbered on lead_events (campaign_id, at) where seq is null;

create table feed_heads (
  campaign_id uuid primary key,
  -- The last number given, and the number of the last event that was deleted because of its age.
  last_seq bigint not null,
  dropped_seq bigint not null
);
`;

/**
 * What the change feed needs: a number for each event, given after its commit, and one row a campaign under whose lock the
 * numbers are given. As with the other tables of leads, no trigger, sequence or foreign key stands in the way of distribution.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(feed).execute(db);
}

const feed = `
-- Null until the event is numbered: a number drawn by the write itself would not follow the order of commits.
alter table lead_events add column seq bigint;
create unique index lead_events_seq on lead_events (campaign_id, seq);
create index lead_events_unnumbered on lead_events (campaign_id, at) where seq is null;

create table feed_heads (
  campaign_id uuid primary key,
  -- The last number given, and the last one whose event was deleted because it was too old.
  last_seq bigint not null,
  dropped_seq bigint not null
);
`;

/**
 * PostgreSQL keeps no statistics of the campaigns of events. With them the planner takes a campaign that it has not seen yet
 * for one row, and goes through thousands of new events for each of them. Without them it takes every campaign for a small
 * part of the table, and looks events up by their keys.
 *
 * Setting the type of a column to itself forgets what was gathered before; it rewrites nothing.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table lead_events alter column campaign_id set statistics 0;
alter table lead_events alter column seq set statistics 0;
alter table lead_events alter column campaign_id type uuid;
alter table lead_events alter column seq type bigint;
`)
    .execute(db);
}

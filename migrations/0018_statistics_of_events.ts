/**
 * PostgreSQL keeps no statistics about the campaigns of events. With statistics, the planner expects one row from a campaign that
 * it has not seen yet, and then walks through thousands of new events for each of them. Without statistics, it expects every
 * campaign to be a small part of the table, and looks events up by their keys.
 *
 * Setting the type of a column to itself deletes its statistics. It rewrites no row.
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

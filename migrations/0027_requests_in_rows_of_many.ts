/**
 * One row of the request log may hold many requests: those of one token within a second that were accepted and have neither a shape nor
 * errors. A row for each of them took half of PostgreSQL's time for a request.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table token_requests
  -- The further requests, a line for each: id, operation, status, milliseconds, and the request id if the client chose it.
  add column more text,
  -- Their number, and the smallest id of the row's requests. The row's own id is the largest.
  add column more_count integer not null default 0,
  add column first_id uuid;
-- Compressing the lines would take longer than writing them.
alter table token_requests alter column more set storage external;
`)
    .execute(db);
}

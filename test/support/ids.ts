/** SQL: a new UUIDv7 (RFC 9562, 5.7), also for versions of PostgreSQL that have no function for it. */
import { sql } from 'kysely';

export const newIdSql = sql<string>`(
  lpad(to_hex(floor(extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid`;

/** The time inside an id, as SQL: an id begins with its milliseconds since the epoch (RFC 9562, 5.7). */
import { type RawBuilder, sql } from 'kysely';

/** The time inside an id, in milliseconds. */
export const timeOfIdSql = (id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`('x' || left(replace(${id}::text, '-', ''), 12))::bit(48)::bigint`;

/** The smallest id with this time. `milliseconds`: a bigint. */
export const firstIdAtSql = (milliseconds: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(lpad(to_hex(${milliseconds}), 12, '0') || repeat('0', 20))::uuid`;

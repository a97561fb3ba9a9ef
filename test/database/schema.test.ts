/** The checked-in schema is what the migrations make. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { describeSchema } from '../../scripts/describe-schema.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.url);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('migrations/schema.sql is what the migrations result in', async () => {
  const checkedIn = await readFile(new URL('../../migrations/schema.sql', import.meta.url), 'utf8');
  expect(await describeSchema(client)).toBe(checkedIn);
});

test('every table that is keyed by campaign has campaign_id first in its primary key and its unique indexes', async () => {
  const { rows } = await client.query<{ index: string; first: string; columns: string[] }>(`
    select i.indexrelid::regclass::text as index, t.columns[1] as first, t.columns
    from pg_index i
    cross join lateral (select array_agg(a.attname::text order by k.n) as columns
      from unnest(i.indkey) with ordinality k(attnum, n) join pg_attribute a
      on a.attrelid = i.indrelid and a.attnum = k.attnum) t
    where i.indisunique and i.indrelid::regclass::text in ('leads', 'lead_events', 'lead_claims', 'campaign_heads', 'feed_heads',
      'fields', 'selects', 'options', 'statuses', 'filters', 'revisions', 'key_columns')`);
  expect(rows.length).toBeGreaterThanOrEqual(11);
  expect(rows.filter((row) => row.first !== 'campaign_id')).toEqual([]);
});

test('no trigger, sequence, foreign key or identity keeps the tables of leads from being distributed', async () => {
  const { rows } = await client.query(`
    with lead_tables as (select oid from pg_class where relnamespace = 'public'::regnamespace
      and relname in ('leads', 'lead_events', 'lead_claims', 'campaign_heads', 'feed_heads'))
    select 'trigger' as what, tgname as name from pg_trigger where tgrelid in (select oid from lead_tables)
    union all
    select 'foreign key', conname from pg_constraint where contype = 'f'
      and (conrelid in (select oid from lead_tables) or confrelid in (select oid from lead_tables))
    union all
    select 'sequence', relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'`);
  expect(rows).toEqual([]);
});

/** A lease: one holder at a time, which loses it if it does not renew it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type Connection, connect } from '../../src/database/connection.ts';
import { type Lease, seekLease } from '../../src/database/lease.ts';
import { newId } from '../../src/ids/ids.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { patience } from '../support/patience.ts';
import { eventually } from '../support/process.ts';

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect({ ...database, connections: 4, onError: () => undefined });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const seek = (name: string, on: Connection = connection): Lease =>
  seekLease(on.db, { name, lastsMs: patience(1_000), everyMs: 50 });

test('one of many that ask at once holds it, and the next one once it is given back', async () => {
  const leases = Array.from({ length: 8 }, () => seek('many'));
  const holding = () => leases.filter((lease) => lease.holds());
  for (let left = leases.length; left > 0; left -= 1) {
    await eventually(() => holding().length > 0);
    expect(holding()).toHaveLength(1);
    const [holder] = holding();
    await holder?.stop();
    expect(holder?.holds()).toBe(false);
    leases.splice(leases.indexOf(holder as Lease), 1);
  }
});

test('a holder that is gone without a word loses it', async () => {
  await sql`insert into leases values ('gone', ${newId()}::uuid, clock_timestamp() + interval '1 second')`.execute(
    connection.db,
  );
  const lease = seek('gone');
  await eventually(() => lease.holds());
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from leases where name = 'gone'`.execute(
    connection.db,
  );
  expect(rows[0]?.count).toBe(1);
  await lease.stop();
});

test('a holder without a database stops by itself, and does not take it from another', async () => {
  const away = connect({ ...database, connections: 1, onError: () => undefined });
  const lease = seek('away', away);
  await eventually(() => lease.holds());
  await away.close();
  const other = seek('away');
  await eventually(() => other.holds());
  expect(lease.holds()).toBe(false);
  await Promise.all([lease.stop(), other.stop()]);
});

test('one who does not hold it writes nothing', async () => {
  const holder = seek('quiet');
  await eventually(() => holder.holds());
  const other = seek('quiet');
  const version = async () =>
    (await sql<{ holder: string }>`select holder from leases where name = 'quiet'`.execute(connection.db)).rows[0]
      ?.holder;
  const before = await version();
  await other.stop();
  expect(await version()).toBe(before);
  await holder.stop();
});

/** Line 34: very many held polls of one token. It may hold a few; these look together, which costs as much as one poll. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createShare } from '../../../src/leads/feed/shared-look.ts';
import { sharesFor } from '../../../src/limits/in-flight.ts';
import type { Answer } from '../../support/client.ts';
import { eventually } from '../../support/process.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

const { polls } = sharesFor(10);

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const end = async () => (await v.nordic.get('/leads/changes', { cursor: 'latest' })).body.next_cursor as string;

test('a token holds ten polls, the next is refused at once, and all ten get an event', async () => {
  const cursor = await end();
  const held = Array.from({ length: polls }, () => v.nordic.get('/leads/changes', { cursor, wait: 30 }));
  await eventually(() => v.server.gates.polls.held() === polls);

  const refused = await v.nordic.get('/leads/changes', { cursor, wait: 30 });
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_in_flight' } });
  // A waiting poll is no work, and a poll that is not held is answered.
  expect((await v.nordic.get('/leads/changes', { cursor })).status).toBe(200);
  expect((await v.whole.get('/leads/changes', { cursor: 'latest', wait: 1 })).status).toBe(200);

  const { id } = await v.nordic.lead(least);
  const told = (await Promise.all(held)).map(({ body }: Answer) => body.data.map(({ lead_id }) => lead_id));
  expect(told).toEqual(Array.from({ length: polls }, () => [id]));
  expect(v.server.gates.polls.held()).toBe(0);
});

test('polls beyond the share are refused before anything is looked for, also while nothing can be', async () => {
  const cursor = await end();
  const other = new pg.Client({ connectionString: v.server.databaseUrl });
  await other.connect();
  try {
    await other.query('begin');
    await other.query('lock table leads, lead_events in access exclusive mode');
    const statuses: number[] = [];
    const sent = Array.from({ length: 3 * polls }, async () => {
      const { status } = await v.nordic.get('/leads/changes', { cursor, wait: 1 });
      statuses.push(status);
    });
    await eventually(() => statuses.length === 2 * polls);
    expect(new Set(statuses)).toEqual(new Set([429]));
    await other.query('rollback');
    await Promise.all(sent);
    expect(statuses.filter((status) => status === 200)).toHaveLength(polls);
  } finally {
    await other.end();
  }
});

test('held polls take no share of the work', async () => {
  const cursor = await end();
  const held = Array.from({ length: polls }, () => v.nordic.get('/leads/changes', { cursor, wait: 30 }));
  await eventually(() => v.server.gates.polls.held() === polls && v.server.gates.work.held() === 0);
  await v.nordic.lead(least);
  await Promise.all(held);
});

test('questions with one key in one turn are looked up once; later ones, again', async () => {
  const share = createShare();
  let looks = 0;
  const look = async () => ++looks;
  const together = await Promise.all([share('a', look), share('a', look), share('b', look)]);
  expect(together).toEqual([1, 1, 2]);
  expect(await share('a', look)).toBe(3);
});

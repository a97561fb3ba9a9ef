/**
 * Sixteen writers on two processes move leads in and out of two scopes; one process is killed in the middle and another takes its
 * place. Mirrors that are fed by the feed alone, from either process, equal the lists at the end: no gap,
 * and no event twice.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createVault } from '../../src/access/vault.ts';
import { sealingKey } from '../../src/config.ts';
import { type Connection, connect } from '../../src/database/connection.ts';
import { createRandom } from '../../src/demo/random.ts';
import { insertAccount, insertCampaign, insertToken, solarPlan, type TestToken } from '../support/campaigns.ts';
import type { Body } from '../support/client.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { seed } from '../support/draws/seed.ts';
import { Mirror } from '../support/feed.ts';
import { eventually, type ServiceProcess, startProcess } from '../support/process.ts';

const key = 'a sealing key of more than 32 characters';

let database: TestDatabase;
let connection: Connection;
let campaignId: string;
let tokens: Record<'xyz' | 'nordic' | 'whole', TestToken>;
const services: ServiceProcess[] = [];

const start = async () => {
  const env = { DATABASE_URL: database.url, LEADSPEC_SECRET_KEYS: key, DATABASE_CONNECTIONS: '6' };
  services.push(await startProcess({ env }));
};

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect({ ...database, connections: 2, onError: () => undefined });
  const { db } = connection;
  const vault = createVault([sealingKey(key)]);
  const accountId = await insertAccount(db);
  const campaign = await insertCampaign(db, accountId, solarPlan);
  campaignId = campaign.id;
  const token = (filter?: string) =>
    insertToken(db, vault, { accountId, campaign, ...(filter !== undefined && { filter }) });
  tokens = { xyz: await token('Vendor XYZ'), nordic: await token('Nordic Leads'), whole: await token() };
  await Promise.all([start(), start()]);
});
afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await connection.close();
  await database.drop();
});

/** A plain client: what is killed answers nothing, and the caller goes to the other one. */
async function ask(service: ServiceProcess | undefined, who: TestToken, method: string, path: string, body?: unknown) {
  const response = await fetch(`${service?.url}/v1/campaigns/solar-test${path}`, {
    method,
    headers: {
      authorization: `Bearer ${who.secret}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Body };
}

test('a mirror that is fed by the feed alone equals the list, whichever process answers and dies', async () => {
  let writing = true;
  const written = { accepted: 0, lost: 0 };
  const ids: string[] = [];

  const writer = async (number: number) => {
    const random = createRandom(seed + number);
    while (writing) {
      const service = services[random.whole(0, 1)];
      const source = random.pick(['vendor-xyz', 'nordic-leads']);
      const known = ids.length > 40 && random.chance(0.85) ? random.pick(ids) : undefined;
      const fields = { source, notes: `writer ${number} ${random.whole(0, 1e6)}` };
      const request = (): Promise<{ status: number; body: Body }> => {
        if (known === undefined)
          return ask(service, tokens.whole, 'POST', '/leads', {
            fields: { name: 'A', email: 'a@example.com', ...fields },
          });
        if (random.chance(0.04)) return ask(service, tokens.whole, 'DELETE', `/leads/${known}`);
        return ask(service, tokens.whole, 'PATCH', `/leads/${known}`, { fields });
      };
      const answer = await request().catch(() => undefined);
      if (answer?.status === 201) ids.push(answer.body.id);
      if (answer && answer.status < 300) written.accepted += 1;
      else if (!answer) written.lost += 1;
    }
  };

  const readers = Object.entries(tokens).map(([name, token], number) => {
    const mirror = new Mirror();
    const state = { name, token, mirror, cursor: undefined as string | undefined, events: 0 };
    const random = createRandom(seed + 100 + number);
    const look = async (wait: number): Promise<Body[] | undefined> => {
      const query = new URLSearchParams({ limit: String(random.pick([1, 20, 1_000])), wait: String(wait) });
      if (state.cursor !== undefined) query.set('cursor', state.cursor);
      const answer = await ask(services[random.whole(0, 1)], token, 'GET', `/leads/changes?${query}`).catch(
        () => undefined,
      );
      // If a dying process did not answer, the poll is repeated from the same cursor.
      if (answer?.status !== 200) return undefined;
      mirror.apply(answer.body.data);
      state.cursor = String(answer.body.next_cursor);
      state.events += answer.body.data.length;
      return [...answer.body.data];
    };
    const follow = async () => {
      while (writing) if ((await look(1)) === undefined) await sleep(50);
    };
    const finish = async () => {
      for (let empty = 0; empty < 2; ) empty = (await look(0))?.length === 0 ? empty + 1 : 0;
    };
    return { ...state, state, follow, finish };
  });

  const writers = Array.from({ length: 16 }, (_, number) => writer(number));
  const following = readers.map((reader) => reader.follow());
  const untilMore = async (count: number) => {
    const before = written.accepted;
    await eventually(() => written.accepted >= before + count);
  };
  await untilMore(150);
  await services[1]?.kill();
  await untilMore(50);
  const [replacement] = await Promise.all([
    startProcess({ env: { DATABASE_URL: database.url, LEADSPEC_SECRET_KEYS: key, DATABASE_CONNECTIONS: '6' } }),
  ]);
  services[1] = replacement;
  await untilMore(150);
  await eventually(() => readers.every(({ state }) => state.events > 50));
  writing = false;
  await Promise.all([...writers, ...following]);

  expect(written.lost).toBeGreaterThan(0);
  for (const { name, token, mirror, finish } of readers) {
    await finish();
    const list: Body[] = [];
    for (let cursor: string | null = null; ; ) {
      const path = `/leads?limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
      const page = (await ask(services[0], token, 'GET', path)).body as Body;
      list.push(...page.data);
      cursor = page.next_cursor;
      if (cursor === null) break;
    }
    expect({ name, seed, leads: mirror.sorted() }).toEqual({
      name,
      seed,
      leads: list.sort((a, b) => (a.id < b.id ? -1 : 1)),
    });
  }
  // Every event has one number, and there is no gap.
  const { rows } = await sql<{ events: number; numbered: number; last: number }>`
    select count(*)::int as events, count(distinct seq)::int as numbered, max(seq)::int as last
    from lead_events where campaign_id = ${campaignId}`.execute(connection.db);
  expect(rows[0]?.numbered).toBe(rows[0]?.events);
  expect(rows[0]?.last).toBe(rows[0]?.events);
});

/**
 * Idempotency as a model, with random interleavings: writes under few keys, sent to two processes at once, some of whose answers
 * are lost, while the definition changes and leads are erased. Under each key at most one write is made, and whoever got a 2xx
 * under it got the same.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createRandom, type Random } from '../../src/demo/random.ts';
import { change } from '../support/campaigns.ts';
import { seed } from '../support/draws/seed.ts';
import { patience } from '../support/patience.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let servers: readonly TestServer[];
beforeAll(async () => {
  v = await startVendors();
  servers = [v.server, await startServer({ databaseUrl: v.server.databaseUrl })];
});
afterAll(async () => {
  await servers[1]?.stop();
  await v.stop();
});

interface Told {
  readonly status: number;
  readonly text: string;
}

/** `undefined`: the answer was lost on its way. */
async function send(random: Random, key: string): Promise<Told | undefined> {
  const lost = random.chance(0.2);
  const batch = key.startsWith('batch');
  const create = { fields: { ...least, notes: key } };
  const body = batch
    ? {
        items: [
          { op: 'create', ...create },
          { op: 'create', fields: {} },
        ],
      }
    : create;
  try {
    const response = await fetch(`${random.pick(servers).url}/v1/campaigns/solar-test/leads${batch ? '/batch' : ''}`, {
      method: 'POST',
      signal: AbortSignal.timeout(lost ? random.whole(1, 12) : patience(15_000)),
      headers: {
        authorization: `Bearer ${v.tokens.xyz.secret}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    if (!lost) throw error;
    return undefined;
  }
}

test(`under each key one write at the most, and one answer (seed ${seed})`, async () => {
  const random = createRandom(seed);
  const keys = Array.from({ length: 60 }, (_, i) => `${i % 4 === 0 ? 'batch' : 'single'}-${seed}-${i}`);
  const told = new Map<string, Told[]>(keys.map((key) => [key, []]));
  let changing = true;
  const changes = (async () => {
    for (let turn = 0; changing; turn += 1) {
      await change(
        v.db,
        v.campaign,
        sql`update fields set label = ${`Notes ${turn}`} where campaign_id = ${v.campaign.id} and key = 'notes'`,
      );
      await sleep(40);
    }
  })();
  const clients = Array.from({ length: 12 }, async () => {
    for (let n = 0; n < 28; n += 1) {
      const key = random.pick(keys);
      const answer = await send(random, key);
      if (answer) told.get(key)?.push(answer);
    }
  });
  await Promise.all(clients);
  changing = false;
  await changes;

  const { rows } = await sql<{ notes: string; n: number }>`
    select values ->> 'notes' as notes, count(*)::int as n from leads group by 1`.execute(v.db);
  const made = new Map(rows.map(({ notes, n }) => [notes, n]));
  for (const [key, answers] of told) {
    expect([key, made.get(key) ?? 0]).toEqual([key, Math.min(made.get(key) ?? 0, 1)]);
    expect(new Set(answers.map(({ status }) => status).filter((status) => status !== 409)).size).toBeLessThanOrEqual(1);
    const accepted = new Set(answers.filter(({ status }) => status < 300).map(({ text }) => text));
    expect(accepted.size).toBeLessThanOrEqual(1);
    // A client that got an answer to a write can find the write. If nobody got the answer, the next repeat gets it.
    if (accepted.size > 0) expect(made.get(key)).toBe(1);
    const last = await send({ ...random, chance: () => false }, key);
    if (accepted.size > 0) expect([...accepted]).toEqual([last?.text]);
    expect(last?.status).toBeLessThan(300);
  }
  const events = await sql<{ n: number }>`select count(*)::int as n from lead_events`.execute(v.db);
  expect(events.rows[0]?.n).toBe(keys.length);
});

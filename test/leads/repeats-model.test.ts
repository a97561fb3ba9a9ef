/**
 * Idempotency as a model, with random interleavings: writes under few keys, sent to two processes at once, some of whose answers
 * are lost, while the definition changes and leads are erased. Under each key at most one write is made, and whoever got a 2xx
 * under it got the same. And several single writes at once, with and without keys, are answered as in some order.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createRandom, type Random } from '../../src/demo/random.ts';
import { change } from '../support/campaigns.ts';
import { client } from '../support/client.ts';
import { testLayout } from '../support/database.ts';
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

/** Answers that say that the request was not carried out yet. On a cluster a request may take too long while the campaign changes. */
const unfinished = testLayout === 'single' ? [409] : [409, 429, 503];

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
    const final = new Set(answers.map(({ status }) => status).filter((status) => !unfinished.includes(status)));
    expect([key, ...final]).toEqual([key, ...[...final].slice(0, 1)]);
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

/** A single write. With a key, its repeats are the same request. */
interface Write {
  readonly kind: 'create' | 'upsert' | 'update' | 'erase';
  /** The external id of its lead. */
  readonly name: string;
  readonly notes: string;
  readonly key: string | undefined;
}

/** `id`: of the lead in the answer, or of the erased lead of which it tells. */
interface Answer extends Told {
  readonly id: string | undefined;
  readonly version: number | undefined;
  readonly replayed: boolean;
}

interface State {
  /** By external id. */
  readonly leads: ReadonlyMap<string, { readonly id: string; readonly version: number; readonly notes: string }>;
  readonly kept: ReadonlyMap<string, { readonly text: string; readonly id: string }>;
  readonly erased: ReadonlySet<string>;
}

/** The state after the write; `undefined` if the model does not answer so. */
function afterWrite({ leads, kept, erased }: State, write: Write, answer: Answer): State | undefined {
  const before = write.key === undefined ? undefined : kept.get(write.key);
  if (before) {
    const isSame = erased.has(before.id)
      ? answer.status === 410 && answer.id === before.id
      : answer.status < 300 && answer.replayed && answer.text === before.text;
    return isSame ? { leads, kept, erased } : undefined;
  }
  if (answer.replayed) return undefined;
  const lead = leads.get(write.name);
  if (write.kind === 'erase') {
    if (answer.status !== (lead ? 204 : 404)) return undefined;
    return lead
      ? { kept, leads: without(leads, write.name), erased: new Set([...erased, lead.id]) }
      : { leads, kept, erased };
  }
  const refused = write.kind === 'create' && lead ? 409 : write.kind === 'update' && !lead ? 404 : undefined;
  if (refused !== undefined) return answer.status === refused ? { leads, kept, erased } : undefined;
  const { id = '', version = 0 } = answer;
  const expected = lead ? lead.version + (lead.notes === write.notes ? 0 : 1) : 1;
  if (answer.status !== (lead ? 200 : 201) || version !== expected || (lead && lead.id !== id)) return undefined;
  return {
    erased,
    leads: new Map([...leads, [write.name, { id, version, notes: write.notes }]]),
    kept: write.key === undefined ? kept : new Map([...kept, [write.key, { text: answer.text, id }]]),
  };
}

const without = <V>(map: ReadonlyMap<string, V>, key: string) => new Map([...map].filter(([other]) => other !== key));

/** The states after the writes, in any order with which the model gives these answers. */
function statesAfter(state: State, acts: readonly (readonly [Write, Answer])[]): State[] {
  if (acts.length === 0) return [state];
  return acts.flatMap(([write, answer], i) => {
    const next = afterWrite(state, write, answer);
    return next ? statesAfter(next, acts.toSpliced(i, 1)) : [];
  });
}

test(`single writes at once are answered as in some order (seed ${seed})`, async () => {
  const random = createRandom(seed + 1);
  const clients = servers.map((server) => client(server, v.tokens.xyz, 'solar-test'));
  const names = ['A', 'B', 'C', 'D'].map((letter) => `model-${seed}-${letter}`);
  /** The last id that each external id had: an erased lead, too, can be named in an update. */
  const ids = new Map<string, string>();
  const sent: Write[] = [];
  const drawWrite = (n: number): Write => {
    if (sent.length > 0 && random.chance(0.25)) return random.pick(sent);
    const name = random.pick(names);
    const kinds = ids.has(name)
      ? (['create', 'upsert', 'update', 'update', 'erase'] as const)
      : (['create', 'upsert'] as const);
    const kind = random.pick(kinds);
    const isKeyed = kind !== 'erase' && random.chance(0.7);
    return { kind, name, notes: random.pick(['x', 'y', 'z']), key: isKeyed ? `model-${seed}-${n}` : undefined };
  };
  // A repeat of an update names the same lead as the first.
  const paths = new Map<Write, string>();
  const ask = async (write: Write): Promise<Answer> => {
    const { kind, name, notes, key } = write;
    const api = random.pick(clients);
    const fields = { ...least, notes };
    const options = key === undefined ? {} : { headers: { 'idempotency-key': key } };
    const path = paths.get(write) ?? `/leads/${ids.get(name)}`;
    paths.set(write, path);
    const answer =
      kind === 'create'
        ? await api.request('POST', '/leads', { body: { external_id: name, fields }, ...options })
        : kind === 'upsert'
          ? await api.request('PUT', `/external-ids/${name}`, { body: { fields }, ...options })
          : await api.request(kind === 'update' ? 'PATCH' : 'DELETE', path, {
              ...(kind === 'update' && { body: { fields: { notes } } }),
              ...options,
            });
    const { status, text, body } = answer;
    return {
      ...{ status, text, version: body?.version },
      id: body?.lead_id ?? body?.id,
      replayed: answer.headers.get('idempotency-replayed') === 'true',
    };
  };
  let states: State[] = [{ leads: new Map(), kept: new Map(), erased: new Set() }];
  const seen = new Map<string, number>();
  for (let step = 0; step < 80; step += 1) {
    const writes = Array.from({ length: random.whole(2, 6) }, (_, n) => drawWrite(step * 10 + n)).filter(
      // An update by the id of a lead that is gone, or of its successor, would need more of the model.
      (write) =>
        !['update', 'erase'].includes(write.kind) ||
        (paths.get(write) ?? `/leads/${ids.get(write.name)}`) === `/leads/${ids.get(write.name)}`,
    );
    const answers = await Promise.all(writes.map(ask));
    for (const { status, replayed } of answers) {
      const outcome = replayed ? 'replayed' : String(status);
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }
    const acts = writes.map((write, i) => [write, answers[i] as Answer] as const);
    const next = states.flatMap((state) => statesAfter(state, acts));
    if (next.length === 0)
      throw new Error(
        `step ${step}: no order has these answers: ${JSON.stringify([[...(states[0]?.leads ?? [])], acts])}`,
      );
    states = [
      ...new Map(
        next.map((state) => [JSON.stringify([[...state.leads].sort(), [...state.kept].sort()]), state]),
      ).values(),
    ];
    // Reading the leads leaves one state.
    const { body } = await v.xyz.get('/leads', { limit: '200' });
    const stored = new Map(body.data.map((lead) => [lead.external_id, lead] as const));
    states = states.filter((state) =>
      names.every(
        (name) =>
          state.leads.get(name)?.id === stored.get(name)?.id &&
          state.leads.get(name)?.version === stored.get(name)?.version,
      ),
    );
    expect(states.length).toBeGreaterThan(0);
    for (const [name, { id }] of states[0]?.leads ?? []) ids.set(name, id);
    sent.push(...writes.filter(({ key }) => key !== undefined));
  }
  // Every outcome was met.
  for (const outcome of ['201', '200', '204', '404', '409', '410', 'replayed'])
    expect([outcome, seen.get(outcome) ?? 0]).not.toEqual([outcome, 0]);
});

/** `Idempotency-Key`: a write under one key is made once, and a repeat gets the first answer. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { change } from '../support/campaigns.ts';
import { type Client, client } from '../support/client.ts';
import { onOneServer } from '../support/cluster/one-server.ts';
import { untilWaiting } from '../support/lock-waits.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let other: TestServer;
beforeAll(async () => {
  v = await startVendors();
  other = await startServer({ databaseUrl: v.server.databaseUrl });
});
afterAll(async () => {
  await other.stop();
  await v.stop();
});

const key = (name: string) => ({ 'idempotency-key': name });
const elsewhere = () => client(other, v.tokens.xyz, 'solar-test');
const records = async () =>
  Number((await sql<{ n: string }>`select count(*) as n from idempotency_records`.execute(v.db)).rows[0]?.n);

const writes: readonly [
  string,
  (api: Client, id: string, name: string) => Promise<Awaited<ReturnType<Client['get']>>>,
][] = [
  ['createLead', (api, _, name) => api.post('/leads', { external_id: name, fields: least }, key(name))],
  ['updateLead', (api, id, name) => api.patch(`/leads/${id}`, { status: 'won' }, key(name))],
  [
    'upsertLead',
    (api, _, name) => api.request('PUT', `/external-ids/${name}`, { body: { fields: least }, headers: key(name) }),
  ],
  ['deleteLead', (api, id, name) => api.delete(`/leads/${id}`, key(name))],
  [
    'writeLeads',
    (api, id, name) =>
      api.post(
        '/leads/batch',
        {
          items: [
            { op: 'create', external_id: name, fields: least },
            { op: 'update', id, status: 'won' },
            { op: 'create', fields: {} },
          ],
        },
        key(name),
      ),
  ],
];

describe.each(writes)('%s', (name, write) => {
  test('a repeat gets status, headers and body of the first, on another process too, and writes nothing', async () => {
    const { id } = await v.xyz.lead(least);
    const first = await write(v.xyz, id, `same-${name}`);
    const repeats = [await write(v.xyz, id, `same-${name}`), await write(elsewhere(), id, `same-${name}`)];

    expect(first.status).toBeLessThan(300);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    for (const repeat of repeats) {
      expect([repeat.status, repeat.text]).toEqual([first.status, first.text]);
      for (const header of ['etag', 'location', 'content-type'])
        expect(repeat.headers.get(header)).toBe(first.headers.get(header));
      expect(repeat.headers.get('idempotency-replayed')).toBe('true');
    }
  });

  test('twenty at once on two processes write once', async () => {
    const { id } = await v.xyz.lead(least);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => write(i % 2 ? v.xyz : elsewhere(), id, `crowd-${name}`)),
    );
    expect(new Set(answers.map((a) => `${a.status} ${a.text}`)).size).toBe(1);
    expect(answers.filter((a) => a.headers.get('idempotency-replayed') === null)).toHaveLength(1);
    const found = await v.xyz.get('/leads', { external_id: `crowd-${name}` });
    expect(found.body.data.length).toBeLessThanOrEqual(1);
  });
});

test('quoted or not, it is the same key; another method, address or body under it is refused', async () => {
  const first = await v.xyz.post('/leads', { fields: least }, key('"quoted"'));
  expect((await v.xyz.post('/leads', { fields: least }, key('quoted'))).body.id).toBe(first.body.id);
  for (const answer of [
    await v.xyz.post('/leads', { fields: { ...least, zip: '5000' } }, key('quoted')),
    await v.xyz.patch(`/leads/${first.body.id}`, { fields: least }, key('quoted')),
    await v.xyz.request('POST', '/leads', {
      raw: '{',
      headers: { ...key('quoted'), 'content-type': 'application/json' },
    }),
  ])
    expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
});

test.each(['', ' ', 'two words', 'x'.repeat(256), '"', 'é'])('the key %j has no good form: 400', async (value) => {
  const answer = await v.xyz.post('/leads', { fields: least }, key(value));
  // An empty header is no header to some clients: then it is a write without a key.
  if (value.trim() === '' && answer.status === 201) return;
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_header' } });
});

test('the first answer comes also when the campaign has changed since, before any validation', async () => {
  const body = { fields: { ...least, roof_type: 'tile' } };
  const first = await v.xyz.post('/leads', body, key('changed'));
  await change(
    v.db,
    v.campaign,
    sql`update options set archived_at = now() where campaign_id = ${v.campaign.id} and value = 'tile'`,
  );

  expect((await v.xyz.post('/leads', body)).status).toBe(422);
  const repeat = await v.xyz.post('/leads', body, key('changed'));

  expect([repeat.status, repeat.text]).toEqual([201, first.text]);
});

test('a refusal is not remembered: a corrected body may go under the same key', async () => {
  expect((await v.xyz.post('/leads', { fields: {} }, key('corrected'))).status).toBe(422);
  expect((await v.xyz.post('/leads', { fields: least }, key('corrected'))).status).toBe(201);
});

test('a batch in which every item failed is not remembered, one in which some did is', async () => {
  const before = await records();
  const failed = { items: [{ op: 'create', fields: {} }] };
  expect((await v.xyz.post('/leads/batch', failed, key('all-failed'))).status).toBe(200);
  expect(await records()).toBe(before);
  const mixed = { items: [...failed.items, { op: 'create', fields: least }] };
  const first = await v.xyz.post('/leads/batch', mixed, key('all-failed'));
  expect((await v.xyz.post('/leads/batch', mixed, key('all-failed'))).text).toBe(first.text);
});

test('a key belongs to a token: another has its own', async () => {
  const first = await v.xyz.post('/leads', { fields: least }, key('mine'));
  const second = await v.nordic.post('/leads', { fields: least }, key('mine'));
  expect(second.status).toBe(201);
  expect(second.body.id).not.toBe(first.body.id);
});

test('an erased lead takes the answer with it: 410 names the lead, and no value of it is left', async () => {
  const made = await v.xyz.post('/leads', { fields: { ...least, notes: 'a secret to go' } }, key('erased'));
  const batch = { items: [{ op: 'update', id: made.body.id, status: 'won' }] };
  await v.xyz.post('/leads/batch', batch, key('erased-batch'));
  await v.xyz.delete(`/leads/${made.body.id}`, key('erased-delete'));

  const repeat = await v.xyz.post('/leads', { fields: { ...least, notes: 'a secret to go' } }, key('erased'));
  expect(repeat).toMatchObject({ status: 410, body: { code: 'lead_erased', lead_id: made.body.id } });
  expect(await v.xyz.post('/leads/batch', batch, key('erased-batch'))).toMatchObject({ status: 410 });
  expect((await v.xyz.delete(`/leads/${made.body.id}`, key('erased-delete'))).status).toBe(204);
  const left = await sql`select body from idempotency_records where body like '%secret to go%'`.execute(v.db);
  expect(left.rows).toEqual([]);
});

test('a lead that was created and deleted in one batch leaves no value behind', async () => {
  const { id } = await v.xyz.lead({ ...least, notes: 'one batch only' });
  const items = [
    { op: 'update', id, status: 'won' },
    { op: 'delete', id },
  ];
  const first = await v.xyz.post('/leads/batch', { items }, key('both'));
  expect((first.body.results as { status: number }[]).map((r) => r.status)).toEqual([200, 204]);
  expect(await v.xyz.post('/leads/batch', { items }, key('both'))).toMatchObject({
    status: 410,
    body: { lead_id: id },
  });
});

test('a repeat while another process is still at the first waits, and is then told to come again', async () => {
  const token = v.tokens.xyz.id;
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update('slow').digest();
  const started = Date.now();
  const answer = await v.db.transaction().execute(async (trx) => {
    await sql`insert into idempotency_records (campaign_id, token_id, key, fingerprint, created_at)
      values (${v.campaign.id}, ${token}, ${hash}, ${hash}, now())`.execute(trx);
    return await v.xyz.post('/leads', { fields: least }, key('slow'));
  });
  expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency_in_progress' } });
  expect(answer.headers.get('retry-after')).toBe('1');
  expect(Date.now() - started).toBeGreaterThan(4_000);
});

test('a write that the first gave up is made by the repeat that waited for it', async () => {
  const token = v.tokens.xyz.id;
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update('given-up').digest();
  let waiting: ReturnType<Client['post']> | undefined;
  await v.db
    .transaction()
    .execute(async (trx) => {
      await sql`insert into idempotency_records (campaign_id, token_id, key, fingerprint, created_at)
        values (${v.campaign.id}, ${token}, ${hash}, ${hash}, now())`.execute(trx);
      waiting = v.xyz.post('/leads', { fields: least }, key('given-up'));
      await untilWaiting(v.db);
      throw new Error('given up');
    })
    .catch(() => undefined);
  expect((await waiting)?.status).toBe(201);
});

onOneServer('Citus has no triggers on distributed tables')(
  'if the connection of a shared transaction is lost, each request gets 503, and its repeat finds or makes one lead',
  async () => {
    const send = (i: number) => v.xyz.post('/leads', { fields: { ...least, notes: `lost ${i}` } }, key(`lost-${i}`));
    const all = Array.from({ length: 12 }, (_, i) => i);
    // The statement that keeps the answers takes long, so that the connection is lost after all writes and before the commit.
    await sql`create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(5); return null; end $$`.execute(
      v.db,
    );
    await sql`create trigger slow after update on idempotency_records execute function slow()`.execute(v.db);
    const sent = all.map(send);
    let lost = 0;
    const isOver = Promise.all(sent).then(() => true);
    while (!(await Promise.race([isOver, sleep(20, false)]))) {
      const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event = 'PgSleep'`.execute(v.db);
      lost += rows.length;
    }
    await sql`drop trigger slow on idempotency_records`.execute(v.db);
    expect((await Promise.all(sent)).map(({ status, body }) => [status, body.code])).toEqual(
      all.map(() => [503, 'unavailable']),
    );
    // A few transactions for all twelve requests.
    expect(lost).toBeLessThan(6);
    expect((await Promise.all(all.map(send))).map(({ status }) => status)).toEqual(all.map(() => 201));
    const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from leads where values ->> 'notes' like 'lost %'`.execute(v.db);
    expect(rows[0]?.n).toBe(12);
  },
);

test('after 24 hours the key is free again', async () => {
  const first = await v.xyz.post('/leads', { fields: least }, key('old'));
  await sql`update idempotency_records set created_at = now() - interval '25 hours' where lead_ids @> array[${first.body.id}::uuid]`.execute(
    v.db,
  );
  const again = await v.xyz.post('/leads', { fields: { ...least, zip: '5000' } }, key('old'));
  expect(again.status).toBe(201);
  expect(again.body.id).not.toBe(first.body.id);
  expect((await v.xyz.post('/leads', { fields: { ...least, zip: '5000' } }, key('old'))).body.id).toBe(again.body.id);
});

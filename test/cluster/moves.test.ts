/**
 * While 16 writers post under idempotency keys, campaigns move between the nodes and connections to nodes are ended. An acknowledged
 * write is there once, any other completely or not at all, and a mirror that is fed by the change feed alone equals the list.
 * Needs a cluster: see `npm run test:citus`. `LEADSPEC_MOVES=40` runs it longer.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { nodesOf } from '../support/cluster/nodes.ts';
import { onCluster } from '../support/cluster/one-server.ts';
import { ask } from '../support/cluster/proxy.ts';
import { databaseUrl, testLayout } from '../support/database.ts';
import { Mirror, readFeed } from '../support/feed.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

const moves = Number(process.env.LEADSPEC_MOVES ?? 6);

let v: Vendors;
beforeAll(async () => {
  if (testLayout === 'distributed') v = await startVendors();
});
afterAll(() => v?.stop());

interface Write {
  readonly key: string;
  readonly note: string;
}

/** Creates a lead and changes it, each again under its key until it is answered. */
async function write(note: string): Promise<Write> {
  const one: Write = { key: randomUUID(), note };
  const fields = { ...least, source: 'vendor-xyz', notes: note };
  for (;;) {
    const answer = await v.xyz.post('/leads', { fields }, { 'Idempotency-Key': one.key });
    if (answer.status === 503 || answer.status === 409 || answer.status === 429) await sleep(50);
    else if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    else {
      await v.xyz.patch(`/leads/${answer.body.id}`, { fields: { zip: '5000' } });
      return one;
    }
  }
}

/** Moves the campaign's shards to the next worker. */
async function move(url: string, mode: 'block_writes' | 'force_logical'): Promise<void> {
  await ask(
    url,
    `select citus_move_shard_placement(s.shardid, s.nodename, s.nodeport, n.nodename, n.nodeport, '${mode}')
     from (
       select p.shardid, d.nodename, d.nodeport, d.nodeid from pg_dist_placement p join pg_dist_node d on d.groupid = p.groupid
       where p.shardid = get_shard_id_for_distribution_column('leads', '${v.campaign.id}'::uuid)) s,
     lateral (
       select nodename, nodeport from pg_dist_node
       where noderole = 'primary' and groupid <> 0 and nodeid <> s.nodeid order by nodeid limit 1) n`,
  );
}

onCluster('nothing is lost, doubled or out of order while campaigns move and connections end', async () => {
  const url = v.server.databaseUrl;
  const name = new URL(url).pathname.slice(1);
  const workers = (await nodesOf(process.env.LEADSPEC_TEST_CLUSTER ?? '')).slice(1);
  let stopped = false;
  const made: Write[] = [];
  const writers = Array.from({ length: 16 }, async (_, writer) => {
    for (let n = 0; !stopped; n += 1) made.push(await write(`${writer}-${n}`));
  });
  for (let i = 0; i < moves; i += 1) {
    await sleep(200);
    if (i % 3 === 2)
      for (const worker of workers)
        await ask(
          databaseUrl(worker, name),
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name ~ '^citus_internal'`,
        );
    else await move(url, i % 3 === 0 ? 'block_writes' : 'force_logical');
  }
  await sleep(500);
  stopped = true;
  await Promise.all(writers);

  expect(made.length).toBeGreaterThan(50);
  const { events } = await readFeed(v.xyz);
  const mirror = new Mirror();
  mirror.apply(events);
  const notes = mirror.sorted().map(({ fields }) => fields.notes);
  // Each acknowledged write is there once, and there is nothing else: every write was repeated until it was acknowledged.
  expect(notes.sort()).toEqual(made.map(({ note }) => note).sort());
  const listed = new Map<string, unknown>();
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { body } = await v.xyz.get('/leads', { limit: 200, ...(cursor !== undefined && { cursor }) });
    for (const lead of body.data) listed.set(lead.id, lead);
    cursor = body.next_cursor;
  }
  expect(mirror.sorted()).toEqual([...listed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lead]) => lead));
});

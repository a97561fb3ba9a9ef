/**
 * The effect of one token, or one address, on another: each does the worst of its kind while another token reads at an even
 * pace. The result is the other's times beside its quiet ones, how many of its requests were refused, and the memory of the process.
 */
import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Attack } from './attacker.ts';
import type { Bench } from './bench.ts';
import { makeToken } from './data.ts';
import { options } from './options.ts';
import { paced } from './pace.ts';
import type { Served } from './place.ts';
import { printTable, target } from './report.ts';
import { getOf } from './requests.ts';

const seconds = options.quick ? 1 : 8;
/** Requests a second of the other token: far below what the process can do. */
const rate = 100;
/** After a burst, until memory is read again. */
const rest = options.quick ? 1 : 60;

export async function neighbours(bench: Bench): Promise<void> {
  const { place, main } = bench;
  const rows: (string | number)[][] = [];
  let worst = 0;
  let refusals = 0;
  let most = 0;
  let kept = 0;
  const shared = options.quick ? await place.product() : undefined;
  const { attacks: words = options.quick ? ['lists', 'held polls', 'batches on one lead'] : undefined } = options;
  const attacks = await attacksOf(bench);
  // Code that has never run is compiled first, and each connection to the database plans first. So the same is done before by
  // another token; by an address once, whose limits would be used up.
  const before = (await attacksOf(bench)).filter(({ send }) => 'authorization' in Object(send.headers));
  for (const attack of attacks.filter(({ name }) => !words || words.some((word) => name.includes(word)))) {
    const warmUp = before.find(({ name }) => name === attack.name);
    // A process of its own for each, unless only the health of the bench is asked for.
    const served = shared ?? (await place.product());
    const requests = getOf({ base: `/v1/campaigns/${main.campaign.slug}`, headers: main.vendor }, main.ids);
    const warming = warmUp && begin(served, warmUp);
    await paced({ served, requests }, rate, seconds / 4);
    await (warming?.end() ?? sendOnce(served, attack));
    await paced({ served, requests }, rate, seconds / 4);
    const quiet = await paced({ served, requests }, rate, seconds);
    const level = served.memory();
    const peak = watchMemory(served);
    const running = begin(served, attack);
    // The measurement begins after the start, so that it has the worst: a burst, and then the steady load.
    const beside = await paced({ served, requests }, rate, seconds);
    const answers = await running.end();
    const during = peak.end();
    if (attack.unread || during - level > 100) await sleep(rest * 1_000);
    const after = served.memory();
    const times = beside.p99 / quiet.p99;
    worst = Math.max(worst, times);
    refusals += beside.refused + quiet.refused;
    most = Math.max(most, during - level);
    kept = Math.max(kept, after - level);
    const told = [quiet.p50, quiet.p99, beside.p50, beside.p99].map((ms) => ms.toFixed(1));
    rows.push([attack.name, ...told, times.toFixed(1), beside.refused, level, during, after, answers]);
    if (!shared) await served.stop();
  }
  await shared?.stop();
  printTable(
    `One token reads a lead ${rate} times a second, while another does its worst (ms, MB)`,
    [
      '',
      'quiet p50',
      'quiet p99',
      'p50',
      'p99',
      'times',
      'refused',
      'before',
      'at most',
      'after',
      'attacker was answered',
    ],
    rows,
  );
  target("another token's p99 / its quiet p99, at worst", worst, 'below', 3);
  target("another token's requests that were refused", refusals, 'below', 1);
  target('memory that the worst adds', most, 'below', 200, ' MB');
  target(`memory that is kept ${rest} seconds later`, kept, 'below', 150, ' MB');
}

async function attacksOf({ place, main }: Bench): Promise<readonly Attack[]> {
  const { db } = place.connection;
  const { campaign } = main;
  const base = `/v1/campaigns/${campaign.slug}`;
  /** Each attack has a token of its own, with the limits that a token has unless an admin gives it others. */
  const token = (requestsPerMinute: number | null = null) =>
    makeToken(db, campaign, 'campaign', { requestsPerMinute, writesPerMinute: null });
  const get = async (path: string) => ({ path: `${base}${path}`, headers: await token() });
  const post = async (path: string, type: string, body: Buffer) => {
    const packed = body[0] === 0x1f ? { 'content-encoding': 'gzip' } : {};
    return {
      method: 'POST',
      path: `${base}${path}`,
      headers: { ...(await token()), 'content-type': type, ...packed },
      body,
    };
  };
  const [json, form] = ['application/json', 'application/x-www-form-urlencoded'];
  const names = gzipSync(Array.from({ length: 110_000 }, (_, i) => `n${i.toString(36)}=`).join('&'));
  const updates = Array.from({ length: 1_000 }, (_, i) => ({
    op: 'update',
    id: main.ids[0],
    fields: { notes: `${i}` },
  }));
  const oneLead = Buffer.from(JSON.stringify({ items: updates }));
  const long = { op: 'create', fields: { notes: 'x'.repeat(15_000) } };
  const large = gzipSync(JSON.stringify({ items: Array.from({ length: 1_000 }, () => long) }));
  const values = gzipSync(JSON.stringify({ items: Array.from({ length: 240_000 }, () => ({})), more: [] }));
  const members = gzipSync(`{"items":[{${Array.from({ length: 240_000 }, (_, i) => `"m${i}":1`).join(',')}}]}`);
  const polls = await token();
  const end = await endOfFeed(place, base, polls);
  const { docs_id: docsId } = await db
    .selectFrom('tokens')
    .select('docs_id')
    .where('scope', '=', 'filter')
    .executeTakeFirstOrThrow();
  const signIn = {
    method: 'POST',
    path: '/manage/v1/session',
    headers: { 'content-type': json },
    body: Buffer.from(JSON.stringify({ email: 'bench@example.com', password: 'not the password' })),
  };
  return [
    { name: 'forms of many names', connections: 16, send: await post('/leads', form, names) },
    { name: 'dry runs of batches', connections: 16, send: await post('/leads/batch?dry_run=true', json, oneLead) },
    { name: 'batches on one lead', connections: 16, send: await post('/leads/batch', json, oneLead) },
    { name: 'exports that nobody reads', connections: 150, unread: true, send: await get('/leads/export') },
    { name: 'pages that nobody reads', connections: 100, unread: true, send: await get('/leads?limit=200') },
    { name: 'compressed batches', connections: 60, send: await post('/leads/batch', json, large) },
    { name: 'batches of very many values', connections: 16, send: await post('/leads/batch', json, values) },
    { name: 'objects of very many members', connections: 16, send: await post('/leads/batch', json, members) },
    {
      name: 'held polls',
      connections: 585,
      send: { path: `${base}/leads/changes?cursor=${encodeURIComponent(end)}&wait=30`, headers: polls },
    },
    { name: 'lists', connections: 60, send: await get('/leads?limit=200') },
    { name: 'documentation', connections: 60, send: { path: `/docs/${docsId}/openapi.json`, headers: {} } },
    { name: 'documentation pages', connections: 60, send: { path: `/docs/${docsId}`, headers: {} } },
    { name: 'requests over the limit', connections: 60, send: { path: `${base}/leads`, headers: await token(60) } },
    { name: 'unknown tokens', connections: 60, send: { path: `${base}/leads`, headers: 'unknown token' } },
    { name: 'signing in', connections: 16, send: signIn },
  ];
}

async function endOfFeed(
  place: Bench['place'],
  base: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const served = await place.product();
  const response = await fetch(`${served.origin}${base}/leads/changes?cursor=latest`, { headers });
  const { next_cursor: end } = (await response.json()) as { next_cursor: string };
  await served.stop();
  return end;
}

async function sendOnce({ origin }: Served, { send: { path, method = 'GET', headers, body } }: Attack): Promise<void> {
  const own = typeof headers === 'string' ? {} : headers;
  const response = await fetch(`${origin}${path}`, { method, headers: own, ...(body && { body: Buffer.from(body) }) });
  await response.arrayBuffer();
}

/**
 * The attack runs in a process of its own, and at the lowest priority: an attacker has a machine of its own, and must not
 * take the processor from the requests that are measured.
 */
function begin({ origin }: Served, attack: Attack): { end(): Promise<string> } {
  const child = fork(fileURLToPath(new URL('attacker.ts', import.meta.url)), { serialization: 'advanced' });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  child.send({ origin, attack });
  return {
    async end() {
      const told = new Promise<string>((resolve) => child.once('message', (text) => resolve(String(text))));
      child.send('end');
      const text = await told;
      child.kill();
      return text;
    },
  };
}

/** Looks at the memory of the process ten times a second; `end` tells the most, in MB. */
function watchMemory(served: Served): { end(): number } {
  let most = served.memory();
  const timer = setInterval(() => {
    most = Math.max(most, served.memory());
  }, 100);
  return {
    end() {
      clearInterval(timer);
      return most;
    },
  };
}

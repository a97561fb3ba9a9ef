/**
 * Line 24: `kill -9` of the service, of PostgreSQL and of both, in turns, while 16 writers post with idempotency keys. An
 * acknowledged write exists once. Any other write exists completely or not at all. A repeat with the same key makes nothing
 * new. The feed has no gap and no double.
 *
 * `LEADSPEC_KILLS=300 npm test -- test/fault/24` runs it longer; each kill takes a second or two.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Body } from '../support/client.ts';
import { demoEnvironment, unlimitedToken } from '../support/demo.ts';
import { Mirror } from '../support/feed.ts';
import { patience } from '../support/patience.ts';
import { eventually, newDataDir, postgresPid, type ServiceProcess, startProcess } from '../support/process.ts';

const kills = Number(process.env.LEADSPEC_KILLS ?? 4);
const dataDir = newDataDir();
let env: Record<string, string>;
let service: ServiceProcess;
let token = '';

beforeAll(async () => {
  env = await demoEnvironment(dataDir);
  service = await startProcess({ env });
  token = await unlimitedToken(service);
});
afterAll(() => service?.stop());

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function ask(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
  const response = await fetch(`${service.url}/v1/campaigns/solar-dk${path}`, {
    method,
    signal: AbortSignal.timeout(patience(20_000)),
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

interface Write {
  readonly key: string;
  readonly body: unknown;
  readonly path: string;
  /** The values of `notes` in the leads that it creates. */
  readonly marks: readonly string[];
  answer?: Answer;
}

const lead = (notes: string) => ({ fields: { name: 'Anna', email: 'anna@example.com', notes } });

function nextWrite(writer: number, n: number): Write {
  const key = randomUUID();
  const mark = `kill ${writer} ${n}`;
  if (n % 3 !== 0) return { key, path: '/leads', body: lead(mark), marks: [mark] };
  const marks = Array.from({ length: 5 }, (_, i) => `${mark} ${i}`);
  const items = marks.map((notes) => ({ op: 'create', ...lead(notes) }));
  return { key, path: '/leads/batch', body: { atomic: true, items }, marks };
}

/** Repeats the write with its key until it is acknowledged, or the test is over. */
async function send(write: Write, wanted: () => boolean): Promise<void> {
  while (wanted()) {
    const answer = await ask('POST', write.path, write.body, write.key).catch(() => undefined);
    if (answer && answer.status < 300) {
      write.answer = answer;
      return;
    }
    if (answer && ![503, 409].includes(answer.status)) throw new Error(`${answer.status} ${answer.text}`);
    await sleep(20);
  }
}

async function strike(turn: number): Promise<void> {
  const postgres = postgresPid(dataDir);
  const both = turn % 3 === 2;
  if (turn % 3 !== 0 && postgres) process.kill(postgres, 'SIGKILL');
  if (turn % 3 === 1) {
    await eventually(() => postgresPid(dataDir) !== undefined && postgresPid(dataDir) !== postgres);
    return;
  }
  await service.kill();
  // The next start copes, whether its PostgreSQL still runs or is gone as well.
  if (!both) expect(postgresPid(dataDir)).toBe(postgres);
  service = await startProcess({ env });
}

test(
  'nothing that was acknowledged is lost, doubled or halved, however often what dies',
  async () => {
    const writes: Write[] = [];
    let writing = true;
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (let n = 1; writing; n += 1) {
        const write = nextWrite(writer, n);
        writes.push(write);
        await send(write, () => writing);
      }
    });
    for (let turn = 0; turn < kills; turn += 1) {
      await sleep(300 + ((turn * 137) % 500));
      await strike(turn);
      const before = writes.filter((write) => write.answer).length;
      await eventually(() => writes.filter((write) => write.answer).length > before + 8);
    }
    writing = false;
    await Promise.all(writers);

    const { leads, events } = await everything();
    const found = new Map<string, number>();
    for (const { fields } of leads) found.set(String(fields.notes), (found.get(String(fields.notes)) ?? 0) + 1);
    const acknowledged = writes.filter((write) => write.answer);
    expect(acknowledged.length).toBeGreaterThan(kills * 8);
    expect(acknowledged.flatMap(({ marks }) => marks).filter((mark) => found.get(mark) !== 1)).toEqual([]);
    const open = writes.filter((write) => !write.answer).map(({ marks }) => marks.map((mark) => found.get(mark) ?? 0));
    expect(open.filter((counts) => new Set(counts).size > 1 || counts.some((count) => count > 1))).toEqual([]);

    // Writes without an acknowledgement are sent once more, and so are some with one. Each exists once, with its first
    // response.
    for (const write of [...writes.filter((one) => !one.answer), ...acknowledged.slice(-50)]) {
      const first = write.answer?.text;
      await send(write, () => true);
      if (first !== undefined) expect(write.answer?.text).toBe(first);
    }
    const after = await everything();
    // The demo's own leads are older than events are kept, so they disappear from the feed during a run of minutes.
    const ours = (leads: readonly Body[]) => leads.filter(({ fields }) => String(fields.notes).startsWith('kill '));
    expect(ours(after.leads)).toHaveLength(new Set(writes.flatMap(({ marks }) => marks)).size);
    const mirror = new Mirror();
    mirror.apply(after.events);
    expect(ours(mirror.sorted())).toEqual(ours(after.leads).toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    // The feed's old events stay where they were, and new ones come behind them.
    const told = (those: readonly Body[]) =>
      ours(those.flatMap(({ lead }) => lead ?? [])).map(({ id, version }) => `${id} ${version}`);
    expect(told(after.events).slice(0, told(events).length)).toEqual(told(events));
  },
  patience(60_000 + kills * 10_000),
);

/** All leads, from the list, and all events, from the feed. */
async function everything(): Promise<{ leads: Body[]; events: Body[] }> {
  const leads: Body[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await read(`/leads?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    leads.push(...page.data);
    cursor = page.next_cursor;
  }
  const events: Body[] = [];
  let empty = 0;
  for (let cursor: string | undefined; ; ) {
    const page: Body = await read(
      `/leads/changes?limit=1000${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    events.push(...page.data);
    empty = page.data.length === 0 ? empty + 1 : 0;
    if (empty === 2) return { leads, events };
    cursor = String(page.next_cursor);
  }
}

async function read(path: string): Promise<Body> {
  const { status, text } = await ask('GET', path);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}\n${service.output().slice(-5_000)}`);
  return JSON.parse(text) as Body;
}

/**
 * Line 24, the full disk: while 8 writers post with idempotency keys, PostgreSQL's disk fills up, and a while later gets room
 * again. Meanwhile writes are refused with 503. No acknowledged write is lost, and the service recovers by itself. The disk
 * is a file system in memory, which only root may mount. Where that is not allowed, the test is skipped.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import type { Body } from '../support/client.ts';
import { demoEnvironment, unlimitedToken } from '../support/demo.ts';
import { patience } from '../support/patience.ts';
import { eventually, postgresPid, type ServiceProcess, startProcess } from '../support/process.ts';

const disk = await mkdtemp(join(tmpdir(), 'leadspec-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m,mode=0711', 'tmpfs', disk]).status === 0;
const dataDir = join(disk, 'data');
let service: ServiceProcess | undefined;
afterAll(async () => {
  await service?.stop();
  const postgres = mounted ? postgresPid(dataDir) : undefined;
  if (postgres !== undefined) process.kill(postgres, 'SIGKILL');
  if (mounted) spawnSync('umount', ['-l', disk]);
  await rm(disk, { recursive: true, force: true });
});

const free = () => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};

(mounted ? test : test.skip)(
  'a disk that is full refuses writes, loses none, and is written to again once there is room',
  async () => {
    const started = await startProcess({ env: await demoEnvironment(dataDir) });
    service = started;
    const token = await unlimitedToken(started);
    const ask = async (method: string, path: string, body?: unknown, key = '') => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': key }),
      };
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      const response = await fetch(`${started.url}/v1/campaigns/solar-dk${path}`, init);
      return { status: response.status, headers: response.headers, text: await response.text() };
    };

    const statuses = new Map<number, number>();
    const acknowledged: string[] = [];
    let writing = true;
    const writer = async (name: number) => {
      for (let n = 0; writing; n += 1) {
        const mark = `disk ${name} ${n} `;
        const key = randomUUID();
        const lead = {
          fields: { name: 'Anna', email: 'anna@example.com', notes: mark + randomBytes(950).toString('hex') },
        };
        for (let done = false; writing && !done; ) {
          const { status, headers } = await ask('POST', '/leads', lead, key);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          done = status === 201;
          if (done) acknowledged.push(mark);
          else if (status === 503) expect(headers.get('retry-after')).not.toBeNull();
          if (!done) await sleep(100);
        }
      }
    };
    const writers = Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)));

    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(Math.max(0, free() - 3_000_000)));
    await eventually(() => (statuses.get(503) ?? 0) > 20, 60);
    await sleep(3_000);
    expect((await fetch(`${started.url}/healthz`)).status).toBe(200);
    const before = acknowledged.length;
    rmSync(ballast);
    await eventually(() => acknowledged.length > before + 50, 60);
    writing = false;
    await writers;

    // The log tells the operator what was wrong.
    expect(started.output()).toMatch(/"reason":"[^"]+","msg":"A request failed because the database is unavailable"/);
    expect([...statuses.keys()].filter((status) => ![201, 409, 503].includes(status))).toEqual([]);
    const found = new Map<string, number>();
    for (let cursor = ''; ; ) {
      const { text } = await ask('GET', `/leads?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      const { data, next_cursor } = JSON.parse(text) as { data: Body[]; next_cursor: string | null };
      for (const { fields } of data) {
        const mark = /^disk \d+ \d+ /.exec(String(fields.notes))?.[0];
        if (mark) found.set(mark, (found.get(mark) ?? 0) + 1);
      }
      if (next_cursor === null) break;
      cursor = next_cursor;
    }
    expect(acknowledged.filter((mark) => found.get(mark) !== 1)).toEqual([]);
    expect([...found.values()].filter((count) => count > 1)).toEqual([]);
  },
  patience(240_000),
);

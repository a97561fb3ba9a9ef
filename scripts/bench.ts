/**
 * `npm run bench`: the product beside its floors, in turns, in one run, on an embedded PostgreSQL of its own. Figures move
 * from machine to machine; the ratios are what to hold. `--quick` takes well under a minute and is for the bench's own health.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { sql } from 'kysely';
import { connect } from '../src/database/connection.ts';
import { startEmbedded } from '../src/database/embedded.ts';
import { migrate } from '../src/database/migrate.ts';
import { freePort } from '../src/database/postmaster.ts';
import { createLogger } from '../src/logger.ts';
import { buildBench } from './bench/data.ts';

const quick = process.argv.includes('--quick');
const seconds = quick ? 1 : 6;
const rounds = quick ? 1 : 3;
const leads = quick ? 5_000 : 100_000;
const secret = 'a sealing key for the bench of thirty-two characters and more';

interface Target {
  readonly name: string;
  readonly base: string;
  readonly headers: Record<string, string>;
  readonly child: ChildProcess;
}

async function waitUntilUp(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (
      await fetch(url).then(
        (r) => r.status < 500,
        () => false,
      )
    )
      return;
    await sleep(50);
  }
  throw new Error(`${url} did not come up`);
}

const script = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const dataDir = await mkdtemp(join(tmpdir(), 'leadspec-bench-'));
const database = await startEmbedded({
  dataDir,
  logger: createLogger({ level: 'error', pretty: false }),
  connections: 60,
});
const children: ChildProcess[] = [];
try {
  await migrate(database.url);
  const connection = connect({ url: database.url, connections: 4, onError: () => undefined });
  const { campaign, token, ids } = await buildBench(connection.db, secret, leads);
  await sql`vacuum analyze leads`.execute(connection.db);
  await connection.close();

  const start = async (
    name: string,
    args: string[],
    environment: Record<string, string>,
    path: string,
    headers: Record<string, string>,
    port: number,
  ): Promise<Target> => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.push(child);
    await waitUntilUp(`http://127.0.0.1:${port}${name === 'leadspec' ? '/readyz' : '/leads'}`);
    return { name, base: `http://127.0.0.1:${port}${path}`, headers, child };
  };
  const ports = [await freePort(), await freePort(), await freePort()];
  const floor = (kind: string, port: number) =>
    start(
      kind === 'http' ? 'node:http + pg' : 'express + pg',
      [script('bench/floor.ts'), kind, database.url, String(port), campaign.id],
      {},
      '',
      {},
      port,
    );
  const targets = [
    await floor('http', ports[0] ?? 0),
    await floor('express', ports[1] ?? 0),
    await start(
      'leadspec',
      [script('../src/main.ts')],
      { PORT: String(ports[2]), DATABASE_URL: database.url, LEADSPEC_SECRET_KEYS: secret, LOG_LEVEL: 'info' },
      `/v1/campaigns/${campaign.slug}`,
      { authorization: `Bearer ${token}` },
      ports[2] ?? 0,
    ),
  ];

  const body = JSON.stringify({
    fields: { name: 'Anna Jensen', email: 'anna@example.com', phone: '+4520123456', zip: '5000', roof_type: 'tile' },
  });
  const loads: readonly { name: string; options: (target: Target) => Partial<autocannon.Options> }[] = [
    { name: 'list 50', options: () => ({ requests: [{ path: 'LIST' }] }) },
    { name: 'get one', options: () => ({ requests: ids.slice(0, 500).map((id) => ({ path: `GET ${id}` })) }) },
    { name: 'create', options: () => ({ requests: [{ path: 'CREATE', method: 'POST', body }] }) },
  ];
  const results = new Map<string, number[]>();
  const latency = new Map<string, string>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const load of loads) {
      for (const target of targets) {
        const prefix = new URL(target.base).pathname.replace(/\/$/, '');
        const requests = (load.options(target).requests ?? []).map((request) => ({
          ...request,
          path: `${prefix}/leads${String(request.path).startsWith('GET ') ? `/${String(request.path).slice(4)}` : ''}`,
          headers: { ...target.headers, ...(request.body !== undefined && { 'content-type': 'application/json' }) },
        }));
        const result = await autocannon({
          url: new URL(target.base).origin,
          connections: 16,
          duration: round === 0 ? 1 : seconds,
          requests,
        });
        if (result.non2xx > 0 || result.errors > 0)
          throw new Error(
            `${target.name}, ${load.name}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`,
          );
        // The first round warms up.
        if (round === 0) continue;
        const key = `${load.name}|${target.name}`;
        results.set(key, [...(results.get(key) ?? []), result.requests.average]);
        latency.set(key, `${result.latency.p50}/${result.latency.p99}`);
      }
    }
  }
  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  console.log(
    `\nrequests/s, 16 connections, ${leads} leads, a token that sees a tenth of them, median of ${rounds} rounds of ${seconds} s\n`,
  );
  console.log(`| | ${loads.map((load) => load.name).join(' | ')} |\n|---|${loads.map(() => '---').join('|')}|`);
  const of = (load: string, target: string) => median(results.get(`${load}|${target}`) ?? []);
  for (const { name } of targets)
    console.log(`| ${name} | ${loads.map((load) => Math.round(of(load.name, name))).join(' | ')} |`);
  for (const { name } of targets.slice(0, 2)) {
    console.log(
      `| leadspec / ${name} | ${loads.map((load) => (of(load.name, 'leadspec') / of(load.name, name)).toFixed(2)).join(' | ')} |`,
    );
  }
  console.log(`| leadspec p50/p99 ms | ${loads.map((load) => latency.get(`${load.name}|leadspec`)).join(' | ')} |`);
  const [memory] =
    (await import('node:fs')).readFileSync(`/proc/${targets[2]?.child.pid}/status`, 'utf8').match(/VmRSS:\s+\d+/) ?? [];
  console.log(
    `\nresident memory of the process after this: ${Math.round(Number(memory?.replace(/\D/g, '')) / 1024)} MB`,
  );
} finally {
  for (const child of children) child.kill('SIGKILL');
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}

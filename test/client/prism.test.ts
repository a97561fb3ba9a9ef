/**
 * Prism with a vendor's document: as a mock it responds to each kind of call and refuses wrong ones; as a proxy before the
 * server it finds no violation in requests or responses.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../src/database/postmaster.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

const prism = fileURLToPath(new URL('../../node_modules/@stoplight/prism-cli/dist/index.js', import.meta.url));
let v: Vendors;
let folder: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  v = await startVendors();
  folder = mkdtempSync(join(tmpdir(), 'leadspec-prism-'));
  const document = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`);
  writeFileSync(join(folder, 'leads.json'), await document.text());
});
afterAll(async () => {
  const ends = started.map((one) => once(one, 'exit'));
  for (const one of started) one.kill();
  await Promise.all(ends);
  rmSync(folder, { recursive: true, force: true });
  await v.stop();
});

/** Starts Prism. Returns its address once it listens. */
async function start(mode: 'mock' | 'proxy', ...rest: readonly string[]): Promise<string> {
  const port = await freePort();
  const args = [prism, mode, join(folder, 'leads.json'), ...rest, '--port', String(port), '--host', '127.0.0.1'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += String(text);
      if (said.includes('Prism is listening')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`Prism did not start: ${said}`)));
  });
  return `http://127.0.0.1:${port}`;
}

async function ask(url: string, method = 'GET', body?: unknown) {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${v.tokens.xyz.secret}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const violations = response.headers.get('sl-violations');
  return { status: response.status, violations, body: text === '' ? undefined : JSON.parse(text) };
}

const fields = { name: 'Anna', email: 'anna@example.com', household_size: 3 };

test('the mock responds to each kind of call, and refuses a wrong lead', async () => {
  const url = await start('mock');
  const id = '01a22a3f-0a0e-779e-8706-cb14a9de5260';
  const answers = [
    await ask(`${url}/leads?status=new,won&fields.email=anna%40example.com&limit=10`),
    await ask(`${url}/leads`, 'POST', { fields }),
    await ask(`${url}/leads/${id}`),
    await ask(`${url}/leads/${id}`, 'PATCH', { fields: { household_size: null } }),
    await ask(`${url}/leads/${id}/history`),
    await ask(`${url}/leads/changes?cursor=latest`),
    await ask(`${url}/leads/batch`, 'POST', { items: [{ op: 'create', fields }] }),
    await ask(`${url}/external-ids/vendor-1`, 'PUT', { fields }),
    await ask(`${url}/leads`, 'POST', { fields: { name: 'Anna', email: 'anna@example.com', household_size: 'three' } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 201, 200, 200, 200, 200, 200, 200, 422]);
  expect(answers[1]?.body).toMatchObject({ fields: { source: 'vendor-xyz' }, version: expect.any(Number) });
});

test('the proxy finds no violation in any call', async () => {
  const url = await start('proxy', `${v.server.url}/v1/campaigns/solar-test`, '--errors');
  const made = await ask(`${url}/leads`, 'POST', { fields, external_id: 'vendor-1' });
  const lead = `${url}/leads/${made.body.id}`;
  const answers = [
    made,
    await ask(`${url}/leads?fields.email=anna%40example.com&limit=10`),
    await ask(lead),
    await ask(lead, 'PATCH', { status: 'won', fields: { household_size: null } }),
    await ask(`${lead}/history`),
    await ask(`${url}/leads/changes`),
    await ask(`${url}/leads/batch`, 'POST', {
      items: [
        { op: 'create', fields },
        { op: 'create', fields: {} },
      ],
    }),
    await ask(`${url}/external-ids/vendor-1`, 'PUT', { fields }),
    await ask(`${url}/leads?dry_run=true`, 'POST', { fields }),
    await ask(lead, 'DELETE'),
    await ask(lead),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200, 200, 200, 200, 201, 204, 404]);
  expect(answers.flatMap(({ violations }) => violations ?? [])).toEqual([]);
});

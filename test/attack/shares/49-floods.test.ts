/**
 * Line 49: floods that no limit counted: requests over a limit, unknown tokens, documentation pages, sign-ins. They cause few
 * statements.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hashSecret, newSecret } from '../../../src/access/token-format.ts';
import { findBySecret } from '../../../src/access/tokens.ts';
import { createTokenGuard } from '../../../src/leads/store/guard.ts';
import { perMinute } from '../../../src/limits/per-minute.ts';
import { password, client as visitor } from '../../support/manage.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors(undefined, { perMinute: { ...perMinute, badTokens: 5, pages: 20 } });
});
afterAll(() => v.stop());

/** Waits for a new window if the current one ends too soon for a test that counts. */
async function inOneWindow(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 20_000) await new Promise((resolve) => setTimeout(resolve, left + 50));
}

/** How often a connection to the database was taken while `run` ran, and how many were taken at once. */
async function statementsOf(run: () => Promise<unknown>): Promise<{ total: number; atOnce: number }> {
  let total = 0;
  let atOnce = 0;
  const { pool } = v.server.connection;
  const count = () => {
    total += 1;
    atOnce = Math.max(atOnce, pool.totalCount - pool.idleCount);
  };
  pool.on('acquire', count);
  await run();
  pool.off('acquire', count);
  return { total, atOnce };
}

const many = <T>(count: number, ask: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: count }, ask));

test('refusals of a token that is over its limit share their statements', async () => {
  await inOneWindow();
  const api = v.client(await v.token({ requestsPerMinute: 1 }));
  await api.get('/');
  await api.get('/');
  const answers: number[] = [];
  const { atOnce } = await statementsOf(async () => {
    for (const { status } of await many(100, () => api.get('/'))) answers.push(status);
  });
  expect(new Set(answers)).toEqual(new Set([429]));
  // A statement of the token, and statements of the background. Unshared, a hundred requests would take the whole pool.
  expect(atOnce).toBeLessThanOrEqual(5);
});

test('requests that confirm their token at the same time share one statement', async () => {
  const token = await findBySecret(v.db, hashSecret(v.tokens.xyz.secret));
  if (!token) throw new Error('the token is gone');
  const confirm = createTokenGuard(v.db);
  // The running statement may have looked before the others began, so those share the next one.
  // One more may be the background's.
  expect((await statementsOf(() => many(50, () => confirm(token)))).total).toBeLessThanOrEqual(3);
});

test('an address that sends bad tokens has one look-up at a time, and a token that is right still gets in', async () => {
  await inOneWindow();
  const wrong = () => v.client(newSecret()).get('/');
  await many(8, wrong);
  const statuses: number[] = [];
  const { atOnce } = await statementsOf(async () => {
    for (const { status } of await many(100, wrong)) statuses.push(status);
  });
  expect(new Set(statuses)).toEqual(new Set([429]));
  expect(atOnce).toBeLessThanOrEqual(3);
  expect((await v.xyz.get('/')).status).toBe(200);
});

test('documentation is limited by address, before it is looked for', async () => {
  await inOneWindow();
  const page = () => fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`);
  const first = await many(25, page);
  expect(first.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
  expect((await statementsOf(() => many(50, page))).total).toBeLessThan(5);
  const refused = await page();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
});

test('one address has one password judged at a time', async () => {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, v.server.gates.work.waiting());
  }, 1);
  const answers = await many(8, () =>
    visitor(v.server).call('POST /session', { body: { email: 'nobody@example.com', password } }),
  );
  clearInterval(timer);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  // All waited, except the one that was judged.
  expect(most).toBeGreaterThanOrEqual(5);
});

/** The Postman collection of a token: it is the same for the same document, and newman runs it without a failure. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import newman, { type NewmanRunSummary } from 'newman';
import { postmanCollection } from '../../src/document/conversions/postman.ts';
import { publish } from '../../src/document/publish.ts';
import type { TestToken } from '../support/campaigns.ts';
import { fixtures, grantOf, publicUrl } from '../support/fixtures.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const at = (token: TestToken, below = '') => fetch(`${v.server.url}/docs/${token.docsId}${below}/postman.json`);

/** The numbers of requests and tests, and the failures. */
async function run(collection: object) {
  const summary = await new Promise<NewmanRunSummary>((resolve, reject) => {
    newman.run({ collection }, (error, done) => (error ? reject(error) : resolve(done)));
  });
  const { stats, failures } = summary.run;
  return {
    requests: stats.requests.total,
    tests: stats.assertions.total,
    failures: failures.map(({ source, error }) => `${source?.name}: ${error.message}`),
  };
}

/** Fills in the token, as a person does who imports the collection. */
function withToken<T extends { variable: { key: string; value: string }[] }>(collection: T, secret: string): T {
  return {
    ...collection,
    variable: collection.variable.map((one) => (one.key === 'token' ? { ...one, value: secret } : one)),
  };
}

test('newman runs every operation once, twice in a row, without a failure', async () => {
  const collection = (await (await at(v.tokens.xyz)).json()) as { variable: { key: string; value: string }[] };
  expect(collection.variable).toEqual([
    { key: 'baseUrl', value: `${v.server.url}/v1/campaigns/solar-test` },
    { key: 'token', value: '' },
    { key: 'lead_id', value: '' },
    { key: 'made', value: '[]' },
  ]);
  for (let i = 0; i < 2; i += 1) {
    const done = await run(withToken(collection, v.tokens.xyz.secret));
    // Every operation once, and one more request to delete the leads of the run.
    expect(done).toEqual({ requests: 14, tests: 14, failures: [] });
  }
});

test('the collection of a reading token only reads', async () => {
  await v.xyz.lead(least);
  const token = await v.token({ filter: 'Vendor XYZ', permission: 'read' });
  const collection = (await (await at(token)).json()) as { variable: { key: string; value: string }[] };
  expect(JSON.stringify(collection)).not.toMatch(/"method":"(POST|PUT|PATCH|DELETE)"/);
  expect(await run(withToken(collection, token.secret))).toEqual({ requests: 8, tests: 8, failures: [] });
});

test('the same document gives the same collection, without anything about other vendors', async () => {
  const { document } = publish(grantOf(fixtures.rich, 'scoped-read-write'), publicUrl);
  expect(await postmanCollection(document)).toBe(await postmanCollection(document));
  const first = await at(v.tokens.xyz);
  const text = await first.text();
  expect(text).not.toMatch(/nordic/i);
  const tag = first.headers.get('etag') ?? '';
  const unchanged = await fetch(first.url, { headers: { 'if-none-match': tag } });
  expect(unchanged.status).toBe(304);
  expect((await at(v.tokens.broad, `/campaigns/${v.campaign.slug}`)).status).toBe(200);
});

/**
 * The changelog agrees with the effect on requests: random changes, and the same requests before and after each. `npm run
 * verdicts` runs longer. A failure names its seed, and `TEST_SEED=<seed> npm test -- test/verdicts` begins with it.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seed } from '../support/draws/seed.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { type Plan, tellVerdicts } from './verdicts.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test('every effect has an entry, every entry has an effect, and nothing else differs', async () => {
  const report = await tellVerdicts(server, { seed, campaigns: 3, changesEach: 12, requestsEach: 8 });
  expect({ seed, lies: report.lies }).toEqual({ seed, lies: [] });
  expect(report.changes).toBeGreaterThan(12);
});

const invented = { class: 'breaking', kind: 'invented', sentence: 'Everything is refused.' };

test.each<[string, number, NonNullable<Plan['heard']>, RegExp]>([
  ['a missing entry is found', 77_000, () => [], /nothing was told/],
  ['an entry without an effect is found', 78_000, (told) => [...told, invented], /no request shows .* Everything/],
])('%s', async (_name, first, heard, found) => {
  const report = await tellVerdicts(server, { seed: first, campaigns: 1, changesEach: 12, requestsEach: 8, heard });
  expect(report.lies.join('\n')).toMatch(found);
});

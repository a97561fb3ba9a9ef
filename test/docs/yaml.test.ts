/** The document as YAML is the same as the JSON, for every token, and after each change. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { parse } from 'yaml';
import { change, type TestToken } from '../support/campaigns.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const read = async ({ docsId }: TestToken, suffix: string) =>
  (await fetch(`${v.server.url}/docs/${docsId}/openapi${suffix}`)).text();

test('each token’s YAML is its own document, also from the cache and after a change of the campaign', async () => {
  for (const label of ['Roof', 'Roof', 'Roofing']) {
    await change(v.db, v.campaign, sql`update fields set label = ${label} where key = 'roof_type'`);
    for (const token of [v.tokens.xyz, v.tokens.nordic, v.tokens.xyz]) {
      const yaml = await read(token, '.yaml');
      expect(parse(yaml)).toEqual(JSON.parse(await read(token, '.json')));
      expect(yaml).toContain(`x-label: ${label}\n`);
    }
  }
});

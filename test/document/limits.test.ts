/** The limits in a document are those that the service enforces for its token, and they change together at once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { perMinute } from '../../src/limits/per-minute.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors(undefined, { perMinute: { ...perMinute, requests: 7, writes: 3 } });
});
afterAll(() => v?.stop());

async function told(docsId: string, below = ''): Promise<string> {
  const answer = await fetch(`${v.server.url}/docs/${docsId}${below}/openapi.json`);
  const { info } = (await answer.json()) as { info: { description: string } };
  return /# Limits\n\n([^#]*)/.exec(info.description)?.[1] ?? '';
}

const installation = { filter: 'Vendor XYZ', requestsPerMinute: null, writesPerMinute: null };

test('the document of a token without limits of its own has those of the installation, and the service applies them', async () => {
  const token = await v.token(installation);
  const words = await told(token.docsId);
  expect(words).toContain('| Requests | 7 a minute |');
  expect(words).toContain('| Leads written, also in dry runs; each item of a batch counts | 3 a minute |');

  const { headers } = await v.client(token).get('/leads');
  expect(headers.get('RateLimit-Policy')).toBe('"requests";q=7;w=60, "writes";q=3;w=60');
  const items = Array.from({ length: 4 }, () => ({ op: 'create', fields: least }));
  const refused = await v.client(token).post('/leads/batch', { items });
  expect([refused.status, refused.headers.has('Retry-After')]).toEqual([429, true]);
});

test('the document of a token of the account has ten times the limits, and that of a reading token no limit for writes', async () => {
  const broad = await v.token({ broad: true, permission: 'read', requestsPerMinute: null });
  const words = await told(broad.docsId, `/campaigns/${v.campaign.slug}`);
  expect(words).toContain('| Requests | 70 a minute |');
  expect(words).not.toMatch(/written|batch/i);
});

test("a token's own limits are in its document, also the absence of a limit, and a change is there at once", async () => {
  const token = await v.token({ requestsPerMinute: 12_345, writesPerMinute: 0 });
  expect(await told(token.docsId)).toContain('| Requests | 12,345 a minute |');
  expect(await told(token.docsId)).toContain(
    '| Leads written, also in dry runs; each item of a batch counts | without a limit |',
  );

  await v.db.updateTable('tokens').set({ requests_per_minute: 5 }).where('id', '=', token.id).execute();
  expect(await told(token.docsId)).toContain('| Requests | 5 a minute |');
});

test('sizes, pages and the retention of changes are the real ones', async () => {
  const words = await told((await v.token()).docsId);
  expect(words).toContain('| Body of a request | 1 MiB; of a batch 16 MiB and 500,000 values |');
  expect(words).toContain('| Items of a batch | 1,000 |');
  expect(words).toContain('| Page of a list | 200 leads; of changes 1,000 |');
  expect(words).toContain(`| Changes are kept | ${readConfig({}).eventRetentionDays} days |`);
});

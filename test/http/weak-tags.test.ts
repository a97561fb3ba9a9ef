/** Documents, pages and their files have weak tags, which stand for every coding of them (RFC 9110, 8.8.3.3), and answer 304. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const places = [
  '/docs/{id}',
  '/docs/{id}/openapi.json',
  '/docs/{id}/openapi.yaml',
  '/docs/{id}/postman.json',
  '/docs/{id}/changelog',
  '/docs/{id}/changelog.json',
  '/docs/{id}/changelog.atom',
  '/docs/assets/page.css',
  '/docs/assets/send.js',
  '/problems/not_found',
  '/v1/openapi.json',
];

const ask = (place: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(v.server.url + place.replace('{id}', v.tokens.xyz.docsId), {
    method,
    headers: {
      'accept-encoding': 'identity',
      ...(place.startsWith('/v1') && { authorization: `Bearer ${v.tokens.xyz.secret}` }),
      ...headers,
    },
  });

test.each(places)('%s', async (place) => {
  const first = await ask(place);
  const tag = first.headers.get('etag') ?? '';
  expect([first.status, tag]).toEqual([200, expect.stringMatching(/^W\/"[\w-]+"$/)]);

  for (const coding of ['identity', 'gzip', 'br'])
    for (const known of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
      const again = await ask(place, { 'accept-encoding': coding, 'if-none-match': known });
      expect([known, again.status, again.headers.get('etag'), await again.text()]).toEqual([known, 304, tag, '']);
    }
  expect((await ask(place, { 'if-none-match': '"other"' })).status).toBe(200);
  const head = await ask(place, {}, 'HEAD');
  expect([head.status, head.headers.get('etag')]).toEqual([200, tag]);
});

test.each(places.filter((place) => !place.includes('assets')))(
  '%s: a weak tag never matches If-Match',
  async (place) => {
    const tag = (await ask(place)).headers.get('etag') ?? '';

    expect((await ask(place, { 'if-match': '*' })).status).toBe(200);
    const refused = await ask(place, { 'if-match': tag });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([412, 'precondition_failed']);
  },
);

/** Line 14: an admin's `pattern` that backtracks without end is evaluated in linear time, or refused if that is impossible. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { acceptPattern, compilePattern } from '../../../src/campaign/values/pattern.ts';
import { insertCampaign } from '../../support/campaigns.ts';
import { client } from '../../support/client.ts';
import { patience, work } from '../../support/patience.ts';
import { errorsOf, startVendors, type Vendors } from '../../support/vendors.ts';

const evil = [
  '^(a+)+$',
  '^(a|a)*$',
  '^(a|aa)+$',
  '^(.*a){20}$',
  '^((a+)+)+b$',
  '^(a?){40}a{40}$',
  // A pattern of 160 characters, with more UTF-16 units than a pattern may have characters.
  `^(a+)+$|${'😀'.repeat(150)}`,
];

let v: Vendors;
beforeAll(async () => {
  const fields = evil.map((pattern, i) => ({ key: `f${i}`, type: 'text', pattern }) as const);
  v = await startVendors({ slug: 'evil', fields, filters: [] });
});
afterAll(() => v.stop());

test.each(evil.map((pattern, i) => [pattern, `f${i}`]))(
  '%s on a text made to make it backtrack is answered at once',
  async (_pattern, key) => {
    const hostile = `${'a'.repeat(900)}!`;
    await v.whole.post('/leads', { fields: { [key]: 'x' } });

    const needed = await work(async () => {
      const answer = await v.whole.post('/leads', { fields: { [key]: hostile } });
      expect(errorsOf(answer)).toEqual([`/fields/${key} pattern`]);
    });

    // Backtracking at each of 900 letters would never end.
    expect(needed).toBeLessThan(patience(500));
  },
);

test('a text that is far too long is not read by the pattern, also where no token is needed', async () => {
  const url = `${v.server.url}/docs/${v.tokens.whole.docsId}/check`;
  const fields = Object.fromEntries(evil.map((_, i) => [`f${i}`, 'a'.repeat(120_000)]));
  const check = async () => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ body: { fields } }),
    });
    expect(await answer.json()).toMatchObject({ valid: false });
  };
  const raw = Object.entries(fields)
    .map(([key, text]) => `fields.${key}=${text}`)
    .join('&');
  const post = async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await v.whole.request('POST', '/leads', { raw, headers })).status).toBe(422);
  };
  const patterns = evil.map(compilePattern);
  const reading = await work(() => patterns.map((pattern) => pattern.test('a'.repeat(120_000))));

  // The service runs in this process. Matching the texts by their patterns would have cost as much work.
  expect(await work(check)).toBeLessThan(reading / 2);
  expect(await work(post)).toBeLessThan(reading / 2);
});

test.each(['^[a-z]{1,900}[a-c]{1,900}$', '(a?){900}(a?){900}b'])(
  '%s, whose repetitions are too many, is refused when it is set',
  (pattern) => {
    expect(() => acceptPattern(pattern)).toThrow(/too many/);
    expect(compilePattern(pattern).test('ab')).toBe(true);
  },
);

test.each(['(?=a)a', '(?<=a)b', '(?!a)b', '(a)\\1', '(?<n>a)\\k<n>', '(?i:a)', '\\p{L}', '(', '[b-a]', 'a{2,1}', '\\'])(
  '%s is refused when it is set',
  (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(/./);
  },
);

test('each pattern judges its own field, in this campaign and in the next', async () => {
  const letters = await insertCampaign(v.db, v.accountId, {
    slug: 'letters',
    fields: [
      { key: 'one', type: 'text', pattern: '^[a-c]+$' },
      { key: 'two', type: 'text', pattern: '^[0-9]+$' },
    ],
  });
  const digits = await insertCampaign(v.db, v.accountId, {
    slug: 'digits',
    fields: [{ key: 'one', type: 'text', pattern: '^[0-9]+$' }],
  });
  const inLetters = client(v.server, v.tokens.broad, letters.slug);
  const inDigits = client(v.server, v.tokens.broad, digits.slug);

  expect((await inLetters.post('/leads', { fields: { one: 'abc', two: '123' } })).status).toBe(201);
  expect(errorsOf(await inLetters.post('/leads', { fields: { one: '123', two: 'abc' } }))).toEqual([
    '/fields/one pattern',
    '/fields/two pattern',
  ]);
  expect((await inDigits.post('/leads', { fields: { one: '123' } })).status).toBe(201);
  expect(errorsOf(await inDigits.post('/leads', { fields: { one: 'abc' } }))).toEqual(['/fields/one pattern']);
});

/**
 * The error for JSON that cannot be parsed has the line, the column and the text at that place, in every operation that
 * takes JSON.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { jsonFault } from '../../src/http/body/json-fault.ts';
import { everySeed } from '../support/draws/arbitraries.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Member;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const cases: readonly [string, string][] = [
  ['{"a":,"b":1}', 'line 1, column 6: `,` stands where a value should be (a placeholder was left empty: send `null`)'],
  ['{"a":}', 'line 1, column 6: `}` stands where a value should be (a placeholder was left empty: send `null`)'],
  [
    '{"fields": {\n  "name": Anna\n}}',
    'line 2, column 11: `Anna` stands where a value should be (texts stand in double quotes)',
  ],
  ['{"a": Møller}', 'line 1, column 7: `Møller` stands where a value should be (texts stand in double quotes)'],
  ['{"a": NaN}', 'line 1, column 7: `NaN` stands where a value should be (send `null`)'],
  ['{"a": -Infinity}', 'line 1, column 7: `-Infinity` stands where a value should be (send `null`)'],
  ['{"a": undefined}', 'line 1, column 7: `undefined` stands where a value should be (send `null`)'],
  ['{"a": None}', 'line 1, column 7: `None` stands where a value should be (send `null`)'],
  ['{"a": True}', 'line 1, column 7: `True` stands where a value should be (in small letters)'],
  [
    "{'a': 1}",
    "line 1, column 2: `'` stands where a member name in double quotes or `}` should be (texts stand in double quotes)",
  ],
  [
    '{a: 1}',
    'line 1, column 2: `a` stands where a member name in double quotes or `}` should be (texts stand in double quotes)',
  ],
  [
    '{“a”: 1}',
    'line 1, column 2: `“` stands where a member name in double quotes or `}` should be (texts stand in double quotes)',
  ],
  [
    '{"a": 1,}',
    'line 1, column 9: `}` stands where a member name in double quotes should be (the comma before it is one too many)',
  ],
  ['[1,]', 'line 1, column 4: `]` stands where a value should be'],
  ['{"a" 1}', 'line 1, column 6: `1` stands where a colon should be'],
  ['{"a": 1 "b": 2}', 'line 1, column 9: `"` stands where a comma or the end of the list or object should be'],
  ['{"a": 1]', 'line 1, column 8: `]` stands where a comma or the end of the list or object should be'],
  ['{"a": 1', 'line 1, column 8: the body ends where a comma or the end of the list or object should be'],
  ['{"a": "x', 'line 1, column 7: the text that begins here does not end'],
  ['{"a": "x\ny"}', 'line 1, column 9: a line break stands inside a text: write it as an escape'],
  ['{"a": "x\ty"}', 'line 1, column 9: a tab stands inside a text: write it as an escape'],
  ['{"a": "\\x41"}', 'line 1, column 8: `\\x` is not a JSON escape'],
  ['{"a": 01}', 'line 1, column 7: `01` stands where a value should be'],
  ['{"a": +1}', 'line 1, column 7: `+1` stands where a value should be'],
  ['{"a": .5}', 'line 1, column 7: `.5` stands where a value should be'],
  ['{"a": 1.}', 'line 1, column 7: `1.` stands where a value should be'],
  ['{"a": 0x1F}', 'line 1, column 7: `0x1F` stands where a value should be'],
  ['{"a": 1} x', 'line 1, column 10: `x` stands where nothing should follow: the JSON has ended'],
  ['{"a": 1}{"a": 2}', 'line 1, column 9: `{` stands where nothing should follow: the JSON has ended'],
  [' ', 'line 1, column 2: the body ends where a value should be'],
  ['{"a":\u00a01}', 'line 1, column 6: the character U+00A0 stands where a value should be'],
  ['// x\n{}', 'line 1, column 1: `/` stands where a value should be'],
  ['<p>', 'line 1, column 1: `<` stands where a value should be'],
];

test.each(cases)('%s', async (raw, where) => {
  const detail = `The body is not valid JSON; ${where}.`;
  const json = { 'content-type': 'application/json' };
  const told = await v.xyz.request('POST', '/leads', { raw, headers: json });
  expect(told).toMatchObject({ status: 400, body: { code: 'malformed_body', detail } });
});

test('every operation with a JSON body reports it, and so does the check of a payload', async () => {
  const raw = '{"a":,}';
  const headers = { 'content-type': 'application/json' };
  const id = '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';
  const told = [
    await v.xyz.request('PATCH', `/leads/${id}`, { raw, headers }),
    await v.xyz.request('PATCH', `/leads/${id}`, { raw, headers: { 'content-type': 'application/merge-patch+json' } }),
    await v.xyz.request('PUT', '/external-ids/a', { raw, headers }),
    await v.xyz.request('POST', '/leads/batch', { raw, headers }),
  ].map(({ body }) => body.detail);
  const cookie = member.cookie() ?? '';
  for (const path of [
    `/docs/${v.tokens.xyz.docsId}/check`,
    `/manage/v1/campaigns/${v.campaign.slug}/leads`,
    '/manage/v1/campaigns',
  ])
    told.push(
      (
        (await (
          await fetch(v.server.url + path, { method: 'POST', headers: { ...headers, cookie }, body: raw })
        ).json()) as {
          detail: string;
        }
      ).detail,
    );

  expect(new Set(told).size).toBe(1);
  expect(told[0]).toContain('line 1, column 6: `,` stands');
});

test('a mistake is reported exactly where JSON.parse fails', async () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\u00e6"',
    '1',
    '-0.5e3',
    'true',
    'null',
    ' ',
    '\n',
    '"',
    '\\',
    'x',
    '0',
    '-',
    '.',
  ];
  let [valid, broken] = [0, 0];
  await everySeed(60, async (random) => {
    for (let i = 0; i < 200; i++) {
      const whole = JSON.stringify({ a: [1, 'x"\\', { b: null }], c: -1.5 });
      const at = random.whole(0, whole.length);
      const text = random.chance(0.5)
        ? whole.slice(0, at) + random.pick(pieces) + whole.slice(at + random.whole(0, 1))
        : Array.from({ length: random.whole(1, 8) }, () => random.pick(pieces)).join('');
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      expect([text, (await jsonFault(text)) === undefined]).toEqual([text, parses]);
      if (parses) valid += 1;
      else broken += 1;
    }
  });
  expect(valid).toBeGreaterThan(100);
  expect(broken).toBeGreaterThan(1_000);
});

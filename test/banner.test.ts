/** The banner's lines are pasted into a shell, and must arrive at curl unchanged. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { type BannerFacts, bannerText } from '../src/banner.ts';

const url = 'http://127.0.0.1:4300';
const facts: BannerFacts = {
  url,
  email: 'owner@example.com',
  campaignSlug: 'solar-dk',
  vendors: [
    { name: 'Nordic Leads', docsUrl: `${url}/docs/nordic`, permission: 'read', secret: 'lsp_nordic' },
    { name: 'Vendor XYZ', docsUrl: `${url}/docs/xyz`, permission: 'read_write', secret: 'lsp_xyz' },
  ],
  createBody: { fields: { name: "Søren O'Brien", notes: 'costs $HOME `id` "quoted" \\ \n !!' } },
};

/** The arguments that curl would get from this line, as bash reads it. */
function argumentsOf(line: string): string[] {
  const script = `set -euo pipefail; curl() { printf '%s\\0' "$@"; }; ${line}`;
  execFileSync('bash', ['-n', '-c', script]);
  return execFileSync('bash', ['-c', script]).toString().split('\0').slice(0, -1);
}

const curlLines = (text: string) => text.split('\n').filter((line) => line.startsWith('curl '));

describe('with a generated password', () => {
  const password = `it's "$HOME" \`id\` \\n !x`;
  const text = bannerText({ ...facts, password });
  const [signIn = '', create = '', list = ''] = curlLines(text);

  test('the sign-in line sends e-mail address and password, and keeps the cookie', () => {
    const sent = argumentsOf(signIn);
    expect(sent).toEqual(expect.arrayContaining(['-c', 'cookies.txt', `${url}/manage/v1/session`]));
    expect(JSON.parse(sent[sent.indexOf('-d') + 1] ?? '')).toEqual({ email: facts.email, password });
  });

  test('the create line sends the body as the vendor who may write', () => {
    const sent = argumentsOf(create);
    expect(sent).toEqual(expect.arrayContaining(['Authorization: Bearer lsp_xyz', 'Content-Type: application/json']));
    expect(sent.at(-1)).toBe(`${url}/v1/campaigns/solar-dk/leads`);
    expect(JSON.parse(sent[sent.indexOf('-d') + 1] ?? '')).toEqual(facts.createBody);
  });

  test('the list line asks for a few leads', () => {
    expect(argumentsOf(list)).toEqual([
      '-sS',
      '-H',
      'Authorization: Bearer lsp_xyz',
      `${url}/v1/campaigns/solar-dk/leads?limit=3`,
    ]);
  });

  test('the line before the session sets the three values that the session needs', () => {
    const line = text.split('\n').find((one) => one.startsWith('export ')) ?? '';
    const set = execFileSync('bash', ['-euc', `${line}; printf '%s ' "$BASE" "$DOCS" "$TOKEN"`]).toString();
    expect(set).toBe(`${url} ${url}/docs/xyz lsp_xyz `);
  });

  test('the banner says that the password is shown only once, and names both documentation pages', () => {
    expect(text).toContain('shown only this once');
    for (const { name, docsUrl } of facts.vendors) expect(text).toMatch(new RegExp(`${name} +${docsUrl} `));
  });
});

test('a password that the owner has chosen is not shown, and not called new', () => {
  const text = bannerText(facts);
  expect(text).toContain('"password":"YOUR PASSWORD"');
  expect(text).not.toContain('shown only this once');
});

test('the banner has no line that creates a lead if no vendor may write', () => {
  const text = bannerText({ ...facts, vendors: facts.vendors.filter((vendor) => vendor.permission === 'read') });
  expect(curlLines(text)).toHaveLength(2);
  expect(text).not.toContain('Create a lead');
  expect(text).not.toContain('export');
  expect(text).not.toMatch(/\n{3}/);
});

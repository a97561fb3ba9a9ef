/** The page as Markdown, and `llms.txt`: an integration can be written from them with curl alone. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { operationsOf } from '../../src/document/openapi.ts';
import { problemKinds } from '../../src/problem/codes.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

const run = promisify(execFile);
let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const page = () => `${v.server.url}/docs/${v.tokens.xyz.docsId}`;
const text = async (address: string) => (await fetch(address)).text();

test('the page as Markdown has every operation, field, option, status and error of the document', async () => {
  const markdown = await text(`${page()}.md`);
  const document = JSON.parse(await text(`${page()}/openapi.json`));
  for (const { method, path, operation } of operationsOf(document))
    expect(markdown).toContain(`\`${method.toUpperCase()} ${path}\` (\`${operation.operationId}\`)`);
  for (const field of v.campaign.fields) expect(markdown).toContain(`| \`${field.key}\` |`);
  for (const value of ['tile', 'flat', 'battery', 'new']) expect(markdown).toContain(`\`${value}\``);
  expect(markdown).not.toContain('nordic-leads');
  for (const { operation } of operationsOf(document))
    for (const status of Object.keys(operation.responses).filter((one) => /^[45]\d\d$/.test(one)))
      expect(markdown).toContain(`| ${status} | \``);
  expect(markdown).toContain(problemKinds.invalid_lead.cause);
  for (const { name } of operationsOf(document).flatMap(({ parameters }) => parameters))
    expect(markdown).toContain(`\`${name.replace(/\.(gte?|lte?)$/, '')}\``);
  expect(Buffer.byteLength(markdown)).toBeLessThan(40_000);
});

test('each of its curl commands works once the token replaces the placeholder', async () => {
  const { id } = (await v.xyz.post('/leads', { fields: least })).body as { id: string };
  const { body } = await v.xyz.get('/leads/changes?cursor=latest');
  const blocks = [...(await text(`${page()}.md`)).matchAll(/^```sh\n([\s\S]*?)\n```$/gm)].map(
    ([, block = '']) => block,
  );
  const lines = blocks
    .flatMap((block) => block.split(/\n(?=curl )/))
    .filter((line) => !/-X DELETE|\/batch'/.test(line));
  expect(lines.length).toBeGreaterThan(12);
  for (const line of lines) {
    const ready = line
      .replaceAll('YOUR_API_TOKEN', v.tokens.xyz.secret)
      .replaceAll(/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a8\d/g, id)
      .replaceAll('NEXT_CURSOR', String(body.next_cursor))
      .replaceAll('wait=30', 'wait=0');
    const { stdout } = await run('bash', ['-c', `${ready} -sS -o /dev/null -w '%{http_code}'`]);
    expect([line, stdout]).toEqual([line, expect.stringMatching(/^20[01]$/)]);
  }
});

test('the media type, the tag and the links of the Markdown are right', async () => {
  const answer = await fetch(`${page()}.md`);
  expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  expect(answer.headers.get('x-robots-tag')).toBe('noindex');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  const links = [...(await answer.text()).matchAll(/\]\((http[^)]+)\)/g)].map(([, link = '']) => link);
  for (const link of new Set(links)) expect([link, (await fetch(link)).status]).toEqual([link, 200]);
  expect((await fetch(`${v.server.url}/docs/${'a'.repeat(26)}.md`)).status).toBe(404);
});

test('llms.txt and the page link to it', async () => {
  const llms = await text(`${page()}/llms.txt`);
  expect(llms).toMatch(/^# Solar test: Lead API\n\n> /);
  expect(llms).toContain(`(${page()}.md)`);
  const html = await text(page());
  const path = new URL(page()).pathname;
  expect(html).toContain(`<link rel="alternate" type="text/markdown" href="${path}.md">`);
  expect(html).toContain(
    `<link rel="alternate" type="application/atom+xml" title="Changelog" href="${path}/changelog.atom">`,
  );
  expect(html).toContain('<meta property="og:title" content="Solar test: Lead API">');
  const icon = await fetch(v.server.url + (/rel="icon" href="([^"]+)"/.exec(html)?.[1] ?? ''));
  expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
});

test('a broad token’s campaign has both below its own address', async () => {
  const base = `${v.server.url}/docs/${v.tokens.broad.docsId}/campaigns/${v.campaign.slug}`;
  expect(await text(`${base}.md`)).toContain('Every lead of the campaign.');
  expect(await text(`${base}/llms.txt`)).toContain(`(${base}.md)`);
});

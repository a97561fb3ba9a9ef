/** The Management API's own document, and its page. Only signed-in members can read them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { baseDocument } from '../../../src/document/base.ts';
import { lint } from '../../support/documents/lint.ts';
import { client, type SignedUp, signUp, signUpMember } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
});
afterAll(() => server?.stop());

const page = (cookie = '', headers = {}) => fetch(`${server.url}/manage/v1/docs`, { headers: { cookie, ...headers } });

test('every member gets it, with the address of the installation', async () => {
  for (const member of [owner, await signUpMember(server, owner.accountId, 'viewer')]) {
    const { status, body } = await member.call('GET /openapi.json');
    expect([status, body.servers]).toEqual([
      200,
      [{ url: `${server.url}/manage/v1`, description: 'This installation.' }],
    ]);
    expect(Object.keys(body.paths)).toEqual(Object.keys(baseDocument('manage').paths));
    const marks = JSON.stringify(body).match(/leadspec\.invalid|"x-eov-|"x-campaign"/g);
    expect(marks).toBeNull();
  }
});

test('the document passes a linter', async () => {
  const { body } = await owner.call('GET /openapi.json');
  expect(await lint(JSON.stringify(body))).toEqual([]);
});

test('a client that has it gets 304', async () => {
  const { headers } = await owner.call('GET /openapi.json');
  const tag = headers.get('etag') ?? '';
  const again = await owner.call('GET /openapi.json', { headers: { 'If-None-Match': tag } });
  expect([again.status, again.headers.get('etag')]).toEqual([304, tag]);
  expect((await owner.call('GET /openapi.json', { headers: { 'If-Match': tag } })).status).toBe(412);
});

test('nobody else does', async () => {
  expect((await client(server).call('GET /openapi.json')).body.code).toBe('not_signed_in');
  const refused = await page('', { accept: 'text/html' });
  expect([refused.status, refused.headers.get('content-type')]).toEqual([401, expect.stringContaining('text/html')]);
});

test('the page shows it to whoever is signed in', async () => {
  const answer = await page(owner.cookie());
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(text).toContain('data-document="/manage/v1/openapi.json"');
});

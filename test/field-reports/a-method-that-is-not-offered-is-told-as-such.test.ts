/**
 * A 405 lists in `Allow` the methods that the caller may use at the address (RFC 9110, 15.5.6), everywhere. A 501 is for
 * methods that no server knows (15.6.2).
 */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Member;
let reader: string;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
  reader = (await v.token({ filter: 'Vendor XYZ', permission: 'read' })).secret;
});
afterAll(() => v.stop());

const id = '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';

/** The response to a request that fetch cannot send. */
async function exchange(head: string): Promise<string> {
  const socket = connect(Number(new URL(v.server.url).port), '127.0.0.1');
  socket.write(`${head}\r\nHost: x\r\nConnection: close\r\n\r\n`);
  let all = '';
  for await (const chunk of socket) all += String(chunk);
  return all;
}

test.each([
  ['PATCH', '/tokens/usage', 'GET, HEAD, OPTIONS'],
  ['DELETE', '/tokens/usage', 'GET, HEAD, OPTIONS'],
  ['GET', '/campaigns/solar-test/filters/preview', 'POST, OPTIONS'],
  ['DELETE', '/campaigns/solar-test/filters/preview', 'POST, OPTIONS'],
  ['PATCH', '/campaigns/solar-test/leads/count', 'GET, HEAD, OPTIONS'],
  ['DELETE', '/campaigns/solar-test/leads/export', 'GET, HEAD, OPTIONS'],
  // A field may have the name `order`.
  ['POST', '/campaigns/solar-test/fields/order', 'PUT, DELETE, PATCH, OPTIONS'],
  ['PUT', '/session/password', undefined],
])('the Management API: %s %s', async (method, path, allow) => {
  const { status, headers, body } = await member.call(`${method} ${path}`, allow === undefined ? { body: {} } : {});
  expect([status, headers.get('allow'), body.code]).toEqual(
    allow === undefined ? [422, null, 'invalid_request'] : [405, allow, 'method_not_allowed'],
  );
});

test.each([
  ['/leads', 'GET, POST, HEAD, OPTIONS', 'GET, HEAD, OPTIONS'],
  [`/leads/${id}`, 'GET, DELETE, PATCH, HEAD, OPTIONS', 'GET, HEAD, OPTIONS'],
  ['/leads/batch', 'POST, OPTIONS', 'OPTIONS'],
  ['/external-ids/a', 'PUT, OPTIONS', 'OPTIONS'],
])('the Lead API at %s: a token that only reads learns its own methods', async (path, writes, reads) => {
  const address = `${v.server.url}/v1/campaigns/solar-test${path}`;
  const allowOf = async (method: string, secret?: string) => {
    const headers = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
    const { status, headers: told } = await fetch(address, { method, headers });
    return [status, told.get('allow')];
  };
  expect(await allowOf('PROPFIND', v.tokens.xyz.secret)).toEqual([405, writes]);
  expect(await allowOf('PROPFIND', reader)).toEqual([405, reads]);
  expect(await allowOf('OPTIONS', v.tokens.xyz.secret)).toEqual([204, writes]);
  expect(await allowOf('OPTIONS', reader)).toEqual([204, reads]);
  expect(await allowOf('OPTIONS')).toEqual([204, writes]);
  expect((await allowOf('OPTIONS', 'lsp_wrong'))[0]).toBe(401);
  expect((await allowOf('PROPFIND'))[0]).toBe(401);
});

test.each([
  '/',
  '/healthz',
  '/readyz',
  '/console',
  '/console/leads',
  '/console/assets/x.js',
  '/problems/not_found',
  '/docs/assets/page.css',
  '/docs/{id}',
  '/docs/{id}/openapi.json',
])('%s is read only', async (path) => {
  const address = v.server.url + path.replace('{id}', v.tokens.xyz.docsId);
  for (const method of ['POST', 'PUT', 'DELETE', 'PROPFIND']) {
    const { status, headers } = await fetch(address, { method });
    expect([method, status, headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, OPTIONS']);
  }
  const asked = await fetch(address, { method: 'OPTIONS' });
  expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
});

test.each(['FOO', 'GETT', 'LEAD', 'get'])('%s is 501', async (method) => {
  const answer = await exchange(`${method} /v1/campaigns HTTP/1.1`);
  expect(answer).toMatch(/^HTTP\/1.1 501 Not Implemented\r\n/);
  expect(answer).toContain('"code":"not_implemented"');
});

test.each(['TRACE', 'PROPFIND', 'PURGE', 'QUERY', 'LINK'])('%s is known, and gets 405', async (method) => {
  const token = `Authorization: Bearer ${v.tokens.xyz.secret}`;
  const answer = await exchange(`${method} /v1/campaigns/solar-test/leads HTTP/1.1\r\n${token}`);
  expect(answer).toMatch(/^HTTP\/1.1 405 Method Not Allowed\r\n/);
  expect(answer).toMatch(/^Allow: GET, POST, HEAD, OPTIONS\r$/m);
});

test('CONNECT is 405: no tunnel is offered', async () => {
  expect(await exchange('CONNECT example.com:443 HTTP/1.1')).toMatch(
    /^HTTP\/1.1 405 Method Not Allowed\r\n[\s\S]*Allow: GET/,
  );
});

/** The look of an account's pages: its colour and logo, on its own pages and on no others. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCampaign, type SignedUp, signUp, signUpMember } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let scoped: string;
let broad: string;
let slug: string;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  const path = await makeCampaign(owner, 'Looks');
  slug = path.split('/').pop() ?? '';
  const token = { name: 'T', permission: 'read' };
  const pathOf = async (to: string) =>
    new URL((await owner.call(`POST ${to}`, { body: token })).body.docs_url).pathname;
  [scoped, broad] = [await pathOf(`${path}/tokens`), await pathOf('/tokens')];
});
afterAll(() => server?.stop());

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
/** The head of a picture of that size. The service looks at nothing else. */
const pngOf = (width: number, height: number) => {
  const image = Buffer.from(png);
  image.writeUInt32BE(width, 16);
  image.writeUInt32BE(height, 20);
  return image;
};
const set = (image: Buffer | string, member: Pick<SignedUp, 'call'> = owner) =>
  member.call('PUT /account/logo', { body: { image: Buffer.from(image as Buffer).toString('base64') } });
const read = (path: string, headers = {}) => fetch(server.url + path, { headers });
const pages = () => [scoped, `${scoped}/changelog`, broad, `${broad}/campaigns/${slug}`];

test('the colour and the logo stand on every page of the account, and on no page of another', async () => {
  const { body } = await owner.call('PATCH /account', { body: { color: '#1F7A5C' } });
  expect(body).toMatchObject({ color: '#1f7a5c', has_logo: false });
  expect((await set(png)).body).toMatchObject({ color: '#1f7a5c', has_logo: true });
  expect((await owner.call('GET /session')).body.account).toMatchObject({ color: '#1f7a5c', has_logo: true });

  for (const path of pages()) {
    const text = await (await read(path)).text();
    expect(text).toContain('style="border-top: 6px solid #1f7a5c"');
    const address = /<img class="logo" src="([^"]+)" alt="Account \d+">/.exec(text)?.[1] ?? '';
    const logo = await read(address);
    expect([logo.status, logo.headers.get('Content-Type')]).toEqual([200, 'image/png']);
    expect(logo.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(logo.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    expect(logo.headers.get('Cache-Control')).toBe('private, max-age=86400');
    expect(Buffer.from(await logo.arrayBuffer())).toEqual(png);
    expect((await read(address, { 'If-None-Match': logo.headers.get('ETag') })).status).toBe(304);
  }
  const other = await signUp(server);
  const token = await other.call('POST /tokens', { body: { name: 'O', permission: 'read' } });
  const theirs = new URL(token.body.docs_url).pathname;
  expect(await (await read(theirs)).text()).not.toMatch(/1f7a5c|class="logo"/);
  expect((await read(`${theirs}/logo`)).status).toBe(404);
});

test('a logo is replaced at another address, and taken away', async () => {
  const addressOf = async () => /src="([^"]+logo[^"]+)"/.exec(await (await read(scoped)).text())?.[1];
  await set(png);
  const before = await addressOf();
  await set(pngOf(200, 50));
  expect(await addressOf()).not.toBe(before);
  expect((await owner.call('GET /account/logo')).body).toEqual({
    type: 'image/png',
    image: pngOf(200, 50).toString('base64'),
  });

  expect((await owner.call('DELETE /account/logo')).status).toBe(204);
  expect(await addressOf()).toBeUndefined();
  expect(await (await read(scoped)).text()).toMatch(/<span class="account">Account \d+<\/span>/);
  expect((await read(`${scoped}/logo`)).status).toBe(404);
  expect((await owner.call('GET /account/logo')).status).toBe(404);
});

test.each([
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'],
  ['HTML', '<!doctype html><script>alert(1)</script>'],
  ['a GIF', Buffer.from('R0lGODlhAQABAAAAACw=', 'base64')],
  ['a broken PNG', png.subarray(0, 12)],
  ['one that is too wide', pngOf(2_001, 10)],
  ['one without height', pngOf(10, 0)],
  ['one of more than 200 KiB', Buffer.concat([png, Buffer.alloc(200 * 1024)])],
])('%s is no logo', async (_, image) => {
  const { status, body } = await set(image);
  expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'invalid_request', '/image']);
});

test.each(['red', '#12345', '#1234567', 'url(x)', '#fff;}'])('%s is no colour', async (color) => {
  expect((await owner.call('PATCH /account', { body: { color } })).status).toBe(422);
});

test('admins change the look too, viewers do not; each change is in the audit log', async () => {
  const admin = await signUpMember(server, owner.accountId, 'admin');
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  expect((await set(png, admin)).status).toBe(200);
  expect((await admin.call('PATCH /account', { body: { color: null } })).body.color).toBeNull();
  expect((await set(png, viewer)).body.code).toBe('insufficient_role');
  expect((await viewer.call('PATCH /account', { body: { color: '#000000' } })).body.code).toBe('insufficient_role');
  const [colour, logo] = (await owner.call('GET /audit?limit=2')).body.data;
  expect(colour.details).toEqual({ from: { color: '#1f7a5c' }, to: { color: null } });
  expect(logo.details).toEqual({ logo: 'set', type: 'image/png', bytes: png.length });
});

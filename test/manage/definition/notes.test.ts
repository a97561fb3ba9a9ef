/** An admin's texts for vendors: stored as written, and shown at once in the documents that they concern, and in no others. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCampaign, type SignedUp, signUp } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner, 'Notes');
});
afterAll(() => server?.stop());

const makeToken = async (body: object = {}) =>
  (await owner.call(`POST ${path}/tokens`, { body: { name: 'Vendor', permission: 'read', ...body } })).body;

// biome-ignore lint/suspicious/noExplicitAny: the test itself checks what a response contains
type Json = any;

interface Info {
  readonly description: string;
  readonly contact?: object;
}

async function read({ docs_url }: { docs_url: string }, suffix = '/openapi.json') {
  const answer = await fetch(`${server.url}${new URL(docs_url).pathname}${suffix}`);
  return { etag: answer.headers.get('ETag'), body: (await answer.json()) as Json };
}

const infoOf = async (token: { docs_url: string }): Promise<Info> => (await read(token)).body.info;

test("a campaign's contact and notes stand in its documents at once, as a revision with a textual change", async () => {
  const token = await makeToken();
  const before = await read(token);
  // Without a support contact, it is the account.
  expect(before.body.info.contact).toEqual({ name: expect.any(String), url: `${server.url}/` });

  const told = { support_contact: 'leads@sunny.test', vendor_notes: '# Hours\n\nBy **noon**. <b>x</b>\n' };
  const { status, body } = await owner.call(`PATCH ${path}`, { body: told });
  expect(status).toBe(200);
  expect(body).toMatchObject(told);

  const after = await read(token);
  expect(after.body.info.contact).toEqual({ email: 'leads@sunny.test' });
  expect(after.body.info.description).toContain('# Notes on this campaign\n\n### Hours\n\nBy **noon**. &lt;b>x&lt;/b>');
  expect(after.body.info.description).toContain('[leads@sunny.test](<mailto:leads@sunny.test>)');
  expect([before, after].map(({ body }) => body.info.version)).toEqual(['1', '2']);
  expect(after.etag).not.toBe(before.etag);
  const { entries } = (await read(token, '/changelog.json')).body;
  expect(entries[0]).toMatchObject({
    revision: 2,
    changes: [
      { class: 'textual', sentence: 'The support contact has changed.' },
      { class: 'textual', kind: 'campaign_notes', sentence: 'The notes on this campaign have changed.' },
    ],
  });
  const broad = (await owner.call('POST /tokens', { body: { name: 'All', permission: 'read' } })).body;
  const ofBroad = await read(broad, `/campaigns/${path.split('/').pop()}/openapi.json`);
  expect(ofBroad.body.info.description).toContain('### Hours');
});

test("a token's notes stand in its own document alone, and at once", async () => {
  const [one, other] = [await makeToken({ notes: 'For **one**.' }), await makeToken()];
  expect(one.notes).toBe('For **one**.');
  expect((await infoOf(one)).description).toContain('# Notes for this token\n\nFor **one**.');
  expect((await infoOf(other)).description).not.toContain('Notes for this token');

  const changed = await owner.call(`PATCH /tokens/${one.id}`, { body: { notes: 'For *you*.' } });
  expect(changed.body.notes).toBe('For *you*.');
  expect((await infoOf(one)).description).toContain('# Notes for this token\n\nFor *you*.');
  // The token itself gets the same document.
  const { secret } = (await owner.call(`POST /tokens/${one.id}/reveal`)).body;
  const own = await fetch(`${server.url}/v1/openapi.json`, { headers: { Authorization: `Bearer ${secret}` } });
  expect(((await own.json()) as { info: Info }).info.description).toContain('For *you*.');

  await owner.call(`PATCH /tokens/${one.id}`, { body: { notes: ' \n' } });
  expect((await owner.call(`GET /tokens/${one.id}`)).body.notes).toBeNull();
  expect((await infoOf(one)).description).not.toContain('Notes for this token');
});

test('an earlier revision is restored with its texts, and a copy of a campaign has no texts', async () => {
  const before = (await owner.call(`PATCH ${path}`, { body: { support_contact: 'Anna', vendor_notes: 'Then.' } })).body;
  await owner.call(`PATCH ${path}`, { body: { support_contact: null, vendor_notes: 'Now.' } });
  await owner.call(`POST ${path}/revisions/${before.revision}/restore`);
  expect((await owner.call(`GET ${path}`)).body).toMatchObject({ support_contact: 'Anna', vendor_notes: 'Then.' });

  const copy = { name: 'Copy', copy_of: path.split('/').pop() };
  expect((await owner.call('POST /campaigns', { body: copy })).body).toMatchObject({
    support_contact: null,
    vendor_notes: null,
  });
});

test.each([
  ['support_contact', 'x'.repeat(201)],
  ['support_contact', 'two\nlines'],
  ['vendor_notes', 'x'.repeat(10_001)],
  ['vendor_notes', 'a\u0000b'],
])('%s is refused where it is too long, or holds what cannot be kept', async (member, value) => {
  const { status, body } = await owner.call(`PATCH ${path}`, { body: { [member]: value } });
  expect([status, body.errors[0].pointer]).toEqual([422, `/${member}`]);
});

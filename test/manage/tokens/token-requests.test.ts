/** The requests of a token in the Management API: for every member of its account, and for nobody else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCampaign, type SignedUp, signUp, signUpMember } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner);
});
afterAll(() => server?.stop());

const slug = () => path.split('/').at(-1) ?? '';

async function makeToken(at: string) {
  const { id } = (await owner.call(`POST ${at}`, { body: { name: 'Token', permission: 'read_write' } })).body;
  const { secret } = (await owner.call(`POST /tokens/${id}/reveal`)).body;
  const use = async (address: string, method = 'GET', body?: string) => {
    const headers = { Authorization: `Bearer ${secret}`, ...(body && { 'Content-Type': 'application/json' }) };
    const answer = await fetch(`${server.url}/v1/campaigns/${address}`, { method, headers, ...(body && { body }) });
    return { text: await answer.text(), requestId: answer.headers.get('X-Request-Id') };
  };
  return { id: id as string, use };
}

const requestsOf = (caller: Pick<SignedUp, 'call'>, id: string, query = '') =>
  caller.call(`GET /tokens/${id}/requests${query}`);

const told = (answer: { body: { data: { campaign: string; operation: string | null; status: number }[] } }) =>
  answer.body.data.map(({ campaign, operation, status }) => [campaign, operation, status]);

test('200: a viewer sees what a token has asked for, newest first, with places of wrong input', async () => {
  const viewer = await signUpMember(server, owner.accountId, 'viewer');
  const { id, use } = await makeToken(`${path}/tokens`);
  const { requestId: first } = await use(`${slug()}/leads`);
  await use(`${slug()}/leads?limit=0&anna@example.com=1`);

  const { status, body } = await requestsOf(viewer, id);

  expect(status).toBe(200);
  expect(body.next_cursor).toBeNull();
  expect(body.data).toEqual([
    {
      at: expect.any(String),
      campaign: slug(),
      operation: 'listLeads',
      status: 400,
      code: 'invalid_parameter',
      errors: expect.arrayContaining([
        { parameter: 'limit', code: 'minimum' },
        { parameter: '*', code: 'unknown' },
      ]),
      lead: null,
      request_id: expect.any(String),
      duration_ms: expect.any(Number),
    },
    expect.objectContaining({ operation: 'listLeads', status: 200, code: null, errors: [], request_id: first }),
  ]);
});

test('200: only the accepted ones, or only the refused ones, in pages that meet', async () => {
  const { id, use } = await makeToken(`${path}/tokens`);
  for (const address of ['/leads', '/nothing', '/leads/count', '/leads?limit=0', '/leads?limit=x'])
    await use(slug() + address);

  expect(told(await requestsOf(owner, id, '?outcome=accepted')).map(([, , status]) => status)).toEqual([200, 200]);
  const first = await requestsOf(owner, id, '?outcome=refused&limit=2');
  const second = await requestsOf(owner, id, `?outcome=refused&limit=2&cursor=${first.body.next_cursor}`);
  expect([...told(first), ...told(second)].map(([, , status]) => status)).toEqual([400, 400, 404]);
  expect(second.body.next_cursor).toBeNull();
});

test('200: those that wrote a lead name it: not a dry run, nor one that was refused', async () => {
  const { id, use } = await makeToken(`${path}/tokens`);
  const leads = `${slug()}/leads`;
  const made = await use(leads, 'POST', '{"fields":{"source":"website"}}');
  const { id: lead } = JSON.parse(made.text);
  await use(`${leads}?dry_run=true`, 'POST', '{"fields":{"source":"website"}}');
  await use(leads, 'POST', '{"fields":{"source":"nope"}}');
  await use(`${leads}/${lead}`, 'PATCH', '{"fields":{"source":"vendor-xyz"}}');
  await use(`${leads}?limit=1`);

  const all = (await requestsOf(owner, id)).body.data;
  const wrote = (await requestsOf(owner, id, '?outcome=wrote')).body.data;

  expect(all.map((one: { lead: string | null }) => one.lead)).toEqual([null, lead, null, null, lead]);
  expect(wrote.map((one: { operation: string; lead: string }) => [one.operation, one.lead])).toEqual([
    ['updateLead', lead],
    ['createLead', lead],
  ]);
});

test('200: the list of a broad token has its requests in every campaign', async () => {
  const other = (await makeCampaign(owner, 'Second')).split('/').at(-1) ?? '';
  const { id, use } = await makeToken('/tokens');
  await use(`${slug()}/leads`);
  await use(`${other}/leads/count`);
  await use(slug(), 'POST');
  expect(told(await requestsOf(owner, id))).toEqual([
    [slug(), null, 405],
    [other, 'countLeads', 200],
    [slug(), 'listLeads', 200],
  ]);
});

test('400: a cursor of another token or outcome is refused', async () => {
  const [one, other] = [await makeToken(`${path}/tokens`), await makeToken(`${path}/tokens`)];
  for (const { use } of [one, other]) for (let i = 0; i < 2; i += 1) await use(`${slug()}/leads`);
  const { next_cursor } = (await requestsOf(owner, one.id, '?limit=1')).body;
  for (const [id, query] of [
    [other.id, `?cursor=${next_cursor}`],
    [one.id, `?outcome=accepted&cursor=${next_cursor}`],
  ] as const)
    expect(await requestsOf(owner, id, query)).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
});

test('404: a token of another account is not there', async () => {
  const { id } = await makeToken(`${path}/tokens`);
  expect((await requestsOf(await signUp(server), id)).status).toBe(404);
});

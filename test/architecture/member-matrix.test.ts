/**
 * The permission matrix of members: every operation of the Management API by every role, by nobody, and by the owner of
 * another account, with the status of the response. `UPDATE=1 npm test -- test/architecture/member-matrix` writes
 * `test/golden/member-matrix.txt` again; reviewers read its difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { baseDocument } from '../../src/document/base.ts';
import { operationsOf } from '../../src/document/openapi.ts';
import {
  type Answer,
  type Client,
  client,
  makeCampaign,
  password,
  type SignedUp,
  signIn,
  signUp,
  signUpMember,
  sourceIs,
} from '../support/manage.ts';
import { patience } from '../support/patience.ts';
import { startServer, type TestServer } from '../support/server.ts';

const golden = new URL('../golden/member-matrix.txt', import.meta.url);

let server: TestServer;
let owner: SignedUp;
/** The path of the campaign that all requests use. */
let c: string;
let emails: Record<string, string | undefined>;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  c = await makeCampaign(owner);
  const emailOf = async (member: Client) => (await member.call('GET /session')).body.member.email as string;
  emails = {
    nobody: undefined,
    'other owner': (await signUp(server)).email,
    viewer: await emailOf(await signUpMember(server, owner.accountId, 'viewer')),
    admin: await emailOf(await signUpMember(server, owner.accountId, 'admin')),
    owner: (await signUpMember(server, owner.accountId, 'owner').then(emailOf)) as string,
  };
});
afterAll(() => server?.stop());

let made = 0;
/** A name or key that was never used. */
const fresh = (start = 'x') => {
  made += 1;
  return `${start}${made}`;
};
/** Creates an object as the owner, for another caller to act on. Returns the body of the response. */
const make = async (request: string, body: object) => {
  const answer: Answer = await owner.call(request, { body });
  if (answer.status !== 201) throw new Error(`${request}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const field = async () =>
  `${c}/fields/${(await make(`POST ${c}/fields`, { key: fresh(), label: 'F', type: 'text' })).key}`;
const announcement = { change: { operation: 'updateCampaign', body: { name: 'Later' } }, at: '2099-01-01T00:00:00Z' };
const announced = async () => {
  const of = await campaign();
  return `${of}/announced-changes/${(await make(`POST ${of}/announced-changes`, announcement)).id}`;
};
const option = async () =>
  `${c}/selects/source/options/${(await make(`POST ${c}/selects/source/options`, { label: fresh() })).value}`;
const status = async () =>
  `${c}/statuses/${(await make(`POST ${c}/statuses`, { key: fresh(), label: 'S', category: 'open' })).key}`;
const filter = async () => `${c}/filters/${(await make(`POST ${c}/filters`, newFilter())).id}`;
const newFilter = () => ({ name: fresh(), condition: sourceIs('website') });
const token = async () => `/tokens/${(await make(`POST ${c}/tokens`, newToken)).id}`;
const newToken = { name: 'T', permission: 'read' };
const lead = async () => `${c}/leads/${(await make(`POST ${c}/leads`, { fields: {} })).id}`;
const campaign = async () => `/campaigns/${(await make('POST /campaigns', { name: fresh('C') })).slug}`;
const newMember = () => ({ name: 'M', email: `${fresh()}@example.com`, role: 'viewer' });
const invited = () => make('POST /members', newMember());
const invitation = async () => `/invitations/${(await invited()).invitation_url.split('/').pop()}`;

type Request = readonly [request: string, body?: unknown];

/** A transparent pixel. */
const logo = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A request that succeeds for an allowed caller. An operation without a row fails the test. */
const requests: Readonly<Record<string, (caller: Client, email: string) => Request | Promise<Request>>> = {
  createSession: (_, email) => ['POST /session', { email, password }],
  getSession: () => ['GET /session'],
  updateSession: () => ['PATCH /session', { time_zone: 'UTC' }],
  deleteSession: () => ['DELETE /session'],
  changePassword: () => ['PUT /session/password', { current_password: password, new_password: password }],
  confirmSession: () => ['POST /session/confirm', { password }],
  listSessions: () => ['GET /sessions'],
  endOtherSessions: () => ['DELETE /sessions'],
  endSession: async (caller) => {
    const { body } = await caller.call('GET /sessions');
    return [`DELETE /sessions/${body.data?.[0].id ?? '00000000-0000-7000-8000-000000000000'}`];
  },
  updateAccount: () => ['PATCH /account', { name: fresh('Account ') }],
  setLogo: () => ['PUT /account/logo', { image: logo }],
  getLogo: async () => {
    await owner.call('PUT /account/logo', { body: { image: logo } });
    return ['GET /account/logo'];
  },
  deleteLogo: () => ['DELETE /account/logo'],
  listMembers: () => ['GET /members'],
  createMember: () => ['POST /members', newMember()],
  updateMember: async () => [`PATCH /members/${(await invited()).id}`, { role: 'admin' }],
  deleteMember: async () => [`DELETE /members/${(await invited()).id}`],
  renewInvitation: async () => [`POST /members/${(await invited()).id}/invitation`],
  getInvitation: async () => [`GET ${await invitation()}`],
  acceptInvitation: async () => [`POST ${await invitation()}/accept`, { password }],
  listCampaigns: () => ['GET /campaigns'],
  createCampaign: () => ['POST /campaigns', { name: fresh('C') }],
  getCampaign: () => [`GET ${c}`],
  updateCampaign: () => [`PATCH ${c}`, { name: fresh() }],
  archiveCampaign: async () => [`POST ${await campaign()}/archive`],
  unarchiveCampaign: async () => [`POST ${await campaign()}/unarchive`],
  deleteCampaign: async () => [`DELETE ${await campaign()}`],
  listDependents: () => [`GET ${c}/dependents?field=source`],
  listRevisions: () => [`GET ${c}/revisions`],
  getRevision: () => [`GET ${c}/revisions/1`],
  compareRevisions: () => [`GET ${c}/revisions/2/comparison?with=1`],
  restoreRevision: async () => [`POST ${await campaign()}/revisions/1/restore`],
  listAnnouncedChanges: () => [`GET ${c}/announced-changes`],
  announceChange: async () => [`POST ${await campaign()}/announced-changes`, announcement],
  updateAnnouncedChange: async () => [`PATCH ${await announced()}`, { note: 'Soon.' }],
  previewChange: () => [`POST ${c}/schema/preview`, { change: announcement.change }],
  withdrawAnnouncedChange: async () => [`DELETE ${await announced()}`],
  listFields: () => [`GET ${c}/fields`],
  createField: () => [`POST ${c}/fields`, { key: fresh(), label: 'F', type: 'text' }],
  orderFields: async () => {
    const { data } = (await owner.call(`GET ${c}/fields`)).body;
    return [`PUT ${c}/fields/order`, { keys: data.map(({ key }: { key: string }) => key) }];
  },
  updateField: async () => [`PATCH ${await field()}`, { label: 'New' }],
  deleteField: async () => [`DELETE ${await field()}`],
  listSelects: () => [`GET ${c}/selects`],
  createSelect: () => [`POST ${c}/selects`, { key: fresh(), label: 'S' }],
  updateSelect: () => [`PATCH ${c}/selects/source`, { label: fresh() }],
  createOptions: () => [`POST ${c}/selects/source/options/batch`, { options: [{ label: fresh() }] }],
  orderOptions: async () => {
    const { data } = (await owner.call(`GET ${c}/selects`)).body;
    const { options } = data.find(({ key }: { key: string }) => key === 'source');
    return [`PUT ${c}/selects/source/options/order`, { values: options.map(({ value }: { value: string }) => value) }];
  },
  createOption: () => [`POST ${c}/selects/source/options`, { label: fresh() }],
  updateOption: async () => [`PATCH ${await option()}`, { label: fresh() }],
  deleteOption: async () => [`DELETE ${await option()}`],
  listStatuses: () => [`GET ${c}/statuses`],
  orderStatuses: async () => {
    const { data } = (await owner.call(`GET ${c}/statuses`)).body;
    return [`PUT ${c}/statuses/order`, { keys: data.map(({ key }: { key: string }) => key) }];
  },
  createStatus: () => [`POST ${c}/statuses`, { key: fresh(), label: 'S', category: 'open' }],
  updateStatus: async () => [`PATCH ${await status()}`, { label: 'New' }],
  deleteStatus: async () => [`DELETE ${await status()}`],
  getDuplicateRule: () => [`GET ${c}/duplicate-rule`],
  setDuplicateRule: () => [`PUT ${c}/duplicate-rule`, { fields: [], match: 'any', action: 'flag', reach: 'visible' }],
  listFilters: () => [`GET ${c}/filters`],
  createFilter: () => [`POST ${c}/filters`, newFilter()],
  previewFilter: () => [`POST ${c}/filters/preview`, { condition: sourceIs('website') }],
  getFilter: async () => [`GET ${await filter()}`],
  updateFilter: async () => [`PATCH ${await filter()}`, { name: fresh() }],
  deleteFilter: async () => [`DELETE ${await filter()}`],
  listLeads: () => [`GET ${c}/leads`],
  countLeads: () => [`GET ${c}/leads/count`],
  createLead: () => [`POST ${c}/leads`, { fields: {} }],
  getLead: async () => [`GET ${await lead()}`],
  updateLead: async () => [`PATCH ${await lead()}`, { external_id: fresh() }],
  deleteLead: async () => [`DELETE ${await lead()}`],
  getLeadHistory: async () => [`GET ${await lead()}/history`],
  listCampaignTokens: () => [`GET ${c}/tokens`],
  createCampaignToken: () => [`POST ${c}/tokens`, newToken],
  listCampaignTokenUsage: () => [`GET ${c}/tokens/usage`],
  listAccountTokens: () => ['GET /tokens'],
  createAccountToken: () => ['POST /tokens', newToken],
  listAccountTokenUsage: () => ['GET /tokens/usage'],
  getToken: async () => [`GET ${await token()}`],
  listTokenRequests: async () => [`GET ${await token()}/requests`],
  updateToken: async () => [`PATCH ${await token()}`, { paused: true }],
  previewTokenChange: async () => [`POST ${await token()}/preview`, { paused: true }],
  revokeToken: async () => [`DELETE ${await token()}`],
  revealToken: async () => [`POST ${await token()}/reveal`],
  rotateToken: async () => [`POST ${await token()}/rotate`],
  endPreviousSecret: async () => [`DELETE ${await token()}/previous-secret`],
  rotateDocsUrl: async () => [`POST ${await token()}/rotate-docs-url`],
  createVendor: () => [`POST ${c}/vendors`, { label: fresh('Vendor '), field: 'source', permission: 'read' }],
  listAudit: () => ['GET /audit'],
  getManagementOpenApi: () => ['GET /openapi.json'],
  getManagementOpenApi30: () => ['GET /openapi-3.0.json'],
};

/** The response is a stream, which the client of these tests does not read. */
const streamed = ['exportLeads', 'exportAudit'];

const operations = operationsOf(baseDocument('manage')).map(({ operation }) => operation.operationId);

test('every operation has a row, and no row is of an operation that is gone', () => {
  expect([...Object.keys(requests), ...streamed].sort()).toEqual([...operations].sort());
});

/** Operations that end the caller's session, or start another. */
const endsSessions = [
  'createSession',
  'deleteSession',
  'changePassword',
  'endOtherSessions',
  'endSession',
  'acceptInvitation',
];

test(
  'the matrix is the one that was reviewed',
  async () => {
    const columns: string[][] = [];
    for (const [name, email] of Object.entries(emails)) {
      const enter = () => (email === undefined ? client(server) : signIn(server, email));
      let caller = await enter();
      const column = [name];
      for (const [operation, request] of Object.entries(requests)) {
        const [line, body] = await request(caller, email ?? 'nobody@example.com');
        column.push(String((await caller.call(line, { ...(body !== undefined && { body }) })).status));
        if (endsSessions.includes(operation)) caller = await enter();
      }
      columns.push(column);
    }
    const rows = ['', ...Object.keys(requests)].map((label, i) => [label, ...columns.map((column) => column[i] ?? '')]);
    const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
    const text = rows.map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    if (process.env.UPDATE) writeFileSync(golden, `${text.join('\n')}\n`);
    expect(`${text.join('\n')}\n`).toBe(readFileSync(golden, 'utf8'));
  },
  patience(300_000),
);

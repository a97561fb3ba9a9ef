/**
 * Each page is true for each role: actions that the role may not do are disabled with the reason, the others are not, and
 * the page sends no request that the API refuses.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settle } from '../../support/browser.ts';
import { type ConsoleTest, startConsole } from '../../support/console.ts';
import { type Client, signUpMember, sourceIs } from '../../support/manage.ts';

let there: ConsoleTest;
const members: Record<string, Client> = {};
const campaign = '/campaigns/solar-dk';
beforeAll(async () => {
  there = await startConsole();
  const { owner, server } = there;
  Object.assign(members, {
    owner,
    admin: await signUpMember(server, owner.accountId, 'admin'),
    viewer: await signUpMember(server, owner.accountId, 'viewer'),
  });
  await owner.call(`POST ${campaign}/filters`, { body: { name: 'Web', condition: sourceIs('website') } });
  await owner.call(`POST ${campaign}/tokens`, { body: { name: 'Token', permission: 'read' } });
  await owner.call(`POST ${campaign}/leads`, { body: { fields: { source: 'website' } } });
});
afterAll(() => there?.stop());

const paths = [
  '/campaigns',
  ...['leads', 'fields', 'selects', 'statuses', 'filters', 'revisions', 'settings'].map(
    (page) => `${campaign}/${page}`,
  ),
  ...['tokens', 'reference', 'usage'].map((tab) => `${campaign}/documentation?tab=${tab}`),
  ...['documentation', 'members', 'settings'].map((page) => `/account/${page}`),
];

test.each(['owner', 'admin', 'viewer'])('no page of the %s asks for what the API refuses', async (role) => {
  const { page, context } = await there.open({ as: members[role] as Client });
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });
  for (const path of [...paths, ...(role === 'viewer' ? [] : ['/account/audit'])]) {
    await settle(page, () => page.goto(`${there.server.url}/console${path}`));
    expect([path, refused]).toEqual([path, []]);
    expect([path, await page.getByText(/could not be (shown|loaded)/i).count()]).toEqual([path, 0]);
  }
  await context.close();
});

const nothing = '00000000-0000-7000-8000-000000000000';
/** The place of a control, its name, and the request that it stands for. The request changes nothing, whoever sends it. */
const controls: readonly (readonly [page: string, control: string, request: string, body?: object])[] = [
  ['/campaigns', 'New campaign', 'POST /campaigns', { name: 'Solar DK', slug: 'solar-dk' }],
  [`${campaign}/leads`, 'New lead', `POST ${campaign}/leads`, { fields: {} }],
  [`${campaign}/fields`, 'New field', `POST ${campaign}/fields`, { key: 'source', label: 'S', type: 'text' }],
  [`${campaign}/fields`, 'Delete Source', `DELETE ${campaign}/fields/source`],
  [`${campaign}/selects`, 'New select', `POST ${campaign}/selects`, { key: 'source', label: 'S' }],
  [`${campaign}/selects`, 'Add many', `POST ${campaign}/selects/source/options`, { label: 'W', value: 'website' }],
  [`${campaign}/statuses`, 'New status', `POST ${campaign}/statuses`, { key: 'new', label: 'N', category: 'open' }],
  [`${campaign}/filters`, 'New filter', `POST ${campaign}/filters`, { name: 'Web', condition: sourceIs('website') }],
  [`${campaign}/revisions`, 'Restore revision 3', `POST ${campaign}/revisions/1/restore`],
  [
    `${campaign}/documentation`,
    'New API token',
    `POST ${campaign}/tokens`,
    { name: 'T', permission: 'read', filter_id: nothing },
  ],
  [
    `${campaign}/documentation`,
    'Add vendor',
    `POST ${campaign}/vendors`,
    { field: 'source', label: 'Website', permission: 'read' },
  ],
  [`${campaign}/documentation`, 'Contact and notes', `PATCH ${campaign}`, { name: 'Solar DK' }],
  [`${campaign}/documentation`, 'Show the token of Token', `POST /tokens/${nothing}/reveal`],
  [`${campaign}/settings`, 'Archive', `POST /campaigns/nothing-here/archive`],
  [`${campaign}/settings`, 'Delete', `DELETE /campaigns/nothing-here`],
  ['/account/documentation', 'New broad token', 'POST /tokens', { name: 'Broad', permission: 'read' }],
  ['/account/members', 'Invite a member', 'POST /members', { email: 'owner-1@example.com', name: 'O', role: 'viewer' }],
];

test.each(['owner', 'admin', 'viewer'])(
  'a control is disabled for the %s exactly where the API refuses the role',
  async (role) => {
    const member = members[role] as Client;
    const { page, context } = await there.open({ as: member });
    for (const [path, control, request, body] of controls) {
      const { body: answer } = await member.call(request, { body });
      await settle(page, () => page.goto(`${there.server.url}/console${path}`));
      const button = page.getByRole('main').getByRole('button', { name: control }).first();
      await button.waitFor();
      expect([control, await button.isDisabled()]).toEqual([control, answer?.code === 'insufficient_role']);
    }
    await context.close();
  },
);

/** Labels stand in headings, tables and mails: a label is one line with at least one visible character. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeCampaign, type SignedUp, signUp } from '../support/manage.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner);
});
afterAll(() => server.stop());

const condition = { path: 'fields.source', op: 'eq', value: 'website' };
const labels: readonly (readonly [request: string, member: string, rest: object])[] = [
  ['POST /campaigns', 'name', {}],
  ['PATCH {path}', 'name', {}],
  ['POST {path}/fields', 'label', { key: 'extra', type: 'text' }],
  ['PATCH {path}/fields/source', 'label', {}],
  ['POST {path}/selects', 'label', { key: 'extra', options: [{ label: 'A' }] }],
  ['PATCH {path}/selects/source', 'label', {}],
  ['POST {path}/selects/source/options', 'label', {}],
  ['PATCH {path}/selects/source/options/website', 'label', {}],
  ['POST {path}/statuses', 'label', { key: 'extra', category: 'open' }],
  ['PATCH {path}/statuses/new', 'label', {}],
  ['POST {path}/filters', 'name', { condition }],
  ['POST {path}/tokens', 'name', { permission: 'read' }],
  ['POST {path}/vendors', 'label', { field: 'source', permission: 'read' }],
  ['PATCH /account', 'name', {}],
  ['PATCH {path}', 'support_contact', {}],
];

describe.each(labels)('%s: %s', (request, member, rest) => {
  const call = (text: string) => owner.call(request.replace('{path}', path), { body: { ...rest, [member]: text } });

  test.each(['two\nlines', 'a\rb', 'a\tb', 'a\u0000', 'a\u0085b', 'a\u001b[31m', 'a\u2028b', 'a\u2029b', 'a\u007f'])(
    '%j is refused',
    async (text) => {
      const { status, body } = await call(text);
      expect([status, body.errors]).toMatchObject([422, [{ pointer: `/${member}`, code: 'pattern' }]]);
      expect(body.errors[0].detail).toContain('a text on one line, without control characters');
    },
  );
});

test.each(labels.filter(([, member]) => member !== 'support_contact'))(
  '%s: %s cannot be blank',
  async (request, member, rest) => {
    for (const text of ['', ' ', '\u00a0\ufeff']) {
      const { status, body } = await owner.call(request.replace('{path}', path), { body: { ...rest, [member]: text } });
      expect([status, body.errors]).toMatchObject([422, [{ pointer: `/${member}`, code: 'required' }]]);
    }
  },
);

test('an option of a new select, and the labels of an announced change, follow the rule too', async () => {
  const label = 'two\nlines';
  const select = await owner.call(`POST ${path}/selects`, {
    body: { key: 'roof', label: 'Roof', options: [{ label }] },
  });
  expect(select.body.errors).toMatchObject([{ pointer: '/options/0/label', code: 'pattern' }]);
  const change = { operation: 'updateField', path: { key: 'source' }, body: { label } };
  const announced = await owner.call(`POST ${path}/announced-changes`, {
    body: { change, at: new Date(Date.now() + 86_400_000).toISOString() },
  });
  expect([announced.status, announced.body.errors[0].pointer]).toEqual([422, '/change/body/label']);
});

test.each(['Zip & city', 'Été', '屋根', '😀', ' Source ', 'a'])('%j is a label', async (text) => {
  expect((await owner.call(`PATCH ${path}/selects/source`, { body: { label: text } })).status).toBe(200);
});

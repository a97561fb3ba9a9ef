/** A time outside the years 1000 to 2999 is refused by the schema in the document, in words that say so. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { baseDocument } from '../../src/document/base.ts';
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

const change = { operation: 'updateField', path: { key: 'source' }, body: { label: 'Origin' } };
const range = 'from the year 1000 to 2999';

test.each(['0999-12-31T23:59:59Z', '3000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
  '%s',
  async (at) => {
    const token = await owner.call(`POST ${path}/tokens`, { body: { name: 'A', permission: 'read', expires_at: at } });
    const announced = await owner.call(`POST ${path}/announced-changes`, { body: { change, at } });
    for (const [answer, pointer] of [
      [token, '/expires_at'],
      [announced, '/at'],
    ] as const) {
      expect([answer.status, answer.body.errors.map((one: { pointer: string }) => one.pointer)]).toEqual([
        422,
        [pointer],
      ]);
      expect(answer.body.errors[0].detail).toContain(range);
    }
    for (const parameter of ['from', 'to']) {
      const audit = await owner.call(`GET /audit?${parameter}=${at}`);
      expect([audit.status, audit.body.errors]).toMatchObject([400, [{ parameter }]]);
      expect(audit.body.errors[0].detail).toContain(range);
    }
  },
);

test('every time in requests of the Management API has the range in its schema', () => {
  const { paths, components } = baseDocument('manage');
  const asked: object[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { format, description, example, ...rest } = node as Record<string, unknown>;
    // Times in responses have no maximum length.
    if (format === 'date-time' && 'maxLength' in node) asked.push(node);
    for (const one of Object.values({ description, example, ...rest })) visit(one);
  };
  visit([paths, components]);
  expect(asked.length).toBeGreaterThanOrEqual(5);
  for (const schema of asked) expect(JSON.stringify(schema)).toContain(range);
});

/** Line 19: a dump of the database contains no usable session. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { client, signUp } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

test('the ids in the sessions table open nothing without the signature of the sealing keys', async () => {
  const owner = await signUp(server);
  const rows = await server.connection.db.selectFrom('sessions').select(['sid', 'sess']).execute();
  expect(rows.length).toBeGreaterThan(0);

  for (const { sid } of rows) {
    for (const value of [sid, `s:${sid}`, `s:${sid}.`, `s:${sid}.${'A'.repeat(43)}`]) {
      const Cookie = `leadspec_session=${encodeURIComponent(value)}`;
      expect((await client(server).call('GET /session', { headers: { Cookie } })).status).toBe(401);
    }
  }
  expect((await owner.call('GET /session')).status).toBe(200);
  expect(JSON.stringify(rows)).not.toContain((owner.cookie() ?? '').split('.').pop());
});

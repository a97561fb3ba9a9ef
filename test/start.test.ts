/** A start that cannot succeed says why in a sentence. A start that must wait waits. */
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { createOwnPostgres } from './support/postgres.ts';
import { runToEnd, startProcess } from './support/process.ts';

const LEADSPEC_SECRET_KEYS = 'a sealing key of more than 32 characters';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a bad setting ends the start with 1 and one sentence that names it', async () => {
  const { code, output } = await runToEnd({ env: { WORKERS: 'many' } });
  expect(code).toBe(1);
  expect(output).toBe(
    'WORKERS is "many" but must be a whole number from 1 to 256. It is: processes that serve requests (1).\n',
  );
});

test.each(['1', '2'])(
  'a start with WORKERS=%s names a port that is taken, and leaves nothing running',
  async (WORKERS) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const PORT = String(typeof address === 'object' ? address?.port : '');

    const { code, output } = await runToEnd({
      env: { PORT, WORKERS, DATABASE_URL: database.url, LEADSPEC_SECRET_KEYS },
    });

    expect(code).toBe(1);
    expect(output).toContain(`PORT is ${PORT}, where something listens already.`);
    expect(output).not.toMatch(/^\s+at /m);
    taken.close();
  },
);

test('a service that starts before its database waits for it', async () => {
  const postgres = await createOwnPostgres();
  await postgres.stop();
  const waiting = 'The database cannot be reached yet; trying again';
  let started: Promise<unknown> | undefined;
  const service = await startProcess({
    env: { DATABASE_URL: postgres.url, LEADSPEC_SECRET_KEYS },
    onOutput(text) {
      if (text.includes(waiting)) started ??= postgres.start();
    },
  });
  await started;

  expect(service.output()).toContain(waiting);
  expect(await service.stop()).toBe(0);
  await postgres.stop();
});

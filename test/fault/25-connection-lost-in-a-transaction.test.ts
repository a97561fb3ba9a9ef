/** Line 25: PostgreSQL dies while transactions are open on its connections. The process goes on, and answers again. */
import { expect, test } from '@jest/globals';
import { demoEnvironment, unlimitedToken } from '../support/demo.ts';
import { eventually, newDataDir, postgresPid, startProcess } from '../support/process.ts';

test('writers in the middle of their transactions get 503, and the same process serves them afterwards', async () => {
  const dataDir = newDataDir();
  const demo = await startProcess({ env: await demoEnvironment(dataDir) });
  const token = await unlimitedToken(demo);
  let count = 0;
  // With an external id, a creation is a transaction of several statements. Its connection is lost between two of them.
  const create = async () => {
    const response = await fetch(`${demo.url}/v1/campaigns/solar-dk/leads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ external_id: `lost-${++count}`, fields: { name: 'Anna', email: 'anna@example.com' } }),
    });
    await response.arrayBuffer();
    return response.status;
  };
  const statuses = new Set<number>();
  let writing = true;
  const writers = Array.from({ length: 8 }, async () => {
    while (writing) statuses.add(await create());
  });

  for (let round = 0; round < 3; round += 1) {
    await eventually(async () => (await create()) === 201);
    const pid = postgresPid(dataDir);
    if (!pid) throw new Error('there is no PostgreSQL to kill');
    process.kill(pid, 'SIGKILL');
    await eventually(() => postgresPid(dataDir) !== undefined && postgresPid(dataDir) !== pid);
  }
  await eventually(async () => (await create()) === 201);
  writing = false;
  await Promise.all(writers);

  expect([...statuses].sort()).toEqual([201, 503]);
  expect(await demo.stop()).toBe(0);
});

/** Line 26: SIGTERM under load. A balancer that reads `/readyz` moves its clients away, and no client sees an error. */
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually, startProcess } from '../support/process.ts';

/** Milliseconds after which the service ends in any case. A shorter stop has ended by itself. */
const graceTime = 25_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function answer(url: string, agent: Agent): Promise<{ status: number; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, connection: response.headers.connection }));
    }).on('error', reject);
  });
}

test.each([
  ['one process', '1'],
  ['two workers', '2'],
])(
  '%s: no client sees an error, new connections are refused in the end, and the exit is clean',
  async (_name, WORKERS) => {
    const env = {
      DATABASE_URL: database.url,
      LEADSPEC_SECRET_KEYS: 'a sealing key of more than 32 characters',
      WORKERS,
    };
    const service = await startProcess({ env });
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const errors: unknown[] = [];
    let [answered, moved] = [0, false];
    const client = async () => {
      while (!moved) {
        const got = await answer(`${service.url}/healthz`, agent).catch((error: unknown) => errors.push(error));
        if (typeof got === 'object' && got.status === 200) answered++;
        else errors.push(got);
      }
    };
    const balancer = async () => {
      const probe = new Agent();
      while ((await answer(`${service.url}/readyz`, probe)).status === 200) await sleep(200);
      moved = true;
    };
    const load = Promise.all([balancer(), ...Array.from({ length: 8 }, client)]);
    await eventually(() => answered > 50);

    const began = performance.now();
    const exit = service.stop('SIGTERM');
    await load;
    expect(errors).toEqual([]);

    expect(await exit).toBe(0);
    // A process that says that it is not ready is no error.
    expect(service.output()).toContain('"status":503');
    expect(service.output()).not.toContain('"level":50');
    expect(performance.now() - began).toBeLessThan(graceTime);
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow();
    agent.destroy();
  },
);

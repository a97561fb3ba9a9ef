/** The metrics of `/metrics`, of one process and summed over workers, and where they are served. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from '../../src/database/connection.ts';
import { freePort } from '../../src/database/postmaster.ts';
import { createMetrics, observeRequest } from '../../src/http/process/metrics.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startProcess } from '../support/process.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('requests are counted by route template, known method and class of status', async () => {
  const connection = connect({ ...database, connections: 1, onError: () => undefined });
  const metrics = createMetrics(connection.pool);
  observeRequest(metrics, { route: '/v1/campaigns/{slug}/leads', method: 'POST', status: 422, seconds: 0.02 });
  observeRequest(metrics, { route: 'none', method: 'X'.repeat(100), status: 405, seconds: 0.001 });

  const text = await metrics.metrics();

  expect(text).toContain('_count{route="/v1/campaigns/{slug}/leads",method="POST",status="4xx"} 1');
  expect(text).toContain('_count{route="none",method="other",status="4xx"} 1');
  await connection.close();
});

test('two workers answer as one on METRICS_PORT, and PORT serves no metrics', async () => {
  const METRICS_PORT = String(await freePort());
  const keys = 'a sealing key of more than 32 characters';
  const env = { DATABASE_URL: database.url, LEADSPEC_SECRET_KEYS: keys, WORKERS: '2', METRICS_PORT };
  const service = await startProcess({ env });

  const metrics = await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`);

  expect(metrics.status).toBe(200);
  expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
  const text = await metrics.text();
  expect(text).toMatch(/^database_pool_connections \d+/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
  expect((await fetch(`http://127.0.0.1:${METRICS_PORT}/`)).status).toBe(404);
  expect((await fetch(`${service.url}/metrics`)).status).toBe(404);
  expect(await service.stop()).toBe(0);
});

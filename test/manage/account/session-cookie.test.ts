/** The session's cookie under https and under changing keys: what the browser gets, and what it is worth later. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { createCursorSeal } from '../../../src/access/cursor-seal.ts';
import { createRequestLog } from '../../../src/access/request-log.ts';
import { createUsage } from '../../../src/access/usage.ts';
import { readConfig, sealingKey } from '../../../src/config.ts';
import { createManageApi } from '../../../src/http/manage/manage-api.ts';
import { serveHttp } from '../../../src/http/process/server.ts';
import { createGates } from '../../../src/limits/in-flight.ts';
import { createLogger } from '../../../src/logger.ts';
import { createCompiledOperations } from '../../../src/validation/compiled.ts';
import { password, type SignedUp, signUp } from '../../support/manage.ts';
import { startServer, type TestServer, testKeys } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await server?.stop();
});

/** Another process on the same database, with other settings. */
async function beside(publicUrl: string, secretKeys: readonly Buffer[]): Promise<string> {
  const config = readConfig({ PUBLIC_URL: publicUrl, LEADSPEC_DEMO: '0' });
  const logger = createLogger({ level: 'silent', pretty: false });
  const runtime = { config, connection: server.connection, secretKeys, logger, isStopping: () => false };
  const requests = createRequestLog(server.connection.db, { onDrop: () => undefined });
  stops.push(() => requests.stop());
  const gates = createGates(config.databaseConnections);
  const usage = createUsage(server.connection.db);
  stops.push(() => usage.stop());
  const parts = { compiled: createCompiledOperations(), cursors: createCursorSeal(secretKeys), requests, usage, gates };
  const app = express().use('/manage/v1', createManageApi(runtime as never, parts, { has: () => false } as never));
  const http = await serveHttp({ app, host: '127.0.0.1', port: 0, publicUrl, isStopping: () => false });
  stops.push(() => http.drain({ lingerMs: 0, graceMs: 1_000 }));
  return `http://127.0.0.1:${http.port}/manage/v1/session`;
}

test('the cookie under https is Secure, also where a proxy in front is not trusted', async () => {
  const url = await beside('https://leads.example.net', testKeys);

  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: 'https://leads.example.net' },
    body: JSON.stringify({ email: owner.email, password }),
  });

  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; Secure; SameSite=Lax/);
});

test('a session outlives a new sealing key in front of its own, and ends when its own is taken out', async () => {
  const newest = sealingKey('the newest sealing key of thirty-two characters and more');
  const headers = { Cookie: owner.cookie() ?? '' };
  const both = await beside(server.url, [newest, ...testKeys]);
  const alone = await beside(server.url, [newest]);

  expect((await fetch(both, { headers })).status).toBe(200);
  expect((await fetch(alone, { headers })).status).not.toBe(200);
});

/** The HTTP server's own rules: draining, and the limits that Node's parser enforces. */

import { once } from 'node:events';
import type { RequestListener, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { type HttpServer, serveHttp } from '../../src/http/process/server.ts';
import { patience } from '../support/patience.ts';

/** Milliseconds of grace that no test reaches, because the test's time limit comes first. */
const never = 3_600_000;

let server: HttpServer | undefined;
let stopping = false;
afterEach(() => server?.drain({ lingerMs: 0, graceMs: 0 }));

async function serve(app: RequestListener, requestTimeout?: number): Promise<HttpServer> {
  stopping = false;
  const options = { host: '127.0.0.1', port: 0, publicUrl: 'https://leads.example.com', isStopping: () => stopping };
  server = await serveHttp({ app, ...options, ...(requestTimeout ? { requestTimeout } : {}) });
  return server;
}

/** Sends raw bytes, and returns everything that comes back until the server closes. */
async function exchange(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  return await readAll(socket);
}

async function readAll(socket: Socket): Promise<string> {
  let all = '';
  for await (const chunk of socket) all += String(chunk);
  return all;
}

test('a request under way is answered in full while draining, and its connection is then closed', async () => {
  const arrived = Promise.withResolvers<ServerResponse>();
  const { port, drain } = await serve((_request, response) => arrived.resolve(response));
  const underWay = exchange(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const response = await arrived.promise;

  stopping = true;
  const drained = drain({ lingerMs: 0, graceMs: never });
  response.end('done');

  expect(await underWay).toMatch(/^HTTP\/1.1 200 OK\r\nConnection: close\r\n[\s\S]*done/i);
  await drained;
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test('a request on a kept connection is answered with Connection: close once draining has begun', async () => {
  const { port, drain } = await serve((_request, response) => response.end('done'));
  const kept = connect(port, '127.0.0.1');
  const first = once(kept, 'data');
  const answers = readAll(kept);
  kept.write('GET /1 HTTP/1.1\r\nHost: x\r\n\r\n');
  await first;

  stopping = true;
  const drained = drain({ lingerMs: patience(200), graceMs: never });
  kept.write('GET /2 HTTP/1.1\r\nHost: x\r\n\r\n');

  expect((await answers).match(/^connection: .*$/gim)).toEqual(['Connection: keep-alive', 'Connection: close']);
  await drained;
});

test('an idle kept connection does not hold the end up', async () => {
  const { port, drain } = await serve((_request, response) => response.end('done'));
  const idle = connect(port, '127.0.0.1');
  idle.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(idle, 'data');
  // Otherwise this would never resolve.
  await drain({ lingerMs: 0, graceMs: never });
});

test('a request that never ends is cut off when the grace time is over', async () => {
  const arrived = Promise.withResolvers<void>();
  const { port, drain } = await serve(() => arrived.resolve());
  const cut = exchange(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n').catch(() => '');
  await arrived.promise;
  // Without the cut, this would never resolve.
  await drain({ lingerMs: 0, graceMs: 300 });
  expect(await cut).toBe('');
});

test('a body that arrives too slowly is answered 408', async () => {
  const { port } = await serve((request) => request.resume(), 400);
  const answer = await exchange(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc');
  expect(answer).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
  expect(answer).toContain('"type":"https://leads.example.com/problems/request_timeout"');
});

test('headers over 16 KiB are answered 431', async () => {
  const { port } = await serve((_request, response) => response.end());
  const answer = await exchange(port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1.1 431 /);
  expect(answer).toContain('"code":"headers_too_large"');
});

test('a message that is not HTTP is answered 400', async () => {
  const { port } = await serve((_request, response) => response.end());
  expect(await exchange(port, 'HELLO\r\n\r\n')).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
});

/** How requests that arrive all at once are started. The test has its own clock, and each request takes a millisecond. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { beginInTurns } from '../../src/http/process/begin-in-turns.ts';

function listening() {
  let now = 1_000;
  const begun: string[] = [];
  const listen = beginInTurns(
    (request) => {
      begun.push(String(request.url));
      now += 1;
    },
    () => now,
  );
  const send = (sender: string, name: string, response = { closed: false }) =>
    listen({ headers: { authorization: sender }, url: name } as IncomingMessage, response as ServerResponse);
  return { begun, send };
}

test('few requests are begun at once', () => {
  const { begun, send } = listening();
  for (const name of ['1', '2', '3']) send('a', name);
  expect(begun).toEqual(['1', '2', '3']);
});

test('each round begins a few of very many requests, in their order', async () => {
  const { begun, send } = listening();
  const names = Array.from({ length: 40 }, (_, i) => `${i}`);
  for (const name of names) send('a', name);
  expect(begun.length).toBeLessThanOrEqual(5);
  for (let round = 2; begun.length < 40; round += 1) {
    await nextRound();
    expect(begun.length).toBeLessThanOrEqual(5 * round);
  }
  expect(begun).toEqual(names);
});

test('a client with one request does not wait for all those of another', async () => {
  const { begun, send } = listening();
  for (let i = 0; i < 500; i += 1) send('a', `${i}`);
  send('b', 'mine');
  await nextRound();
  expect(begun.slice(0, 10)).toContain('mine');
});

test('a request that its client has left is not begun', async () => {
  const { begun, send } = listening();
  const left = { closed: false };
  for (let i = 0; i < 10; i += 1) send('a', `${i}`);
  send('a', 'left', left);
  left.closed = true;
  for (let i = 0; i < 5; i += 1) await nextRound();
  expect(begun).toHaveLength(10);
});

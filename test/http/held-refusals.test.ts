/** How refusals are held back: the clock is the test's own. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { NextFunction, Request, Response } from 'express';
import { holdRefusals } from '../../src/http/held-refusals.ts';
import { refuse } from '../../src/problem/problem.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const tooMany = refuse('too_many_in_flight', 'Too many.');

/** Sends requests that are refused; tells how many were answered. */
function refusing() {
  const handle = holdRefusals();
  let answered = 0;
  const send = (ip: string, error: unknown = tooMany) => {
    const res = Object.assign(new EventEmitter(), { locals: {} });
    handle(error, { ip } as Request, res as unknown as Response, (() => (answered += 1)) as NextFunction);
    return res;
  };
  return { send, answered: () => answered };
}

test('twenty refusals a second are answered at once, and each further one a second later, one in each round of the event loop', async () => {
  const { send, answered } = refusing();
  for (let i = 0; i < 50; i += 1) send('192.0.2.1');
  expect(answered()).toBe(20);
  jest.advanceTimersByTime(999);
  expect(answered()).toBe(20);
  jest.advanceTimersByTime(1);
  expect(answered()).toBe(20);
  for (let rounds = 1; rounds <= 30; rounds += 1) {
    await jest.advanceTimersToNextTimerAsync();
    expect(answered()).toBe(20 + rounds);
  }
  send('192.0.2.1');
  expect(answered()).toBe(51);
});

test('one address does not slow down another, and no other problem is held', () => {
  const { send, answered } = refusing();
  for (let i = 0; i < 50; i += 1) send('192.0.2.1');
  send('198.51.100.1');
  send('192.0.2.1', refuse('malformed_body', 'No JSON.'));
  expect(answered()).toBe(22);
});

test('a client that goes away makes room, and no timer is left', () => {
  const { send, answered } = refusing();
  const sent = Array.from({ length: 30 }, () => send('192.0.2.1'));
  for (const res of sent) res.emit('close');
  expect(answered()).toBe(30);
  expect(jest.getTimerCount()).toBe(0);
});

test('beyond a thousand held refusals the next is answered at once: a held one costs memory', () => {
  const { send, answered } = refusing();
  for (let i = 0; i < 1_025; i += 1) send('192.0.2.1');
  expect(answered()).toBe(25);
});

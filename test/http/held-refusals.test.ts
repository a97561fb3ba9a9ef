/** How refusals are held back. The test has its own clock. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { NextFunction, Request, Response } from 'express';
import { holdRefusals } from '../../src/http/lead-api/held-refusals.ts';
import { refuse } from '../../src/problem/problem.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const tooMany = refuse('too_many_in_flight', 'Too many.');

/** Sends requests that are refused. Returns how many were answered. */
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

test('twenty refusals a second are answered at once, and each further one a second later, ten milliseconds apart', () => {
  const { send, answered } = refusing();
  for (let i = 0; i < 50; i += 1) send('192.0.2.1');
  expect(answered()).toBe(20);
  jest.advanceTimersByTime(999);
  expect(answered()).toBe(20);
  for (let held = 1; held <= 30; held += 1) {
    jest.advanceTimersByTime(held === 1 ? 1 : 10);
    expect(answered()).toBe(20 + held);
  }
  send('192.0.2.1');
  expect(answered()).toBe(51);
});

test('a body that is too large counts for ten refusals', () => {
  const { send, answered } = refusing();
  for (let i = 0; i < 5; i += 1) send('192.0.2.1', refuse('body_too_large', 'Too large.'));
  expect(answered()).toBe(2);
  jest.advanceTimersByTime(1_000);
  expect(answered()).toBe(3);
  jest.advanceTimersByTime(100);
  expect(answered()).toBe(4);
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

test('a refusal that would be held for more than ten seconds is answered at once: a held one costs memory', () => {
  const { send, answered } = refusing();
  for (let i = 0; i < 930; i += 1) send('192.0.2.1');
  // 20 at once, and 901 between one second and ten, ten milliseconds apart.
  expect(answered()).toBe(29);
});

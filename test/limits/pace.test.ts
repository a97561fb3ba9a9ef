/** The pace of lanes: a lane that takes more than a quarter of the event loop pauses, while there are others. */
import { beforeEach, expect, test } from '@jest/globals';
import { createPace, type Pace } from '../../src/limits/pace.ts';

let now: number;
let pace: Pace;
beforeEach(() => {
  now = 1_000_000;
  pace = createPace(() => now);
  pace.note('other');
  pace.note('a');
});

/** Works and pauses in turns for ten seconds. Returns the milliseconds of work. */
function work(piece: number, others: () => void): number {
  let worked = 0;
  for (const end = now + 10_000; now < end; ) {
    others();
    pace.note('a');
    now += piece;
    worked += piece;
    pace.spend('a', piece);
    now += pace.pauseOf('a');
  }
  return worked;
}

test.each([3, 10, 60, 500])('pieces of %i ms come to about a quarter of the time beside others', (piece) => {
  const share = work(piece, () => pace.note('other')) / 10_000;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.3);
});

test('a lane that is alone never pauses, and owes nothing when others come', () => {
  now += 2_000;
  expect(work(60, () => undefined)).toBeGreaterThanOrEqual(10_000);
  pace.note('other');
  expect(pace.pauseOf('a')).toBe(0);
});

test('short pieces, which any request has, are not counted', () => {
  expect(work(1, () => pace.note('other'))).toBeGreaterThanOrEqual(10_000);
});

test('a short burst is no reason to pause, and no other lane pauses for it', () => {
  pace.spend('a', 19);
  expect(pace.pauseOf('a')).toBe(0);
  pace.spend('a', 19);
  expect(pace.pauseOf('a')).toBeGreaterThan(0);
  expect(pace.pauseOf('other')).toBe(0);
});

/** Days are those of the member's zone: right after midnight, at the end of a month, and where a day does not have 24 hours. */
import { describe, expect, test } from '@jest/globals';
import { agoIn, endOfDayIn, momentIn, startOfDayIn, todayIn } from '../../src/console/session/dates.ts';

const now = (at: string) => Date.parse(at);

describe('in calendar days of the zone', () => {
  test.each([
    // Five minutes after midnight in Copenhagen: the evening of that day is today, the next evening is tomorrow.
    ['Europe/Copenhagen', '2026-11-29T23:05:00Z', '2026-11-30T22:59:59Z', 'in 23 hours'],
    ['Europe/Copenhagen', '2026-11-29T23:05:00Z', '2026-12-01T22:59:59Z', 'tomorrow'],
    ['Europe/Copenhagen', '2026-11-29T23:05:00Z', '2026-12-06T23:05:00Z', 'in 7 days'],
    // The same times where it is still the day before.
    ['America/New_York', '2026-11-29T23:05:00Z', '2026-12-01T22:59:59Z', 'in 2 days'],
    ['Europe/Copenhagen', '2026-11-30T12:00:00Z', '2026-11-29T08:00:00Z', 'yesterday'],
    ['Pacific/Auckland', '2026-11-30T12:00:00Z', '2026-11-30T10:30:00Z', '1 hour ago'],
    ['Europe/Copenhagen', '2026-12-31T22:00:00Z', '2027-02-01T12:00:00Z', 'in 2 months'],
    ['Europe/Copenhagen', '2026-11-30T12:00:00Z', '2024-11-30T12:00:00Z', '2 years ago'],
    ['Europe/Copenhagen', '2026-11-30T12:00:00Z', '2026-11-30T11:59:58Z', 'just now'],
  ])('%s at %s: %s', (zone, from, at, words) => {
    expect(agoIn(zone, at, now(from))).toBe(words);
  });
});

test.each([
  ['Europe/Copenhagen', '2026-11-29T23:05:00Z', '2026-11-30', '2026-12-06T23:00:00.000Z'],
  ['America/New_York', '2026-11-29T23:05:00Z', '2026-11-29', '2026-12-06T05:00:00.000Z'],
  // The clocks go back in between, on 25 October.
  ['Europe/Copenhagen', '2026-10-20T12:00:00Z', '2026-10-20', '2026-10-26T23:00:00.000Z'],
  ['UTC', '2026-01-31T23:59:59Z', '2026-01-31', '2026-02-07T00:00:00.000Z'],
])('%s at %s: today is %s, and in seven days it begins at %s', (zone, at, day, begins) => {
  expect([todayIn(zone, now(at)), startOfDayIn(zone, now(at), 7)]).toEqual([day, begins]);
});

test('a day ends with its last millisecond, and an appointment has one form', () => {
  expect(endOfDayIn('Europe/Copenhagen', '2026-12-27')).toBe('2026-12-27T22:59:59.999Z');
  expect(endOfDayIn('America/New_York', '2026-11-30')).toBe('2026-12-01T04:59:59.999Z');
  expect(momentIn('Europe/Copenhagen', '2026-12-27T13:00:00Z')).toBe('27 Dec 2026, 14:00');
});

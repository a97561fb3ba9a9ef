/** Days as people type them: the parser never reads another day than the one that was meant. */
import { expect, test } from '@jest/globals';
import { readDay } from '../../src/console/session/read-day.ts';

test.each([
  ['27 Dec 2026', '2026-12-27'],
  ['27 december 2026', '2026-12-27'],
  [' 2026-1-5 ', '2026-01-05'],
  ['5.1.2026', '2026-01-05'],
  ['5. jan. 2026', '2026-01-05'],
  ['29 Feb 2028', '2028-02-29'],
])('%j is read as %s', (text, day) => {
  expect(readDay(text)).toBe(day);
});

test.each([
  '',
  '27',
  '27 Dec',
  '30 Feb 2026',
  '29 Feb 2027',
  '31.4.2026',
  '27 Foo 2026',
  '0 Jan 2026',
  '5/1/2026',
  '2026-13-01',
])('%j is no day, or an ambiguous one', (text) => {
  expect(readDay(text)).toBeUndefined();
});

/**
 * The order of a batch: there are as few waves as possible, and the order is kept where it matters. Parts: no lead is lost, each part
 * is quickly written, and a usual batch is one part.
 */

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inParts, type Touch, wavesOf } from '../../../src/leads/store/batch-order.ts';

const free = (...names: string[]): Touch => ({ names, measured: undefined });

test('items that share nothing are one wave; a name in common is an order, also by way of another name', () => {
  expect(wavesOf([free('a'), free('b'), free('c')])).toEqual([[0, 1, 2]]);
  expect(wavesOf([free('a'), free('a'), free('b')])).toEqual([[0, 2], [1]]);
  expect(wavesOf([free('lead'), free('lead', 'external'), free('external'), free('lead')])).toEqual([
    [0],
    [1],
    [2],
    [3],
  ]);
});

test('a creation with a duplicate check comes after every change before it, and before every change after it', () => {
  const measured = { names: [], measured: true };
  const other = { names: [], measured: false };
  expect(wavesOf([measured, other, measured, other, other])).toEqual([
    [0, 1],
    [2, 3, 4],
  ]);
});

test('any two items that share a name stand in different waves, in order, and no item is lost', () => {
  const touch = fc.record({
    names: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 3 }),
    measured: fc.constantFrom(undefined, true, false),
  });
  fc.assert(
    fc.property(fc.array(touch, { maxLength: 30 }), (touches) => {
      const waves = wavesOf(touches);
      const waveOf = new Map(waves.flatMap((wave, number) => wave.map((place) => [place, number] as const)));
      expect([...waveOf.keys()].sort((a, b) => a - b)).toEqual(touches.map((_, place) => place));
      for (const [i, one] of touches.entries()) {
        for (const [j, two] of touches.entries()) {
          if (i >= j) continue;
          const [first, second] = [waveOf.get(i) ?? 0, waveOf.get(j) ?? 0];
          if (one.names.some((name) => two.names.includes(name))) expect(first).toBeLessThan(second);
          if (one.measured === false && two.measured) expect(first).toBeLessThan(second);
          if (one.measured && two.measured === false) expect(first).toBeLessThanOrEqual(second);
        }
      }
    }),
  );
});

const same = (values: Readonly<Record<string, unknown>>) => values;

test('the parts together are the leads, and no part is empty', () => {
  const values = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant('x'.repeat(200_000))));
  fc.assert(
    fc.property(fc.array(values), (leads) => {
      const parts = inParts(leads, same);
      expect(parts.flat()).toEqual(leads);
      expect(parts.every((part) => part.length > 0)).toBe(true);
    }),
  );
});

test('a thousand leads as vendors send them are one part or two', () => {
  const lead = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`field_${i}`, 'a usual value']));
  expect(inParts(Array(1_000).fill(lead), same).length).toBeLessThanOrEqual(2);
});

test('a thousand leads with two hundred fields are many parts, and so are those with long texts', () => {
  const wide = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`field_${i}`, i]));
  for (const lead of [wide, { notes: 'x'.repeat(10_000) }]) {
    const parts = inParts(Array(1_000).fill(lead), same);
    expect(parts.length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...parts.map((part) => JSON.stringify(part).length))).toBeLessThan(1_000_000);
  }
});

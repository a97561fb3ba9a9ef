/** Many leads in parts: in their order, none lost, each part quickly written; a usual batch is one part. */

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inParts } from '../../../src/leads/store/batch-order.ts';

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

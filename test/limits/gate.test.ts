/** The gate: a share for each lane and each group, turns between lanes, and an end to waiting. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createGate } from '../../src/limits/gate.ts';

const options = { capacity: 8, perLane: 4, perGroup: 6, longestWaitMs: 60_000, longestLine: 100 };

test('a lane holds its share at once, and waits for more', async () => {
  const gate = createGate(options);
  const first = Array.from({ length: 4 }, () => gate.enter({ id: 'a' }));
  const next = gate.enter({ id: 'a' });

  expect(first).toEqual([1, 1, 1, 1]);
  expect(gate.waiting()).toBe(1);
  gate.leave({ id: 'a' }, 1);
  expect(await next).toBe(1);
  expect([gate.held(), gate.waiting()]).toEqual([4, 0]);
});

test('another lane finds room while one lane has used up its share and has a long line', () => {
  const gate = createGate(options);
  for (let i = 0; i < 50; i += 1) void gate.enter({ id: 'a' });
  expect(gate.enter({ id: 'b' })).toBe(1);
});

test('the lanes of a group leave room for other groups', () => {
  const gate = createGate(options);
  for (const id of ['a', 'b', 'c']) for (let i = 0; i < 4; i += 1) void gate.enter({ id, group: 'one' });
  expect(gate.held()).toBe(6);
  expect(gate.enter({ id: 'd', group: 'other' })).toBe(1);
});

test('lanes take turns: a long line of one lane does not go before the short line of another', async () => {
  const gate = createGate({ ...options, capacity: 1 });
  const order: string[] = [];
  const enter = async (id: string) => {
    await gate.enter({ id });
    order.push(id);
    gate.leave({ id }, 1);
  };
  await gate.enter({ id: 'first' });
  const all = ['a', 'a', 'a', 'a', 'b', 'c'].map(enter);
  gate.leave({ id: 'first' }, 1);
  await Promise.all(all);
  expect(order).toEqual(['a', 'b', 'c', 'a', 'a', 'a']);
});

test('a request that needs much is not overtaken for ever by those that need little', async () => {
  const gate = createGate(options);
  for (const id of ['a', 'b']) for (let i = 0; i < 3; i += 1) void gate.enter({ id });
  const large = gate.enter({ id: 'c' }, 4);
  const small = gate.enter({ id: 'd' });
  expect([typeof large, typeof small]).toEqual(['object', 'object']);
  gate.leave({ id: 'a' }, 1);
  gate.leave({ id: 'b' }, 1);
  expect(await large).toBe(4);
});

test('more than the share counts as the whole share', () => {
  const gate = createGate(options);
  expect(gate.enter({ id: 'a' }, 1_000)).toBe(4);
});

test('a request that waited too long, or finds a full line, holds nothing', async () => {
  const gate = createGate({ ...options, longestWaitMs: 5, longestLine: 1 });
  gate.enter({ id: 'a' }, 4);
  const waits = gate.enter({ id: 'a' });
  expect(gate.enter({ id: 'a' })).toBe(0);
  expect(await waits).toBe(0);
  expect([gate.held(), gate.waiting()]).toEqual([4, 0]);
});

test('work that is taken without asking makes the lane wait until it is within its share again', async () => {
  const gate = createGate(options);
  gate.take({ id: 'a' }, 10);
  expect(gate.heldBy({ id: 'a' })).toBe(10);
  const waits = gate.enter({ id: 'a' });
  gate.leave({ id: 'a' }, 10);
  expect(await waits).toBe(1);
  expect(gate.heldBy({ id: 'a' })).toBe(1);
});

test('no share is exceeded, and all of it is given back in the end, whatever comes and goes', async () => {
  const lane = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    group: fc.constantFrom('one', 'other', undefined),
  });
  const steps = fc.array(fc.record({ lane, units: fc.integer({ min: 1, max: 6 }), leaves: fc.boolean() }), {
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const gate = createGate(options);
      const held: { id: string; group: string | undefined; units: number }[] = [];
      const pending: Promise<void>[] = [];
      // A lane always belongs to the same group.
      const groupOf = new Map<string, string | undefined>();
      for (const step of all) {
        const { id } = step.lane;
        if (!groupOf.has(id)) groupOf.set(id, step.lane.group);
        const group = groupOf.get(id);
        if (step.leaves) {
          const one = held.shift();
          if (one) gate.leave({ id: one.id, group: one.group }, one.units);
        } else {
          const entered = gate.enter({ id, group }, step.units);
          const note = (units: number) => void held.push({ id, group, units });
          if (typeof entered === 'number') note(entered);
          else pending.push(entered.then(note));
        }
        await Promise.resolve();
        await Promise.resolve();
        const sum = (is: (one: (typeof held)[number]) => boolean) =>
          held.filter(is).reduce((total, one) => total + one.units, 0);
        expect(sum(() => true)).toBeLessThanOrEqual(options.capacity);
        for (const name of ['a', 'b', 'c', 'd'])
          expect(sum((one) => one.id === name)).toBeLessThanOrEqual(options.perLane);
        for (const name of ['one', 'other'])
          expect(sum((one) => one.group === name)).toBeLessThanOrEqual(options.perGroup);
      }
      for (let settled = 0; settled < pending.length; ) {
        const one = held.shift();
        if (one) gate.leave({ id: one.id, group: one.group }, one.units);
        else settled += 1;
        await Promise.resolve();
        await Promise.resolve();
      }
      for (const one of held) gate.leave({ id: one.id, group: one.group }, one.units);
      expect(gate.waiting()).toBe(0);
    }),
  );
});

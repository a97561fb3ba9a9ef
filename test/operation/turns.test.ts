/** Work in pieces: of all that there is, one piece is done in each round of the event loop, and each request gets its turn. */
import { expect, test } from '@jest/globals';
import { createTurns, inTurns } from '../../src/operation/turns.ts';

/** Turns in which every piece has taken long enough. */
const eager = () => ({ ...createTurns(), isOver: () => true });

test('however many requests have work in pieces, one piece is done between two looks at what came in', async () => {
  let pieces = 0;
  let most = 0;
  let over = false;
  const look = () => {
    most = Math.max(most, pieces);
    pieces = 0;
    if (!over) setImmediate(look);
  };
  setImmediate(look);
  const work = () => inTurns(Array.from({ length: 50 }), () => (pieces += 1), eager());
  await Promise.all(Array.from({ length: 20 }, work));
  over = true;
  expect(most).toBe(1);
});

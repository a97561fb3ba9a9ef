/** Random bytes for ids and nonces. */
import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4_096);
let used = pool.length;

/**
 * Random bytes, drawn many at a time and used once: a system call for each few would cost more than all the rest of an id. `count`: a few
 * dozen at the most. The result is part of a buffer that is filled again later: use it at once.
 */
export function fewRandomBytes(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
}

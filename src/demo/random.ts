/** A pseudo-random source that gives the same numbers for the same seed on every machine. Never use it for secrets. */

export interface Random {
  /** From 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  /** All entries are equally likely. Throws on an empty list. */
  pick<T>(list: readonly T[]): T;
  /**
   * The first entry is the most likely, the second half as likely, the third a third as likely, as in real distributions.
   */
  pickUneven<T>(list: readonly T[]): T;
}

/** mulberry32: 32 bits of state are enough for some thousand leads. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(list: readonly T[], index: number): T => {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[index] as T;
  };
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => at(list, Math.floor(next() * list.length)),
    pickUneven(list) {
      const shares = list.map((_, index) => 1 / (index + 1));
      let rest = next() * shares.reduce((sum, share) => sum + share, 0);
      for (const [index, share] of shares.entries()) {
        rest -= share;
        if (rest < 0) return at(list, index);
      }
      return at(list, 0);
    },
  };
}

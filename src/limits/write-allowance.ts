/** How a handler of the Lead API pays for what it writes. A single write is paid for by whoever calls its handler. */

/** The leads that one request writes, paid for before anything is written. */
export interface WriteAllowance {
  /**
   * `total`: how many leads this request will write, all in all; a request that is run anew pays only once.
   * To be called outside of transactions: it may need a connection of its own.
   * Throws 429 `rate_limited` when that is more than what is left; nothing is paid then.
   */
  spend(total: number): Promise<void>;
  /** Of what was paid, so many leads were not written after all. */
  giveBack(count: number): void;
}

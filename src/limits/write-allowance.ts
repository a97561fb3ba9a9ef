/** How a handler of the Lead API pays for the leads that it writes. For a single write, the caller of the handler pays. */

/** The leads that one request writes. They are paid for before anything is written. */
export interface WriteAllowance {
  /**
   * `total`: how many leads this request will write in all. A request that runs again pays only once. Call it outside of
   * transactions, because it may need a connection. Throws 429 `rate_limited` if too few are left, and then takes nothing.
   */
  spend(total: number): Promise<void>;
  /** Gives back the payment for leads that were not written. */
  giveBack(count: number): void;
}

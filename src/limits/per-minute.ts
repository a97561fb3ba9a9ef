/** What a token may do in a minute, and an address: the numbers by which requests are counted, and which documents tell. */

export interface PerMinute {
  readonly requests: number;
  /** Leads that are written, however many a request writes. */
  readonly writes: number;
  /** Requests without a valid token, from one address. */
  readonly badTokens: number;
  /** Bodies that are checked on documentation pages, from one address. */
  readonly checks: number;
  /** Documentation pages and documents that are read without a token, from one address. */
  readonly pages: number;
}

/** Where a token has no limits of its own. A token of the account stands for a whole integration: ten times as much. */
export const perMinute: PerMinute = { requests: 600, writes: 6_000, badTokens: 60, checks: 60, pages: 600 };
const accountFactor = 10;

export interface OwnLimits {
  readonly scope: 'account' | 'campaign' | 'filter';
  /** `null`: those of the installation; 0: none. */
  readonly requestsPerMinute: number | null;
  readonly writesPerMinute: number | null;
}

/** How many a minute; `undefined` for any number. */
export function limitOf(token: OwnLimits, what: 'requests' | 'writes', defaults: PerMinute): number | undefined {
  const own = what === 'requests' ? token.requestsPerMinute : token.writesPerMinute;
  return (own ?? defaults[what] * (token.scope === 'account' ? accountFactor : 1)) || undefined;
}

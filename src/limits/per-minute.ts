/** The limits per minute for a token and an address. Requests are counted by these numbers, and documents state them. */

export interface PerMinute {
  readonly requests: number;
  /** Written leads, however many a request writes. */
  readonly writes: number;
  /** Requests without a valid token, from one address. */
  readonly badTokens: number;
  /** Bodies that are checked on documentation pages, from one address. */
  readonly checks: number;
  /** Documentation pages and documents that are read without a token, from one address. */
  readonly pages: number;
}

/** For tokens without limits of their own. A broad token stands for a whole integration and may do ten times as much. */
export const perMinute: PerMinute = { requests: 600, writes: 6_000, badTokens: 60, checks: 60, pages: 600 };
const accountFactor = 10;

export interface TokenLimits {
  readonly scope: 'account' | 'campaign' | 'filter';
  /** `null`: the installation's limit; 0: no limit. */
  readonly requestsPerMinute: number | null;
  readonly writesPerMinute: number | null;
}

/** The limit per minute; `undefined` if there is no limit. */
export function limitOf(token: TokenLimits, what: 'requests' | 'writes', defaults: PerMinute): number | undefined {
  const limit = what === 'requests' ? token.requestsPerMinute : token.writesPerMinute;
  return (limit ?? defaults[what] * (token.scope === 'account' ? accountFactor : 1)) || undefined;
}

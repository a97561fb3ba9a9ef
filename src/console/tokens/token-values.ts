/** What the form of a token holds, from a token and for the API. */
import type { Token } from './queries.ts';

export interface TokenValues extends Record<string, unknown> {
  name: string;
  permission: Token['permission'];
  /** Empty: every lead. */
  filter_id: string;
  /** RFC 3339, or null for never; empty while a day is to be given. */
  expires_at: string | null;
  /** Empty: as usual. */
  rate_limit: { requests_per_minute: number | ''; writes_per_minute: number | '' };
  /** Empty: none. */
  notes: string;
}

export const valuesOf = (token?: Token): TokenValues => ({
  name: token?.name ?? '',
  permission: token?.permission ?? 'read',
  filter_id: token?.filter?.id ?? '',
  expires_at: token?.expires_at ?? null,
  rate_limit: {
    requests_per_minute: token?.rate_limit?.requests_per_minute ?? '',
    writes_per_minute: token?.rate_limit?.writes_per_minute ?? '',
  },
  notes: token?.notes ?? '',
});

/** As the API takes it. */
export const bodyOf = ({ name, permission, expires_at, rate_limit, notes }: TokenValues) => ({
  name: name.trim(),
  permission,
  expires_at,
  notes: notes || null,
  rate_limit: {
    requests_per_minute: orUsual(rate_limit.requests_per_minute),
    writes_per_minute: orUsual(rate_limit.writes_per_minute),
  },
});

const orUsual = (limit: number | '') => (limit === '' ? null : limit);

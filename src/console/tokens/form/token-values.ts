/** The values of a token's form: read from a token, and converted for the API. */
import type { Token, TokenChange } from '../queries.ts';

export interface TokenValues extends Record<string, unknown> {
  name: string;
  permission: Token['permission'];
  /** Empty for every lead. */
  filter_id: string;
  /** RFC 3339, null for never, empty while no day is chosen yet. */
  expires_at: string | null;
  /** Empty for the default. */
  rate_limit: { requests_per_minute: number | ''; writes_per_minute: number | '' };
  /** Empty for no notes. */
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

/** The body for the API. */
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

/** The changed properties of a token. Unchanged ones are left out, because somebody else may have changed them meanwhile. */
export const changeOf = (token: Token, values: TokenValues): TokenChange => ({
  ...changedFrom(bodyOf(valuesOf(token)), bodyOf(values)),
  ...(values.filter_id !== '' && values.filter_id !== token.filter?.id && { filter_id: values.filter_id }),
});

/**
 * The part of the change that may have requests refused, without name and notes. Undefined if there is no such part, or if
 * the form is incomplete.
 */
export function noticedChange(token: Token, values: TokenValues): TokenChange | undefined {
  const { name: _name, notes: _notes, ...change } = changeOf(token, values);
  return Object.keys(change).length === 0 ? undefined : change;
}

const orUsual = (limit: number | '') => (limit === '' ? null : limit);

/** The members of `after` that differ from `before`. */
function changedFrom<Body extends object>(before: Body, after: Body): Partial<Body> {
  const names = (Object.keys(after) as (keyof Body)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<Body>;
}

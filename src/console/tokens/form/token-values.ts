/** What the form of a token holds, from a token and for the API. */
import type { Token, TokenChange } from '../queries.ts';

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

/** The change of a token that the form makes: what stays is not named, for somebody else may have changed it meanwhile. */
export const changeOf = (token: Token, values: TokenValues): TokenChange => ({
  ...changedFrom(bodyOf(valuesOf(token)), bodyOf(values)),
  ...(values.filter_id !== '' && values.filter_id !== token.filter?.id && { filter_id: values.filter_id }),
});

/** What of it may have requests refused: not the name, nor the notes. Undefined where nothing does, or it is not whole yet. */
export function noticedChange(token: Token, values: TokenValues): TokenChange | undefined {
  const { name: _name, notes: _notes, ...change } = changeOf(token, values);
  return Object.keys(change).length === 0 ? undefined : change;
}

const orUsual = (limit: number | '') => (limit === '' ? null : limit);

/** The members of `after` that are not as they were. */
function changedFrom<Body extends object>(before: Body, after: Body): Partial<Body> {
  const names = (Object.keys(after) as (keyof Body)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<Body>;
}

/** The requests that are compared: the same for the floors and for the product, but for the token and the address. */
import { lead } from './data.ts';
import type { Request } from './load.ts';

export interface Caller {
  /** The address before `/leads`. */
  readonly base: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const body = JSON.stringify(lead);

export const listOf = ({ base, headers = {} }: Caller): Request[] => [{ path: `${base}/leads`, headers }];

export const getOf = ({ base, headers = {} }: Caller, ids: readonly string[]): Request[] =>
  spread(ids).map((id) => ({ path: `${base}/leads/${id}`, headers }));

export const createOf = ({ base, headers = {} }: Caller): Request[] => [
  { path: `${base}/leads`, method: 'POST', headers, body },
];

/** Each lead twice, with another value: what is already so would be no change. */
export const updateOf = ({ base, headers = {} }: Caller, ids: readonly string[]): Request[] =>
  ['called, nobody there', 'called, wants an offer'].flatMap((notes) =>
    spread(ids).map((id) => ({
      path: `${base}/leads/${id}`,
      method: 'PATCH' as const,
      headers,
      body: JSON.stringify({ fields: { notes } }),
    })),
  );

/** A thousand of them at the most, from all over. */
const spread = (ids: readonly string[]): readonly string[] => {
  const step = Math.max(1, Math.floor(ids.length / 1_000));
  return ids.filter((_, i) => i % step === 0);
};

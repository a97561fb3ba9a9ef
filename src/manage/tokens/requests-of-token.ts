/** The requests of one token as members read them: of a broad token, those in all campaigns of the account. */
import { type RawBuilder, sql } from 'kysely';
import { type KeptQuery, lastRequests } from '../../access/kept-requests.ts';
import { isDistributed } from '../../database/citus-dialect.ts';
import type { Database } from '../../database/connection.ts';
import { timeOfId } from '../../ids/ids.ts';

export interface TokenOfAccount {
  readonly id: string;
  readonly accountId: string;
  /** Null for a broad token. */
  readonly campaignId: string | null;
}

/** As a condition on `campaigns c`: the campaigns that the token may have used. */
export const ofToken = ({ accountId, campaignId }: TokenOfAccount): RawBuilder<boolean> =>
  sql`c.account_id = ${accountId} and ${campaignId === null ? sql`true` : sql`c.id = ${campaignId}`}`;

/**
 * The newest requests, newest first. `columns`: what to select of a request `r` and its campaign `c`; with `r.id`. Reads campaign by campaign, because the index begins with the
 * campaign, and at most a page from each.
 */
export async function newestRequests<Row extends { readonly id: string }>(
  db: Database,
  token: TokenOfAccount,
  query: Omit<KeptQuery, 'campaignId' | 'tokenId'>,
  columns: RawBuilder<unknown>,
): Promise<readonly Row[]> {
  const from = (campaignId: KeptQuery['campaignId']) => sql`
    from campaigns c cross join lateral ${lastRequests({ ...query, campaignId, tokenId: token.id })} r`;
  if (!isDistributed(db)) {
    const all = sql<Row>`
    select ${columns}${from(sql`c.id`)}
    where ${ofToken(token)} order by r.id desc limit ${query.limit}`;
    return (await all.execute(db)).rows;
  }
  // On a cluster each campaign lies on one node. The campaigns that the token used last come first, and no further ones are read once
  // the page is full of later requests.
  let newest: readonly Row[] = [];
  for (const { id, until } of await usedCampaigns(db, token)) {
    const last = newest.length === query.limit ? newest.at(-1) : undefined;
    if (last && timeOfId(last.id) > until.getTime()) break;
    const { rows } = await sql<Row>`select ${columns}${from(id)} where c.id = ${id}`.execute(db);
    newest = [...newest, ...rows].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, query.limit);
  }
  return newest;
}

/** The campaigns that the token has used, and when it did last. The last used come first. */
export async function usedCampaigns(
  db: Database,
  token: TokenOfAccount,
): Promise<readonly { readonly id: string; readonly until: Date }[]> {
  const { campaignId } = token;
  if (campaignId !== null) return [{ id: campaignId, until: new Date() }];
  const { rows } = await sql<{ id: string; until: Date }>`
    select c.id, max(u.last_used_at) as until from campaigns c join token_usage u on u.campaign_id = c.id and u.token_id = ${token.id}
    where ${ofToken(token)} group by c.id having max(u.last_used_at) is not null order by until desc`.execute(db);
  return rows;
}

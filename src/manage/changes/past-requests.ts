/** The last accepted requests of a campaign's tokens, with what is still known of the leads that they wrote. */
import { sql } from 'kysely';
import { isKept } from '../../access/kept-requests.ts';
import { shapesLookedAt } from '../../access/request-log.ts';
import type { Campaign } from '../../campaign/definition.ts';
import type { SentRequest, StateAfter } from '../../campaign/sent-shape.ts';
import { type Past, type States, stateKey } from '../../validation/hindsight.ts';
import type { ManageContext } from '../context.ts';

/** Ids ascend in time. */
export interface PastRequest extends Past {
  readonly id: string;
  readonly tokenId: string;
}

export interface PastRequests {
  /** The oldest first. */
  readonly requests: readonly PastRequest[];
  readonly states: States;
}

/** How many requests a preview looks at for all tokens together, and the smallest number for each token. */
const requestsInAll = 10_000;
const fewestPerToken = 10;

/** States that are read at once. So few are parsed quickly, which does not hold up other requests. */
const statesAtOnce = 500;

/** Requests that other processes answered within the last second may be missing. */
export async function readPastRequests(
  context: ManageContext,
  campaign: Campaign,
  tokenIds: readonly string[],
): Promise<PastRequests> {
  const { db, writeRequests } = context;
  await writeRequests();
  // For a thousand tokens, ten requests each are enough to see which of them a change would break.
  const share = Math.floor(requestsInAll / Math.max(tokenIds.length, 1));
  const perToken = Math.max(fewestPerToken, Math.min(shapesLookedAt, share));
  const { rows } = await sql<{ id: string; token_id: string; operation: string; sent: SentRequest }>`
    select r.id, r.token_id, r.operation, r.sent from unnest(${tokenIds}::uuid[]) as t(id), lateral (
      select * from token_requests
      where campaign_id = ${campaign.id}::uuid and token_id = t.id and sent is not null
        and ${isKept}
      order by id desc limit ${perToken}) r
    order by r.id`.execute(db);
  const requests = rows.map(({ token_id, ...request }) => ({ ...request, tokenId: token_id }));
  return { requests, states: await readStates(context, campaign, requests) };
}

/** The states of the leads after the requests' writes, as far as they are still known. */
export async function readStates(
  { leads, member }: ManageContext,
  campaign: Campaign,
  requests: readonly Past[],
): Promise<States> {
  const versions = requests.flatMap(({ sent }) => sent.writes ?? []).map(({ lead, version }) => ({ lead, version }));
  const states = new Map<string, StateAfter>();
  for (let i = 0; i < versions.length; i += statesAtOnce) {
    const part = await leads.statesAfter(campaign, versions.slice(i, i + statesAtOnce), {
      kind: 'member',
      id: member.id,
    });
    for (const state of part) states.set(stateKey(state), state);
  }
  return states;
}

/**
 * `GET /requests`: the last requests of the token. Requests that this process has answered are listed at once, those of other
 * processes within a second.
 */
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { fingerprint } from './cursor.ts';
import type { OwnRequest } from './store/own-requests.ts';

const defaultLimit = 50;

export const listRequests: Handler<operations['listRequests'], LeadContext> = async ({ query }, context) => {
  const { grant, store, cursors } = context;
  // Not bound to the filter: the requests are the token's own, even if its filter has changed.
  const binding = fingerprint([grant.actor.id, grant.campaign.id, 'requests']);
  const [before] = query?.cursor === undefined ? [] : cursors.open(binding, query.cursor);
  await context.writeRequests();
  const { requests, more } = await store.requests({ limit: query?.limit ?? defaultLimit, before });
  const last = more ? requests.at(-1) : undefined;
  return {
    status: 200,
    body: { data: requests.map(shown), next_cursor: last ? cursors.seal(binding, [last.id]) : null },
  };
};

const shown = ({ id: _id, errors, ...request }: OwnRequest) => ({ ...request, errors: errors ?? [] });

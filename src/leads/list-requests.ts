/** `GET /requests`: the token's own last requests. What this process has answered before is there; of others, within a second. */
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { fingerprint } from './cursor.ts';
import type { OwnRequest } from './store/own-requests.ts';

const defaultLimit = 50;

export const listRequests: Handler<operations['listRequests'], LeadContext> = async ({ query }, context) => {
  const { grant, store, cursors } = context;
  // Not to the filter: whatever it is by now, they are the token's own.
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

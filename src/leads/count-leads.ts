/** `GET /leads/count`: the number of leads in the list with the same parameters. */
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { readListQuery } from './list-query.ts';

export const countLeads: Handler<operations['countLeads'], LeadContext> = async (_request, { grant, store, query }) => {
  return { status: 200, body: await store.count(readListQuery(grant.campaign, query)) };
};

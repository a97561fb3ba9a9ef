/** `GET /leads/{lead_id}`: one lead, or 404. A hidden lead and a missing lead get the same answer. */
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import { notFound } from '../problem/problem.ts';
import type { LeadContext } from './context.ts';

export const getLead: Handler<operations['getLead'], LeadContext> = async ({ path }, { store, tags }) => {
  const lead = await store.get(path.lead_id);
  if (!lead) throw notFound('lead');
  return { status: 200, headers: { ETag: tags.of(lead.version) }, body: lead.json };
};

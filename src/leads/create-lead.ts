/** `POST /leads`: a new lead, with pins and defaults filled in. */
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { newLead } from './new-lead.ts';
import { refusalOf } from './refusal.ts';
import { created } from './written.ts';

export const createLead: Handler<operations['createLead'], LeadContext> = async ({ body }, context) => {
  const lead = newLead(context.offer, body);
  const outcome = await context.store.create(lead);
  if (outcome.refused) throw refusalOf(outcome.refused);
  context.noteForAnnounced('createLead', body, lead);
  context.noteForLog('createLead', body, outcome.lead);
  return created(outcome, context);
};

/** `PUT /external-ids/{external_id}`: creates or changes the lead with this external id. */
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import { refuseInput } from '../problem/problem.ts';
import type { LeadContext } from './context.ts';
import { asNewLead } from './new-lead.ts';
import { readConditions } from './preconditions.ts';
import { refusalOf, scopeClosed } from './refusal.ts';
import { changed, created } from './written.ts';

export const upsertLead: Handler<operations['upsertLead'], LeadContext> = async ({ path, headers, body }, context) => {
  const { store, tags } = context;
  const { versions, onlyCreates, onlyChanges } = readConditions(headers, tags);
  const asNewBody = { ...body, external_id: path.external_id };
  const asNew = asNewLead(context, asNewBody);
  const outcome = await store.upsert({
    externalId: path.external_id,
    patch: { status: body.status, values: body.fields ?? {}, versions },
    create: asNew.lead,
    onlyCreate: onlyCreates,
    onlyChange: onlyChanges,
  });
  if (outcome.refused?.why === 'cannot_create')
    throw asNew.errors ? refuseInput('invalid_lead', asNew.errors) : scopeClosed();
  if (outcome.refused) throw refusalOf(outcome.refused);
  const creates = outcome.effect === 'create';
  if (creates) context.noteForAnnounced('createLead', asNewBody, asNew.lead);
  context.noteForLog(creates ? 'createLead' : 'updateLead', creates ? asNewBody : body, outcome.lead);
  return creates ? created(outcome, context) : changed(outcome, context);
};

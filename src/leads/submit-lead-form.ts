/**
 * `POST /leads/form` and `PUT /external-ids/{external_id}/form`: the form was already turned into JSON, so the JSON operations
 * answer.
 */
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { createLead } from './create-lead.ts';
import { upsertLead } from './upsert-lead.ts';

export const submitLeadForm: Handler<operations['submitLeadForm'], LeadContext> = (request, context) =>
  createLead({ ...request }, context);

export const submitLeadFormByExternalId: Handler<operations['submitLeadFormByExternalId'], LeadContext> = (
  request,
  context,
) => upsertLead({ ...request }, context);

/** `PATCH /leads/{lead_id}`: a JSON merge patch (RFC 7396) over `fields`, `status` and `external_id`. */
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { readConditions } from './preconditions.ts';
import { refusalOf } from './refusal.ts';
import { changed } from './written.ts';

export const updateLead: Handler<operations['updateLead'], LeadContext> = async ({ path, headers, body }, context) => {
  const { store, noteForLog, tags } = context;
  const { versions } = readConditions(headers, tags);
  const outcome = await store.update(path.lead_id, {
    status: body.status,
    externalId: body.external_id,
    values: body.fields ?? {},
    versions,
  });
  if (outcome.refused) throw refusalOf(outcome.refused);
  noteForLog('updateLead', body, outcome.lead);
  return changed(outcome, context);
};

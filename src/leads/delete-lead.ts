/** `DELETE /leads/{lead_id}`: erases the lead. */
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { readConditions } from './preconditions.ts';
import { refusalOf } from './refusal.ts';
import { dryRunHeader } from './written.ts';

export const deleteLead: Handler<operations['deleteLead'], LeadContext> = async (
  { path, headers },
  { store, dryRun, tags },
) => {
  const outcome = await store.delete({ id: path.lead_id, versions: readConditions(headers, tags).versions });
  if (outcome.refused) throw refusalOf(outcome.refused);
  return { status: 204, headers: dryRun ? dryRunHeader('delete') : {} };
};

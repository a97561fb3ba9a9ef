/** `DELETE /leads/{lead_id}`: an erasure. */
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { versionsOf } from './if-match.ts';
import { refusalOf } from './refusal.ts';

export const deleteLead: Handler<operations['deleteLead'], LeadContext> = async ({ path, headers }, { store }) => {
  const refused = await store.delete(path.lead_id, versionsOf(headers?.['If-Match']));
  if (refused) throw refusalOf(refused);
  return { status: 204 };
};

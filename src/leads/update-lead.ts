/** `PATCH /leads/{lead_id}`: a JSON merge patch (RFC 7396) over `fields`, `status` and `external_id`. */
import type { operations } from '../generated/leads.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { etagOf, versionsOf } from './if-match.ts';
import { refusalOf } from './refusal.ts';

export const updateLead: Handler<operations['updateLead'], LeadContext> = async (
  { path, headers, body },
  { store },
) => {
  const versions = versionsOf(headers?.['If-Match']);
  const { lead, refused } = await store.update(path.lead_id, {
    status: body.status,
    externalId: body.external_id,
    values: body.fields ?? {},
    versions,
  });
  if (refused) throw refusalOf(refused);
  return { status: 200, headers: { ETag: etagOf(lead.version) }, body: lead.json };
};

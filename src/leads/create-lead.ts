/** `POST /leads`: a new lead, with pins and defaults filled in. */
import type { operations } from '../generated/leads.ts';
import { newId } from '../ids/ids.ts';
import type { Handler } from '../operation/handler.ts';
import type { LeadContext } from './context.ts';
import { etagOf } from './if-match.ts';
import { refusalOf } from './refusal.ts';

export const createLead: Handler<operations['createLead'], LeadContext> = async (
  { body },
  { store, offer, baseUrl },
) => {
  const createdAt = Date.now();
  const status = body.status ?? offer.statusDefault;
  if (status === undefined) throw new Error('a document let a lead without a status through');
  const { lead, refused } = await store.create({
    id: newId(createdAt),
    createdAt,
    status,
    externalId: body.external_id ?? null,
    values: valuesOf(offer, body.fields ?? {}),
  });
  if (refused) throw refusalOf(refused);
  return {
    status: 201,
    headers: { ETag: etagOf(lead.version), Location: `${baseUrl}/leads/${lead.id}` },
    body: lead.json,
  };
};

/** What is stored: what was sent, the pins, and the defaults of fields that were left out. Empty values are left out. */
function valuesOf({ fields }: LeadContext['offer'], sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { field, pin, default: fallback } of fields) {
    const value = Object.hasOwn(sent, field.key) ? sent[field.key] : (pin ?? fallback);
    if (value !== undefined && value !== null) values[field.key] = value;
  }
  return values;
}

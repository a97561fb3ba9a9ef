/** From a judged body to the lead that is stored: an id, the default status, the pins, and the defaults of fields. */
import { filledIn, type Offer } from '../document/offer.ts';
import type { components } from '../generated/leads.ts';
import { newId } from '../ids/ids.ts';
import type { NewLead } from './store/insert-leads.ts';

type Body = components['schemas']['LeadCreate'];

/** `createdAt`: all leads of one batch have the same. */
export function newLead(offer: Offer, body: Body, createdAt = Date.now()): NewLead {
  const status = body.status ?? offer.statusDefault;
  if (status === undefined) throw new Error('a document let a lead without a status through');
  return {
    id: newId(createdAt),
    createdAt,
    status,
    externalId: body.external_id ?? null,
    values: filledIn(offer, body.fields ?? {}),
  };
}

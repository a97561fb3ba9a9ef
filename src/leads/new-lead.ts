/** Makes the lead that is stored out of a judged body: an id, the default status, the pins, and the defaults of fields. */
import { filledIn, type Offer } from '../document/offer.ts';
import type { components } from '../generated/leads.ts';
import { newId } from '../ids/ids.ts';
import type { InputError } from '../problem/problem.ts';
import type { LeadContext } from './context.ts';
import type { NewLead } from './store/insert-leads.ts';

type Body = components['schemas']['LeadCreate'];

/** `createdAt`: all leads of one batch have the same. */
export function newLead(offer: Offer, body: Body, createdAt = Date.now()): NewLead {
  const status = body.status ?? offer.statusDefault;
  if (status === undefined) throw new Error('a lead without a status passed the validation');
  return {
    id: newId(createdAt),
    createdAt,
    status,
    externalId: body.external_id ?? null,
    values: filledIn(offer, body.fields ?? {}),
  };
}

/** Judges a body as that of a new lead: the lead, or the errors; neither if the grant cannot create leads. */
export function asNewLead(
  { offer, judge }: Pick<LeadContext, 'offer' | 'judge'>,
  body: unknown,
  createdAt?: number,
): { readonly lead?: NewLead; readonly errors?: readonly InputError[] } {
  if (!offer.creates) return {};
  const judged = judge('createLead', body);
  if (judged.errors.length > 0) return { errors: judged.errors };
  return { lead: newLead(offer, judged.body as Body, createdAt) };
}

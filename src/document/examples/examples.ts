/**
 * Examples made of the campaign's own fields: a new lead, a change, and the lead that comes back. `undefined` where a
 * required field has no sample: no example is better than one that the server refuses.
 *
 * A field that is named as a member that every object inherits (`constructor`) stands in all of them: validators that do
 * not ask for own properties would else find the inherited one, and call the example wrong.
 */

import type { FieldValue } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { type CampaignView, campaignView } from '../campaign-view.ts';
import { type FieldOffer, filledIn, type Offer } from '../offer.ts';
import { fitting } from './fitting.ts';
import { sampleOf } from './sample.ts';

const id = '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';
const at = '2026-11-23T10:15:30.123Z';

interface NewLeadExample {
  readonly external_id?: string;
  readonly fields: Readonly<Record<string, FieldValue | null>>;
  readonly status?: string;
}

const created = new WeakMap<Offer, { readonly example: NewLeadExample | undefined }>();

/**
 * What is required, and a few more fields: enough to see how it goes, and such that the filter takes it. It has no external id
 * where it can do without: it can be sent again and again, as whoever tries samples in several languages does.
 */
export function createExample(offer: Offer): NewLeadExample | undefined {
  const known = created.get(offer) ?? { example: makeCreateExample(offer) };
  created.set(offer, known);
  return known.example;
}

function makeCreateExample(offer: Offer): NewLeadExample | undefined {
  const fields: Record<string, FieldValue | null> = {};
  for (const each of offer.fields) {
    if (each.pin !== undefined && !inherited(each)) continue;
    const sample = sampleOf(each, offer.campaign) ?? (inherited(each) ? empty(each) : undefined);
    if (sample !== undefined) fields[each.field.key] = sample;
    else if (each.required || inherited(each)) return undefined;
  }
  const [status] = offer.statuses;
  if (offer.statusDefault !== undefined) return asFilterTakes(offer, { fields });
  return status && asFilterTakes(offer, { fields, status: status.key });
}

/** The same, with other values where the filter would refuse these; `undefined` where none were found that it takes. */
function asFilterTakes(offer: Offer, example: NewLeadExample): NewLeadExample | undefined {
  const status = example.status ?? offer.statusDefault ?? '';
  const draft = { status, external_id: null, values: filledIn(offer, example.fields) };
  const fit = fitting(offer, draft);
  if (fit === undefined || fit === draft) return fit && example;
  const fields = offer.fields.flatMap((each) => {
    const { key } = each.field;
    const value = own(fit.values, key) ?? null;
    // One that is left out gets its default: where the filter asks for none, the example says so.
    const shown = inherited(each) || (each.pin === undefined && (value !== null || each.default !== undefined));
    return shown ? [[key, value] as const] : [];
  });
  return {
    ...(fit.external_id !== null && { external_id: fit.external_id }),
    fields: Object.fromEntries(fields),
    ...((example.status !== undefined || fit.status !== status) && { status: fit.status }),
  };
}

/** A change of one field, or of the status when no field has a sample. */
export function updateExample(offer: Offer): Record<string, unknown> {
  const fit = createExample(offer)?.fields;
  // What a new lead shows fits: the rest the filter may refuse.
  const shown = offer.fields.filter(({ field }) => !fit || Object.hasOwn(fit, field.key));
  const changeable = shown.filter((f) => f.pin === undefined && !inherited(f));
  const always = offer.fields.filter(inherited);
  for (const each of [...always, ...changeable.filter((f) => !f.required), ...changeable]) {
    const { key } = each.field;
    const sample = own(fit ?? {}, key) ?? sampleOf(each, offer.campaign) ?? (inherited(each) ? empty(each) : undefined);
    if (sample !== undefined) return { fields: { [key]: sample } };
    if (inherited(each)) break;
  }
  return { external_id: 'crm-4712' };
}

/** What a lead is to have, new or not: complete enough for a new one, where one can be created. */
export function upsertExample(offer: Offer): Record<string, unknown> {
  const { external_id: _, ...example } = (offer.creates ? createExample(offer) : undefined) ?? updateExample(offer);
  return example;
}

/** The same as a form: everything is text, options of one field are separated by commas, and what is empty is left out. */
export function asForm({ fields, ...members }: Readonly<Record<string, unknown>>): Record<string, string> {
  const named = Object.entries((fields ?? {}) as object).map(([key, value]) => [`fields.${key}`, value] as const);
  const filled = [...Object.entries(members), ...named].filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(filled.map(([name, value]) => [name, [value].flat().join(',')]));
}

/** A new lead, a change and a deletion. */
export function batchExample(offer: Offer): Record<string, unknown> {
  const created = offer.creates ? createExample(offer) : undefined;
  return {
    items: [
      ...(created ? [{ op: 'create', ...created }] : []),
      { op: 'update', id, ...updateExample(offer) },
      { op: 'delete', id: '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81' },
    ],
  };
}

/** A key may be the name of what every object inherits. */
const own = <Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

const inherited = ({ field }: FieldOffer): boolean => Object.hasOwn(Object.prototype, field.key);

/** `null`, where the field may be empty. */
const empty = ({ filled }: FieldOffer): null | undefined => (filled ? undefined : null);

export function leadExample(offer: Offer): Record<string, unknown> {
  const fit = createExample(offer)?.fields ?? {};
  const value = (each: FieldOffer) =>
    own(fit, each.field.key) ??
    sampleOf(each, offer.campaign) ??
    (traits[each.field.type].stored === 'list' ? [] : null);
  return {
    id,
    external_id: 'crm-4711',
    status: offer.statusDefault ?? offer.statuses[0]?.key ?? 'new',
    fields: Object.fromEntries(offer.fields.map((each) => [each.field.key, value(each)])),
    version: 1,
    created_at: at,
    updated_at: at,
  };
}

/** The campaign with its first fields: enough to see its form. */
export function campaignExample(offer: Offer, publicUrl: string): CampaignView {
  const view = campaignView({ ...offer, fields: offer.fields.slice(0, 2) }, `${publicUrl}/docs/your-page`);
  // With a `type` and a `default` a linter takes it for a schema, and judges it as one.
  return { ...view, fields: view.fields.map(({ default: _, ...field }) => field) };
}

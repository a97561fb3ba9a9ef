/**
 * Examples made from the campaign's own fields: a new lead, a change, and the lead in the response. The result is
 * `undefined` if a required field has no sample: no example is better than one that the server refuses.
 *
 * A field with the name of an inherited member of every object (`constructor`) is part of all examples: some validators do
 * not check for own properties. They would find the inherited member and reject the example.
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

const createExamples = new WeakMap<Offer, { readonly example: NewLeadExample | undefined }>();

/**
 * An example with the required fields and a few more. The filter accepts it. It has an external id only if the filter
 * requires one, so that it can be sent again and again, for example by a person who tries samples in several languages.
 */
export function createExample(offer: Offer): NewLeadExample | undefined {
  const known = createExamples.get(offer) ?? { example: makeCreateExample(offer) };
  createExamples.set(offer, known);
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

/** The example, with other values if the filter would refuse it; `undefined` if no accepted values were found. */
function asFilterTakes(offer: Offer, example: NewLeadExample): NewLeadExample | undefined {
  const status = example.status ?? offer.statusDefault ?? '';
  const draft = { status, external_id: null, values: filledIn(offer, example.fields) };
  const fit = fitting(offer, draft);
  if (fit === undefined || fit === draft) return fit && example;
  const fields = offer.fields.flatMap((each) => {
    const { key } = each.field;
    const value = ownValue(fit.values, key) ?? null;
    // A missing field would get its default. If the filter requires an empty field, the example says so.
    const shown = inherited(each) || (each.pin === undefined && (value !== null || each.default !== undefined));
    return shown ? [[key, value] as const] : [];
  });
  return {
    ...(fit.external_id !== null && { external_id: fit.external_id }),
    fields: Object.fromEntries(fields),
    ...((example.status !== undefined || fit.status !== status) && { status: fit.status }),
  };
}

/** A change of one field, or of the external id if no field has a sample. */
export function updateExample(offer: Offer): Record<string, unknown> {
  const fit = createExample(offer)?.fields;
  // Values of the new lead are accepted. The filter may refuse values of other fields.
  const shown = offer.fields.filter(({ field }) => !fit || Object.hasOwn(fit, field.key));
  const changeable = shown.filter((f) => f.pin === undefined && !inherited(f));
  const always = offer.fields.filter(inherited);
  for (const each of [...always, ...changeable.filter((f) => !f.required), ...changeable]) {
    const { key } = each.field;
    const sample =
      ownValue(fit ?? {}, key) ?? sampleOf(each, offer.campaign) ?? (inherited(each) ? empty(each) : undefined);
    if (sample !== undefined) return { fields: { [key]: sample } };
    if (inherited(each)) break;
  }
  return { external_id: 'crm-4712' };
}

/** The values for an upsert. They are complete enough for a new lead if the token can create one. */
export function upsertExample(offer: Offer): Record<string, unknown> {
  const { external_id: _, ...example } = (offer.creates ? createExample(offer) : undefined) ?? updateExample(offer);
  return example;
}

/** The example as a form: all values are text, commas separate the options of one field, and empty values are left out. */
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

/** Reads an own property. A key may have the name of an inherited member. */
const ownValue = <Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

const inherited = ({ field }: FieldOffer): boolean => Object.hasOwn(Object.prototype, field.key);

/** `null` if the field may be empty. */
const empty = ({ filled }: FieldOffer): null | undefined => (filled ? undefined : null);

export function leadExample(offer: Offer): Record<string, unknown> {
  const fit = createExample(offer)?.fields ?? {};
  const value = (each: FieldOffer) =>
    ownValue(fit, each.field.key) ??
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

/** The campaign with its first two fields, which is enough to show the structure. */
export function campaignExample(offer: Offer, publicUrl: string): CampaignView {
  const view = campaignView({ ...offer, fields: offer.fields.slice(0, 2) }, `${publicUrl}/docs/your-page`);
  // With both `type` and `default`, linters read it as a schema.
  return { ...view, fields: view.fields.map(({ default: _, ...field }) => field) };
}

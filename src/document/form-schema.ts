/**
 * A new lead, or one to create or change, as a form (`application/x-www-form-urlencoded`): what forms, Zapier, Make and
 * PHP's `http_build_query` send. Everything is text there: `fields.zip=5000`, lists by repeated names, an empty value as
 * absent. `x-json` names the JSON type that a text stands for.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Campaign } from '../campaign/definition.ts';
import { formBooleans, formPatterns, neverOrEmpty, orEmpty, withoutEmpty } from '../campaign/patterns.ts';
import { largestNumber, requestSchema } from './field-schema.ts';
import type { FieldOffer, Offer } from './offer.ts';
import type { Schema } from './openapi.ts';
import { statusInput } from './schemas.ts';

/** `properties` and `required` of a form. With `creating`, what a new lead must have is required. */
export function formSchema(offer: Offer, creating: boolean): Schema {
  const needsStatus = creating && offer.statusDefault === undefined;
  const required = creating ? offer.fields.filter((f) => f.required).map((f) => `fields.${f.field.key}`) : [];
  const fields = offer.fields.map((field): [string, Schema] => [
    `fields.${field.field.key}`,
    formField(field, offer.campaign, creating),
  ]);
  return {
    additionalProperties: false,
    properties: {
      ...(creating && { external_id: { $ref: '#/components/schemas/FormExternalId' } }),
      status: { type: 'string', ...mayBeEmpty(statusInput(offer), !needsStatus) },
      ...Object.fromEntries(fields),
    },
    ...(needsStatus || required.length > 0 ? { required: [...(needsStatus ? ['status'] : []), ...required] } : {}),
  };
}

function formField(field: FieldOffer, campaign: Campaign, creating: boolean): Schema {
  const { type, const: pin, examples, ...json } = requestSchema(field, campaign, creating);
  const empty = !(creating ? field.required : false);
  const types = [type].flat().filter((one) => one !== 'null');
  if (types[0] === 'array') return listField(json, empty);
  if (pin !== undefined)
    return { ...aboutOf(json), type: 'string', ...mayBeEmpty(fixed(pin), empty), ...jsonOf(types) };
  const example = Array.isArray(examples) ? { examples: examples.map(String) } : {};
  if (types[0] === 'string') return { ...mayBeEmpty({ ...json, type: 'string' }, empty), ...example };
  const choices =
    Array.isArray(json.enum) && types[0] !== 'boolean'
      ? { enum: json.enum.map(String) }
      : formPatterns[types[0] as keyof typeof formPatterns];
  if (takesNothing(json)) return { ...aboutOf(json), type: 'string', ...mayBeEmpty({ not: {} }, empty) };
  return { ...aboutOf(json), type: 'string', ...mayBeEmpty(choices, empty), ...jsonOf(types), ...example };
}

/** A boolean may be written in more ways than one. */
const fixed = (pin: unknown): Schema => (typeof pin === 'boolean' ? formBooleans[`${pin}`] : { enum: [String(pin)] });

const jsonOf = ([type]: readonly unknown[]): Schema => (type === 'string' ? {} : { 'x-json': type });

/** A number's bounds are no bounds of a text: they are said in words. */
function aboutOf({ title, description, deprecated, minimum, maximum }: Schema): Schema {
  const own = (bound: unknown) => bound !== undefined && Math.abs(Number(bound)) < largestNumber;
  const bounds = [...(own(minimum) ? [`at least ${minimum}`] : []), ...(own(maximum) ? [`at most ${maximum}`] : [])];
  const words = bounds.length > 0 ? ` A number of ${bounds.join(' and ')}.` : '';
  return { title, description: `${description}${words}`, ...(deprecated !== undefined && { deprecated }) };
}

/** An empty entry counts as none, also beside others: forms send one with boxes of which none may be ticked. */
function listField({ items, uniqueItems: _unique, minItems: _least, ...json }: Schema, empty: boolean): Schema {
  const entry = mayBeEmpty(items as Schema, true);
  return { ...json, type: 'array', items: entry, ...(!empty && { minItems: 1, contains: { minLength: 1 } }) };
}

/** Whether there is no value that may be written: see `oneOf`. */
const takesNothing = ({ not }: Schema): boolean => isDeepStrictEqual(not, {});

/** An empty value is an absent one. Where a schema has no room for it, it stands beside it. */
function mayBeEmpty(schema: Schema, empty: boolean): Schema {
  if (!empty) return schema;
  if (takesNothing(schema)) {
    const { not: _nothing, ...rest } = schema;
    return { ...rest, enum: [''] };
  }
  if (Array.isArray(schema.enum)) return { ...schema, enum: [...schema.enum.filter((value) => value !== null), ''] };
  if (schema.const !== undefined) {
    const { const: only, ...rest } = schema;
    return { ...rest, enum: [only, ''] };
  }
  if (schema.format !== undefined) {
    const { title, description, type, deprecated, ...rest } = schema;
    const about = { title, description, ...(deprecated !== undefined && { deprecated }) };
    return { ...about, type, anyOf: [rest, { maxLength: 0 }] };
  }
  const { minLength: _filled, pattern, not, ...rest } = schema;
  const never = (not as Schema | undefined)?.pattern;
  return {
    ...rest,
    ...(typeof pattern === 'string' && { pattern: orEmpty(withoutEmpty(pattern)) }),
    ...(not !== undefined && {
      not: typeof never === 'string' ? { ...(not as Schema), pattern: neverOrEmpty(never) } : not,
    }),
  };
}

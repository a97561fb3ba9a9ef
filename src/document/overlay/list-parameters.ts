/** The list parameters that a campaign serves: its statuses, and its searchable fields with ranges where they are ordered. */
import type { Campaign } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import type { FieldOffer, Offer } from '../offer.ts';
import type { Parameter, Schema } from '../openapi.ts';
import { code, plain } from '../words/words.ts';
import { country, countryWords, jsonType, wholeNumber } from './field-schema.ts';

export const rangeOperators = { gt: 'above', gte: 'at least', lt: 'below', lte: 'at most' } as const;

/**
 * Parameters in the order of the fields (`fields.source`, `fields.zip`, `fields.zip.gte` …), each under the name of its
 * component. Generators make names of their own out of these, without dots, underscores or case: they differ even so.
 */
export function fieldParameters({ fields, campaign }: Offer): Readonly<Record<string, Parameter>> {
  const taken = new Set<string>();
  const named: Record<string, Parameter> = {};
  for (const { field, ...rest } of fields.filter((offer) => offer.field.searchable)) {
    let { key } = field;
    while (taken.has(key.replaceAll('_', ''))) key += '_2';
    taken.add(key.replaceAll('_', ''));
    for (const parameter of parametersOf({ field, ...rest }, campaign)) {
      const [, , operator = 'eq'] = parameter.name.split('.');
      named[`Filter-${operator}-${key}Param`] = parameter;
    }
  }
  return named;
}

function parametersOf(offer: FieldOffer, campaign: Campaign): readonly Parameter[] {
  const { field } = offer;
  const name = `fields.${field.key}`;
  const label = plain(field.label);
  if (field.type === 'select') {
    // Leads may still hold an option that is not offered any more.
    const values = offer.pin === undefined ? offer.readable.map((o) => o.value) : [offer.pin];
    const items = values.length > 0 ? { type: 'string', enum: values } : { type: 'string', maxLength: 63 };
    const shown = offer.readable.map((o) => `${code(o.value)} (${plain(o.label)})`).join(', ');
    const options = shown === '' ? '' : ` Options: ${shown}.`;
    return [
      {
        name,
        in: 'query',
        description: `Leads whose ${label} is one of these, separated by commas, or the name repeated.${options}`,
        style: 'form',
        explode: false,
        schema: { type: 'array', minItems: 1, maxItems: 100, items },
      },
    ];
  }
  const schema = { ...parameterSchema(offer), ...country(field, campaign) };
  const equal: Parameter = {
    name,
    in: 'query',
    description: `Leads whose ${label} is ${field.type === 'email' ? 'this, in upper or lower case' : 'exactly this'}.${field.type === 'phone' ? `${phoneWords} ${countryWords(campaign)}` : ''}`,
    ...reserved(schema),
    schema,
  };
  if (!traits[field.type].operators.includes('gte')) return [equal];
  const ranges = Object.entries(rangeOperators).map(
    ([op, words]): Parameter => ({
      name: `${name}.${op}`,
      in: 'query',
      description: `Leads whose ${label} is ${words} this.`,
      ...reserved(schema),
      schema,
    }),
  );
  return [equal, ...ranges];
}

/** What no schema says of a phone number. */
const phoneWords =
  ' Write `+` as `%2B`. Refused: a number that its country does not have, or one without `+` that can be read in two ways.';

/** Texts may hold reserved characters, and clients send them as they are. */
const reserved = (schema: Schema) => (schema.type === 'string' ? { allowReserved: true } : {});

/** Looser than the field's own: one may look for what is not allowed any more. */
function parameterSchema({ field }: FieldOffer): Schema {
  switch (field.type) {
    case 'integer':
      return { type: 'integer', format: 'int64', minimum: -wholeNumber, maximum: wholeNumber };
    case 'number':
      return { type: 'number', format: 'double' };
    case 'boolean':
      return { type: jsonType(field) };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'datetime':
      return { type: 'string', format: 'timestamp' };
    case 'phone':
      return { type: 'string', format: 'phone', maxLength: 40 };
    case 'email':
      return { type: 'string', format: 'email', maxLength: 254 };
    case 'url':
      return { type: 'string', format: 'uri', maxLength: 2_000 };
    default:
      return { type: 'string', format: 'text', minLength: 1, maxLength: 1_000 };
  }
}

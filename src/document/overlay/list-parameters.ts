/** The parameters of a campaign's lists: one for each filterable field, with ranges for ordered types. */
import type { Campaign } from '../../campaign/definition.ts';
import type { FieldTypeEntry } from '../../campaign/field-types/entry.ts';
import { traits } from '../../campaign/field-types.ts';
import type { FieldOffer, Offer } from '../offer.ts';
import type { Parameter, Schema } from '../openapi.ts';
import { code, plain } from '../words/markdown-text.ts';
import { country, countryWords } from './field-schema.ts';

const timeWords = { gt: 'after', gte: 'at or after', lt: 'before', lte: 'at or before' };
/** The words of each range, by how values of the type are compared. */
const rangeWords: Readonly<Record<FieldTypeEntry['comparedAs'], Readonly<Record<string, string>>>> = {
  value: { gt: 'above', gte: 'at least', lt: 'below', lte: 'at most' },
  day: timeWords,
  clock: timeWords,
};

/**
 * Parameters in the order of the fields (`fields.source`, `fields.zip`, `fields.zip.gte` …), each under the name of its
 * component. Generators remove dots, underscores and case from these names; the names are still unique then.
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
  const { options: holds, parameter, operators, ignoresCase, readsCountry, comparedAs } = traits[field.type];
  const name = `fields.${field.key}`;
  const label = plain(field.label);
  if (holds === 'one') {
    // Leads may still have an option that is no longer offered.
    const values = offer.pin === undefined ? offer.readable.map((o) => o.value) : [offer.pin];
    const items = values.length > 0 ? { type: 'string', enum: values } : { type: 'string', maxLength: 63 };
    const shown = offer.readable.map((o) => `${code(o.value)} (${plain(o.label)})`).join(', ');
    const options = shown === '' ? '' : ` Options: ${shown}.`;
    return [
      {
        name,
        in: 'query',
        description: `Leads whose ${label} is one of these values. Separate them by commas, or repeat the name.${options}`,
        style: 'form',
        explode: false,
        schema: { type: 'array', minItems: 1, maxItems: 100, items },
      },
    ];
  }
  if (!parameter) return [];
  const schema = { ...parameter, ...country(field, campaign) };
  const equal: Parameter = {
    name,
    in: 'query',
    description: `Leads whose ${label} is ${ignoresCase ? 'this, in upper or lower case' : 'exactly this'}.${readsCountry ? `${phoneWords} ${countryWords(campaign)}` : ''}`,
    ...reserved(schema),
    schema,
  };
  if (!operators.includes('gte')) return [equal];
  const ranges = Object.entries(rangeWords[comparedAs]).map(
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

/** The rules for a phone number that no schema can express. */
const phoneWords =
  ' Write `+` as `%2B`. A number that its country does not have, or a number without `+` that can be read in two ways, is refused.';

/** Texts may contain reserved characters, and clients send them unescaped. */
const reserved = (schema: Schema) => (schema.type === 'string' ? { allowReserved: true } : {});

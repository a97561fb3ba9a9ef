/**
 * A new lead, or a lead to create or change, as a form (`application/x-www-form-urlencoded`), as HTML forms, Zapier, Make
 * and PHP's `http_build_query` send it. Each property is plain text with the rule in words, and generated clients send it
 * unchanged. `x-json` names the type of the value, and the JSON schemas validate it.
 */

import type { FieldTypeEntry } from '../../campaign/field-types/entry.ts';
import { traits } from '../../campaign/field-types.ts';
import type { FieldOffer, Offer } from '../offer.ts';
import type { Schema } from '../openapi.ts';
import { code } from '../words/markdown-text.ts';
import { requestSchema } from './field-schema.ts';
import { statusInput } from './schemas.ts';

/** `properties` and `required` of a form. With `creating`, the fields that a new lead needs are required. */
export function formSchema(offer: Offer, creating: boolean): Schema {
  const needsStatus = creating && offer.statusDefault === undefined;
  const required = creating ? offer.fields.filter((f) => f.required).map((f) => `fields.${f.field.key}`) : [];
  const { description: aboutStatus } = statusInput(offer);
  const statuses = offer.statusPin === undefined ? offer.statuses.map(({ key }) => key) : [];
  return {
    additionalProperties: false,
    properties: {
      ...(creating && { external_id: { type: 'string', description: externalIdWords } }),
      status: { type: 'string', description: `${aboutStatus}${oneOfWords(statuses)}` },
      ...Object.fromEntries(
        offer.fields.map((field): [string, Schema] => [`fields.${field.field.key}`, formField(field, offer, creating)]),
      ),
    },
    ...(needsStatus || required.length > 0 ? { required: [...(needsStatus ? ['status'] : []), ...required] } : {}),
  };
}

const externalIdWords =
  'Your own id of the lead, unique among the leads that this token sees: up to 200 characters, without control characters, without white space at either end, and not `.` or `..`.';

function formField(offer: FieldOffer, { campaign }: Offer, creating: boolean): Schema {
  const { field, pin, choices } = offer;
  const schema = requestSchema(offer, campaign, creating);
  const { description } = schema;
  const type = traits[field.type].jsonType;
  const words = pin === undefined ? `${oneOfWords(choices ?? selectable(offer))}${limitWords(schema)}` : '';
  return {
    type: 'string',
    description: `${description}${words}${typeWords[type]}`,
    ...(type !== 'string' && { 'x-json': type }),
  };
}

/** The options of a single select. The description of a list has its options already. */
const selectable = ({ field, options }: FieldOffer): readonly string[] =>
  traits[field.type].options === 'one' ? options.map(({ value }) => value) : [];

const oneOfWords = (values: readonly unknown[]): string =>
  values.length > 0 ? ` One of ${values.map((value) => code(value)).join(', ')}.` : '';

function limitWords({ maxLength, minimum, maximum }: Schema): string {
  return [
    ...(maxLength === undefined ? [] : [` At most ${Number(maxLength).toLocaleString('en')} characters.`]),
    ...(minimum !== undefined ? [` At least ${minimum}.`] : []),
    ...(maximum !== undefined ? [` At most ${maximum}.`] : []),
  ].join('');
}

const typeWords: Readonly<Record<FieldTypeEntry['jsonType'], string>> = {
  string: '',
  integer: ' A whole number.',
  number: ' A number such as 12.5.',
  boolean: ' `true` or `false`; `yes`, `no`, `on`, `off`, `1` and `0` are read as well.',
  array: ' Separate several values by commas, or repeat the name.',
};

/**
 * A new lead, or one to create or change, as a form (`application/x-www-form-urlencoded`): what HTML forms, Zapier, Make and PHP's
 * `http_build_query` send. Each property is a plain text, with the rule in words: generated clients send it as it is. What a text
 * stands for is named by `x-json`; the schemas of the JSON judge it.
 */

import type { FieldTypeEntry } from '../../campaign/field-types/entry.ts';
import { traits } from '../../campaign/field-types.ts';
import type { FieldOffer, Offer } from '../offer.ts';
import type { Schema } from '../openapi.ts';
import { code } from '../words/markdown-text.ts';
import { requestSchema } from './field-schema.ts';
import { statusInput } from './schemas.ts';

/** `properties` and `required` of a form. With `creating`, what a new lead must have is required. */
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
  'Your own id of the lead, unique among the leads that this token sees: up to 200 characters, none of them control characters, without white space around them, and not `.` or `..`.';

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

/** A select's options; those of a list stand in its description already. */
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
  array: ' Several are separated by commas, or the name is repeated.',
};

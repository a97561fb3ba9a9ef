/** The component schemas that an overlay narrows: the fields in responses, in new leads and in changes, and the status. */

import type { Offer } from '../offer.ts';
import type { Schema } from '../openapi.ts';
import { code, plain } from '../words/markdown-text.ts';
import { answerSchema, oneOf, requestSchema } from './field-schema.ts';

export function fieldsAnswer({ fields }: Offer): Schema {
  return {
    properties: Object.fromEntries(fields.map((f) => [f.field.key, answerSchema(f)])),
    required: fields.map((f) => f.field.key),
  };
}

export function fieldsRequest({ fields, campaign }: Offer, creating: boolean): Schema {
  const required = creating ? fields.filter((f) => f.required).map((f) => f.field.key) : [];
  return {
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((f) => [f.field.key, requestSchema(f, campaign, creating)])),
    ...(required.length > 0 && { required }),
  };
}

/** The members that a new lead must have. */
export function createRequired({ fields, statusDefault }: Offer): readonly string[] {
  return [...(fields.some((f) => f.required) ? ['fields'] : []), ...(statusDefault === undefined ? ['status'] : [])];
}

export function statusAnswer({ statusPin, statuses }: Offer): Schema {
  if (statusPin !== undefined) return { const: statusPin };
  return {
    'x-extensible-enum': statuses.map((s) => s.key),
    description: `Key of the lead's status. ${statusWords(statuses)}`,
  };
}

export function statusInput({ statusPin, statusDefault: fallback, statuses, creates }: Offer): Schema {
  const statusDefault = creates ? fallback : undefined;
  if (statusPin !== undefined) {
    return {
      const: statusPin,
      description: `Filled in for you: ${code(statusPin)}. Leave it out, or send exactly that.`,
    };
  }
  const left = statusDefault === undefined ? '' : ` A new lead without a status gets ${code(statusDefault)}.`;
  return {
    ...oneOf(statuses.map((s) => s.key)),
    'x-enumDescriptions': Object.fromEntries(statuses.map((s) => [s.key, `${plain(s.label)} (${s.category})`])),
    description: `Key of the lead's status.${left}`,
    ...(statusDefault !== undefined && { 'x-default': statusDefault }),
  };
}

function statusWords(statuses: Offer['statuses']): string {
  return `Statuses: ${statuses.map((s) => `${code(s.key)} (${plain(s.label)}, ${s.category})`).join(', ')}.`;
}

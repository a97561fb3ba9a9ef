/**
 * A body as the service validates it, by the words of the document: without the white space around the values of `fields`
 * and around the status, with empty texts for texts without visible characters, and without invisible characters in phone
 * numbers.
 */
import type { OpenApiDocument, Schema } from '../../src/document/openapi.ts';
import { resolve } from './judge.ts';

type Members = Readonly<Record<string, unknown>>;

const around = /^[\p{White_Space}\ufeff]+|[\p{White_Space}\ufeff]+$/gu;
const nothing = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function trimmedBody(document: OpenApiDocument, reference: Schema, body: unknown): unknown {
  if (!isMembers(body)) return body;
  const items = Array.isArray(body.items) ? { items: body.items.map((item) => trimmedLead({}, item)) } : {};
  return { ...(trimmedLead(fieldsOf(document, reference), body) as Members), ...items };
}

function fieldsOf(document: OpenApiDocument, reference: Schema): Readonly<Record<string, Schema>> {
  const { fields } = (resolve(document, reference).properties ?? {}) as { fields?: Schema };
  return fields ? ((resolve(document, fields).properties ?? {}) as Record<string, Schema>) : {};
}

function trimmedLead(schemas: Readonly<Record<string, Schema>>, lead: unknown): unknown {
  if (!isMembers(lead)) return lead;
  return Object.fromEntries(
    Object.entries(lead).map(([name, value]) => {
      if (name === 'status') return [name, trimmedValue(undefined, value)];
      if (name !== 'fields' || !isMembers(value)) return [name, value];
      const fields = Object.entries(value).map(([key, one]) => {
        const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined;
        return [key, schema ? trimmedValue(schema, one) : one];
      });
      return [name, Object.fromEntries(fields)];
    }),
  );
}

function trimmedValue(schema: Schema | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? trimmedText(one) : one));
  if (typeof value !== 'string') return value;
  // A value that the document itself contains, because a filter fixes it, stays unchanged.
  if (schema && [schema.const, ...((schema.enum ?? []) as unknown[])].includes(value)) return value;
  const isPhone = schema?.format === 'phone';
  return trimmedText(isPhone ? value.replace(/\p{Default_Ignorable_Code_Point}/gu, '') : value);
}

function trimmedText(text: string): string {
  const inner = text.replace(around, '');
  return nothing.test(inner) ? '' : inner;
}

/**
 * Prepares values for validation: it removes the white space around them, and writes phone numbers in plain characters. This
 * applies to values under `fields` and to `status`, in JSON, in forms and in the items of a batch, but never to an external
 * id. If a filter fixes a value with white space around it, so that the document has this value, it stays unchanged.
 */
import type { Campaign, Field } from '../campaign/definition.ts';
import { traits } from '../campaign/field-types.ts';
import { trimmed } from '../campaign/values/white-space.ts';
import type { OpenApiDocument, Schema } from '../document/openapi.ts';
import { inTurns, type Turns } from '../operation/turns.ts';

type Members = Readonly<Record<string, unknown>>;

/** By field: the values in the document that have white space around them. */
type Named = ReadonlyMap<string, ReadonlySet<unknown>>;

const namedByDocument = new WeakMap<OpenApiDocument, Named>();

const fieldsByKey = new WeakMap<Campaign, ReadonlyMap<string, Field>>();

/** Cached, because a form may name one field a hundred thousand times. */
function byKey(campaign: Campaign): ReadonlyMap<string, Field> {
  const known = fieldsByKey.get(campaign) ?? new Map(campaign.fields.map((field) => [field.key, field]));
  fieldsByKey.set(campaign, known);
  return known;
}

/** The body of one lead. The same object is returned if there is nothing to trim. */
export function trimmedLead(document: OpenApiDocument, campaign: Campaign, lead: unknown): unknown {
  if (!isObject(lead)) return lead;
  const status = typeof lead.status === 'string' ? trimmed(lead.status) : lead.status;
  const fields = isObject(lead.fields) ? trimmedFields(document, campaign, lead.fields) : lead.fields;
  if (status === lead.status && fields === lead.fields) return lead;
  return { ...lead, ...(status !== lead.status && { status }), ...(fields !== lead.fields && { fields }) };
}

/** The body of a batch. */
export async function trimmedBatch(
  document: OpenApiDocument,
  campaign: Campaign,
  body: unknown,
  turns?: Turns,
): Promise<unknown> {
  if (!isObject(body) || !Array.isArray(body.items)) return body;
  return { ...body, items: await inTurns(body.items, (item) => trimmedLead(document, campaign, item), turns) };
}

/** The text of a form for one name. */
export function trimmedText(document: OpenApiDocument, campaign: Campaign, name: string, text: string): string {
  if (name === 'status') return trimmed(text);
  if (!name.startsWith('fields.')) return text;
  const field = byKey(campaign).get(name.slice('fields.'.length));
  return field ? String(trimmedValue(document, field, text)) : text;
}

/** A query whose phone numbers and similar texts have the characters of the document. All other values stay unchanged. */
export function plainQuery({ fields }: Campaign, query: Members): Members {
  const changed = fields.flatMap(({ key, type }): [string, unknown][] => {
    const { plain, form } = traits[type];
    if (!plain) return [];
    const name = `fields.${key}`;
    const value = Object.hasOwn(query, name) ? query[name] : undefined;
    return typeof value === 'string' && !form?.test(value) ? [[name, plain(value)]] : [];
  });
  return changed.length > 0 ? Object.fromEntries([...Object.entries(query), ...changed]) : query;
}

function trimmedFields(document: OpenApiDocument, { fields }: Campaign, values: Members): Members {
  const changed = fields.flatMap((field): [string, unknown][] => {
    const { key } = field;
    if (!Object.hasOwn(values, key)) return [];
    const value = trimmedValue(document, field, values[key]);
    return value === values[key] ? [] : [[key, value]];
  });
  return changed.length > 0 ? Object.fromEntries([...Object.entries(values), ...changed]) : values;
}

function trimmedValue(document: OpenApiDocument, field: Field, value: unknown): unknown {
  if (typeof value === 'string') {
    if (namedIn(document).get(field.key)?.has(value)) return value;
    const { plain } = traits[field.type];
    return plain ? plain(trimmed(value)) : trimmed(value);
  }
  if (!Array.isArray(value)) return value;
  const list = value.map((one) => (typeof one === 'string' ? trimmed(one) : one));
  return list.some((one, i) => one !== value[i]) ? list : value;
}

function namedIn(document: OpenApiDocument): Named {
  const known = namedByDocument.get(document) ?? findNamed(document);
  namedByDocument.set(document, known);
  return known;
}

function findNamed({ components: { schemas = {} } }: OpenApiDocument): Named {
  const properties = (schemas.LeadFieldsCreate ?? schemas.LeadFieldsUpdate)?.properties ?? {};
  return new Map(
    Object.entries(properties as Readonly<Record<string, Schema>>).flatMap(([key, schema]) => {
      const values = [schema.const, ...((schema.enum ?? []) as unknown[])];
      const spaced = values.filter((value) => typeof value === 'string' && value !== trimmed(value));
      return spaced.length > 0 ? [[key, new Set(spaced)] as const] : [];
    }),
  );
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

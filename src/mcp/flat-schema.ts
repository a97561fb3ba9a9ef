/**
 * The input of a tool: the parameters and the body of an operation as one JSON Schema (2020-12) of a flat object, with the
 * same meaning as the document. References are replaced by their targets, and keywords that JSON Schema does not define are
 * left out, because many MCP clients read neither. If a name has two meanings, the code is wrong, and this throws.
 */
import {
  type OpenApiDocument,
  type OperationEntry,
  type Parameter,
  type Schema,
  schemaName,
} from '../document/openapi.ts';
import { argumentOf, bodyTypeOf } from './arguments.ts';

/** Keywords whose value is a schema, a list of schemas, or schemas by name. */
const single = new Set(['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames']);
const listed = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const named = new Set(['properties', 'patternProperties', 'dependentSchemas']);

/** Keywords of OpenAPI that JSON Schema does not have. */
const foreign = new Set(['discriminator', 'xml', 'externalDocs', 'example']);
/**
 * JSON Schema Validation 2020-12, 7.3. A strict client refuses a schema with another format, so the description has its
 * words.
 */
const formats = new Set(['date-time', 'date', 'email', 'uri', 'uuid']);
/** Keywords that do not restrict the value, so that they may replace those of the reference's target. */
const annotations = new Set(['title', 'description', 'examples', 'default', 'deprecated']);

/** Longer lists of options and longer descriptions are left out, because a model gets all tools with each question. */
const maxOptions = 250;
const longestDescription = 4_000;

/** The schema without references, for a client that does not have the document. */
export function standalone(document: OpenApiDocument, schema: unknown): Schema {
  if (typeof schema !== 'object' || schema === null) return schema as Schema;
  const { $ref, ...own } = schema as Schema;
  const plain = plainSchema(document, own);
  if ($ref === undefined) return plain;
  const target = standalone(document, document.components.schemas?.[schemaName($ref)]);
  return Object.keys(plain).every((key) => annotations.has(key))
    ? { ...target, ...plain }
    : { allOf: [target], ...plain };
}

function plainSchema(document: OpenApiDocument, schema: Schema): Schema {
  const inner = (one: unknown) => standalone(document, one);
  const kept = Object.entries(schema).filter(
    ([key, value]) => !key.startsWith('x-') && !foreign.has(key) && (key !== 'format' || formats.has(String(value))),
  );
  const made = Object.fromEntries(
    kept.map(([key, value]) => {
      if (single.has(key)) return [key, inner(value)];
      if (listed.has(key)) return [key, (value as unknown[]).map(inner)];
      if (named.has(key)) return [key, byName(value as Schema, inner)];
      return [key, value];
    }),
  );
  return withinRoom(made);
}

/** Shortens a schema that is too long. The operation still validates with all options. */
function withinRoom(schema: Schema): Schema {
  const { enum: options, ...rest } = schema;
  const { description } = schema;
  const isLong = Array.isArray(options) && options.length > maxOptions;
  if (!isLong && String(description ?? '').length <= longestDescription) return schema;
  const words = [
    String(description ?? '')
      .slice(0, isLong ? 200 : longestDescription)
      .toWellFormed(),
  ];
  if (words[0] !== description) words.push('…');
  if (isLong) words.push(` One of ${options.length} options, which \`getCampaign\` lists.`);
  return { ...(isLong ? rest : schema), description: words.join('') };
}

const byName = (schemas: Schema, inner: (one: unknown) => Schema): Schema =>
  Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, inner(one)]));

interface Members {
  readonly properties: Record<string, unknown>;
  readonly required: string[];
}

/** The input schema of the tool for this operation. */
export function inputSchemaOf(document: OpenApiDocument, entry: OperationEntry): Schema {
  const members: Members = { properties: {}, required: [] };
  /** Parameters of fields are grouped, like the fields of a lead. */
  const fields: Members = { properties: {}, required: [] };
  for (const parameter of entry.parameters) {
    const place = argumentOf(entry, parameter);
    if (place === undefined) continue;
    add(place.inFields ? fields : members, place.name, parameterSchema(document, parameter));
    if (parameter.required) (place.inFields ? fields : members).required.push(place.name);
  }
  if (Object.keys(fields.properties).length > 0)
    add(members, 'fields', { description: 'Only leads with these values.', ...objectOf(fields) });
  const type = bodyTypeOf(entry);
  const content = type === undefined ? undefined : entry.operation.requestBody?.content[type];
  if (content) {
    const { properties = {}, required = [] } = standalone(document, content.schema) as {
      properties?: Schema;
      required?: readonly string[];
    };
    for (const [name, schema] of Object.entries(properties)) add(members, name, schema);
    members.required.push(...required);
  }
  return objectOf(members);
}

function add({ properties }: Members, name: string, schema: unknown): void {
  if (Object.hasOwn(properties, name)) throw new Error(`the tool would have two arguments ${name}`);
  properties[name] = schema;
}

const objectOf = ({ properties, required }: Members): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

function parameterSchema(document: OpenApiDocument, { schema, description }: Parameter): Schema {
  return { ...standalone(document, schema), ...(description !== undefined && { description }) };
}

/**
 * Converts a document to OpenAPI 3.0 with the same meaning, for tools that do not read 3.1 (NSwag, progenitor, API
 * Management, Power Platform). `null` becomes `nullable`, a constant an `enum` with one value, `examples` of a schema one
 * `example`, and a reference with siblings goes into `allOf` (OpenAPI 3.0, *Reference Object*). Parts that documents share
 * stay shared.
 */
import type { Schema } from '../openapi.ts';

type Node = Readonly<Record<string, unknown>>;

/** A whole document. */
export function asOpenApi30(document: Node): Node {
  const { openapi: _version, info, webhooks: _webhooks, jsonSchemaDialect: _dialect, ...rest } = document;
  return { openapi: '3.0.4', info: infoOf(info as Node), ...(inOpenApi30(rest) as Node) };
}

function infoOf({ summary: _summary, license, ...info }: Node): Node {
  const { identifier, ...named } = (license ?? {}) as Node;
  // OpenAPI 3.0 names a licence by the address of its page.
  const url = identifier === undefined ? {} : { url: `https://spdx.org/licenses/${identifier}.html` };
  return { ...info, ...(license !== undefined && { license: { ...url, ...named } }) };
}

/** Frozen parts, which documents share, are converted once. */
const convertedParts = new WeakMap<object, unknown>();

/** Any part of a document outside its schemas. */
export function inOpenApi30<T>(part: T): T {
  return shared(part, (node) =>
    Object.fromEntries(
      Object.entries(node).map(([name, value]) => {
        if (name === 'schema') return [name, schemaOf(value as Schema)];
        if (name === 'schemas') return [name, each(value as Node, schemaOf)];
        return [name, isData(name) ? value : inOpenApi30(value)];
      }),
    ),
  );
}

/** Values of the campaign, and our extensions. Nothing in them is a part of the document. */
const isData = (name: string): boolean => name === 'example' || name === 'examples' || name.startsWith('x-');

function shared<T>(part: T, make: (node: Node) => unknown): T {
  if (Array.isArray(part)) return part.map((one) => shared(one, make)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const before = convertedParts.get(part);
  if (before !== undefined) return before as T;
  const made = make(part as unknown as Node);
  if (Object.isFrozen(part)) convertedParts.set(part, Object.freeze(made));
  return made as T;
}

const each = (schemas: Node, convert: (schema: Schema) => unknown): Node =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, convert(schema as Schema)]));

const schemaOf = (schema: Schema): Schema => (typeof schema === 'boolean' ? schema : shared(schema, makeSchema));

function makeSchema(schema: Node): Node {
  const { $ref, ...beside } = schema;
  if ($ref !== undefined)
    return Object.keys(beside).length === 0 ? { $ref } : { allOf: [{ $ref }], ...makeSchema(beside) };
  const {
    type,
    const: only,
    examples,
    properties,
    additionalProperties,
    items,
    anyOf,
    oneOf,
    allOf,
    not,
    ...rest
  } = schema;
  const made = {
    ...bounds(rest),
    ...typeOf(type),
    ...(only !== undefined && { enum: [only] }),
    ...(Array.isArray(examples) && { example: examples[0] }),
    ...(properties !== undefined && { properties: each(properties as Node, schemaOf) }),
    ...(additionalProperties !== undefined && { additionalProperties: schemaOf(additionalProperties as Schema) }),
    ...(items !== undefined && { items: schemaOf(items as Schema) }),
    ...(not !== undefined && { not: schemaOf(not as Schema) }),
    ...(allOf !== undefined && { allOf: (allOf as Schema[]).map(schemaOf) }),
  };
  const choices = { ...(anyOf !== undefined && { anyOf }), ...(oneOf !== undefined && { oneOf }) };
  return withNull(withChoices(made, choices as Readonly<Record<string, readonly Schema[]>>));
}

/** In 3.0 an exclusive bound is a flag beside the bound. */
function bounds({ exclusiveMinimum, exclusiveMaximum, ...rest }: Node): Node {
  return {
    ...rest,
    ...(exclusiveMinimum !== undefined && { minimum: exclusiveMinimum, exclusiveMinimum: true }),
    ...(exclusiveMaximum !== undefined && { maximum: exclusiveMaximum, exclusiveMaximum: true }),
  };
}

/** OpenAPI 3.0 has no null type. */
const nothingButNull: Node = { type: 'string', enum: [null], nullable: true };

function typeOf(type: unknown): Node {
  const all = [type ?? []].flat();
  const types = all.filter((one) => one !== 'null');
  const nullable = types.length < all.length && { nullable: true };
  if (types.length === 0) return nullable ? nothingButNull : {};
  return types.length === 1
    ? { type: types[0], ...nullable }
    : { anyOf: types.map((one) => ({ type: one, ...nullable })) };
}

/** A choice between one schema and null becomes that schema, nullable. */
function withChoices(made: Node, choices: Readonly<Record<string, readonly Schema[]>>): Node {
  const [keyword, all] = Object.entries(choices)[0] ?? [];
  if (keyword === undefined || !all) return made;
  const nonNull = all.filter(({ type }) => type !== 'null').map(schemaOf);
  const nullable = nonNull.length < all.length && { nullable: true };
  const [first] = nonNull;
  if (!nullable) return { ...made, [keyword]: nonNull };
  // `nullable` needs a type beside it. Without a type, null is a choice of its own.
  if (nonNull.length > 1 || first?.type === undefined) return { ...made, [keyword]: [...nonNull, nothingButNull] };
  return { ...made, ...first, ...nullable };
}

/**
 * `nullable` only widens the type, so an `enum` beside it must contain null as well (OpenAPI 3.0.3, *Clarify semantics of
 * nullable*).
 */
function withNull(made: Node): Node {
  const { nullable, enum: values } = made;
  if (nullable !== true || !Array.isArray(values) || values.includes(null)) return made;
  return { ...made, enum: [...values, null] };
}

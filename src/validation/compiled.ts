/**
 * The second step of validation: schemas of a published document, compiled by one shared Ajv when they are first needed.
 * Compiled operations are cached by a hash of their schemas, so that equal documents share them, and the cache is limited in
 * size.
 */
import { createHash } from 'node:crypto';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import standardFormats from 'ajv-formats';
import { LRUCache } from 'lru-cache';
import { formats } from '../campaign/values/formats.ts';
import { compilePattern } from '../campaign/values/pattern.ts';
import { orEmpty } from '../campaign/values/patterns.ts';
import { baseDocument } from '../document/base.ts';
import {
  type OpenApiDocument,
  type Operation,
  type OperationEntry,
  operationsOf,
  type Parameter,
  type Schema,
  schemaName,
} from '../document/openapi.ts';
import { isUuid } from '../ids/ids.ts';
import { entrySchemaOf, withoutEntries } from './entries.ts';
import { type Room, roomOf } from './excess.ts';

export interface CompiledOperation {
  readonly parameters: readonly Parameter[];
  /** Validates an object of the path parameters, and of the headers by their names in lower case. */
  readonly address: ValidateFunction;
  /** Validates an object of the query parameters by name. */
  readonly query: ValidateFunction;
  /** Validates a JSON body. All JSON media types of an operation have the same schema. */
  readonly body: ValidateFunction | undefined;
  /** Validates an entry of a list whose entries are validated separately. */
  readonly entry: ValidateFunction | undefined;
  /** The size limits of a JSON body, and of such an entry. */
  readonly room: Room | undefined;
  readonly entryRoom: Room | undefined;
  readonly jsonTypes: ReadonlySet<string>;
  /** The names of a form, for an operation that takes one. The schemas of its JSON twin validate it. */
  readonly form: FormNames | undefined;
}

export interface FormNames {
  /** The names, each with its schema. */
  readonly properties: Readonly<Record<string, Schema>>;
}

export interface CompiledOperations {
  /** The compiled operation, or `undefined` when the document does not have it. */
  of(document: OpenApiDocument, operationId: string): CompiledOperation | undefined;
  readonly statistics: { hits: number; misses: number; size(): number };
}

/** The patterns of the base documents are known to be harmless, and run natively. */
const nativePatterns: ReadonlySet<string> = new Set(
  (['leads', 'account', 'manage'] as const)
    .flatMap((name) => [...patternsOf(baseDocument(name))])
    .flatMap((pattern) => [pattern, orEmpty(pattern)]),
);

function* patternsOf(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'pattern' && typeof value === 'string') yield value;
    else yield* patternsOf(value);
  }
}

/** An admin's pattern runs in linear time. It was checked when it was saved. Ajv requires `code` for generated code. */
const regExp = Object.assign(
  (source: string, flags: string) => (nativePatterns.has(source) ? new RegExp(source, flags) : compilePattern(source)),
  { code: 'linear' },
);

export const formType = 'application/x-www-form-urlencoded';

const mergePatch = 'application/merge-patch+json';

/**
 * The media types that an operation accepts. A merge patch may have its own media type (RFC 7396, 3), although documents
 * list only one type.
 */
export function takenTypes({ operationId, requestBody }: Operation): readonly string[] {
  const types = Object.keys(requestBody?.content ?? {});
  return operationId === 'updateLead' ? [...types, mergePatch] : types;
}

/** The media type under which the base document lists it. */
export const listedType = (type: string | undefined): string | undefined =>
  type?.split(';')[0]?.trim().toLowerCase() === mergePatch ? 'application/json' : type;

/** Parts of a schema that do not become code, or that its document holds in memory anyway. */
const wordless: ReadonlySet<string> = new Set(['title', 'description', 'x-enumDescriptions', 'example', 'examples']);

/**
 * The approximate size of a compiled operation in bytes, by measurement: ten times the text of its schemas, sixty for each
 * allowed value, and a constant.
 */
function sizeOf(schemas: unknown): number {
  let values = 0;
  const text = JSON.stringify(schemas, (keyword, value) => {
    if (keyword === 'enum' && Array.isArray(value)) values += value.length;
    return wordless.has(keyword) || keyword === 'enum' ? undefined : value;
  });
  return 20_000 + 10 * text.length + 60 * values;
}

/** `maxSize`: the largest number of bytes in the cache. */
export function createCompiledOperations(maxSize = 128_000_000): CompiledOperations {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    inlineRefs: false,
    ownProperties: true,
    validateFormats: true,
    code: { regExp },
  });
  standardFormats.default(ajv, { mode: 'full' });
  for (const [name, { test }] of Object.entries(formats)) ajv.addFormat(name, test);
  ajv.addFormat('uuid', isUuid);
  // Bounds and type have the same effect, and each mistake is reported once.
  for (const name of ['int64', 'double']) ajv.addFormat(name, true);
  ajv.addKeyword({
    keyword: 'x-pattern',
    type: 'string',
    schemaType: 'string',
    compile: (pattern: string) => (text: string) => compilePattern(pattern).test(text),
  });
  ajv.addKeyword({
    keyword: 'x-format',
    type: 'string',
    schemaType: 'string',
    compile: (name: string) => (text: string) => formats[name]?.test(text) === true,
  });
  const byHash = new LRUCache<string, CompiledOperation>({ maxSize });
  /** Hashes by operation. Only the cache holds operations, so its size is limited, however many documents there are. */
  const byDocument = new WeakMap<OpenApiDocument, Map<string, string>>();
  const statistics = { hits: 0, misses: 0, size: () => byHash.size };

  const compile = (schema: Schema): ValidateFunction => {
    const validate = ajv.compile(schema);
    // Ajv keeps every schema object that it has seen, so without this the cache would not limit memory.
    ajv.removeSchema(schema);
    return validate;
  };

  const make = (entry: OperationEntry, schemas: JudgedSchemas, jsonTypes: readonly string[]): CompiledOperation => ({
    parameters: entry.parameters,
    address: compile(schemas.address),
    query: compile(schemas.query),
    body: schemas.body && compile(schemas.body),
    entry: schemas.entry && compile(schemas.entry),
    room: schemas.body && roomOf(schemas.body),
    entryRoom: schemas.entry && roomOf(schemas.entry),
    jsonTypes: new Set(jsonTypes),
    form: schemas.form && { properties: propertiesOf(schemas.form) },
  });

  const find = (document: OpenApiDocument, entry: OperationEntry): [hash: string, CompiledOperation] => {
    const schemas = schemasOf(document, entry);
    const jsonTypes = takenTypes(entry.operation).filter((type) => type !== formType);
    const text = JSON.stringify([schemas, entry.parameters, jsonTypes]);
    const hash = createHash('sha256').update(text).digest('base64');
    const known = byHash.get(hash);
    statistics[known ? 'hits' : 'misses'] += 1;
    const operation = known ?? make(entry, schemas, jsonTypes);
    if (!known) byHash.set(hash, operation, { size: sizeOf([schemas, entry.parameters]) });
    return [hash, operation];
  };

  return {
    statistics,
    of(document, operationId) {
      const hashes = byDocument.get(document) ?? new Map<string, string>();
      byDocument.set(document, hashes);
      const known = byHash.get(hashes.get(operationId) ?? '');
      if (known) return known;
      const entry = operationsOf(document).find(({ operation }) => operation.operationId === operationId);
      if (!entry) return undefined;
      const [hash, operation] = find(document, entry);
      hashes.set(operationId, hash);
      return operation;
    },
  };
}

type JudgedSchemas = ReturnType<typeof schemasOf>;

function schemasOf(document: OpenApiDocument, { operation, parameters }: OperationEntry) {
  const query = parameters.filter((p) => p.in === 'query');
  const path = parameters.filter((p) => p.in === 'path');
  const headers = parameters.filter((p) => p.in === 'header');
  const { [formType]: form, ...json } = operation.requestBody?.content ?? {};
  const [content] = Object.values(json);
  const entry = content && entrySchemaOf(propertiesOf({ ...content.schema, components: document.components }));
  return {
    address: withComponents(document, {
      type: 'object',
      properties: {
        path: objectOf(path.map((p) => [p.name, p])),
        headers: objectOf(headers.map((p) => [p.name.toLowerCase(), p])),
      },
    }),
    query: withComponents(document, {
      additionalProperties: false,
      ...objectOf(query.map((p) => [p.name, p])),
    }),
    body: content && withComponents(document, content.schema),
    entry: entry && withComponents(document, entry),
    form: form && withComponents(document, form.schema),
  };
}

function objectOf(parameters: readonly (readonly [name: string, parameter: Parameter])[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(([name, { schema }]) => [name, schema])),
    required: parameters.filter(([, { required }]) => required).map(([name]) => name),
  };
}

/** The properties of a body's schema, which may be a reference to a component. */
function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  const { schemas } = schema.components as { schemas: Record<string, Schema> };
  const found = schema.$ref === undefined ? schema : schemas[schemaName(schema.$ref)];
  return (found?.properties ?? {}) as Record<string, Schema>;
}

/** The schema with the components that it refers to, and no others, so that the hash depends only on relevant parts. */
function withComponents(document: OpenApiDocument, schema: Schema): Schema {
  const schemas: Record<string, Schema> = {};
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref' && typeof value === 'string') {
        const name = schemaName(value);
        const found = document.components.schemas?.[name];
        if (found && !Object.hasOwn(schemas, name)) {
          schemas[name] = withoutEntries(found);
          visit(schemas[name]);
        }
      } else if (key !== 'example' && key !== 'examples') visit(value);
    }
  };
  visit(schema);
  return { ...schema, components: { schemas } };
}

/**
 * A plain Ajv for a published document: it validates the parts of a request by the document's schemas only, without any code
 * of the service. Schemas that differ only in words are compiled once.
 */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { OpenApiDocument, Schema } from '../../src/document/openapi.ts';
import { assertFormats } from './formats.ts';

export type Judge = (schema: Schema, value: unknown) => boolean;

const words = new Set(['title', 'description', 'example', 'examples']);
/** Our own keywords beside a format. */
const judged = new Set(['x-pattern', 'x-format']);
const maxCompiled = 1_000;

/** The schema with its references resolved and its words removed: only the parts that decide. */
export function bare(document: OpenApiDocument, schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((one) => bare(document, one));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref } = schema as { $ref?: unknown };
  if (typeof $ref === 'string') return bare(document, resolve(document, schema as Schema));
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !words.has(keyword) && (!keyword.startsWith('x-') || judged.has(keyword)))
      .map(([keyword, value]) => [
        keyword,
        keyword === 'properties' ? bareEach(document, value) : bareIn(document, keyword, value),
      ]),
  );
}

const bareEach = (document: OpenApiDocument, schemas: object) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(document, schema)]));

/** Values stay unchanged, because an option may have the name `title`. */
const bareIn = (document: OpenApiDocument, keyword: string, value: unknown) =>
  ['enum', 'const', 'required'].includes(keyword) ? value : bare(document, value);

export function resolve(document: OpenApiDocument, schema: Schema): Schema {
  if (typeof schema.$ref !== 'string') return schema;
  const found = document.components.schemas?.[schema.$ref.split('/').pop() ?? ''];
  if (!found) throw new Error(`the document has no schema ${schema.$ref}`);
  return resolve(document, found);
}

let ajv = createAjv();
const compiled = new Map<string, ValidateFunction>();

function createAjv(): Ajv2020 {
  // A member with the name `constructor` exists only if the body has it.
  const made = new Ajv2020({ strict: false, ownProperties: true, code: { optimize: false } });
  formats.default(made, { mode: 'full' });
  assertFormats(made);
  return made;
}

export function createJudge(document: OpenApiDocument): Judge {
  const keys = new WeakMap<Schema, string>();
  return (schema, value) => {
    const key = keys.get(schema) ?? JSON.stringify(bare(document, schema));
    keys.set(schema, key);
    return compile(key)(value) === true;
  };
}

function compile(key: string): ValidateFunction {
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= maxCompiled) {
    compiled.clear();
    ajv = createAjv();
  }
  const made = ajv.compile(JSON.parse(key) as Schema);
  compiled.set(key, made);
  return made;
}

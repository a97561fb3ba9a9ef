/**
 * Random requests made from a published document: bodies and queries that are nearly valid. They start from the values in a
 * schema (its constant, its options, its example) and go wrong here and there: another type, an unknown member, nothing.
 */
import type { Random } from '../../../src/demo/random.ts';
import { type OpenApiDocument, type OperationEntry, operationsOf, type Schema } from '../../../src/document/openapi.ts';
import { resolve } from '../../truth/judge.ts';
import { pools } from './value-pools.ts';

export interface RandomRequest {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** Values as in the address, before encoding. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const id = '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';
const odd = [
  null,
  '',
  'zzz',
  ' ',
  'A-1',
  '5000',
  'AA-1',
  'ab',
  5,
  -1,
  0.5,
  1e308,
  2 ** 53,
  true,
  false,
  [],
  ['a'],
  ['a', 'a'],
  [1],
  {},
  'x'.repeat(1_001),
];
const anything = [...odd, ...Object.values(pools).flatMap((pool) => pool.slice(0, 4))];

/** Forms are not JSON. The tests that draw requests from documents try them. */
const isAsked = ({ path, operation }: OperationEntry): boolean =>
  path !== '/' && operation['x-json-operation'] === undefined;

/** One request for an operation of the document. */
export function randomRequest(random: Random, document: OpenApiDocument): RandomRequest {
  const entry = random.pick(operationsOf(document).filter(isAsked));
  const [content] = Object.values(entry.operation.requestBody?.content ?? {});
  const lead = random.chance(0.95) ? id : 'no-uuid';
  return {
    operationId: entry.operation.operationId,
    method: entry.method.toUpperCase(),
    path: entry.path.replace('{lead_id}', lead).replace('{external_id}', random.pick(['A-1', 'a%2Fb', '%20'])),
    query: randomQuery(random, entry),
    body: content && randomBody(random, document, content.schema),
  };
}

function randomQuery(random: Random, { parameters }: OperationEntry): Record<string, string> {
  const query: Record<string, string> = {};
  for (const { name, schema } of parameters.filter((p) => p.in === 'query')) {
    if (!random.chance(0.12)) continue;
    const value = wordsOf(random, schema);
    if (value !== '') query[name] = value;
  }
  if (random.chance(0.05)) query[random.pick(['unknown', 'fields.nothing', 'fields', 'limits', 'created_at'])] = '1';
  return query;
}

/** A value as text. Lists are separated by commas. */
function wordsOf(random: Random, schema: Schema): string {
  const value = likely(random, schema);
  return Array.isArray(value) ? value.join(',') : String(value ?? '');
}

export function randomBody(random: Random, document: OpenApiDocument, schema: Schema): unknown {
  if (random.chance(0.02)) return random.pick(odd);
  return randomObject(random, document, resolve(document, schema));
}

function randomObject(random: Random, document: OpenApiDocument, schema: Schema): Record<string, unknown> {
  const required = (schema.required ?? []) as string[];
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const object: Record<string, unknown> = {};
  for (const [name, reference] of Object.entries(properties)) {
    const property = resolve(document, reference);
    if (!random.chance(required.includes(name) ? 0.97 : 0.3)) continue;
    object[name] = randomMember(random, document, property);
  }
  if (random.chance(0.04))
    object[random.pick(['unknown', 'nam', '__proto', 'a/b~c', 'x'.repeat(100)])] = random.pick(odd);
  return object;
}

function randomMember(random: Random, document: OpenApiDocument, schema: Schema): unknown {
  const items = resolve(document, (schema.items ?? {}) as Schema);
  if (items.properties && random.chance(0.9))
    return Array.from({ length: random.whole(0, 3) }, () => randomObject(random, document, items));
  return schema.properties ? randomObject(random, document, schema) : likely(random, schema);
}

/** Mostly a value that the schema accepts. */
function likely(random: Random, schema: Schema): unknown {
  if (random.chance(0.06)) return random.pick(anything);
  if (schema.const !== undefined) return schema.const;
  const choices = (schema.enum ?? schema.examples) as unknown[] | undefined;
  if (choices && random.chance(0.9)) return random.pick(choices);
  const types = Array.isArray(schema.type) ? (schema.type as string[]) : [schema.type];
  if (types.includes('null') && random.chance(0.1)) return null;
  const least = typeof schema.minimum === 'number' ? schema.minimum : -10;
  const most = typeof schema.maximum === 'number' ? schema.maximum : 10;
  switch (types[0]) {
    case 'integer':
      return random.whole(Math.ceil(least), Math.min(Math.floor(most), least + 20));
    case 'number':
      return random.pick([least, most, (least + most) / 2]);
    case 'boolean':
      return random.chance(0.5);
    case 'array':
      return listOf(random, (schema.items ?? {}) as Schema);
    default:
      return textOf(random, schema);
  }
}

function listOf(random: Random, items: Schema): unknown[] {
  const choices = (items.enum ?? ['a']) as unknown[];
  return random.chance(0.1) ? [random.pick(choices), random.pick(choices)] : [random.pick(choices)];
}

function textOf(random: Random, { format, pattern }: Schema): string {
  if (format === 'date') return random.pick(pools.date as string[]);
  if (format === 'date-time') return random.pick(pools.datetime as string[]);
  if (format === 'email') return random.pick(pools.email as string[]);
  if (format === 'uri') return random.pick(['https://example.com/', 'HTTP://EXAMPLE.COM/', 'ftp://example.com/']);
  if (String(pattern).startsWith('^\\+')) return random.pick(['+4520123456', '20 12 34 56', '12', 'abc']);
  return random.pick(['5000', 'AB-12', 'ab', 'abc', 'x', '\u{1F600}', 'a\u0000', '  ', 'é']);
}

/**
 * Values that a schema accepts, drawn from its keywords: `drawValue` returns one, or `none` if the schema accepts no value.
 * This code knows nothing about campaigns, fields or leads.
 */
import fc from 'fast-check';
import type { Random } from '../../src/demo/random.ts';
import type { OpenApiDocument, Schema } from '../../src/document/openapi.ts';
import { type Judge, resolve } from './judge.ts';

/** The result for a schema that accepts no value. */
export const none = Symbol('none');

export interface Source {
  readonly random: Random;
  readonly document: OpenApiDocument;
  readonly judge: Judge;
}

const attempts = 25;

export function drawValue(source: Source, reference: Schema): unknown {
  const { random, document, judge } = source;
  const schema = resolve(document, reference);
  if (schema.properties) return drawObject(source, schema);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const value = candidate(source, schema);
    if (value !== none && judge(schema, value)) return value;
  }
  // Chance seldom finds a text for some patterns, so the document's own example is used as well.
  const example = random.pick([...examplesOf(schema), none]);
  return example !== none && judge(schema, example) ? example : none;
}

/** OpenAPI 3.1 has several examples, 3.0 has one. */
const examplesOf = ({ example, examples }: Schema): readonly unknown[] =>
  Array.isArray(examples) ? examples : example === undefined ? [] : [example];

/** All required members, and some of the others; `none` if a required member accepts no value. */
export function drawObject(source: Source, schema: Schema): unknown {
  const { random } = source;
  const required = (schema.required ?? []) as string[];
  const share = random.pick([0.1, 0.4, 1]);
  const members: [string, unknown][] = [];
  for (const [name, property] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
    if (!required.includes(name) && !random.chance(share)) continue;
    const value = drawValue(source, property);
    if (value !== none) members.push([name, value]);
    else if (required.includes(name)) return none;
  }
  return Object.fromEntries(members);
}

function candidate(source: Source, schema: Schema): unknown {
  const { random } = source;
  if (schema.nullable === true && random.chance(0.15)) return null;
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return random.pick(schema.enum);
  const branches = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  const branch = branches ? resolve(source.document, random.pick(branches)) : {};
  if (branch.const !== undefined) return branch.const;
  return ofType(source, { ...schema, ...branch }, typeOf(random, schema, branch));
}

function typeOf(random: Random, schema: Schema, branch: Schema): string {
  const types = [branch.type ?? schema.type ?? 'string'].flat() as string[];
  if (types.includes('null') && random.chance(0.15)) return 'null';
  return random.pick(types.filter((type) => type !== 'null' || types.length === 1));
}

function ofType(source: Source, schema: Schema, type: string): unknown {
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return source.random.chance(0.5);
    case 'integer':
      return drawInteger(source.random, schema);
    case 'number':
      return drawNumber(source.random, schema);
    case 'array':
      return drawList(source, schema);
    case 'object':
      return drawObject(source, schema);
    default:
      return drawText(source.random, schema);
  }
}

const bound = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);

function drawInteger(random: Random, schema: Schema): number {
  const least = Math.ceil(bound(schema.minimum, -1_000_000));
  const most = Math.floor(bound(schema.maximum, 1_000_000));
  return random.pick([least, most, random.whole(least, Math.min(most, least + 1_000)), 0, 1]);
}

function drawNumber(random: Random, schema: Schema): number {
  const least = bound(schema.minimum, -1e308);
  const most = bound(schema.maximum, 1e308);
  const between = least / 2 + most / 2;
  return random.pick([least, most, between, 0, 0.1, 5e-324, -12.5, random.next() * 100, random.whole(-9, 99)]);
}

function drawList(source: Source, schema: Schema): unknown {
  const items = resolve(source.document, (schema.items ?? {}) as Schema);
  const least = bound(schema.minItems, 0);
  const count = Math.min(source.random.whole(least, least + 3), bound(schema.maxItems, 1_000));
  const values = Array.from({ length: count }, () => drawValue(source, items));
  if (values.includes(none)) return least === 0 ? [] : none;
  return schema.uniqueItems === true ? [...new Set(values)] : values;
}

const texts = [
  'a',
  'Ab',
  'é',
  '\u{1F600}',
  ' a ',
  "O'Neil",
  '"',
  '\\',
  '%',
  '+',
  '&',
  '=',
  ',',
  '#',
  '?',
  '/',
  '<b>',
  '\t',
  '-1',
  '\uFF5A',
];

function drawText(random: Random, schema: Schema): unknown {
  const { format, minLength, maxLength } = schema;
  const pattern = schema.pattern ?? schema['x-pattern'];
  const examples = examplesOf(schema);
  if (format === 'date') return random.pick(['1000-01-01', '2024-02-29', '2026-11-23', '2999-12-31']);
  if (format === 'date-time' || format === 'timestamp') return drawTime(random);
  if (format === 'phone') return random.pick(['+4520123456', '20 12 34 56', '(004520)123456', '+1 212-555-0100']);
  if (format === 'uuid') return uuid(random);
  if (format === 'email')
    return `${random.pick(['a', 'a.b', "o'neil+x", '_'])}@${random.pick(['b.dk', 'EXAMPLE.com', 'x-1.y.zz'])}`;
  if (format === 'uri')
    return random.pick(['https://example.com/', 'HTTP://EXAMPLE.COM', 'http://a.b/c?d=%20#e', 'https://[::1]:8/']);
  if (examples.length > 0 && random.chance(0.2)) return random.pick(examples);
  if (typeof pattern === 'string' && random.chance(0.5)) return matching(random, pattern);
  const most = Math.min(bound(maxLength, 50), 10_000);
  const long = random.pick([bound(minLength, 0), most, random.whole(0, Math.min(most, 30))]);
  // Lengths count code points.
  if (random.chance(0.3)) return random.pick(['x', '\u{1F600}', 'é']).repeat(long);
  return Array.from({ length: random.whole(0, 4) }, () => random.pick(texts)).join('');
}

function drawTime(random: Random): string {
  const day = random.pick(['1000-01-01', '2026-11-23', '2024-02-29', '2999-12-31']);
  const time = random.pick(['00:00:00', '23:59:59.999', '12:30:00.5', '10:15:30.123456789']);
  return `${day}${random.pick(['T', ' '])}${time}${random.pick(['Z', 'z', '+00:00', '-11:30', '+14:00', '+0100'])}`;
}

export function uuid(random: Random): string {
  const digits = (count: number) => Array.from({ length: count }, () => random.whole(0, 15).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-7${digits(3)}-8${digits(3)}-${digits(12)}`;
}

const matchers = new Map<string, fc.Arbitrary<string>>();

/**
 * A text that matches the pattern (ECMA-262 with `u`). Word boundaries are ignored, because fast-check does not know them.
 */
function matching(random: Random, pattern: string): string {
  let arbitrary = matchers.get(pattern);
  if (!arbitrary) {
    arbitrary = fc.stringMatching(new RegExp(pattern.replaceAll('\\b', ''), 'u'));
    if (matchers.size > 500) matchers.clear();
    matchers.set(pattern, arbitrary);
  }
  return fc.sample(arbitrary, { seed: random.whole(0, 2 ** 31), numRuns: 1 })[0] ?? '';
}

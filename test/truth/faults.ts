/**
 * Bodies that are nearly right: one place of a valid value is changed in a way that a keyword forbids. The judge decides
 * whether the result is wrong, because a change may happen to be allowed.
 */
import type { Schema } from '../../src/document/openapi.ts';
import { resolve } from './judge.ts';
import type { Source } from './values.ts';

type Members = Record<string, unknown>;

const others = [null, true, false, 0, 1, -1, 1.5, 1e21, '', 'x', '5000', 'true', [], ['x'], [null], {}, { a: 1 }];
const spoilt = ['\u0000', '\ud800', '\u0007', '\n', '\u0085', ' ', '\u{1F600}', 'A', '!', '\uFEFF'];

/** The value with one mistake at a random place. */
export function spoil(source: Source, reference: Schema, value: unknown): unknown {
  const { random, document } = source;
  const schema = resolve(document, reference);
  if (!isMembers(value)) return spoilValue(source, schema, value);
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const names = Object.keys(value).filter((name) => Object.hasOwn(properties, name));
  const way = random.pick(['inside', 'inside', 'inside', 'inside', 'less', 'more', 'other'] as const);
  if (way === 'other') return random.pick(others);
  if (way === 'less' && names.length > 0) return without(value, random.pick(names));
  if (way === 'more' || names.length === 0) return { ...value, [strangeName(source, properties)]: random.pick(others) };
  const name = random.pick(names);
  return { ...value, [name]: spoil(source, properties[name] as Schema, value[name]) };
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const without = (value: Members, name: string) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));

/** A name that the schema does not have: a random one, or a known name mistyped. */
function strangeName({ random }: Source, properties: Record<string, Schema>): string {
  const known = Object.keys(properties);
  const near = known.length > 0 ? random.pick(known) : 'name';
  return random.pick([
    'unknown',
    '',
    'a/b~c',
    'x'.repeat(100),
    near.toUpperCase(),
    `${near} `,
    `${near}s`,
    near.slice(1),
  ]);
}

function spoilValue(source: Source, schema: Schema, value: unknown): unknown {
  const { random } = source;
  if (random.chance(0.25)) return random.pick(others);
  if (Array.isArray(value)) return spoilList(source, schema, value);
  if (typeof value === 'number') return spoilNumber(source, schema, value);
  if (typeof value === 'string') return spoilText(source, schema, value);
  return random.pick(others);
}

function spoilNumber({ random }: Source, { minimum, maximum }: Schema, value: number): unknown {
  const edges = [minimum, maximum].filter((edge) => typeof edge === 'number');
  return random.pick([
    ...edges.flatMap((edge) => [edge - 1, edge + 1, edge + 0.5]),
    value + 0.5,
    String(value),
    -value,
  ]);
}

function spoilText({ random }: Source, { maxLength, minLength, format }: Schema, value: string): unknown {
  const at = random.whole(0, value.length);
  const ways = [
    `${value.slice(0, at)}${random.pick(spoilt)}${value.slice(at)}`,
    value.slice(0, at),
    value.toUpperCase(),
    `${value}x`,
    ' ',
    ...(typeof maxLength === 'number'
      ? ['x'.repeat(maxLength + 1), '\u{1F600}'.repeat(Math.ceil(maxLength / 2) + 1)]
      : []),
    ...(typeof minLength === 'number' ? ['', '\u00a0'] : []),
    ...(format === undefined
      ? []
      : [
          '2026-02-30',
          '0999-12-31',
          '3000-01-01',
          '2026-11-23T24:00:00Z',
          '2026-11-23T10:15:60Z',
          '2026-11-23T10:15:30',
          'a@b',
          'x:',
          'ftp://a.b',
        ]),
  ];
  return random.pick(ways);
}

function spoilList(source: Source, schema: Schema, value: readonly unknown[]): unknown {
  const { random, document } = source;
  const items = resolve(document, (schema.items ?? {}) as Schema);
  const [first] = value;
  const most = typeof schema.maxItems === 'number' ? schema.maxItems : 3;
  return random.pick<() => unknown>([
    () => [],
    () => first,
    () => [...value, random.pick(others)],
    () => (value.length > 0 ? [...value, first] : [random.pick(others)]),
    () => (value.length > 0 ? value.with(0, spoil(source, items, first)) : [null]),
    () => (most <= 200 && value.length > 0 ? Array.from({ length: most + 1 }, () => first) : null),
  ])();
}

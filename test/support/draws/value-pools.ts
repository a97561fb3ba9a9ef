/**
 * Values for fields of each type in random campaigns, as a client would send them: limits of numbers and dates, case, code
 * points above U+FFFF, texts that a pattern or LIKE could misread, and texts around the 200 characters that a key column
 * keeps.
 */
import type { FieldType } from '../../../src/campaign/definition.ts';

const x = (length: number) => 'x'.repeat(length);
const emoji = (length: number) => '\u{1F600}'.repeat(length);

export const texts = [
  ...[
    'a',
    'A',
    'ab',
    'aB',
    'b',
    'é',
    'e\u0301',
    'ß',
    'ss',
    'I',
    'ı',
    '\uFFFD',
    '\uFF5A',
    '\u{1F600}',
    '\u{10FFFF}',
    '\u007f',
  ],
  ...[' a', 'a ', '%', '_', 'a%', '\\', "'", '"', '1', '10', '9', '-0', 'null', 'true', '[]', '{}', '\t', '\u00a0'],
  ...[x(199), x(200), x(201), `${x(199)}y`, `${x(200)}y`, `${x(200)}z`, x(1_000), `${x(990)}needle`, `needle${x(300)}`],
  ...[emoji(199), emoji(200), emoji(201), `${emoji(199)}a`, `${emoji(250)}needle`],
];
/** Texts for `contains` and `starts_with`. */
export const needles = [
  'a',
  'A',
  'needle',
  'needle',
  'x',
  x(200),
  x(201),
  '\u{1F600}',
  emoji(200),
  '%',
  '_',
  '\\',
  '@',
  'ex',
];
const numbers = [0, -0, 1, -1, 2, 9, 10, 0.1, 0.1 + 0.2, 0.3, 1e308, -1e308, 5e-324, 1e21, 123456789.125];
const integers = [0, -0, 1, -1, 2, 9, 10, 2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 53 - 2];
export const times = [
  '1000-01-01T00:00:00Z',
  '1969-12-31T23:59:59.999Z',
  '2026-11-23T10:15:30.123Z',
  '2026-11-23T10:15:30.124Z',
];
const links = [
  'https://example.com/',
  'https://example.com/a',
  'HTTP://EXAMPLE.COM/',
  `https://example.com/${x(300)}needle`,
];

export const pools: Readonly<Record<FieldType, readonly unknown[]>> = {
  text: texts,
  long_text: [...texts, x(10_000), `${x(9_000)}needle`],
  email: ['anna@example.com', 'Anna@EXAMPLE.com', 'anna@example.org', `${x(64)}@${x(180)}.com`],
  phone: ['+45 20 12 34 56', '20123457', '+46701234567'],
  url: links,
  integer: integers,
  number: [...numbers, ...integers],
  boolean: [true, false],
  date: ['1000-01-01', '2024-02-29', '2026-02-28', '2026-11-23', '2999-12-31'],
  time: ['00:00', '09:05', '09:30', '19:59', '23:59'],
  datetime: [...times, '2026-11-23T10:15:30+01:00', '2999-12-31T23:59:59.999999Z'],
  select: [],
  multi_select: [],
};

/** The defaults that fields of random campaigns have. */
export const defaults: Readonly<Record<FieldType, string | number | boolean | null>> = {
  text: 'a',
  long_text: 'a',
  email: null,
  phone: null,
  url: null,
  integer: 5,
  number: 5,
  boolean: true,
  date: null,
  time: '09:30',
  datetime: null,
  select: null,
  multi_select: null,
};

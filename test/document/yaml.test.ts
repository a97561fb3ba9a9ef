/**
 * The document in YAML has the same meaning as in JSON, for parsers of YAML 1.1 and 1.2, whatever labels, options, keys and
 * notes contain.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Campaign } from '../../src/campaign/definition.ts';
import { yamlOf } from '../../src/document/conversions/yaml.ts';
import { withCodeSamples } from '../../src/document/examples/code-samples.ts';
import { publish } from '../../src/document/publish.ts';
import { wholeField } from '../support/campaigns.ts';
import { absentParsers, yamlParsers } from '../support/documents/yaml-parsers.ts';
import { everySeed, randomSubject } from '../support/draws/arbitraries.ts';
import { seed } from '../support/draws/seed.ts';
import { documentCases, fixtures, grantOf, publicUrl } from '../support/fixtures.ts';

/** Texts that one version or another reads differently, or that a careless writer would not keep within its line. */
const hostile = [
  ...[
    '0b11',
    '0o17',
    '017',
    '0x1F',
    '1_000',
    '12:30:45',
    '190:20:30',
    '1e3',
    '1.5',
    '+1',
    '-0',
    '.5',
    '.inf',
    '-.INF',
    '.nan',
  ],
  ...[
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'N',
    'true',
    'False',
    'null',
    'NULL',
    '~',
    '',
    ' ',
    '=',
    '<<',
    '!',
    '!!str x',
    '&a',
    '*a',
    '%a',
  ],
  ...[
    '2026-01-01',
    '2026-01-01T10:00:00Z',
    '2026-1-1 1:00:00',
    '- a',
    '? a',
    ': a',
    'a: b',
    'a:',
    'a #b',
    '#a',
    '|',
    '>',
    '|-\n a',
  ],
  ...[
    '{a',
    '[a',
    '}',
    ']',
    ',',
    '"',
    "'",
    "it's",
    '`',
    '@',
    '---',
    '...',
    '--- a',
    '\\',
    '\\n',
    'a\\',
    'a\tb',
    '\ta',
    'a\t',
    ' a',
    'a ',
  ],
  ...[
    'a\nb',
    'a\n\nb',
    'a\n',
    '\na',
    '\n',
    'a\n\n',
    'a\n b',
    ' a\nb',
    'a \nb',
    'a\n \nb',
    'a\r\nb',
    'a\rb',
    '# a\n- b',
    'a\n---\nb',
  ],
  ...[
    'a\u0085b',
    'a\u2028b',
    'a\u2029b',
    '\ufeff',
    'a\ufeffb',
    '\u0000',
    '\u0007',
    '\u001b',
    '\u007f',
    '\u009f',
    '\u00a0',
    '\u200b',
  ],
  ...[
    '\u0301',
    '\u0301a',
    'a\u0301',
    '\u202e',
    '\u{1f600}',
    '\u{10ffff}',
    '\ufffe',
    '\uffff',
    '\ufdd0',
    'ø',
    'Ærø',
    '名',
    'é',
  ],
  ...['constructor', 'toString', 'a'.repeat(1_100), `${'"'.repeat(600)}:`, 'a\n'.repeat(300)],
];

const everyParser = (values: readonly unknown[]) => {
  const texts = values.map(yamlOf);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: YAML must not contain these characters
  for (const text of texts) expect(text).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/);
  for (const { name, parse } of yamlParsers) expect({ name, read: parse(texts) }).toEqual({ name, read: values });
};

test('several parsers read the document', () => {
  expect(yamlParsers.map(({ name }) => name)).toEqual(expect.arrayContaining(['yaml (1.2)', 'yaml (1.1)', 'js-yaml']));
  if (absentParsers.length > 0)
    console.info(`Not asked, for they are not installed here: ${absentParsers.join(', ')}.`);
});

/** Some parsers of YAML 1.1 merge an object below `<<`, even if it is quoted. No object of a document has that name. */
const nameOf = (text: string): string => (text === '<<' ? 'merge' : text);

test('each hostile text stays the same, as a value, as a key, in a list and deep inside', () => {
  everyParser(
    hostile.map((text) => ({ [text]: text, list: [text, [text]], in: { a: { [nameOf(text)]: { [text]: [text] } } } })),
  );
});

test('numbers are numbers', () => {
  everyParser([[0, 1, -1, 1.5, -0.25, 1e21, 1e-7, -1.5e300, 2 ** 53, Number.MAX_VALUE, Number.MIN_VALUE, 12345678.9]]);
});

test('any JSON value stays the same', () => {
  const text = fc.oneof(
    fc.constantFrom(...hostile),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed()),
    fc.array(fc.constantFrom(...hostile), { maxLength: 4 }).map((parts) => parts.join('')),
    fc.array(fc.constantFrom(...hostile), { maxLength: 4 }).map((parts) => parts.join('\n')),
  );
  const key = text.filter((one) => one !== '__proto__' && one === nameOf(one));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n || 0),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('tree'), { maxLength: 4 }),
    map: fc.dictionary(key, tie('tree'), { maxKeys: 5, noNullPrototype: true }),
  }));
  // A document is always an object.
  const value = tree.map((inside) => ({ inside }));
  fc.assert(fc.property(fc.array(value, { minLength: 20, maxLength: 40 }), everyParser), { numRuns: 15, seed });
});

const documentOf = (campaign: Campaign) => withCodeSamples(publish(grantOf(campaign, 'campaign'), publicUrl).document);

test('documents of campaigns with hostile labels, options and notes stay the same', () => {
  const options = hostile.filter((text) => text !== '').map((label, i) => ({ value: `o${i}`, label, archived: false }));
  const words = ['0b11', 'yes', 'null', '1_000', '2026-01-01', 'y', '1e3', 'on', '0o17', 'constructor'];
  const select = {
    key: 'hostile',
    label: '~',
    options: [...options, ...words.map((value) => ({ value, label: value, archived: false }))],
  };
  const fields = ['no', 'on', 'y', 'null', 'off', 'nan', 'true', 'e1'].map((key, i) =>
    wholeField({ key, type: 'text', label: hostile[i] ?? key, description: hostile[60 + i] ?? key, default: 'no' }),
  );
  const campaign = {
    ...fixtures.rich,
    name: '- {a: [b',
    vendorNotes: hostile.join('\n'),
    fields: [...fields, wholeField({ key: 'hostile', type: 'select', select: 'hostile' })],
    selects: [select],
    filters: [],
    keyColumns: [],
  };
  everyParser([documentOf(campaign)]);
});

test('the documents of the fixtures, and random ones, stay the same', async () => {
  everyParser(
    documentCases.map(({ name, kind }) => withCodeSamples(publish(grantOf(fixtures[name], kind), publicUrl).document)),
  );
  await everySeed(3, async (random) =>
    everyParser([withCodeSamples(publish(randomSubject(random), publicUrl).document)]),
  );
});

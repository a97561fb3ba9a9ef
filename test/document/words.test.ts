/** People's texts in documents. Generators copy these texts into files of other languages. */
import { expect, test } from '@jest/globals';
import { pinsOfScope } from '../../src/access/grant.ts';
import type { Campaign } from '../../src/campaign/definition.ts';
import { publish } from '../../src/document/publish.ts';
import { code, headName, plain, printable } from '../../src/document/words/markdown-text.ts';
import { wholeField } from '../support/campaigns.ts';
import { fixtures, grantOf, publicUrl } from '../support/fixtures.ts';

test('control characters are shown as their symbols, and line breaks stay', () => {
  expect(printable('a\u0000\u001b\u007f\u0085b\tc\nd')).toBe('a␀␛␡\ufffdb\tc\nd');
  expect(plain('a\u007f*')).toBe('a␡\\*');
  expect(code('a\u0007')).toBe('`a␇`');
});

test('characters that change the writing direction are left out', () => {
  expect(printable('a\u202eb\u2066c\u2069')).toBe('abc');
});

test('a name in the head of a document has no straight quotes', () => {
  expect(headName('"Sol" & ("Vind") Lars\' ApS')).toBe('“Sol” & (“Vind”) Lars’ ApS');
});

const documentOf = (campaign: Campaign) => publish(grantOf(campaign, 'scoped-read-write'), publicUrl).document;

test('the company and the support contact stand in the head without straight quotes', () => {
  const { info } = documentOf({ ...fixtures.rich, accountName: '"Sol" ApS', supportContact: '"Support" of Sol' });
  expect(info.contact).toEqual({ name: '“Support” of Sol' });
  expect(info.license).toMatchObject({ name: 'By agreement with “Sol” ApS' });
});

test.each([
  ['😀', ['value_1']],
  ['東京', ['value_1']],
  ['Ærø', undefined],
  ['8000', undefined],
])('the fixed value %s has a name in code: %j', (value, names) => {
  const campaign = { ...fixtures.rich, fields: [...fixtures.rich.fields, wholeField({ key: 'pinned', type: 'text' })] };
  const scope = { kind: 'condition', condition: { path: 'fields.pinned', op: 'eq', value } } as const;
  const subject = { campaign, permission: 'read_write', scope, pins: pinsOfScope(campaign, scope) } as const;
  const { document } = publish(subject, publicUrl);
  for (const name of ['LeadFields', 'LeadFieldsCreate', 'LeadFieldsUpdate'])
    expect(document.components.schemas?.[name]?.properties).toMatchObject({
      pinned: { const: value, ...(names && { 'x-enum-varnames': names }) },
    });
});

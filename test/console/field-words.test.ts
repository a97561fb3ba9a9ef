/** The server accepts the example value that the preview of a field shows. */
import { expect, test } from '@jest/globals';
import type { Campaign } from '../../src/campaign/definition.ts';
import { fieldTypes, traits } from '../../src/campaign/field-types.ts';
import { traits as consoleTraits } from '../../src/console/campaign/fields/field-types.ts';
import { type FieldValues, fieldOf, valuesOf } from '../../src/console/campaign/fields/field-values.ts';
import { exampleOf } from '../../src/console/campaign/fields/field-words.ts';
import { judgeField } from '../../src/manage/definition/field-rules.ts';

const options = [
  { value: 'old', label: 'Old', archived: true },
  { value: 'tile', label: 'Tile', archived: false },
  { value: 'slate', label: 'Slate', archived: false },
];
const campaign = { selects: [{ key: 'roof', label: 'Roof', options }], defaultCountry: 'DK' } as unknown as Campaign;
const made = (values: Partial<FieldValues>) => fieldOf({ ...valuesOf(undefined), key: 'a', label: 'A', ...values });

test.each(fieldTypes)('the example of %s is taken', (type) => {
  const field = made({ type, select: 'roof' });
  const example = exampleOf(field, options);
  expect(example).toBeDefined();
  expect(judgeField(campaign, { ...field, default: example as string }).errors).toEqual([]);
});

test.each<Partial<FieldValues>>([
  { type: 'integer', min: 10, max: 20 },
  { type: 'number', min: 0.5, max: 0.75 },
  { type: 'integer', min: 9000 },
  { type: 'text', max_length: 3 },
  { type: 'text', pattern: '^[0-9]{4}$' },
  { type: 'long_text', max_length: 5 },
])('the example is within the limits: %j', (values) => {
  const field = made(values);
  expect(judgeField(campaign, { ...field, default: exampleOf(field, []) as string }).errors).toEqual([]);
});

test('a value without a known example shows no example', () => {
  expect(exampleOf(made({ type: 'text', pattern: '^[a-f]{40}$' }), [])).toBeUndefined();
  expect(exampleOf(made({ type: 'text', pattern: '(' }), [])).toBeUndefined();
  expect(exampleOf(made({ type: 'email', max_length: 3 }), [])).toBeUndefined();
});

test.each(fieldTypes)('%s has the inputs that the server has properties for', (type) => {
  const { isFilterable, longest } = consoleTraits[type];
  expect(isFilterable).toBe(traits[type].keyColumn !== undefined);
  const { errors } = judgeField(campaign, { ...made({ type, select: 'roof' }), max_length: 1 });
  expect(longest !== undefined).toBe(errors.length === 0);
  if (longest !== undefined) expect(longest).toBe(traits[type].maxLength);
});

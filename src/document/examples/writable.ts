/**
 * Whether a value can be written into a field, by its schema, its normal form and trimming. Examples consist only of such
 * values, so that the service accepts them.
 */
import type { Field, FieldValue } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { normaliseValue } from '../../campaign/values/normalise.ts';
import { compilePattern } from '../../campaign/values/pattern.ts';
import { trimmed } from '../../campaign/values/white-space.ts';

/** `country`: the default country of the campaign. */
export function isWritable(field: Field, value: FieldValue, country: string | null): boolean {
  const { type, min, max, max_length, pattern } = field;
  if (!normaliseValue(field, value, country).ok) return false;
  if (typeof value === 'number') return value >= (min ?? value) && value <= (max ?? value);
  if (typeof value !== 'string') return true;
  const { maxLength, form } = traits[type];
  const longest = max_length ?? maxLength ?? value.length;
  if (value === '' || [...value].length > longest || trimmed(value) !== value) return false;
  if (form?.test(value) === false) return false;
  return pattern === null || compilePattern(pattern).test(value);
}

/**
 * Values in stored form: phone numbers in E.164, times in UTC with milliseconds, the domain of an e-mail address in lower
 * case, and `""`, `[]` and missing values as empty. Rules that a field's schema cannot express (phone numbers of a country)
 * are checked here. The document has validated everything else before.
 */
import type { FieldType } from '../definition.ts';
import { traits } from '../field-types.ts';
import { type Normalised, stored } from './normalised.ts';

/** The stored form of a field's value; `null` if it is empty. */
export function normaliseValue(
  field: { readonly type: FieldType },
  value: unknown,
  country: string | null,
): Normalised {
  if (value === null || value === undefined || value === '') return stored(null);
  return traits[field.type].normalise(value, country);
}

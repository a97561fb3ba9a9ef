/**
 * Values as they are stored: phone numbers in E.164, times in UTC with milliseconds, the domain of an e-mail address in
 * lower case, `""`, `[]` and absent as empty. A rule that the schema of a field cannot say (the plan of phone numbers) is
 * refused here; the document has judged the rest before.
 */
import { type FieldType, traits } from '../field-types.ts';
import { type Normalised, stored } from './normalised.ts';

/** The stored form of one value of a field; `null` where it is empty. */
export function normaliseValue(
  field: { readonly type: FieldType },
  value: unknown,
  country: string | null,
): Normalised {
  if (value === null || value === undefined || value === '') return stored(null);
  return traits[field.type].normalise(value, country);
}

/**
 * The table of field types. Everything that depends on the type of a field (conditions, key columns, schemas, normal
 * forms, CSV, examples) stands in the entry of the type. The list of types itself comes from `openapi/` (`FieldType` in `definition`): a
 * type that the API names and this table lacks does not compile.
 */
import type { FieldType } from './definition.ts';
import { boolean } from './field-types/boolean.ts';
import { date } from './field-types/date.ts';
import { datetime } from './field-types/datetime.ts';
import { email } from './field-types/email.ts';
import type { FieldTypeEntry } from './field-types/entry.ts';
import { longText } from './field-types/long-text.ts';
import { integer, number } from './field-types/numbers.ts';
import { phone } from './field-types/phone.ts';
import { multiSelect, select } from './field-types/selects.ts';
import { text } from './field-types/text.ts';
import { time } from './field-types/time.ts';
import { url } from './field-types/url.ts';

export const traits: Readonly<Record<FieldType, FieldTypeEntry>> = {
  text,
  long_text: longText,
  email,
  phone,
  url,
  integer,
  number,
  boolean,
  date,
  time,
  datetime,
  select,
  multi_select: multiSelect,
};

export const fieldTypes = Object.keys(traits) as FieldType[];

/** Keys of fields, selects and statuses. They never change and cannot be used again. */
export const keyPattern = /^[a-z][a-z0-9_]{0,62}$/;

/** Values of options. */
export const optionPattern = /^[a-z0-9][a-z0-9_-]{0,62}$/;

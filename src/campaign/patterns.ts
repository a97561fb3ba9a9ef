/**
 * The regular expressions of our own that stand in documents, as ECMA-262 with the `u` flag. They are known to run in
 * linear time; an admin's are not, and go through `pattern.ts`.
 */
export const patterns = {
  /** What PostgreSQL can store as text: no U+0000 and no half of a surrogate pair. */
  text: '^[^\\u0000\\ud800-\\udfff]*$',
  /** What no text may contain, for use under `not` beside an admin's own pattern. */
  unstorable: '[\\u0000\\ud800-\\udfff]',
  /** Four-digit years from 1000 to 2999: what is outside is a typing error. */
  date: '^[12]\\d{3}-\\d{2}-\\d{2}$',
  datetime: '^[12]\\d{3}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})$',
  phone: '^\\+?[0-9 ()./-]{3,39}$',
  url: '^[Hh][Tt][Tt][Pp][Ss]?://',
} as const;

/**
 * The regular expressions of our formats, as ECMA-262 with the `u` flag. They run in linear time, because no two neighbours
 * match the same character. An admin's pattern may not, and goes through `pattern.ts`.
 */

/** Characters that PostgreSQL cannot store as text: U+0000 and halves of surrogate pairs. */
const unstorable = '\\u0000\\ud800-\\udfff';
/**
 * Characters that one line of text may not contain: control characters (C0, DEL, C1) except the tab, and those that cannot
 * be stored.
 */
const control = '\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f\\ud800-\\udfff';
/** White space (ECMA-262, 12.2) without control characters, but with the tab. */
const space = '\\t \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';
/** RFC 3339, 5.6, which allows a space for the `T`. The colon in the offset is optional, which is our own addition. */
const time = '-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?';
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
/** RFC 1035, 2.3.4: at most 63 characters. */
const label = '[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

export const patterns = {
  text: `^[^${unstorable}]*$`,
  /** A text with at least one visible character. */
  filledText: `^\\s*[^\\s${unstorable}][^${unstorable}]*$`,
  line: `^[^${control}]*$`,
  filledLine: `^[${space}]*[^${space}${control}][^${control}]*$`,
  /** Four-digit years from 1000 to 2999. Other years are typing errors. */
  date: '^[12]\\d{3}-\\d{2}-\\d{2}$',
  datetime: `^[12]\\d{3}${time}([Zz]|[+-]\\d{2}:?\\d{2})$`,
  /** The same without times whose offset could lead out of these years, so that every stored time can be sent again. */
  storedTime:
    `^((100[1-9]|10[1-9]\\d|1[1-9]\\d{2}|2[0-8]\\d{2}|29[0-8]\\d|299[0-8])${time}([Zz]|[+-]\\d{2}:?\\d{2})` +
    `|(1000|2999)${time}([Zz]|[+-]00:?00))$`,
  timeOfDay: '^([01]\\d|2[0-3]):[0-5]\\d$',
  phone: '^\\+?[0-9 ()./-]{3,39}$',
  /**
   * The mailbox of RFC 5321 without quoted parts and address literals, with a dot in the domain. JSON Schema's `email` is
   * checked with it.
   */
  email: `^${atom}(\\.${atom})*@(${label}\\.)+${label}$`,
  /** A local part with more than 64 characters, which RFC 5321, 4.5.3.1.1 does not allow. */
  longLocalPart: '^[^@]{65}',
  /** RFC 9110, 4.2: with a host. A user may come before it, and a port after it. */
  url: '^[Hh][Tt][Tt][Pp][Ss]?://([^/?#@]*@)?[^/?#@:][^/?#@]*([/?#]|$)',
} as const;

export const timeOfDayWords =
  'a time of day such as 09:30, from 00:00 to 23:59, with two digits for the hour and without seconds';

/** The form of a value in words, for patterns of ours that stand in documents. The words follow "must be". */
export const patternWords: Readonly<Record<string, string>> = { [patterns.timeOfDay]: timeOfDayWords };

const empty = '^$|';

/**
 * An admin's pattern for a text that may be empty. A pattern matches anywhere in a text, so the empty text is an alternative
 * of its own.
 */
export const orEmpty = (pattern: string): string => empty + pattern;

export const withoutEmpty = (pattern: string): string =>
  pattern.startsWith(empty) ? pattern.slice(empty.length) : pattern;

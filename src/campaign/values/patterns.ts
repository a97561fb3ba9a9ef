/**
 * The regular expressions behind our formats, as ECMA-262 with the `u` flag. They are known to run in
 * linear time (no two neighbours can take the same character); an admin's are not, and go through `pattern.ts`.
 */

/** What PostgreSQL cannot store as text: U+0000 and halves of surrogate pairs. */
const unstorable = '\\u0000\\ud800-\\udfff';
/** Control characters (C0, DEL, C1) but the tab, and what cannot be stored: nothing that one line of text may hold. */
const control = '\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f\\ud800-\\udfff';
/** White space (ECMA-262, 12.2) that is no control character but the tab. */
const space = '\\t \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';
/** RFC 3339, 5.6, which lets a space stand for the `T`. An offset without its colon is our own kindness. */
const time = '-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?';
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
/** RFC 1035, 2.3.4: at most 63 characters. */
const label = '[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

export const patterns = {
  text: `^[^${unstorable}]*$`,
  /** A text of which something can be seen. */
  filledText: `^\\s*[^\\s${unstorable}][^${unstorable}]*$`,
  line: `^[^${control}]*$`,
  filledLine: `^[${space}]*[^${space}${control}][^${control}]*$`,
  /** Four-digit years from 1000 to 2999: what is outside is a typing error. */
  date: '^[12]\\d{3}-\\d{2}-\\d{2}$',
  datetime: `^[12]\\d{3}${time}([Zz]|[+-]\\d{2}:?\\d{2})$`,
  /** The same, less what an offset could carry out of these years: what is stored can be sent again. */
  storedTime:
    `^((100[1-9]|10[1-9]\\d|1[1-9]\\d{2}|2[0-8]\\d{2}|29[0-8]\\d|299[0-8])${time}([Zz]|[+-]\\d{2}:?\\d{2})` +
    `|(1000|2999)${time}([Zz]|[+-]00:?00))$`,
  timeOfDay: '^([01]\\d|2[0-3]):[0-5]\\d$',
  phone: '^\\+?[0-9 ()./-]{3,39}$',
  /** RFC 5321's mailbox without quoted parts and address literals; the domain has a dot. As JSON Schema's `email` is judged here. */
  email: `^${atom}(\\.${atom})*@(${label}\\.)+${label}$`,
  /** RFC 5321, 4.5.3.1.1: a local part has at most 64 characters. This one has more. */
  longLocalPart: '^[^@]{65}',
  /** RFC 9110, 4.2: with a host, which may follow a user and come before a port. */
  url: '^[Hh][Tt][Tt][Pp][Ss]?://([^/?#@]*@)?[^/?#@:][^/?#@]*([/?#]|$)',
} as const;

const empty = '^$|';

/** An admin's pattern for a text that may be empty. A pattern matches anywhere in a text, so the two ways stay apart. */
export const orEmpty = (pattern: string): string => empty + pattern;

export const withoutEmpty = (pattern: string): string =>
  pattern.startsWith(empty) ? pattern.slice(empty.length) : pattern;

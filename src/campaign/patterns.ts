/**
 * The regular expressions of our own that stand in documents, as ECMA-262 with the `u` flag. They are known to run in
 * linear time (no two neighbours can take the same character); an admin's are not, and go through `pattern.ts`.
 */

/** What PostgreSQL cannot store as text: U+0000 and halves of surrogate pairs. */
const unstorable = '\\u0000\\ud800-\\udfff';
/** Control characters (C0, DEL, C1) but the tab, and what cannot be stored: nothing that one line of text may hold. */
const control = '\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f\\ud800-\\udfff';
/** White space (ECMA-262, 12.2) that is no control character but the tab. */
const space = '\\t \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';
const time = '-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?';
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
/** RFC 1035, 2.3.4: at most 63 characters. */
const label = '[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

export const patterns = {
  text: `^[^${unstorable}]*$`,
  /** A text of which something can be seen. */
  filledText: `^\\s*[^\\s${unstorable}][^${unstorable}]*$`,
  line: `^[^${control}]*$`,
  filledLine: `^[${space}]*[^${space}${control}][^${control}]*$`,
  /** What a text, a line, and a line that must be filled may not contain, for use under `not` beside an admin's own pattern. */
  unstorable: `[${unstorable}]`,
  control: `[${control}]`,
  blankOrUnstorable: `^\\s*$|[${unstorable}]`,
  blankOrControl: `^\\s*$|[${control}]`,
  /** The same for a text that may be empty, but not blank. */
  spacesOrUnstorable: `^\\s+$|[${unstorable}]`,
  spacesOrControl: `^\\s+$|[${control}]`,
  /** Four-digit years from 1000 to 2999: what is outside is a typing error. */
  date: '^[12]\\d{3}-\\d{2}-\\d{2}$',
  datetime: `^[12]\\d{3}${time}([Zz]|[+-]\\d{2}:\\d{2})$`,
  /** The same, less what an offset could carry out of these years: what is stored can be sent again. */
  storedTime:
    `^((100[1-9]|10[1-9]\\d|1[1-9]\\d{2}|2[0-8]\\d{2}|29[0-8]\\d|299[0-8])${time}([Zz]|[+-]\\d{2}:\\d{2})` +
    `|(1000|2999)${time}([Zz]|[+-]00:00))$`,
  phone: '^\\+?[0-9 ()./-]{3,39}$',
  /** RFC 5321's mailbox without quoted parts and address literals; the domain has a dot. As JSON Schema's `email` is judged here. */
  email: `^${atom}(\\.${atom})*@(${label}\\.)+${label}$`,
  /** RFC 5321, 4.5.3.1.1: a local part has at most 64 characters. For use under `not`. */
  longLocalPart: '^[^@]{65}',
  /** RFC 9110, 4.2: with a host, which may follow a user and come before a port. */
  url: '^[Hh][Tt][Tt][Pp][Ss]?://([^/?#@]*@)?[^/?#@:][^/?#@]*([/?#]|$)',
} as const;

/** A word without regard to case, as a document can say it: `[Yy][Ee][Ss]`. */
const anyCase = (word: string): string => word.replace(/[a-z]/g, (one) => `[${one.toUpperCase()}${one}]`);
const yes = `${anyCase('true')}|${anyCase('yes')}|${anyCase('on')}|1`;
const no = `${anyCase('false')}|${anyCase('no')}|${anyCase('off')}|0`;

/** What stands for one boolean in a form, where the token's filter fixes it. */
export const formBooleans = {
  true: { pattern: `^(${yes})$`, 'x-form': 'true' },
  false: { pattern: `^(${no})$`, 'x-form': 'false' },
} as const;

/** What numbers and booleans look like in a form, where everything is text. */
export const formPatterns = {
  integer: { pattern: '^[+-]?\\d{1,16}$', 'x-form': 'a whole number' },
  number: { pattern: '^[+-]?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,4})?$', 'x-form': 'a number such as 12.5' },
  boolean: { pattern: `^(${yes}|${no})$`, 'x-form': 'true or false' },
} as const;

const empty = '^$|';

/** An admin's pattern for a text that may be empty. A pattern matches anywhere in a text, so the two ways stay apart. */
export const orEmpty = (pattern: string): string => empty + pattern;

/** What a text must not match when it may be empty all the same. */
export function neverOrEmpty(never: string): string {
  if (never === patterns.blankOrControl) return patterns.spacesOrControl;
  return never === patterns.blankOrUnstorable ? patterns.spacesOrUnstorable : never;
}

export const withoutEmpty = (pattern: string): string =>
  pattern.startsWith(empty) ? pattern.slice(empty.length) : pattern;

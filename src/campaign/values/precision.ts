/**
 * Finds numbers that a double cannot hold exactly. They are refused, because rounding would change a value silently. A
 * number is exact if the nearest double, written with as many significant digits as were sent, has the same digits.
 *
 * `JSON.parse` rounds before anybody can look. So a number that is not exact is replaced by a mark: a text with the digits
 * that were sent. The mark begins with U+0000, which no value may contain, so it cannot be mistaken for a text.
 */

const decimal = /^[+-]?(\d+)(?:\.(\d+))?(?:[eE][+-]?\d+)?$/;
const mark = '\u0000number ';

/** Longer numbers are treated as not exact. No double needs as many digits. */
const longest = 400;
/** The largest argument of `toPrecision`. */
const maxDigits = 100;

/** Takes a number as JSON, a form or a query writes it. A number that is too large for a double is reported elsewhere. */
export function isExact(source: string): boolean {
  const value = Math.abs(Number(source));
  if (value === Number.POSITIVE_INFINITY) return true;
  if (source.length > longest) return false;
  const [, whole = '', fraction = ''] = decimal.exec(source) ?? [];
  const sent = significant(whole + fraction);
  if (sent === '') return true;
  if (sent.length > maxDigits) return false;
  const digits = significant(digitsOf(value, maxDigits));
  const rest = digits.slice(sent.length);
  if (significant(digitsOf(value, sent.length)) === sent) return true;
  // If a number is halfway between two, programs write either.
  return /^50*$/.test(rest) && significant(digits.slice(0, sent.length)) === sent;
}

const digitsOf = (value: number, many: number): string =>
  (value.toPrecision(many).split('e')[0] ?? '').replace('.', '');

const significant = (digits: string): string => digits.replace(/^0+/, '').replace(/0+$/, '');

/** The number, or its mark if a double cannot hold it. */
export const exactNumber = (source: string): number | string => (isExact(source) ? Number(source) : markOf(source));

export const markOf = (source: string): string => mark + source;

/** The digits that were sent; `undefined` if the value is not a mark. */
export function markedNumber(value: unknown): string | undefined {
  return typeof value === 'string' && value.startsWith(mark) ? value.slice(mark.length) : undefined;
}

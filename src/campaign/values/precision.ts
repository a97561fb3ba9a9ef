/**
 * Numbers that a double does not hold as they were sent: they are refused, for rounding them would change a value silently. A
 * number is exact when the nearest double, written with as many significant digits as were sent, has the same digits.
 *
 * `JSON.parse` has rounded before anybody can look. So a number that is not exact is put in place as a mark: a text that holds
 * the digits that were sent. It begins with U+0000, which no value may hold, so that nothing takes it for a text.
 */

const decimal = /^[+-]?(\d+)(?:\.(\d+))?(?:[eE][+-]?\d+)?$/;
const mark = '\u0000number ';

/** Longer ones are not exact, whatever they say. No double needs as many. */
const longest = 400;
/** What `toPrecision` takes. */
const mostDigits = 100;

/** Of a number as JSON, a form or a query writes it. What is too large for a double is not told here. */
export function isExact(source: string): boolean {
  const value = Math.abs(Number(source));
  if (value === Number.POSITIVE_INFINITY) return true;
  if (source.length > longest) return false;
  const [, whole = '', fraction = ''] = decimal.exec(source) ?? [];
  const sent = significant(whole + fraction);
  if (sent === '') return true;
  if (sent.length > mostDigits) return false;
  const digits = significant(digitsOf(value, mostDigits));
  const rest = digits.slice(sent.length);
  if (significant(digitsOf(value, sent.length)) === sent) return true;
  // Halfway between two, programs write either.
  return /^50*$/.test(rest) && significant(digits.slice(0, sent.length)) === sent;
}

const digitsOf = (value: number, many: number): string =>
  (value.toPrecision(many).split('e')[0] ?? '').replace('.', '');

const significant = (digits: string): string => digits.replace(/^0+/, '').replace(/0+$/, '');

/** The number, or its mark where a double does not hold it. */
export const exactNumber = (source: string): number | string => (isExact(source) ? Number(source) : markOf(source));

export const markOf = (source: string): string => mark + source;

/** What was sent in place of the mark; `undefined` where the value is none. */
export function markedNumber(value: unknown): string | undefined {
  return typeof value === 'string' && value.startsWith(mark) ? value.slice(mark.length) : undefined;
}

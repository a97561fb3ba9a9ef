/**
 * The form of a CSV file for a spreadsheet, as a member has chosen it: a byte order mark, so that it is read as UTF-8, a separator, and
 * a decimal sign, and times as spreadsheets read them, in the member's time zone. A file for programs has none of these: RFC 4180 with decimal points
 * and times as RFC 3339.
 */
import type { Member } from './members.ts';

export interface CsvForm {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** Of times, which spreadsheets read without an offset alone: an IANA name. */
  readonly zone: string;
}

export const spreadsheetOf = ({
  csvSeparator,
  csvDecimal,
  timeZone,
}: Pick<Member, 'csvSeparator' | 'csvDecimal' | 'timeZone'>): CsvForm => ({
  separator: csvSeparator,
  decimal: csvDecimal,
  zone: timeZone ?? 'UTC',
});

/** Gives a moment, RFC 3339, as the file has it: `2026-11-30 14:05:09` on a clock in the zone, for a spreadsheet. */
export function csvTime(form: CsvForm | undefined): (at: string) => string {
  if (!form) return (at) => at;
  // Swedish writes days and times in this order.
  const words = new Intl.DateTimeFormat('sv-SE', { timeZone: form.zone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => words.format(new Date(at));
}

/** What the file begins with; `undefined`: one for programs. */
export const csvStart = (form: CsvForm | undefined): string => (form ? '\uFEFF' : '');

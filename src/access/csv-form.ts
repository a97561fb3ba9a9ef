/**
 * The form of a CSV file for a spreadsheet, as a member has chosen it: a byte order mark, so that it is read as UTF-8, a
 * separator, a decimal sign, and times in a form that spreadsheets read, in the member's time zone. A file for programs
 * follows RFC 4180, with decimal points and times as in RFC 3339.
 */
import type { Member } from './members.ts';

export interface CsvForm {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** The IANA name of the zone for times, because spreadsheets read only times without an offset. */
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

/** Turns an RFC 3339 time into the file's form. For a spreadsheet that is `2026-11-30 14:05:09`, local time in the zone. */
export function csvTime(form: CsvForm | undefined): (at: string) => string {
  if (!form) return (at) => at;
  // Swedish is the locale that writes dates and times in this order.
  const words = new Intl.DateTimeFormat('sv-SE', { timeZone: form.zone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => words.format(new Date(at));
}

/** The start of the file. `undefined` stands for a file for programs. */
export const csvStart = (form: CsvForm | undefined): string => (form ? '\uFEFF' : '');

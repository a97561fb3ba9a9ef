/**
 * The form of a CSV file for a spreadsheet, as a member has chosen it: a byte order mark, so that it is read as UTF-8, a separator, and
 * a decimal sign. A file for programs has none of these: RFC 4180 with decimal points.
 */
import type { Member } from './members.ts';

export interface CsvForm {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
}

export const spreadsheetOf = ({ csvSeparator, csvDecimal }: Pick<Member, 'csvSeparator' | 'csvDecimal'>): CsvForm => ({
  separator: csvSeparator,
  decimal: csvDecimal,
});

/** What the file begins with; `undefined`: one for programs. */
export const csvStart = (form: CsvForm | undefined): string => (form ? '\uFEFF' : '');

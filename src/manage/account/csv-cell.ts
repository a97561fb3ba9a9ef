/** A text as a cell of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvCell(text: string | null): string {
  if (text === null || text === '') return '';
  return `"${/^[=+\-@\t\r\n]/.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;
}

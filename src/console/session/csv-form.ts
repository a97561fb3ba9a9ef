/** The form of the member's CSV: one choice of separator and decimal sign, as their Excel expects. */
import type { Session } from './queries.ts';

type Csv = Pick<Session['member'], 'csv_separator' | 'csv_decimal'>;

const forms: readonly (Csv & { readonly label: string; readonly words: string })[] = [
  {
    csv_separator: ',',
    csv_decimal: '.',
    label: 'Comma, decimal point (1.5): English',
    words: 'commas and decimal points',
  },
  {
    csv_separator: ';',
    csv_decimal: ',',
    label: 'Semicolon, decimal comma (1,5): Danish, German and others',
    words: 'semicolons and decimal commas',
  },
  {
    csv_separator: ';',
    csv_decimal: '.',
    label: 'Semicolon, decimal point (1.5)',
    words: 'semicolons and decimal points',
  },
];

/** A choice as one text, for an input. */
export const csvValue = ({ csv_separator, csv_decimal }: Csv): string => `${csv_separator}${csv_decimal}`;

export const csvChoices = forms.map((form) => ({ value: csvValue(form), label: form.label }));

const formOf = (value: string) => forms.find((form) => csvValue(form) === value);

/** The body for the chosen text. */
export function csvBody(value: string): Partial<Csv> {
  const form = formOf(value);
  return form ? { csv_separator: form.csv_separator, csv_decimal: form.csv_decimal } : {};
}

/** "semicolons and decimal commas". */
export const csvWords = (csv: Csv): string => formOf(csvValue(csv))?.words ?? 'a form of its own';

/** The types of fields as people choose among them, with an example of each as it stands in a lead. */
import type { Shape } from '../../api/client.ts';

type FieldType = Shape<'FieldType'>;

export interface TypeInfo {
  readonly type: FieldType;
  readonly label: string;
  readonly hint: string;
  readonly example: unknown;
}

export const fieldTypes: readonly { readonly group: string; readonly types: readonly TypeInfo[] }[] = [
  {
    group: 'Text',
    types: [
      { type: 'text', label: 'Text', hint: 'A line', example: 'Aarhus C' },
      { type: 'long_text', label: 'Long text', hint: 'Several lines', example: 'Would like a call in the afternoon.' },
      { type: 'email', label: 'E-mail', hint: 'Checked', example: 'anna@example.com' },
      { type: 'phone', label: 'Phone', hint: 'International form', example: '+4520314253' },
      { type: 'url', label: 'Web address', hint: 'http or https', example: 'https://example.com/' },
    ],
  },
  {
    group: 'Choices',
    types: [
      { type: 'select', label: 'One option', hint: 'Of a select', example: 'website' },
      { type: 'multi_select', label: 'Several options', hint: 'Of a select', example: ['solar_panels', 'battery'] },
      { type: 'boolean', label: 'Yes or no', hint: 'True or false', example: true },
    ],
  },
  {
    group: 'Numbers and dates',
    types: [
      { type: 'integer', label: 'Whole number', hint: 'Without decimals', example: 4200 },
      { type: 'number', label: 'Number', hint: 'With decimals', example: 120.5 },
      { type: 'date', label: 'Date', hint: 'A day', example: '2026-12-01' },
      { type: 'datetime', label: 'Date and time', hint: 'A moment', example: '2026-12-01T09:30:00.000Z' },
    ],
  },
];

const all = fieldTypes.flatMap(({ types }) => types);

export const infoOf = (type: FieldType): TypeInfo => {
  const found = all.find((one) => one.type === type);
  if (!found) throw new Error(`there is no type ${type}`);
  return found;
};

export const hasOptions = (type: FieldType): boolean => type === 'select' || type === 'multi_select';
export const isNumeric = (type: FieldType): boolean => type === 'integer' || type === 'number';
/** Lists are narrowed by what has one value, and not too long a one. */
export const canBeSearched = (type: FieldType): boolean => type !== 'long_text' && type !== 'multi_select';

/** The most characters that the type has room for, where the field may set fewer. */
const longest: Readonly<Partial<Record<FieldType, number>>> = {
  text: 1_000,
  long_text: 10_000,
  email: 254,
  url: 2_000,
};
export const longestOf = (type: FieldType): number | undefined => longest[type];

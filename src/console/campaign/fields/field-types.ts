/**
 * The table of field types: how members choose a type, and how values are entered, shown and filtered. A type that the API
 * has and this table lacks does not compile. The inputs are in `inputs.tsx`.
 */
import type { Shape } from '../../api/client.ts';
import { dayWords, exactIn } from '../../session/dates.ts';

export type FieldType = Shape<'FieldType'>;

export const groups = ['Text', 'Choices', 'Numbers and dates'] as const;

const equality = ['eq', 'neq', 'in', 'not_in'] as const;
const emptiness = ['is_empty', 'is_not_empty'] as const;
export const orderOperators = ['gt', 'gte', 'lt', 'lte'] as const;
const search = ['contains', 'starts_with'] as const;

export type Operator = (typeof equality | typeof emptiness | typeof orderOperators | typeof search)[number];

export const textOperators = [...equality, ...search, ...emptiness] as const;
const orderedOperators = [...equality, ...orderOperators, ...emptiness] as const;

export interface FieldTypeEntry {
  /** The card of the type in the form of a new field. */
  readonly group: (typeof groups)[number];
  readonly label: string;
  readonly hint: string;
  /** An example value, in the form of a lead's value. */
  readonly example: unknown;
  /** Whether the example may be cut to fit the maximum length of the field. */
  readonly cutsExample: boolean;
  /** Texts to try if the example does not fit the field. */
  readonly otherExamples: readonly string[];
  /** The type of a value, as a vendor's page shows it. */
  readonly documentType: string;

  /** How many options of a select a value holds, if the type has options. */
  readonly options: 'one' | 'several' | undefined;
  /** A number has a minimum and a maximum. */
  readonly number: 'whole' | 'decimal' | undefined;
  /** The maximum length of the type, if a field may set a shorter one. */
  readonly longest: number | undefined;
  readonly takesPattern: boolean;
  /** Whether lists can be filtered by the type: it has one value, which is not long. */
  readonly isFilterable: boolean;

  readonly input: 'line' | 'lines' | 'option' | 'options' | 'truth' | 'number' | 'day' | 'moment' | 'clock';
  /** The `type` of a line's input: on a phone it chooses the keyboard. */
  readonly lineType: 'text' | 'email' | 'tel' | 'url';
  /** Whether the input takes the whole width of the form. */
  readonly isWide: boolean;

  /** Puts a value into words. Absent if the value is shown as it is. */
  readonly words: ((value: string, zone: string) => string) | undefined;
  /** Whether a list shows how long ago the value was. */
  readonly isMoment: boolean;
  /** Whether the value can serve as the title of a lead. */
  readonly names: boolean;
  readonly columnWidth: string;
  readonly look: 'text' | 'figure' | 'when';

  readonly operators: readonly Operator[];
  /** Chooses the words of an order: a value is "above" another, a day or a time of day is "after" another. */
  readonly comparedAs: 'value' | 'day' | 'clock';
  /** The placeholder of an empty input in a condition. */
  readonly placeholder: string | undefined;
  /** How the list of leads is filtered: by options, by one value, or from one value to another. */
  readonly filter: 'choices' | 'choice' | 'text' | 'range' | 'days' | 'times';
}

/** The entry of one line of text. Most other entries begin with it. */
const line = {
  group: 'Text',
  cutsExample: false,
  otherExamples: [],
  documentType: 'string',
  options: undefined,
  number: undefined,
  longest: undefined,
  takesPattern: false,
  isFilterable: true,
  input: 'line',
  lineType: 'text',
  isWide: false,
  words: undefined,
  isMoment: false,
  names: false,
  columnWidth: 'minmax(150px, 1fr)',
  look: 'text',
  operators: textOperators,
  comparedAs: 'value',
  placeholder: 'Value',
  filter: 'text',
} as const satisfies Partial<FieldTypeEntry>;

const choice = { ...line, group: 'Choices' } as const;

const figure = {
  ...line,
  group: 'Numbers and dates',
  input: 'number',
  columnWidth: '130px',
  look: 'figure',
  operators: orderedOperators,
  placeholder: undefined,
  filter: 'range',
} as const;

const when = {
  ...line,
  group: 'Numbers and dates',
  columnWidth: '130px',
  look: 'when',
  operators: orderedOperators,
  comparedAs: 'day',
} as const;

export const traits: Readonly<Record<FieldType, FieldTypeEntry>> = {
  text: {
    ...line,
    label: 'Text',
    hint: 'A line',
    example: 'Aarhus C',
    cutsExample: true,
    // Texts often hold numbers, so some examples are numbers.
    otherExamples: ['5000', '12345678', 'DK', 'A1'],
    longest: 1_000,
    takesPattern: true,
    names: true,
    operators: [...equality, ...search, ...orderOperators, ...emptiness],
  },
  long_text: {
    ...line,
    label: 'Long text',
    hint: 'Several lines',
    example: 'Would like a call in the afternoon.',
    cutsExample: true,
    longest: 10_000,
    isFilterable: false,
    input: 'lines',
    isWide: true,
  },
  email: {
    ...line,
    label: 'E-mail',
    hint: 'Checked',
    example: 'anna@example.com',
    documentType: 'string <email>',
    longest: 254,
    lineType: 'email',
    names: true,
    columnWidth: 'minmax(200px, 1fr)',
  },
  phone: {
    ...line,
    label: 'Phone',
    hint: 'International form',
    example: '+4520314253',
    documentType: 'string <phone>',
    lineType: 'tel',
  },
  url: {
    ...line,
    label: 'Web address',
    hint: 'http or https',
    example: 'https://example.com/',
    documentType: 'string <uri>',
    longest: 2_000,
    lineType: 'url',
  },
  select: {
    ...choice,
    label: 'One option',
    hint: 'From a select',
    example: 'website',
    options: 'one',
    input: 'option',
    operators: [...equality, ...emptiness],
    filter: 'choices',
  },
  multi_select: {
    ...choice,
    label: 'Several options',
    hint: 'From a select',
    example: ['solar_panels', 'battery'],
    documentType: 'array of strings',
    options: 'several',
    isFilterable: false,
    input: 'options',
    isWide: true,
    operators: ['contains', ...emptiness],
  },
  boolean: {
    ...choice,
    label: 'Yes or no',
    hint: 'True or false',
    example: true,
    documentType: 'boolean',
    input: 'truth',
    columnWidth: '110px',
    operators: ['eq', 'neq', ...emptiness],
    filter: 'choice',
  },
  integer: {
    ...figure,
    label: 'Whole number',
    hint: 'Without decimals',
    example: 4200,
    documentType: 'integer',
    number: 'whole',
  },
  number: {
    ...figure,
    label: 'Number',
    hint: 'With decimals',
    example: 120.5,
    documentType: 'number',
    number: 'decimal',
  },
  date: {
    ...when,
    label: 'Date',
    hint: 'A day',
    example: '2026-12-01',
    documentType: 'string <date>',
    input: 'day',
    words: dayWords,
    placeholder: 'Day',
    filter: 'days',
  },
  time: {
    ...when,
    label: 'Time of day',
    hint: 'Hours and minutes',
    example: '09:30',
    documentType: 'string HH:MM',
    input: 'clock',
    comparedAs: 'clock',
    placeholder: undefined,
    filter: 'range',
  },
  datetime: {
    ...when,
    label: 'Date and time',
    hint: 'A moment',
    example: '2026-12-01T09:30:00.000Z',
    documentType: 'string <date-time>',
    input: 'moment',
    words: (value, zone) => exactIn(zone, value),
    isMoment: true,
    columnWidth: '150px',
    placeholder: 'Day and time',
    filter: 'times',
  },
};

/** In the order of the cards. */
export const fieldTypes = Object.keys(traits) as FieldType[];

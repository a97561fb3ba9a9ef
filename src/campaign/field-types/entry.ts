/**
 * All that the server must know about a field type. Each type has one entry in this form, in its own file of this folder;
 * `../field-types.ts` is the table of them. The compiler names every piece that an entry lacks.
 */
import type { Field } from '../definition.ts';
import type { Format } from '../values/formats.ts';
import { type Normalised, refused, stored } from '../values/normalised.ts';

/** A stored value; empty ones are not stored. */
export type FieldValue = string | number | boolean | readonly string[];

export const operators = [
  'eq',
  'neq',
  'in',
  'not_in',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'starts_with',
  'is_empty',
  'is_not_empty',
] as const;

export type Operator = (typeof operators)[number];

export const equality = ['eq', 'neq', 'in', 'not_in', 'is_empty', 'is_not_empty'] as const;
export const order = ['gt', 'gte', 'lt', 'lte'] as const;
export const search = ['contains', 'starts_with'] as const;

/** The limits that an admin may set on a field. */
export type FieldLimits = Pick<Field, 'key' | 'min' | 'max' | 'max_length' | 'pattern'>;

type Scalar = string | number | boolean;

/** A part of a JSON Schema. */
type Schema = Readonly<Record<string, unknown>>;

export interface FieldTypeEntry {
  // Leads
  /** How a value is stored in `values`: dates, times and options are text in a form that sorts as it reads. */
  readonly stored: 'text' | 'number' | 'boolean' | 'list';
  /** The stored form of a value that is not empty. `country`: the default country of the campaign. */
  readonly normalise: (value: unknown, country: string | null) => Normalised;
  /** Rewrites a text into the characters that the document names, before the document judges it. */
  readonly plain: ((text: string) => string) | undefined;
  /** Which kind of key column can hold a copy, if any can. */
  readonly keyColumn: 'text' | 'number' | undefined;
  /** Why no key column can: words that follow "it cannot be searchable:". */
  readonly whyNoKeyColumn: string | undefined;
  /** How a cell of CSV is written. `text` alone can be mistaken for a formula. */
  readonly csv: 'plain' | 'decimal' | 'moment' | 'list' | 'text';

  // Conditions
  readonly operators: readonly Operator[];
  /** Chooses the words of an order: a value is "above" another, a day or a time of day is "after" another. */
  readonly comparedAs: 'value' | 'day' | 'clock';
  /** Whether a list parameter finds values in upper and lower case. */
  readonly ignoresCase: boolean;

  // Properties that a field of the type may have
  /** How many options of a select a value holds, where it holds options. */
  readonly options: 'one' | 'several' | undefined;
  /** Longest text in characters (code points), where the type sets one. */
  readonly maxLength: number | undefined;
  /** Whether a field may set a shorter `max_length`. */
  readonly takesMaxLength: boolean;
  /** Whether `min` and `max` may be set. Only numbers have them: a schema cannot bound a date or a time. */
  readonly bounds: boolean;
  readonly takesPattern: boolean;
  /** Whether a value may be read by the default country of the campaign. */
  readonly readsCountry: boolean;
  /** The form that a text must have, apart from what `normalise` refuses. */
  readonly form: Format | undefined;

  // Documents
  readonly jsonType: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  /** `format` and the like in answers, and in documents of what a field holds. */
  readonly answer: Schema;
  /** Format, lengths and bounds of a value in a request. `filled`: it may not be empty. A type with options adds nothing. */
  readonly request: (field: FieldLimits, filled: boolean) => Schema;
  /** The value of a list parameter. It is looser than the field: a reader may look for what is no longer allowed. */
  readonly parameter: Schema | undefined;
  /** The form of a value in words, because pages do not show patterns; and how a value is stored. */
  readonly hints: readonly string[];
  /** How a value is written, as the documentation page has it. Markdown. */
  readonly words: string;

  // Examples
  /** Values for examples, the longest first: the first that fits the field is shown. */
  readonly samples: (field: FieldLimits, options: readonly string[], country: string | null) => readonly FieldValue[];
  /** Values that may satisfy a condition. `asked`: the values that the condition compares with. */
  readonly toTry: (asked: readonly Scalar[], options: readonly string[]) => readonly FieldValue[];
}

/** Most types share this: one text, compared as a whole. */
export const oneText = {
  stored: 'text',
  plain: undefined,
  keyColumn: 'text',
  whyNoKeyColumn: undefined,
  comparedAs: 'value',
  ignoresCase: false,
  options: undefined,
  maxLength: undefined,
  takesMaxLength: false,
  bounds: false,
  takesPattern: false,
  readsCountry: false,
  form: undefined,
  jsonType: 'string',
  answer: {},
  hints: [],
} as const satisfies Partial<FieldTypeEntry>;

/** Normalises texts with this function; any other value is refused. */
export const ofText =
  (normalise: (text: string, country: string | null) => Normalised): FieldTypeEntry['normalise'] =>
  (value, country) =>
    typeof value === 'string' ? normalise(value, country) : refused('type', 'a text');

export const asSent = ofText(stored);

/** The texts themselves, and longer ones: a pattern, or a phone number's plan, may ask for more characters than a filter names. */
export const longerTexts = (asked: readonly Scalar[]): readonly string[] =>
  asked.flatMap((value) => [0, 1, 2, 3, 4, 6].map((count) => `${value}${'1'.repeat(count)}`));

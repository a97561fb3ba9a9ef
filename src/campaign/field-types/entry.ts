/**
 * All that the server must know about a field type. Each type has one entry in this form, in its own file of this folder;
 * `../field-types.ts` is the table of them. The compiler names every piece that an entry lacks.
 */
import type { Operator } from '../condition/condition.ts';
import type { Field, FieldValue } from '../definition.ts';
import type { Format } from '../values/formats.ts';
import { type Normalised, refused, stored } from '../values/normalised.ts';

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
  /** How a value is stored in `values`: dates, times and options are text that sorts in the right order. */
  readonly stored: 'text' | 'number' | 'boolean' | 'list';
  /** The stored form of a value that is not empty. `country`: the default country of the campaign. */
  readonly normalise: (value: unknown, country: string | null) => Normalised;
  /** Rewrites a text into the characters that the document allows, before validation. */
  readonly plain: ((text: string) => string) | undefined;
  /** The kind of key column that can hold a copy, if any. */
  readonly keyColumn: 'text' | 'number' | undefined;
  /** Why no key column can: words that follow "it cannot be searchable:". */
  readonly whyNoKeyColumn: string | undefined;
  /** How a cell of CSV is written. Only `text` can be mistaken for a formula. */
  readonly csv: 'plain' | 'decimal' | 'moment' | 'list' | 'text';

  // Conditions
  readonly operators: readonly Operator[];
  /** Chooses the words for comparisons: a value is "above" another, a day or a time of day is "after" another. */
  readonly comparedAs: 'value' | 'day' | 'clock';
  /** Whether a list parameter ignores upper and lower case. */
  readonly ignoresCase: boolean;

  // Properties that a field of the type may have
  /** How many options of a select a value has, if the type has options. */
  readonly options: 'one' | 'several' | undefined;
  /** The longest text in characters (code points), if the type has a limit. */
  readonly maxLength: number | undefined;
  /** Whether a field may set a shorter `max_length`. */
  readonly takesMaxLength: boolean;
  /** Whether a field may set `min` and `max`. Only numbers have them, because a schema cannot bound a date or a time. */
  readonly bounds: boolean;
  readonly takesPattern: boolean;
  /** Whether reading a value may depend on the default country of the campaign. */
  readonly readsCountry: boolean;
  /** The form of a text, besides what `normalise` refuses. */
  readonly form: Format | undefined;

  // Documents
  readonly jsonType: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  /** `format` and similar keywords for values in responses. */
  readonly answer: Schema;
  /**
   * Format, lengths and bounds of a value in a request. `filled`: it may not be empty. A type with options adds no keywords.
   */
  readonly request: (field: FieldLimits, filled: boolean) => Schema;
  /**
   * The value of a list parameter. It is less strict than the field, because a reader may look for values that are no longer
   * allowed.
   */
  readonly parameter: Schema | undefined;
  /** The form of a value in words, because pages do not show patterns; and how the value is stored. */
  readonly hints: readonly string[];
  /** How to write a value, for the documentation page. In Markdown. */
  readonly words: string;

  // Examples
  /** Values for examples, the longest first. The first value that fits the field is shown. */
  readonly samples: (field: FieldLimits, options: readonly string[], country: string | null) => readonly FieldValue[];
  /** Values that may match a condition. `asked`: the values in the condition. */
  readonly toTry: (asked: readonly Scalar[], options: readonly string[]) => readonly FieldValue[];
}

/** Most types share these properties: one text, compared as a whole. */
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

/** Normalises texts with this function, and refuses any other value. */
export const ofText =
  (normalise: (text: string, country: string | null) => Normalised): FieldTypeEntry['normalise'] =>
  (value, country) =>
    typeof value === 'string' ? normalise(value, country) : refused('type', 'a text');

export const asSent = ofText(stored);

/** The texts themselves, and longer ones: a pattern or a phone number may need more characters than the filter has. */
export const longerTexts = (asked: readonly Scalar[]): readonly string[] =>
  asked.flatMap((value) => [0, 1, 2, 3, 4, 6].map((count) => `${value}${'1'.repeat(count)}`));

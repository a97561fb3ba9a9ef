/** A field's limits in words, and an example value, for its row and its preview. */
import type { Shape } from '../../api/client.ts';
import { hasOptions, infoOf, isNumeric } from './field-types.ts';

type Field = Shape<'Field'>;
type Options = readonly Shape<'Option'>[];

export function limitWords({ min, max, max_length, pattern }: Field): string[] {
  return [
    min !== null && `at least ${min}`,
    max !== null && `at most ${max}`,
    max_length !== null && `at most ${max_length} characters`,
    pattern !== null && `pattern ${pattern}`,
  ].filter((words) => words !== false);
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

/** "when left out: website". */
export const defaultWords = ({ default: value }: Field): string | undefined =>
  value === null ? undefined : `when left out: ${shown(value)}`;

/** An example value. Undefined if no example is known to match the pattern. */
export function exampleOf(field: Field, options: Options): unknown {
  const { type } = field;
  if (field.default !== null) return field.default;
  if (hasOptions(type)) {
    const values = options.filter(({ archived }) => !archived).map(({ value }) => value);
    return type === 'select' ? values[0] : values.slice(0, 2);
  }
  const { example } = infoOf(type);
  if (isNumeric(type)) return within(field, example as number);
  if (typeof example !== 'string') return example;
  const fits = (text: string) => [...text].length <= (field.max_length ?? 10_000) && matches(field.pattern, text);
  const cut =
    type === 'text' || type === 'long_text' ? [...example].slice(0, field.max_length ?? undefined).join('') : example;
  return [example, cut.trim(), ...others(type)].find(fits);
}

/** Text fields often hold numbers, so some examples are numbers. */
const others = (type: Field['type']): string[] => (type === 'text' ? ['5000', '12345678', 'DK', 'A1'] : []);

function within({ type, min, max }: Field, example: number): number {
  const fitting = Math.min(Math.max(example, min ?? example), max ?? Number.POSITIVE_INFINITY);
  return type === 'integer' ? Math.trunc(fitting) : fitting;
}

function matches(pattern: string | null, text: string): boolean {
  if (pattern === null) return true;
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return false;
  }
}

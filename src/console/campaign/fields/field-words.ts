/** A field's limits in words, and an example value, for its row and its preview. */
import type { Shape } from '../../api/client.ts';
import { type FieldTypeEntry, traits } from './field-types.ts';

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
  const { example, options: holds, number, cutsExample, otherExamples } = traits[field.type];
  if (field.default !== null) return field.default;
  if (holds) {
    const values = options.filter(({ archived }) => !archived).map(({ value }) => value);
    return holds === 'one' ? values[0] : values.slice(0, 2);
  }
  if (number) return within(field, number, example as number);
  if (typeof example !== 'string') return example;
  const fits = (text: string) => [...text].length <= (field.max_length ?? 10_000) && matches(field.pattern, text);
  const cut = cutsExample ? [...example].slice(0, field.max_length ?? undefined).join('') : example;
  return [example, cut.trim(), ...otherExamples].find(fits);
}

function within({ min, max }: Field, number: FieldTypeEntry['number'], example: number): number {
  const fitting = Math.min(Math.max(example, min ?? example), max ?? Number.POSITIVE_INFINITY);
  return number === 'whole' ? Math.trunc(fitting) : fitting;
}

function matches(pattern: string | null, text: string): boolean {
  if (pattern === null) return true;
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return false;
  }
}

/**
 * Turns Ajv's errors into the errors of a response: a JSON pointer, a stable code, a sentence (`error-sentences`), and the allowed
 * values. Ajv reports every violation of a value; the client gets one message that says what would be right.
 */
import type { ErrorObject } from 'ajv';
import { markedNumber } from '../campaign/values/precision.ts';
import { mostErrors } from '../problem/problem.ts';
import { type Located, type Reading, sentenceOf } from './error-sentences.ts';

/** `anyOf` and similar keywords add nothing to the messages of their parts. */
const combining: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'if']);

interface WeightedError extends Located {
  /** Above 0: only one message for the value is returned, the one with the greatest weight. */
  readonly weight: number;
  /** If two messages are about the same aspect of a value, the first is returned. */
  readonly aspect: string;
}

export function readSchemaErrors(errors: readonly ErrorObject[], reading: Reading = {}): readonly Located[] {
  const places = new Map<string, readonly WeightedError[]>();
  for (const error of errors) {
    if (combining.has(error.keyword)) continue;
    if (places.size >= mostErrors) break;
    const located = sentenceOf(error, reading);
    const one = { ...located, weight: weightOf(error, located.code), aspect: aspectOf(error.keyword, located.code) };
    places.set(one.pointer, withOne(places.get(one.pointer) ?? [], one));
  }
  return [...places.values()].flat().map(({ weight: _weight, aspect: _aspect, ...located }) => located);
}

function withOne(known: readonly WeightedError[], one: WeightedError): readonly WeightedError[] {
  const [first] = known;
  if (one.weight > 0) return first && first.weight >= one.weight ? known : [one];
  if (first && (first.weight > 0 || known.some(({ aspect }) => aspect === one.aspect))) return known;
  return [...known, one];
}

function weightOf({ keyword, data }: ErrorObject, code: string): number {
  if (markedNumber(data) !== undefined) return 4;
  if (keyword === 'const') return 5;
  if (keyword === 'type') return data === null ? 4 : 2;
  if (keyword === 'enum') return 3;
  return code === 'required' && typeof data === 'string' ? 1 : 0;
}

/** Keywords about the form of a text. */
const forms: ReadonlySet<string> = new Set(['format', 'x-format', 'pattern', 'x-pattern']);
const aspectOf = (keyword: string, code: string): string => (forms.has(keyword) ? 'form' : code);

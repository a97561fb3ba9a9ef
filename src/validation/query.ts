/**
 * Converts query parameters from text to the types of the document. A text that does not fit its type stays text. The schema
 * then reports the mistake. The values of a list are separated by commas, or its name is repeated, as many clients do by
 * default. Any other repeated parameter is refused, because one of the values would be lost silently.
 */
import { exactNumber } from '../campaign/values/precision.ts';
import type { Parameter } from '../document/openapi.ts';
import type { InputError } from '../problem/problem.ts';
import { knownName } from './query-names.ts';
import type { SentValues } from './sent-query.ts';

export interface ReadQuery {
  readonly values: Record<string, unknown>;
  /** The known parameters as text, with their names as in the document. */
  readonly texts: Record<string, string>;
  readonly errors: readonly InputError[];
}

export function readQuery(sent: Readonly<SentValues>, parameters: readonly Parameter[]): ReadQuery {
  // Without a prototype: a parameter may be called `__proto__`, and must be refused like any other unknown parameter.
  const values: Record<string, unknown> = Object.create(null);
  const texts: Record<string, string> = Object.create(null);
  const errors: InputError[] = [];
  for (const [name, [...given]] of gathered(sent, parameters)) {
    const parameter = queryParameter(parameters, name);
    const text = given.join(',');
    if (given.length > 1 && !(parameter && isList(parameter))) {
      errors.push({ parameter: name, code: 'repeated', detail: `\`${name}\` may occur only once.` });
      continue;
    }
    values[name] = parameter ? readValue(text, parameter.schema) : text;
    if (parameter) texts[name] = typeof values[name] === 'boolean' ? String(values[name]) : text;
  }
  return { values, texts, errors };
}

/** Every value of a parameter, from all spellings of its name. */
function gathered(sent: Readonly<SentValues>, parameters: readonly Parameter[]): ReadonlyMap<string, string[]> {
  const byName = new Map<string, string[]>();
  const isKnown = (name: string) => queryParameter(parameters, name) !== undefined;
  const takesList = (name: string) => {
    const found = queryParameter(parameters, name);
    return found !== undefined && isList(found);
  };
  for (const [name, value] of Object.entries(sent)) {
    const known = knownName(name, isKnown, takesList);
    byName.set(known, (byName.get(known) ?? []).concat(value));
  }
  return byName;
}

const queryParameter = (parameters: readonly Parameter[], name: string): Parameter | undefined =>
  parameters.find((p) => p.in === 'query' && p.name === name);

const isList = ({ schema }: Parameter): boolean => schema.type === 'array';

function readValue(text: string, schema: Parameter['schema']): unknown {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (types.includes('array')) return text.split(',');
  if (types.includes('integer') && /^-?\d{1,16}$/.test(text)) return Number(text);
  if (types.includes('number') && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return exactNumber(text);
  if (types.includes('boolean')) return readBoolean(text) ?? text;
  return text;
}

const booleans: Readonly<Record<string, boolean>> = { true: true, 1: true, false: false, 0: false };

/**
 * The only place that reads a boolean of a query: `true`, `false`, `1` and `0`, in any case. All other code uses the result.
 * If `dry_run` were compared with a text elsewhere, `dry_run=1` could write.
 */
function readBoolean(text: string): boolean | undefined {
  const small = text.toLowerCase();
  return Object.hasOwn(booleans, small) ? booleans[small] : undefined;
}

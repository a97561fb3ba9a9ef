/**
 * Query parameters from text to the types that the document gives them. A text that is not of its type stays text: the
 * schema then says what is wrong. A list is separated by commas, or its name is given once for each entry, as many clients
 * do unasked. Any other parameter given twice is refused: one of the two would be lost silently.
 */
import { exactNumber } from '../campaign/precision.ts';
import type { Parameter } from '../document/openapi.ts';
import type { InputError } from '../problem/problem.ts';

type Values = Record<string, unknown>;

export function readQuery(
  query: Readonly<Record<string, unknown>>,
  parameters: readonly Parameter[],
): { values: Values; errors: readonly InputError[] } {
  // Without a prototype: a parameter may be called `__proto__`, and must be refused like any other unknown one.
  const values: Values = Object.create(null);
  const errors: InputError[] = [];
  for (const [name, raw] of Object.entries(query)) {
    const parameter = parameters.find((p) => p.in === 'query' && p.name === name);
    const text = parameter && isList(parameter) ? joined(raw) : raw;
    if (typeof text !== 'string') {
      errors.push({ parameter: name, code: 'repeated', detail: `\`${name}\` must be given once.` });
      continue;
    }
    values[name] = parameter ? readValue(text, parameter.schema) : text;
  }
  return { values, errors };
}

const isList = ({ schema }: Parameter): boolean => schema.type === 'array';

/** A parameter that was given several times as the one text that it comes to. */
export const joined = (raw: unknown): unknown => (Array.isArray(raw) ? raw.join(',') : raw);

function readValue(text: string, schema: Parameter['schema']): unknown {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (types.includes('array')) return text.split(',');
  if (types.includes('integer') && /^-?\d{1,16}$/.test(text)) return Number(text);
  if (types.includes('number') && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return exactNumber(text);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

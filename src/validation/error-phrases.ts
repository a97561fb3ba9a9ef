/** Phrases for the sentences of `schema-errors`: names of places, expected types and forms, and suggestions. */
import { distance } from 'fastest-levenshtein';
import { formats } from '../campaign/values/formats.ts';
import { patternWords } from '../campaign/values/patterns.ts';
import { markedNumber } from '../campaign/values/precision.ts';

/** The required form of a text, by its schema's format or our own pattern; `undefined` if an admin wrote the pattern. */
export function formOf(schema: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof schema.pattern === 'string' && patternWords[schema.pattern]) return patternWords[schema.pattern];
  const format = schema['x-format'] ?? schema.format;
  if (format === undefined) return undefined;
  if (format === 'uuid') return 'a UUID such as 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';
  return formats[String(format)]?.words ?? `of the format ${format}`;
}

/** ` (did you mean …?)`, if one of the known values is similar. */
export function nearest(value: unknown, known: readonly unknown[]): string {
  if (typeof value !== 'string' || value.length > 100) return '';
  let best: { text: string; far: number } | undefined;
  for (const candidate of known) {
    if (typeof candidate !== 'string') continue;
    const farthest = Math.min(Math.max(1, Math.floor((candidate.length + 1) / 3)), best ? best.far - 1 : Infinity);
    // The distance is at least the difference in length, so most candidates need no comparison.
    if (Math.abs(value.length - candidate.length) > farthest) continue;
    const far = distance(value.toLowerCase(), candidate.toLowerCase());
    if (far <= farthest) best = { text: candidate, far };
  }
  return best ? ` (did you mean \`${best.text}\`?)` : '';
}

/**
 * Names the right type, and shows the right form if a text contains a value that would be right without quotes. `asText`:
 * all values were sent as text, so quotes do not matter.
 */
export function sayType(name: string, type: unknown, data: unknown, asText: boolean): string {
  const types = (Array.isArray(type) ? type : [type]).filter((t) => t !== 'null') as string[];
  const wanted = types.map((t) => typeNames[t] ?? t).join(' or ');
  if (data === null) return `${name} cannot be null here: it must be ${wanted}.`;
  const number =
    markedNumber(data) ?? (typeof data === 'number' || typeof data === 'boolean' ? String(data) : undefined);
  const quoted = number === undefined ? undefined : cut(number, 40);
  if (quoted !== undefined && types.includes('string') && !asText)
    return `${name} must be ${wanted}: send "${quoted}" in quotes, not ${quoted}.`;
  if (quoted !== undefined) return `${name} must be ${wanted}.`;
  const decimal = typeof data === 'string' ? decimalPoint(types, data) : '';
  if (asText || decimal !== '') return `${name} must be ${wanted}${decimal}.`;
  if (data === '') return `${name} must be ${wanted}${[type].flat().includes('null') ? sayNone : ''}.`;
  const right = typeof data === 'string' && data.length <= 40 ? unquoted(types, data) : undefined;
  const shown = right === undefined ? '' : `: send ${right} without quotes, not ${JSON.stringify(data)}`;
  return `${name} must be ${wanted}${shown}.`;
}

/** Only text fields accept an empty text. */
export const sayNone = ': if there is none, send `null` or leave it out';

/** `12,5`, `1.234,5` and `1 234`: a number in the style of another country. */
function decimalPoint(types: readonly string[], text: string): string {
  if (!/^[+-]?\d{1,15}([., '\u00a0\u202f]\d{1,15}){1,5}$/.test(text) || /^[+-]?\d+\.\d+$/.test(text)) return '';
  if (types.includes('number'))
    return ': write a point before the decimals, and nothing between thousands, as in 1234.5';
  return types.includes('integer') ? ': write nothing between thousands, as in 1234' : '';
}

function unquoted(types: readonly string[], text: string): string | undefined {
  if (types.includes('integer') && /^-?(0|[1-9]\d*)$/.test(text)) return text;
  if (types.includes('number') && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return text;
  return types.includes('boolean') && /^(true|false)$/.test(text) ? text : undefined;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

export const count = (n: unknown, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** The name of the place, such as `` `zip` `` or `` Entry 1 of `interests` ``. Not for the pointer to the whole body. */
export function nameOf(pointer: string): string {
  const parts = pointer.split('/').slice(1).map(unescapePointer);
  const last = parts.pop() ?? '';
  const list = parts.pop();
  if (list !== undefined && /^\d+$/.test(last)) return `Entry ${Number(last) + 1} of \`${cut(list)}\``;
  return `\`${cut(last)}\``;
}

/** A name from the client, shortened if it is long. */
export function cut(name: string, longest = 80): string {
  return name.length > longest ? `${name.slice(0, longest)}…` : name;
}

/** Escapes a name for a JSON pointer (RFC 6901, 3). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The sentences about wrong values: for each keyword of a schema, what the value must be, and a hint if one can be given. */
import type { ErrorObject } from 'ajv';
import { patternWords, withoutEmpty } from '../campaign/values/patterns.ts';
import { markedNumber } from '../campaign/values/precision.ts';
import type { InputCode } from '../problem/input-codes.ts';
import type { InputError } from '../problem/problem.ts';
import { wrongInEmail } from './email-words.ts';
import { count, cut, escapePointer, formOf, nameOf, nearest } from './error-phrases.ts';
import { codeOfKeyword } from './keyword-codes.ts';
import { wrongInTime } from './time-words.ts';
import { wrongInUrl } from './url-words.ts';

/** The largest number of values in `allowed`. The document lists them all. */
const maxAllowed = 50;

export type Located = Omit<InputError, 'parameter'> & { readonly pointer: string };

export interface Reading {
  /** Whether all values were sent as text, as in a query. Then messages do not mention quotes. */
  readonly asText?: boolean;
  /** Keys of the campaign's fields, which belong under `fields`. */
  readonly fields?: readonly string[];
  /** The name of what is validated, if it is not the body. */
  readonly whole?: string;
}

/** The place, the code and the sentence of one error of Ajv. */
export function sentenceOf(error: ErrorObject, reading: Reading): Located {
  const { instancePath: pointer, keyword, params, data } = error;
  const schema = (error.parentSchema ?? {}) as Record<string, unknown>;
  const name = pointer === '' ? (reading.whole ?? 'The body') : nameOf(pointer);
  const say = (code: InputCode, detail: string, allowed?: readonly unknown[]): Located => ({
    pointer,
    code,
    detail,
    ...(allowed && allowed.length <= maxAllowed && { allowed }),
  });
  const marked = markedNumber(data);
  if (marked !== undefined) return say(...sayMarked(name, schema, data, marked));
  switch (keyword) {
    case 'required': {
      const missing = String(params.missingProperty);
      const whose = name.startsWith('Entry') ? ` of entry${name.slice('Entry'.length)}` : '';
      return {
        ...say('required', `\`${missing}\`${whose} is required.`),
        pointer: `${pointer}/${escapePointer(missing)}`,
      };
    }
    case 'additionalProperties':
      return unknownMember(pointer, String(params.additionalProperty), schema, reading);
    case 'type': {
      const ofField = /^\/fields\/[^/]*$/.test(pointer);
      if (data === null && ofField) return say('required', `${name} is required and cannot be empty.`);
      if (data === '' && ofField && !takesNull(schema)) return say('required', `${name} cannot be empty.`);
      return say('type', sayType(name, params.type, data, reading.asText ?? false));
    }
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).filter((value) => value !== null);
      const choices =
        allowed.length <= maxAllowed
          ? `one of ${allowed.map((v) => JSON.stringify(v)).join(', ')}`
          : 'one of the values that the documentation lists';
      const orNull = error.schemaPath.includes('/anyOf/');
      const hint = data === '' ? (orNull ? sayNone : sayEmpty(schema)) : nearest(data, allowed);
      return say('not_allowed', `${name} must be ${choices}${hint}.`, allowed);
    }
    case 'const':
      return say(
        'pinned',
        `${name} is fixed to ${JSON.stringify(params.allowedValue)} for this token; leave it out or send exactly that.`,
        [params.allowedValue],
      );
    case 'minLength':
      return data === ''
        ? say('required', `${name} cannot be empty.`)
        : say('min_length', `${name} must have at least ${count(params.limit, 'character')}.`);
    case 'maxLength':
      return say('max_length', `${name} must have at most ${count(params.limit, 'character')}.`);
    case 'minItems':
      return say(
        params.limit === 1 ? 'required' : 'min_items',
        `${name} must have at least ${count(params.limit, 'entry', 'entries')}.`,
      );
    case 'maxItems':
      return say('max_items', `${name} must have at most ${count(params.limit, 'entry', 'entries')}.`);
    case 'minimum':
      return say('minimum', sayBound(name, 'least', params.limit));
    case 'maximum':
      return say('maximum', sayBound(name, 'most', params.limit));
    case 'format':
    case 'x-format':
      return say(...sayForm(name, schema, data));
    case 'pattern':
    case 'x-pattern':
      return say(...sayPattern(name, schema, error.schema, data));
    case 'not':
      return say('not_allowed', `${name} accepts no value at present.`, []);
    default:
      return say(codeOfKeyword(keyword), `${name} ${error.message ?? 'is not right'}.`);
  }
}

/** Code and sentence, with the words of the schema, or with the pattern itself if an admin wrote it. */
function sayPattern(
  name: string,
  schema: Record<string, unknown>,
  pattern: unknown,
  data: unknown,
): [InputCode, string] {
  if (schema.minLength !== undefined && isBlank(data)) return sayBlank(name, data);
  if (schema['x-form'] !== undefined || patternWords[String(pattern)] !== undefined) return sayForm(name, schema, data);
  const shown = `\`${withoutEmpty(String(pattern))}\``;
  return ['pattern', `${name} must match ${shown}${spacesAround(data)}.`];
}

function sayForm(name: string, schema: Record<string, unknown>, data: unknown): [InputCode, string] {
  if (isBlank(data) && (schema.minLength !== undefined || (data === '' && !takesNull(schema))))
    return sayBlank(name, data);
  const { format } = schema;
  const hint =
    data === ''
      ? sayNone
      : wrongInTime(data, format) || wrongInUrl(data, format) || wrongInEmail(data, format) || spacesAround(data);
  return [schema.format === undefined ? 'pattern' : 'format', `${name} must be ${formOf(schema)}${hint}.`];
}

const sayBlank = (name: string, data: unknown): [InputCode, string] => [
  'required',
  `${name} cannot be ${data === '' ? 'empty' : 'blank'}.`,
];

/** For a number that a double cannot hold: it is out of bounds, it would be rounded, or a number is not allowed. */
function sayMarked(
  name: string,
  schema: Readonly<Record<string, unknown>>,
  data: unknown,
  sent: string,
): [InputCode, string] {
  const types = [schema.type ?? 'string'].flat();
  if (!types.includes('number') && !types.includes('integer')) return ['type', sayType(name, types, data, false)];
  // Without bounds in the schema, the bounds of a double apply.
  const { minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE } = schema;
  const value = Number(sent);
  if (typeof maximum === 'number' && value > maximum) return ['maximum', sayBound(name, 'most', maximum)];
  if (typeof minimum === 'number' && value < minimum) return ['minimum', sayBound(name, 'least', minimum)];
  return [
    'precision',
    `${name} has more digits than can be stored: ${cut(sent, 40)} would become ${value}. Send at most 15.`,
  ];
}

/** If the bound is that of a double, naming it would not help. */
function sayBound(name: string, which: 'least' | 'most', limit: unknown): string {
  if (Math.abs(Number(limit)) === Number.MAX_VALUE) return `${name} is too ${which === 'most' ? 'large' : 'small'}.`;
  return `${name} must be at ${which} ${limit}.`;
}

const takesNull = ({ type }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(type) && type.includes('null');

/** For a choice that was sent as `""`: a field may accept `null`, and a status with a default may be left out. */
function sayEmpty(schema: Readonly<Record<string, unknown>>): string {
  if (takesNull(schema)) return sayNone;
  return schema['x-default'] === undefined ? ': it cannot be empty' : ': if there is none, leave it out';
}

function spacesAround(data: unknown): string {
  return typeof data === 'string' && data !== data.trim() ? ': there is white space around it' : '';
}

const isBlank = (data: unknown): boolean => typeof data === 'string' && data.trim() === '';

function unknownMember(at: string, member: string, schema: Record<string, unknown>, reading: Reading): Located {
  const pointer = `${at}/${escapePointer(cut(member, 200))}`;
  const shown = `\`${cut(member)}\``;
  const say = (detail: string): Located => ({ pointer, code: 'unknown', detail });
  const left = schema['x-left-out'] as Readonly<Record<string, string>> | undefined;
  if (left && Object.hasOwn(left, member)) return say(`${shown} ${left[member]}; leave it out.`);
  const key = member.replace(/^fields\./, '');
  if (at === '' && reading.fields?.includes(key))
    return say(
      key === member
        ? `${shown} is a field of the campaign: it belongs under \`fields\`.`
        : `${shown} is the name of the field in a form. In JSON it is \`${cut(key)}\` under \`fields\`.`,
    );
  const where = at === '/fields' ? 'a field of this campaign' : 'known here';
  return say(`${shown} is not ${where}${nearest(member, Object.keys((schema.properties ?? {}) as object))}.`);
}

/**
 * Names the right type, and shows the right form if a text contains a value that would be right without quotes. `asText`:
 * all values were sent as text, so quotes do not matter.
 */
function sayType(name: string, type: unknown, data: unknown, asText: boolean): string {
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
const sayNone = ': if there is none, send `null` or leave it out';

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

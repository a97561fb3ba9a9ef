/** From Ajv's errors to what a client is told: a JSON pointer, a stable code, a sentence, and the allowed values. */
import type { ErrorObject } from 'ajv';
import { distance } from 'fastest-levenshtein';
import type { InputError } from '../problem/problem.ts';

/** More values than this are not listed in `allowed`; the document lists them all. */
const listed = 50;
/** More errors than this are not told. */
export const told = 100;

type Located = Omit<InputError, 'parameter'> & { readonly pointer: string };

export function readSchemaErrors(errors: readonly ErrorObject[]): readonly Located[] {
  const read = new Map<string, Located>();
  for (const error of errors) {
    if (read.size >= told) break;
    // What `not`, `anyOf` and the like say of themselves adds nothing to what their parts say.
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf' || error.keyword === 'if') continue;
    const one = readOne(error);
    if (!read.has(`${one.pointer} ${one.code}`)) read.set(`${one.pointer} ${one.code}`, one);
  }
  return [...read.values()];
}

function readOne(error: ErrorObject): Located {
  const { instancePath: pointer, keyword, params, data } = error;
  const schema = (error.parentSchema ?? {}) as Record<string, unknown>;
  const name = nameOf(pointer);
  const say = (code: string, detail: string, allowed?: readonly unknown[]): Located => ({
    pointer,
    code,
    detail,
    ...(allowed && allowed.length <= listed && { allowed }),
  });
  switch (keyword) {
    case 'required': {
      const missing = String(params.missingProperty);
      return { ...say('required', `\`${missing}\` is required.`), pointer: `${pointer}/${escapePointer(missing)}` };
    }
    case 'additionalProperties':
      return unknownMember(
        pointer,
        String(params.additionalProperty),
        Object.keys((schema.properties ?? {}) as object),
      );
    case 'type':
      return data === null
        ? say('required', `${name} is required and cannot be empty.`)
        : say('type', sayType(name, params.type, data));
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).filter((value) => value !== null);
      const choices =
        allowed.length <= listed
          ? `one of ${allowed.map((v) => JSON.stringify(v)).join(', ')}`
          : 'one of the values that the documentation lists';
      return say('not_allowed', `${name} must be ${choices}${nearest(data, allowed)}.`, allowed);
    }
    case 'const':
      return say(
        'pinned',
        `${name} is fixed to ${JSON.stringify(params.allowedValue)} for this token; leave it out or send that.`,
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
    case 'uniqueItems':
      return say('unique_items', `${name} must not name the same entry twice.`);
    case 'minimum':
      return say('minimum', `${name} must be at least ${params.limit}.`);
    case 'maximum':
      return say('maximum', `${name} must be at most ${params.limit}.`);
    case 'format':
      return say(
        'format',
        `${name} must be ${formatNames[String(params.format)] ?? `of the format ${params.format}`}.`,
      );
    case 'pattern':
      return say(
        'pattern',
        `${name} does not have the form that is asked for${schema['x-form'] ? `: ${schema['x-form']}` : ` (\`${params.pattern}\`)`}.`,
      );
    case 'not':
      if (Object.keys((error.schema ?? {}) as object).length === 0)
        return say('not_allowed', `${name} has no value that may be written at present.`, []);
      return say('format', `${name} contains a character that cannot be stored.`);
    default:
      return say(keyword, `${name} ${error.message ?? 'is not right'}.`);
  }
}

const formatNames: Readonly<Record<string, string>> = {
  email: 'an e-mail address such as anna@example.com',
  date: 'a date such as 2026-11-23',
  'date-time': 'a time with its offset, such as 2026-11-23T10:15:30Z',
  uri: 'an address such as https://example.com/',
  uuid: 'a UUID',
};

function unknownMember(at: string, member: string, known: readonly string[]): Located {
  const pointer = `${at}/${escapePointer(member)}`;
  const shown = member.length > 80 ? `${member.slice(0, 80)}…` : member;
  const where = at === '/fields' ? 'a field of this campaign' : 'known here';
  return { pointer, code: 'unknown', detail: `\`${shown}\` is not ${where}${nearest(member, known)}.` };
}

/** ` (did you mean …?)`, when one of the known values is near. */
export function nearest(value: unknown, known: readonly unknown[]): string {
  if (typeof value !== 'string' || value.length > 100) return '';
  let best: { text: string; far: number } | undefined;
  for (const candidate of known) {
    if (typeof candidate !== 'string') continue;
    const far = distance(value.toLowerCase(), candidate.toLowerCase());
    if (far <= Math.max(1, Math.floor((candidate.length + 1) / 3)) && (!best || far < best.far))
      best = { text: candidate, far };
  }
  return best ? ` (did you mean \`${best.text}\`?)` : '';
}

/** Says which type is right, and shows the form where a text holds what would be right without quotes. */
function sayType(name: string, type: unknown, data: unknown): string {
  const types = (Array.isArray(type) ? type : [type]).filter((t) => t !== 'null') as string[];
  const wanted = types.map((t) => typeNames[t] ?? t).join(' or ');
  const right = typeof data === 'string' && data.length <= 40 ? unquoted(types, data) : undefined;
  const shown = right === undefined ? '' : `: send ${right} without quotes, not ${JSON.stringify(data)}`;
  if (types.includes('string') && (typeof data === 'number' || typeof data === 'boolean')) {
    return `${name} must be ${wanted}: send "${data}" in quotes, not ${data}.`;
  }
  return `${name} must be ${wanted}${shown}.`;
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

const count = (n: unknown, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

function nameOf(pointer: string): string {
  if (pointer === '') return 'The body';
  return `\`${(pointer.split('/').pop() ?? '').replaceAll('~1', '/').replaceAll('~0', '~').slice(0, 80)}\``;
}

/** RFC 6901, 3. */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

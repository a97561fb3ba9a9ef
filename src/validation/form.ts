/**
 * Reads a form as the JSON that it stands for, by the document's list of names, so that it gets the same problems at the
 * same pointers. A text that does not fit its type stays text. The JSON schema then reports the mistake.
 */
import { exactNumber } from '../campaign/values/precision.ts';
import type { Schema } from '../document/openapi.ts';
import { type InputError, mostErrors } from '../problem/problem.ts';
import type { FormNames } from './compiled.ts';
import { cut, escapePointer } from './error-phrases.ts';

export type Form = Readonly<Record<string, string | readonly string[]>>;

export interface ReadForm {
  readonly body: Readonly<Record<string, unknown>>;
  readonly errors: readonly InputError[];
}

/** `trim`: removes the white space around the text of a known name. */
export function readForm(
  sent: Form,
  { properties }: FormNames,
  trim: (name: string, text: string) => string,
): ReadForm {
  const given = new Map<string, string[]>();
  for (const [name, value] of Object.entries(sent)) {
    const known = plainName(name, properties);
    // An empty value counts as not sent, but an unknown name is reported even if its value is empty.
    const isKnown = Object.hasOwn(properties, known);
    const texts = [value].flat();
    const values = isKnown ? texts.map((text) => trim(known, text)).filter((text) => text !== '') : texts;
    if (values.length === 0) continue;
    const all = given.get(known) ?? [];
    for (const text of values) all.push(text);
    given.set(known, all);
  }
  const members: [string, unknown][] = [];
  const fields: [string, unknown][] = [];
  const errors: InputError[] = [];
  for (const [name, all] of given) {
    const type = Object.hasOwn(properties, name) ? properties[name]?.['x-json'] : undefined;
    const values = type === 'boolean' ? withoutHidden(all) : all;
    const [key, into] = name.startsWith('fields.') ? [name.slice('fields.'.length), fields] : [name, members];
    const [first = ''] = values;
    if (name === 'fields') errors.push(unknownFields);
    else if (type === 'array') into.push([key, entriesOf(values)]);
    else if (values.length > 1)
      errors.push({ pointer: pointerOf(name), code: 'repeated', detail: `\`${cut(name)}\` may occur only once.` });
    else into.push([key, jsonValue(first, type)]);
  }
  return { body: Object.fromEntries([...members, ['fields', Object.fromEntries(fields)]]), errors };
}

const unknownFields: InputError = {
  pointer: '/fields',
  code: 'unknown',
  detail: '`fields` is not a name of this form. Each field has its own name, such as `fields.zip`.',
};

/** Options contain no commas. A form with two boxes for one option sends it twice. */
function entriesOf(values: readonly string[]): readonly string[] {
  const entries = values.flatMap((value) => value.split(',')).map((entry) => entry.trim());
  return [...new Set(entries)].filter((entry) => entry !== '');
}

/** The form with at most as many unknown names as are reported. Further ones would slow down every later step. */
export function withFewerNames(form: Form, { properties }: FormNames): Form {
  const names = Object.entries(form);
  if (names.length <= mostErrors) return form;
  let strangers = 0;
  return Object.fromEntries(
    names.filter(([name]) => Object.hasOwn(properties, plainName(name, properties)) || strangers++ < mostErrors),
  );
}

/** The JSON pointer of a name: `/fields/zip` for `fields.zip`. */
export function pointerOf(name: string): string {
  return name.startsWith('fields.')
    ? `/fields/${escapePointer(name.slice('fields.'.length))}`
    : `/${escapePointer(name)}`;
}

/**
 * The name as in the document. PHP and Rails write `fields[zip]`, `fields.tags[]` and `fields[tags][0]`. Names of unknown
 * fields are changed as well, so that they are reported at the right place.
 */
function plainName(name: string, properties: Readonly<Record<string, Schema>>): string {
  if (Object.hasOwn(properties, name)) return name;
  const [, bracketed] = /^fields\[([^\][]+)\](?:\[\d{0,4}\])?$/.exec(name) ?? [];
  if (bracketed !== undefined) return `fields.${bracketed}`;
  const single = name.replace(/\[\d{0,4}\]$/, '');
  return Object.hasOwn(properties, single) ? single : name;
}

const yes = /^(?:true|yes|on|1)$/i;
const no = /^(?:false|no|off|0)$/i;
/** The form of numbers in a form. The limits avoid reading a long text to its end. */
const integer = /^[+-]?\d{1,16}$/;
const number = /^[+-]?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,4})?$/;

/**
 * A checkbox that is not ticked sends nothing, so many forms have a hidden `0` before it with the same name: the last of the
 * two counts.
 */
function withoutHidden(values: readonly string[]): readonly string[] {
  const [first = '', last = ''] = values;
  return values.length === 2 && no.test(first) ? [last] : values;
}

function jsonValue(text: string, type: unknown): unknown {
  if (type === 'boolean') return yes.test(text) ? true : no.test(text) ? false : text;
  if (type === 'integer' || type === 'number')
    return (type === 'integer' ? integer : number).test(text) ? exactNumber(text) : text;
  return text;
}

/**
 * A form as the JSON that it stands for, by what the document says of its names: so that it has the same problems, at the
 * same pointers. A text that is not of its type stays text: the schema then says what is wrong.
 */
import { formBooleans } from '../campaign/patterns.ts';
import { exactNumber } from '../campaign/precision.ts';
import type { Schema } from '../document/openapi.ts';
import { type InputError, mostErrors } from '../problem/problem.ts';
import type { CompiledForm } from './compiled.ts';
import { cut, escapePointer } from './error-words.ts';

export type Form = Readonly<Record<string, string | readonly string[]>>;

export interface ReadForm {
  /** The form under the document's names, without what is empty. */
  readonly form: Form;
  readonly body: Readonly<Record<string, unknown>>;
  readonly errors: readonly InputError[];
}

/** `trim`: what a text under a name of the document comes to without the white space around it. */
export function readForm(
  sent: Form,
  { properties }: CompiledForm,
  trim: (name: string, text: string) => string,
): ReadForm {
  const given = new Map<string, string[]>();
  for (const [name, value] of Object.entries(sent)) {
    const known = plainName(name, properties);
    // What is empty counts as not sent; a name that is not known is told all the same.
    const isKnown = Object.hasOwn(properties, known);
    const texts = [value].flat();
    const values = isKnown ? texts.map((text) => trim(known, text)).filter((text) => text !== '') : texts;
    if (values.length === 0) continue;
    const all = given.get(known) ?? [];
    for (const text of values) all.push(text);
    given.set(known, all);
  }
  const form: [string, string | string[]][] = [];
  const members: [string, unknown][] = [];
  const fields: [string, unknown][] = [];
  const errors: InputError[] = [];
  for (const [name, all] of given) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const values = withoutHidden(all, schema);
    const [key, into] = name.startsWith('fields.') ? [name.slice('fields.'.length), fields] : [name, members];
    const [first = ''] = values;
    if (schema?.type === 'array') {
      // A form with two boxes for one option sends it twice.
      const entries = [...new Set(values)];
      form.push([name, entries]);
      into.push([key, entries]);
    } else if (values.length > 1) {
      errors.push({ pointer: pointerOf(name), code: 'repeated', detail: `\`${cut(name)}\` must be given once.` });
    } else {
      form.push([name, first]);
      into.push([key, schema ? jsonValue(first, schema) : first]);
    }
  }
  const body = Object.fromEntries([...members, ['fields', Object.fromEntries(fields)]]);
  return { form: Object.fromEntries(form), body, errors };
}

/** The form with at most as many unknown names as are told of: each of the others would cost every step that follows. */
export function withFewerNames(form: Form, { properties }: CompiledForm): Form {
  const names = Object.entries(form);
  if (names.length <= mostErrors) return form;
  let strangers = 0;
  return Object.fromEntries(
    names.filter(([name]) => Object.hasOwn(properties, plainName(name, properties)) || strangers++ < mostErrors),
  );
}

/** `/fields/zip` for `fields.zip`. */
export function pointerOf(name: string): string {
  return name.startsWith('fields.')
    ? `/fields/${escapePointer(name.slice('fields.'.length))}`
    : `/${escapePointer(name)}`;
}

/**
 * The name as the document has it: PHP and Rails write `fields[zip]`, `fields.tags[]` and `fields[tags][0]`; also where there is no
 * such field, so that this is told at its place.
 */
function plainName(name: string, properties: Readonly<Record<string, Schema>>): string {
  if (Object.hasOwn(properties, name)) return name;
  const [, bracketed] = /^fields\[([^\][]+)\](?:\[\d{0,4}\])?$/.exec(name) ?? [];
  if (bracketed !== undefined) return `fields.${bracketed}`;
  const single = name.replace(/\[\d{0,4}\]$/, '');
  return Object.hasOwn(properties, single) ? single : name;
}

const yes = new RegExp(formBooleans.true.pattern, 'u');
const no = new RegExp(formBooleans.false.pattern, 'u');

/** A checkbox that is not ticked sends nothing, so a hidden `0` stands before it under the same name: the last of the two counts. */
function withoutHidden(values: readonly string[], schema: Schema | undefined): readonly string[] {
  const [first = '', last = ''] = values;
  return schema?.['x-json'] === 'boolean' && values.length === 2 && no.test(first) ? [last] : values;
}

function jsonValue(text: string, schema: Schema): unknown {
  if (schema['x-json'] === undefined) return text;
  if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(text)) return text;
  return schema['x-json'] === 'boolean' ? yes.test(text) : exactNumber(text);
}

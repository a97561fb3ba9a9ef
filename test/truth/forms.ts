/**
 * Writes bodies as forms, and reads forms as JSON, by the rules of the document: everything is text, options of one field
 * are separated by commas or sent one by one, and an empty value counts as not sent.
 */
import type { Random } from '../../src/demo/random.ts';
import type { Schema } from '../../src/document/openapi.ts';

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes the JSON of a lead as a form. */
export function formText(random: Random, body: unknown): string {
  const { fields, ...members } = isMembers(body) ? body : {};
  const named = Object.entries(isMembers(fields) ? fields : {}).map(
    ([key, value]) => [`fields.${key}`, value] as const,
  );
  const parts = [...Object.entries(members), ...named].flatMap(([name, value]): [string, string][] => {
    if (!Array.isArray(value)) return [[name, written(value)]];
    return random.chance(0.5) ? [[name, value.map(written).join(',')]] : value.map((one) => [name, written(one)]);
  });
  return new URLSearchParams(parts).toString();
}

const written = (value: unknown): string =>
  (value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
  ).toWellFormed();

/** Reads a form as JSON. `wrong`: a name is repeated that may occur only once. */
export function formAsJson(schema: Schema, text: string): { readonly body: Members; readonly wrong: boolean } {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const form = new URLSearchParams(text);
  let wrong = false;
  const members: [string, unknown][] = [];
  const fields: [string, unknown][] = [];
  for (const name of new Set(form.keys())) {
    const type = Object.hasOwn(properties, name) ? properties[name]?.['x-json'] : undefined;
    const values = form.getAll(name);
    // An external id is never trimmed.
    const isEmpty = (value: string) => (name === 'external_id' ? value : value.trim()) === '';
    if (Object.hasOwn(properties, name) && values.every(isEmpty)) continue;
    if (type !== 'array' && values.length > 1) wrong = true;
    const value = type === 'array' ? entries(values) : jsonOf(type, values[0] ?? '');
    if (name.startsWith('fields.')) fields.push([name.slice('fields.'.length), value]);
    else members.push([name, value]);
  }
  return { body: { ...Object.fromEntries(members), fields: Object.fromEntries(fields) }, wrong };
}

const entries = (values: readonly string[]): readonly string[] =>
  values
    .flatMap((value) => value.split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

function jsonOf(type: unknown, text: string): unknown {
  const plain = text.trim();
  if (type === 'boolean')
    return /^(true|yes|on|1)$/i.test(plain) ? true : /^(false|no|off|0)$/i.test(plain) ? false : text;
  if (type === 'integer') return /^[+-]?\d{1,16}$/.test(plain) ? Number(plain) : text;
  if (type === 'number') return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(plain) ? Number(plain) : text;
  return text;
}

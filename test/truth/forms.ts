/** Bodies as forms: `application/x-www-form-urlencoded`, lists by repeated names; and what the schema is asked about them. */
import type { Schema } from '../../src/document/openapi.ts';

export type FormMembers = Readonly<Record<string, unknown>>;

export function formText(members: FormMembers): string {
  const parts = Object.entries(members).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one ?? '').toWellFormed()]),
  );
  return new URLSearchParams(parts).toString();
}

/** The form as the schema sees it: text by name, and a list where the schema has one or the name is repeated. */
export function judgedForm(schema: Schema, text: string): Record<string, unknown> {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const form = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      const isList = Object.hasOwn(properties, name) && properties[name]?.type === 'array';
      return [name, isList || values.length > 1 ? values : values[0]];
    }),
  );
}

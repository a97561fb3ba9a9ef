/**
 * A list that is longer than it may be is judged by its beginning: one entry more than there may be is enough to refuse it. For
 * each wrong entry Ajv copies the errors of those before it, so that a hundred thousand would hold up a process for a minute.
 * Cutting never lets anything through: what is left of such a list is too long still.
 */
import type { Schema } from '../document/openapi.ts';

/** How many entries the lists of a body may have at the most, by the members that hold them. */
export type Lengths = ReadonlyMap<string, number>;

export function lengthsOf(properties: Readonly<Record<string, Schema>>): Lengths {
  return new Map(
    Object.entries(properties).flatMap(([name, { maxItems }]) =>
      typeof maxItems === 'number' ? [[name, maxItems] as const] : [],
    ),
  );
}

/** The body itself, where none of its lists is too long. */
export function withoutLongLists(body: unknown, lengths: Lengths): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const cut = [...lengths].flatMap(([name, most]) => {
    const list: unknown = Object.hasOwn(body, name) ? body[name as keyof typeof body] : undefined;
    return Array.isArray(list) && list.length > most ? [[name, list.slice(0, most + 1)] as const] : [];
  });
  return cut.length > 0 ? { ...body, ...Object.fromEntries(cut) } : body;
}

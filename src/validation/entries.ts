/**
 * Lists that a document marks with `x-each-by-itself`: the mistakes of an entry belong into the result of that entry. So a
 * body is validated without these entries, and each entry with its own schema.
 */
import type { Schema } from '../document/openapi.ts';

const isMarked = (schema: Schema): boolean => schema['x-each-by-itself'] === true;

/** The schema of an object, without the schemas for entries of its marked lists. */
export function withoutEntries(schema: Schema): Schema {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  if (!properties.some(([, one]) => isMarked(one))) return schema;
  return {
    ...schema,
    properties: Object.fromEntries(
      properties.map(([name, one]) => {
        const { items: _items, ...list } = one;
        return [name, isMarked(one) ? list : one];
      }),
    ),
  };
}

/** The schema for entries of the object's marked list. */
export function entrySchemaOf(properties: Readonly<Record<string, Schema>>): Schema | undefined {
  return Object.values(properties).find(isMarked)?.items as Schema | undefined;
}

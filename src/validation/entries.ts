/**
 * Lists that a document marks with `x-each-by-itself`: what is wrong with an entry is told in the entry's own result, so a
 * body is judged without their entries, and each of these by its own schema.
 */
import type { Schema } from '../document/openapi.ts';

const isMarked = (schema: Schema): boolean => schema['x-each-by-itself'] === true;

/** The schema of an object, without what its marked lists ask of their entries. */
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

/** What a marked list of the object asks of its entries. */
export function entrySchemaOf(properties: Readonly<Record<string, Schema>>): Schema | undefined {
  return Object.values(properties).find(isMarked)?.items as Schema | undefined;
}

/** Finds members of problems that their schemas do not name, and that no generated client could read. */
import type { OpenApiDocument, Schema } from '../../../src/document/openapi.ts';

/** Returns pointers. `schema`: of the whole body. Problems below `results` are checked as well. */
export function strangeMembers(document: OpenApiDocument, schema: Schema, body: unknown, at = ''): string[] {
  if (Array.isArray(body))
    return body.flatMap((one, i) => strangeMembers(document, itemsOf(document, schema), one, `${at}/${i}`));
  if (typeof body !== 'object' || body === null) return [];
  const named = propertiesOf(document, schema);
  return Object.entries(body).flatMap(([name, value]) => {
    const known = named[name];
    if (!known) return [`${at}/${name}`];
    return /^(?:results|problem|errors|used_by|\d+)$/.test(name)
      ? strangeMembers(document, known, value, `${at}/${name}`)
      : [];
  });
}

function resolve(document: OpenApiDocument, schema: Schema): Schema {
  if (typeof schema.$ref !== 'string') return schema;
  let found: unknown = document;
  for (const part of schema.$ref.split('/').slice(1)) found = (found as Record<string, unknown>)[part];
  return resolve(document, found as Schema);
}

const branchesOf = ({ allOf = [], oneOf = [], anyOf = [] }: Schema) =>
  [allOf, oneOf, anyOf].flat() as readonly Schema[];

function propertiesOf(document: OpenApiDocument, reference: Schema): Record<string, Schema> {
  const schema = resolve(document, reference);
  const own = (schema.properties ?? {}) as Record<string, Schema>;
  return Object.assign({}, own, ...branchesOf(schema).map((one) => propertiesOf(document, one)));
}

function itemsOf(document: OpenApiDocument, reference: Schema): Schema {
  const schema = resolve(document, reference);
  return (schema.items ?? branchesOf(schema).map((one) => itemsOf(document, one))[0] ?? {}) as Schema;
}

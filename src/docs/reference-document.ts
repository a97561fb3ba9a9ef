/**
 * The document that Redoc draws on a page: the public document without the parts that the page explains once for all
 * operations (fields, filters, errors, the headers of every response), and with writes first. It is only for reading:
 * requests are not validated by it.
 */
import { withCodeSamples } from '../document/examples/code-samples.ts';
import {
  type Method,
  type OpenApiDocument,
  type Operation,
  type OperationEntry,
  operationsOf,
  type Parameter,
  type PathItem,
  type Schema,
} from '../document/openapi.ts';
import type { PublicDocument } from '../document/publish.ts';
import { filtersOf } from './filters.ts';

type Json = Record<string, unknown>;

const references = new WeakMap<OpenApiDocument, OpenApiDocument>();

export function referenceDocument({ document }: PublicDocument): OpenApiDocument {
  const known = references.get(document) ?? make(document);
  references.set(document, known);
  return known;
}

/** The order in which a vendor needs them: first sending, then reading. */
const order = ['Writing', 'Reading', 'Following', 'Campaign', 'Requests'];
const names: Readonly<Record<string, string>> = { Following: 'Changes and history' };

function make(document: OpenApiDocument): OpenApiDocument {
  const filters = new Set(filtersOf(document).map(({ name }) => name));
  const paths = Object.entries(withCodeSamples(document).paths).map(([path, item]) => [
    path,
    shortItem(document, item, filters),
  ]);
  const tags = (document.tags ?? []) as readonly { readonly name: string }[];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return withReachable({
    openapi: document.openapi,
    info: { title: 'Operations', version: String(document.info.version) },
    servers: document.servers,
    tags: tags
      .toSorted((a, b) => place(a.name) - place(b.name))
      .map(({ name }) => ({ name, 'x-displayName': names[name] ?? name })),
    paths: Object.fromEntries(paths),
    components: { ...document.components, schemas: shortSchemas(document) },
  });
}

/** Deletion comes last. */
const methodsInOrder = ['get', 'post', 'put', 'patch', 'delete'] as const satisfies readonly Method[];

function shortItem(document: OpenApiDocument, item: PathItem, filters: ReadonlySet<string>): PathItem {
  const short = methodsInOrder.flatMap((method) => {
    const operation = item[method];
    return operation ? [[method, shortOperation(document, operation, filters, method === 'get')] as const] : [];
  });
  return Object.fromEntries(short) as PathItem;
}

function shortOperation(
  document: OpenApiDocument,
  operation: Operation,
  filters: ReadonlySet<string>,
  reads: boolean,
): Operation {
  const followed = (operation.parameters ?? []).map((one) => follow(document, one) as Parameter);
  const shown = followed.filter(({ name, in: place }) => place !== 'query' || !filters.has(name));
  const ofEveryOperation = new Set(errorsOfAll(document));
  const refused = Object.keys(operation.responses).filter((status) => !/^[23]/.test(status));
  const words = [
    String(operation.description ?? '').trim(),
    ...(shown.length < followed.length ? ['Takes the [filters](#filters).'] : []),
    `Errors: ${[...refused.filter((status) => !ofEveryOperation.has(status)), '[those of all operations](#errors)'].join(', ')}.`,
  ];
  const body = operation.requestBody;
  return {
    ...operation,
    description: words.join('\n\n'),
    parameters: shown.map((one) => shortParameter(one, reads)),
    ...(body && { requestBody: { ...body, content: Object.fromEntries(Object.entries(body.content).slice(0, 1)) } }),
    responses: Object.fromEntries(
      Object.entries(operation.responses)
        .filter(([status]) => !refused.includes(status))
        .map(([status, response]) => [status, shortResponse(follow(document, response) as Json)]),
    ),
    security: [],
  } as Operation;
}

/** The error statuses that every operation of the document can return. */
export function errorsOfAll(document: OpenApiDocument): readonly string[] {
  const [first = [], ...others] = operationsOf(document).map(({ operation }) => Object.keys(operation.responses));
  return first.filter((status) => /^[45]\d\d$/.test(status) && others.every((one) => one.includes(status)));
}

/** Short descriptions of parameters that many operations take. A chapter has the details. */
const shared: Readonly<Record<string, string>> = {
  dry_run: 'Validate without saving.',
  'Idempotency-Key': 'Any unique text: see [Retries](#retries).',
  'If-Match': '`ETag` of the lead: 412 if it is at another version.',
  cursor: '`next_cursor` of the previous response.',
};

function shortParameter({ description, example, ...rest }: Parameter, reads: boolean): Parameter {
  const unchanged = reads
    ? '`ETag` of the lead that you have: 304 if it is current.'
    : '`*`, or `ETag`s: 412 if the lead exists, or if it is at one of these versions.';
  const short = rest.name === 'If-None-Match' ? unchanged : shared[rest.name];
  if (short !== undefined) return { ...rest, description: short };
  return { ...rest, description, ...(example !== undefined && { example }) };
}

function shortResponse(response: Json): Json {
  const { Link: _, ...headers } = (response.headers ?? {}) as Json;
  return { ...response, headers };
}

function follow(document: OpenApiDocument, value: unknown): unknown {
  const reference = (value as { $ref?: unknown }).$ref;
  if (typeof reference !== 'string') return value;
  const [, , section = '', name = ''] = reference.split('/');
  return (document.components[section] as Json | undefined)?.[name] ?? value;
}

const fields: Schema = { type: 'object', description: 'Values by key: see [Fields](#fields).' };
const formField: Schema = {
  type: 'string',
  description: 'One member for each of the [fields](#fields), as text. Commas separate the values of a list.',
};

/**
 * Removes the fields, which have a table of their own. A form has one member for each field: a single member replaces them
 * all.
 */
export function withoutFields(properties: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> {
  const others = Object.entries(properties).filter(([name]) => !name.startsWith('fields.'));
  const named = others.length < Object.keys(properties).length;
  return { ...Object.fromEntries(others), ...(named && { 'fields.KEY': formField }) };
}

function shortSchemas({ components }: OpenApiDocument): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    Object.entries(components.schemas ?? {}).map(([name, { 'x-enumDescriptions': _, ...schema }]) => {
      const properties = schema.properties as Readonly<Record<string, Schema>> | undefined;
      if (!properties) return [name, schema];
      const hasFields = Object.hasOwn(properties, 'fields') && name !== 'Campaign';
      const short = { ...withoutFields(properties), ...(hasFields && { fields }) };
      const required = (schema.required as readonly string[] | undefined)?.filter((one) => Object.hasOwn(short, one));
      return [name, { ...schema, properties: short, ...(required && { required }) }];
    }),
  );
}

/** Removes the components that are no longer referenced. They are most of the document of a large campaign. */
function withReachable(document: OpenApiDocument): OpenApiDocument {
  const { components, ...rest } = document;
  const reachable = new Map<string, Map<string, unknown>>();
  const queue: unknown[] = [rest];
  for (let text = JSON.stringify(queue.pop()); text !== undefined; text = JSON.stringify(queue.pop())) {
    for (const [, section = '', name = ''] of text.matchAll(/"#\/components\/([^"/]+)\/([^"/]+)"/g)) {
      const component = (components[section] as Json | undefined)?.[name];
      const known = reachable.get(section) ?? new Map<string, unknown>();
      reachable.set(section, known);
      if (component === undefined || known.has(name)) continue;
      known.set(name, component);
      queue.push(component);
    }
  }
  const found = [...reachable].map(([section, named]) => [section, Object.fromEntries(named)]);
  return { ...rest, components: Object.fromEntries(found) } as OpenApiDocument;
}

const tagOf = (operation: Operation): string => String((operation.tags as readonly string[] | undefined)?.[0]);

/** The operations of a reference document in the order in which the page shows them. */
export function operationsInOrder(reference: OpenApiDocument): readonly OperationEntry[] {
  const tags = (reference.tags as readonly { readonly name: string }[]).map(({ name }) => name);
  const addresses = Object.keys(reference.paths);
  const placeOf = ({ path, method, operation }: OperationEntry) =>
    [tags.indexOf(tagOf(operation)), addresses.indexOf(path), methodsInOrder.indexOf(method)] as const;
  return operationsOf(reference)
    .map((entry) => ({ entry, place: placeOf(entry) }))
    .toSorted((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1] || a.place[2] - b.place[2])
    .map(({ entry }) => entry);
}

/** The id of the element in which Redoc draws the operation. */
export const sectionIdOf = ({ operationId }: Operation): string => `operation/${operationId}`;

/**
 * The document as Redoc shows it on a page: the public document without what the page says once for all operations (fields,
 * filters, errors, the headers that every response has), and with writing first. It is for reading: nobody validates by it.
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

const made = new WeakMap<OpenApiDocument, OpenApiDocument>();

export function referenceDocument({ document }: PublicDocument): OpenApiDocument {
  const known = made.get(document) ?? make(document);
  made.set(document, known);
  return known;
}

/** As they are needed: a vendor sends first, then reads. */
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

/** A deletion comes last. */
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
  const kept = followed.filter(({ name, in: place }) => place !== 'query' || !filters.has(name));
  const everyOne = new Set(errorsOfAll(document));
  const refused = Object.keys(operation.responses).filter((status) => !/^[23]/.test(status));
  const words = [
    String(operation.description ?? '').trim(),
    ...(kept.length < followed.length ? ['Takes the [filters](#filters).'] : []),
    `Errors: ${[...refused.filter((status) => !everyOne.has(status)), '[those of every operation](#errors)'].join(', ')}.`,
  ];
  const body = operation.requestBody;
  return {
    ...operation,
    description: words.join('\n\n'),
    parameters: kept.map((one) => shortParameter(one, reads)),
    ...(body && { requestBody: { ...body, content: Object.fromEntries(Object.entries(body.content).slice(0, 1)) } }),
    responses: Object.fromEntries(
      Object.entries(operation.responses)
        .filter(([status]) => !refused.includes(status))
        .map(([status, response]) => [status, shortResponse(follow(document, response) as Json)]),
    ),
    security: [],
  } as Operation;
}

/** The error statuses that every operation of the document can answer. */
export function errorsOfAll(document: OpenApiDocument): readonly string[] {
  const [first = [], ...others] = operationsOf(document).map(({ operation }) => Object.keys(operation.responses));
  return first.filter((status) => /^[45]\d\d$/.test(status) && others.every((one) => one.includes(status)));
}

/** In short what a parameter is that many operations take; a chapter tells the rest. */
const shared: Readonly<Record<string, string>> = {
  dry_run: 'Validate without saving.',
  'Idempotency-Key': 'A unique text of yours: see [Retries](#retries).',
  'If-Match': '`ETag` of the lead: 412 if it is at another version.',
  cursor: '`next_cursor` of the response before.',
};

function shortParameter({ description, example, ...rest }: Parameter, reads: boolean): Parameter {
  const unchanged = reads
    ? '`ETag` of the lead that you have: 304 if it is current.'
    : '`*`, or `ETag`s: 412 if there is such a lead, or if it is at one of these versions.';
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
  description: 'One for each of the [fields](#fields), as text; the values of a list are separated by commas.',
};

/** The fields stand in a table of their own: of a form, in which each has a name of its own, one stands for all. */
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

/** Without the components that nothing leads to any more: they are most of a large campaign's document. */
function withReachable(document: OpenApiDocument): OpenApiDocument {
  const { components, ...rest } = document;
  const kept = new Map<string, Map<string, unknown>>();
  const queue: unknown[] = [rest];
  for (let text = JSON.stringify(queue.pop()); text !== undefined; text = JSON.stringify(queue.pop())) {
    for (const [, section = '', name = ''] of text.matchAll(/"#\/components\/([^"/]+)\/([^"/]+)"/g)) {
      const component = (components[section] as Json | undefined)?.[name];
      const known = kept.get(section) ?? new Map<string, unknown>();
      kept.set(section, known);
      if (component === undefined || known.has(name)) continue;
      known.set(name, component);
      queue.push(component);
    }
  }
  const found = [...kept].map(([section, named]) => [section, Object.fromEntries(named)]);
  return { ...rest, components: Object.fromEntries(found) } as OpenApiDocument;
}

const tagOf = (operation: Operation): string => String((operation.tags as readonly string[] | undefined)?.[0]);

/** The operations of a reference document as it shows them. */
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

/** Redoc's name for the place of an operation on the page. */
export const sectionIdOf = ({ operationId }: Operation): string => `operation/${operationId}`;

/**
 * A Postman collection (v2.1) of a public document: variables for the address and the token, the examples of the document, a
 * test with each request, and requests in an order in which they can be run one after the other.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { type OpenApiDocument, operationsOf } from './openapi.ts';
import { postmanSource } from './postman-source.ts';

interface Item {
  id?: string;
  name: string;
  item?: Item[];
  request?: {
    method: string;
    url: { path?: string[]; variable?: { key: string; value: string }[] };
    body?: { raw?: string };
  };
  response?: { id?: string }[];
  event?: unknown[];
}

interface Collection {
  info: { _postman_id?: string; name: string };
  item: Item[];
  variable: { key: string; value: string }[];
  auth: unknown;
}

type Converted =
  | { readonly result: true; readonly output: readonly [{ readonly data: Collection }] }
  | { readonly result: false; readonly reason: string };
type Convert = (
  input: { type: 'json'; data: unknown },
  options: object,
  done: (error: Error | null, converted: Converted) => void,
) => void;

const { convertV2 } = createRequire(import.meta.url)('openapi-to-postmanv2') as { convertV2: Convert };
const options = {
  folderStrategy: 'Tags',
  parametersResolution: 'Example',
  enableOptionalParameters: false,
  includeAuthInfoInExample: false,
  keepImplicitHeaders: true,
};

/** As JSON; the same document gives the same text. */
export async function postmanCollection(document: OpenApiDocument): Promise<string> {
  const data = structuredClone(postmanSource(document));
  const converted = await promisify(convertV2)({ type: 'json', data }, options);
  if (!converted.result) throw new Error(`the document has no Postman collection: ${converted.reason}`);
  const collection = converted.output[0].data;
  const requests = collection.item.flatMap(({ item = [] }) => item);
  for (const item of requests) prepare(item, document);
  collection.variable = [...collection.variable, { key: 'token', value: '' }, { key: 'lead_id', value: '' }];
  collection.auth = { type: 'bearer', bearer: [{ key: 'token', type: 'string', value: '{{token}}' }] };
  collection.item = inOrder(collection.item);
  number(collection);
  return JSON.stringify(collection);
}

const exampleId = /0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80/g;

/** The lead of the examples becomes the one that was last created, and each run creates others than the run before. */
function prepare(item: Item, document: OpenApiDocument): void {
  const { request } = item;
  if (!request) return;
  const path = `/${(request.url.path ?? []).map((part) => part.replace(/^:(.*)$/, '{$1}')).join('/')}`;
  const entry = operationsOf(document).find((one) => one.path === path && one.method.toUpperCase() === request.method);
  for (const variable of request.url.variable ?? []) {
    if (variable.key === 'lead_id') variable.value = '{{lead_id}}';
    if (variable.key === 'external_id') variable.value = '{{$guid}}';
  }
  if (request.body?.raw !== undefined)
    request.body.raw = request.body.raw.replaceAll(exampleId, '{{lead_id}}').replaceAll('"crm-4711"', '"{{$guid}}"');
  const statuses = Object.keys(entry?.operation.responses ?? {}).filter((status) => status.startsWith('2'));
  const exec = [
    "pm.test('it succeeds', () => {",
    `  pm.expect(pm.response.code).to.be.oneOf([${statuses.join(', ')}]);`,
    '});',
    ...(entry?.operation.operationId === 'createLead'
      ? ["if (pm.response.code === 201) pm.collectionVariables.set('lead_id', pm.response.json().id);"]
      : []),
    ...(entry?.operation.operationId === 'listLeads'
      ? [
          'const [first] = pm.response.json().data;',
          "if (first && !pm.collectionVariables.get('lead_id')) pm.collectionVariables.set('lead_id', first.id);",
        ]
      : []),
  ];
  item.event = [{ listen: 'test', script: { type: 'text/javascript', exec } }];
}

/** Writing first, so that there is a lead to read; what deletes it comes last, in a folder of its own. */
function inOrder(folders: readonly Item[]): Item[] {
  const deletes = ({ request }: Item) => request?.method === 'DELETE';
  const kept = folders.map((folder) => ({ ...folder, item: (folder.item ?? []).filter((one) => !deletes(one)) }));
  const deleting = folders.flatMap(({ item = [] }) => item.filter(deletes));
  const rank = ({ name }: Item) => ['Campaign', 'Writing'].indexOf(name) + 1 || 9;
  return [
    ...kept.toSorted((a, b) => rank(a) - rank(b)),
    ...(deleting.length > 0 ? [{ name: 'Deleting', item: deleting }] : []),
  ];
}

/** Ids that follow from the place: the converter draws them. */
function number(collection: Collection): void {
  const idOf = (place: string) => {
    const hex = createHash('sha256').update(`${collection.info.name} ${place}`).digest('hex');
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  };
  const visit = (item: Item, place: string) => {
    item.id = idOf(place);
    for (const [i, response] of (item.response ?? []).entries()) response.id = idOf(`${place} response ${i}`);
    for (const inner of item.item ?? []) visit(inner, `${place} ${inner.name}`);
  };
  collection.info._postman_id = idOf('collection');
  for (const item of collection.item) visit(item, item.name);
}

/**
 * A Postman collection (v2.1) of a public document: variables for the address and the token, the examples of the document, a
 * test for each request, and an order in which all requests can run. A run deletes what it has created; if it cannot create
 * leads, its writes are dry runs. Texts of a campaign are never read as variables.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { type OpenApiDocument, operationsOf } from '../openapi.ts';
import { type Item, inMarkdown, itemsIn, withoutVariables } from './postman-items.ts';
import { cleaningUp, inOrder, prepare } from './postman-run.ts';
import { postmanSource } from './postman-source.ts';

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

/** Returns JSON. The same document gives the same text. */
export async function postmanCollection(document: OpenApiDocument): Promise<string> {
  const data = structuredClone(postmanSource(document));
  const converted = await promisify(convertV2)({ type: 'json', data }, options);
  if (!converted.result) throw new Error(`the document has no Postman collection: ${converted.reason}`);
  const collection = converted.output[0].data;
  const creates = operationsOf(document).some(({ operation }) => operation.operationId === 'createLead');
  for (const item of itemsIn(collection.item)) {
    withoutVariables(item);
    prepare(item, document, creates);
  }
  collection.variable = [
    ...collection.variable,
    { key: 'token', value: '' },
    { key: 'lead_id', value: '' },
    ...(creates ? [{ key: 'made', value: '[]' }] : []),
  ];
  collection.auth = { type: 'bearer', bearer: [{ key: 'token', type: 'string', value: '{{token}}' }] };
  collection.item = inOrder(collection.item, creates ? [cleaningUp] : [], creates);
  inMarkdown(collection);
  number(collection);
  return JSON.stringify(collection);
}

/** Replaces the converter's random ids by ids made from the place in the collection. */
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

/**
 * Whether a response is the one that the document promises: allowed requests are accepted, forbidden ones refused. The
 * exceptions are listed here, each with the words by which the document describes it. The list may only shrink.
 */
import type { OpenApiDocument, Schema } from '../../src/document/openapi.ts';
import type { Answer } from '../support/client.ts';
import { resolve } from './judge.ts';
import type { TruthRequest } from './requests.ts';

type InputError = NonNullable<Answer['body']['errors']>[number];

interface Exception {
  /** Whether this is the reason why the response refuses a request that the schemas allow. */
  readonly refuses?: (request: TruthRequest, answer: Answer, document: OpenApiDocument) => boolean;
  /** Whether this is the reason of one of its errors. */
  readonly tells?: (request: TruthRequest, error: InputError, document: OpenApiDocument) => boolean;
}

const upserts: ReadonlySet<string> = new Set(['upsertLead', 'submitLeadFormByExternalId']);

/** Rules that no schema can express. */
export const exceptions: Readonly<Record<string, Exception>> = {
  /** The lead with this id does not exist, or does not have the version in `If-Match`. */
  'which leads there are': {
    refuses: ({ leadId, headers }, { status, body }) =>
      (status === 404 && leadId !== undefined && body.code === 'not_found') ||
      (status === 304 && headers['if-none-match'] !== undefined) ||
      (status === 412 && (headers['if-match'] ?? headers['if-none-match']) !== undefined),
  },
  duplicates: {
    refuses: (_, { status, body }, document) =>
      status === 409 &&
      (body.code === 'external_id_taken' || body.code === 'external_id_ambiguous'
        ? says(document, 'unique among the leads that this token sees')
        : body.code === 'duplicate_lead' && says(document, 'duplicate_lead')),
  },
  /** No new lead can match the filter, so an upsert cannot create one. */
  'a closed scope': {
    refuses: (_, { status, body }, document) =>
      status === 403 && body.code === 'scope_closed' && says(document, '`scope_closed`'),
  },
  "the token's filter": {
    refuses: (_, { status, body }, document) =>
      status === 422 && body.code === 'out_of_scope' && says(document, 'gets 422 `out_of_scope`'),
  },
  /** Each item is validated by its own operation. One wrong item makes an atomic batch fail. */
  "a batch's items": {
    refuses: ({ operationId }, { status, body }, document) =>
      operationId === 'writeLeads' &&
      status === 422 &&
      body.code === 'batch_refused' &&
      says(document, 'Each item has a result, in the same order'),
  },
  'phone plans': {
    tells: (_, { code, ...place }, document) => code === 'format' && describes(document, place, '"format":"phone"'),
  },
  "an upsert's missing fields": {
    tells: ({ operationId }, { code }, document) =>
      upserts.has(operationId) && code === 'required' && says(document, 'must have all required values'),
  },
  /** Old ids may have white space around them, and can still be used. */
  "an upsert's new external id": {
    tells: ({ operationId }, { code, pointer }, document) =>
      upserts.has(operationId) &&
      pointer === '/external_id' &&
      code === 'format' &&
      says(document, 'of a new lead has no white space around it'),
  },
};

const texts = new WeakMap<OpenApiDocument, string>();

function says(document: OpenApiDocument, words: string): boolean {
  const text = texts.get(document) ?? JSON.stringify(document);
  texts.set(document, text);
  return text.replaceAll('\\n', ' ').includes(words);
}

/** Whether the schema of the value has this description. */
function describes(document: OpenApiDocument, { pointer, parameter }: Partial<InputError>, form: string): boolean {
  const named = Object.values(document.components.parameters ?? {}).filter(({ name }) => name === parameter);
  if (parameter !== undefined) return named.some((one) => JSON.stringify(one).includes(form));
  const key = /^\/fields\/([^/]+)$/.exec(pointer ?? '')?.[1];
  if (key === undefined) return false;
  const schemas = document.components.schemas ?? {};
  const places: readonly [string, string][] = [
    ['LeadFieldsCreate', key],
    ['LeadFieldsUpdate', key],
  ];
  return places.some(([name, member]) => {
    const properties = (resolve(document, schemas[name] ?? {}).properties ?? {}) as Record<string, Schema>;
    return Object.hasOwn(properties, member) && JSON.stringify(properties[member]).includes(form);
  });
}

const refusals = [400, 404, 413, 415, 422];

/** The exception that allowed the response, or `undefined` if it needed no exception. Throws if the document is wrong. */
export function verdictOf(request: TruthRequest, answer: Answer, document: OpenApiDocument): string | undefined {
  const { status } = answer;
  if (request.wrong.length > 0) {
    if (refusals.includes(status)) return undefined;
    throw new Error(`the document forbids it (${request.wrong.join(', ')}), and it was answered ${status}`);
  }
  const { results } = answer.body as { results?: readonly { status: number }[] };
  const taken = request.wrongEntries?.find((i) => (results?.[i]?.status ?? 0) < 400);
  if (taken !== undefined) throw new Error(`the document forbids entry ${taken}, and it was answered ${answer.text}`);
  if (status < 300) return undefined;
  const found = exceptionFor(request, answer, document);
  if (found !== undefined) return found;
  throw new Error(`the document allows it, and it was answered ${status}: ${answer.text.slice(0, 1_000)}`);
}

/** The name of the exception that refuses the request, or the names of several, one for each error. */
function exceptionFor(request: TruthRequest, answer: Answer, document: OpenApiDocument): string | undefined {
  const named = Object.entries(exceptions);
  const whole = named.find(([, { refuses }]) => refuses?.(request, answer, document));
  if (whole) return whole[0];
  const errors = answer.body.errors ?? [];
  const told = errors.map((error) => named.find(([, { tells }]) => tells?.(request, error, document))?.[0]);
  return told.length > 0 && !told.includes(undefined) ? [...new Set(told)].sort().join(', ') : undefined;
}

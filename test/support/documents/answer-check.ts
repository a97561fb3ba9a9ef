/**
 * Checks a response against the token's document: operation, status, media type, required headers, and the body, in which
 * nothing undocumented may stand. An operation that the document does not offer must be answered with a problem.
 */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { baseDocument } from '../../../src/document/base.ts';
import { type OpenApiDocument, type OperationEntry, operationsOf, type Schema } from '../../../src/document/openapi.ts';
import { inputCodes } from '../../../src/problem/input-codes.ts';
import { assertFormats } from '../../truth/formats.ts';
import type { Answer } from '../client.ts';
import { strangeMembers } from '../draws/strange-members.ts';
import { answerSchemas } from './answer-schemas.ts';

interface ResponseObject {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, { $ref?: string; required?: boolean; schema?: Schema }>>;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

const headerAjv = new Ajv2020({ strict: false, coerceTypes: true });
formats.default(headerAjv, { mode: 'full' });
assertFormats(headerAjv);
const headerValidators = new Map<string, ValidateFunction>();

/** Keyed by the schema's text, because Ajv keeps what it compiled for each object, and every document has its own objects. */
function isHeader(schema: Schema, value: string): boolean {
  const key = JSON.stringify(schema);
  const validate = headerValidators.get(key) ?? headerAjv.compile(JSON.parse(key) as Schema);
  headerValidators.set(key, validate);
  return validate(value) as boolean;
}

export class AnswerChecker {
  #document: { json: string; document: OpenApiDocument } | undefined;
  readonly #url: string;
  readonly #docsId: string | undefined;
  readonly #slug: string;

  constructor(url: string, docsId: string | undefined, slug: string) {
    this.#url = url;
    this.#docsId = docsId;
    this.#slug = slug;
  }

  /** Throws if the document does not describe the response. If the document has changed since, it is read again. */
  async check(method: string, address: string, answer: Answer): Promise<void> {
    const [account, path] = placeOf(address.split('?')[0] ?? '');
    judgeHeaders(method, answer);
    if (account) {
      judge(baseDocument('account'), method, path, answer);
      return;
    }
    const known = this.#document?.document;
    const first = known && failureOf(() => judge(known, method, path, answer));
    if (known && !first) return;
    const document = await this.#read();
    if (document) judge(document, method, path, answer);
    else judgeProblem(baseDocument('leads'), answer);
  }

  async #read(): Promise<OpenApiDocument | undefined> {
    if (this.#docsId === undefined) return undefined;
    const own = await fetch(`${this.#url}/docs/${this.#docsId}/openapi.json`);
    const json = own.ok ? await own.text() : await this.#readOfCampaign(own);
    if (json === undefined) return undefined;
    if (this.#document?.json !== json) this.#document = { json, document: JSON.parse(json) as OpenApiDocument };
    return this.#document.document;
  }

  async #readOfCampaign(own: Response): Promise<string | undefined> {
    await own.arrayBuffer();
    const answer = await fetch(`${this.#url}/docs/${this.#docsId}/campaigns/${this.#slug}/openapi.json`);
    const text = await answer.text();
    return answer.ok ? text : undefined;
  }
}

function failureOf(run: () => void): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Whether the address is at the account level, and its path in the document. */
function placeOf(address: string): [boolean, string] {
  const inCampaign = /^\/v1\/campaigns\/[^/]+(.*)$/.exec(address)?.[1];
  if (inCampaign !== undefined) return [false, inCampaign === '' ? '/' : inCampaign];
  return [true, address.slice('/v1'.length)];
}

const policies = /^"[a-z-]+";q=\d+;w=\d+(, "[a-z-]+";q=\d+;w=\d+)*$/;
const left = /^"[a-z-]+";r=\d+;t=\d+(, "[a-z-]+";r=\d+;t=\d+)*$/;

/** Every response has a request id, and states the limits unless the database is away, when the token is unknown. */
function judgeHeaders(method: string, { status, headers }: Answer): void {
  if (!headers.has('x-request-id')) throw new Error(`${method} ${status}: no X-Request-Id`);
  if (status === 503 || method === 'OPTIONS') return;
  if (!policies.test(headers.get('ratelimit-policy') ?? ''))
    throw new Error(`${method} ${status}: no RateLimit-Policy`);
  if (!left.test(headers.get('ratelimit') ?? '')) throw new Error(`${method} ${status}: no RateLimit`);
}

function judge(document: OpenApiDocument, method: string, path: string, answer: Answer): void {
  const entry = find(document, method === 'HEAD' ? 'GET' : method, path);
  if (!entry) {
    if (method !== 'OPTIONS' || answer.status !== 204) judgeProblem(document, answer, method === 'HEAD');
    return;
  }
  const name = `${entry.operation.operationId} ${answer.status}`;
  const responses = entry.operation.responses as Readonly<Record<string, ResponseObject>>;
  const found = responses[String(answer.status)];
  if (!found) throw new Error(`${name} is not documented: ${answer.text.slice(0, 500)}`);
  const response = follow(document, found);
  for (const [header, reference] of Object.entries(response.headers ?? {})) {
    const described = follow(document, reference);
    const value = answer.headers.get(header);
    if (value === null) {
      if (described.required) throw new Error(`${name}: the header ${header} is missing`);
    } else if (described.schema && !isHeader(described.schema, value)) {
      throw new Error(`${name}: the header ${header} is wrong: ${value}`);
    }
  }
  if (method === 'HEAD' || !response.content) {
    if (answer.text !== '') throw new Error(`${name} has a body, and none is documented: ${answer.text.slice(0, 500)}`);
    return;
  }
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const content = response.content[type];
  if (!content) throw new Error(`${name}: the media type ${type} is not documented`);
  if (type === 'application/x-ndjson') {
    for (const line of answer.text.split('\n').slice(0, -1))
      judgeBody(document, { $ref: '#/components/schemas/Lead' }, { ...answer, body: JSON.parse(line) }, name);
  } else if (/[/+]json$/.test(type)) judgeBody(document, content.schema, answer, name);
}

function judgeProblem(document: OpenApiDocument, answer: Answer, head = false): void {
  const name = `an undocumented request, answered ${answer.status},`;
  if (answer.status < 400) throw new Error(`${name} was no problem: ${answer.text.slice(0, 500)}`);
  if (head) return;
  const type = answer.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) throw new Error(`${name} was answered as ${type}`);
  judgeBody(document, { $ref: '#/components/schemas/Problem' }, answer, name);
}

interface Compiled {
  readonly ajv: Ajv2020;
  readonly validators: Map<string, ValidateFunction>;
}

const compiled = new WeakMap<OpenApiDocument, Compiled>();

function validatorOf(document: OpenApiDocument, schema: Schema): ValidateFunction {
  const { ajv, validators } = compiled.get(document) ?? prepare(document);
  const key = JSON.stringify(schema);
  const known = validators.get(key);
  if (known) return known;
  const made = ajv.compile(JSON.parse(JSON.stringify(close(schema)).replaceAll('"#/', '"document#/')) as Schema);
  validators.set(key, made);
  return made;
}

function prepare(document: OpenApiDocument): Compiled {
  const ajv = answerSchemas();
  ajv.addSchema({ components: { schemas: closeAll(document.components.schemas ?? {}) } }, 'document');
  const made = { ajv, validators: new Map<string, ValidateFunction>() };
  compiled.set(document, made);
  return made;
}

function judgeBody(document: OpenApiDocument, schema: Schema, answer: Answer, name: string): void {
  const validate = validatorOf(document, schema);
  const strange = (answer.body.errors ?? []).filter(({ code }) => !Object.hasOwn(inputCodes, code));
  if (strange.length > 0) throw new Error(`${name} tells codes that no page explains: ${JSON.stringify(strange)}`);
  const undocumented =
    answer.status >= 400 || answer.body.results !== undefined ? strangeMembers(document, schema, answer.body) : [];
  if (undocumented.length > 0) throw new Error(`${name} has members that its schema does not name: ${undocumented}`);
  if (!validate(answer.body)) {
    const why = (validate.errors ?? []).map(
      (e) => `${e.instancePath || 'body'} ${e.message} ${JSON.stringify(e.params)}`,
    );
    throw new Error(`${name} is not what the document says: ${why.join('; ')}\n${answer.text.slice(0, 2_000)}`);
  }
}

function closeAll(schemas: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, name === 'Problem' ? schema : close(schema)]),
  );
}

/** Forbids further members in all objects that name their members. */
function close(schema: Schema): Schema {
  const node: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'properties') node[keyword] = closeAll(value as Record<string, Schema>);
    else if (keyword === 'items' && typeof value === 'object') node[keyword] = close(value as Schema);
    else node[keyword] = value;
  }
  if (node.properties && node.additionalProperties === undefined) node.additionalProperties = false;
  return node;
}

function find(document: OpenApiDocument, method: string, path: string): OperationEntry | undefined {
  const matching = operationsOf(document).filter((entry) =>
    new RegExp(`^${entry.path.replaceAll('.', '\\.').replace(/\{[a-z_]+\}/g, '[^/]+')}$`).test(path),
  );
  // A path without templates matches before a templated one (OpenAPI 3.1, *Path Templating Matching*).
  const literal = matching.filter((entry) => entry.path === path);
  return (literal.length > 0 ? literal : matching).find((entry) => entry.method.toUpperCase() === method);
}

function follow<T extends { readonly $ref?: string }>(document: OpenApiDocument, node: T): T {
  if (node.$ref === undefined) return node;
  let found: unknown = document;
  for (const part of node.$ref.split('/').slice(1)) found = (found as Record<string, unknown>)[part];
  return found as T;
}

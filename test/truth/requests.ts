/**
 * Requests that are drawn only from a document: every parameter and body is drawn from its schema, and some have a mistake.
 * Each request knows what the document says about it: whether all its parts are allowed, and otherwise which part is not.
 */
import type { Random } from '../../src/demo/random.ts';
import { type OperationEntry, operationsOf, type Parameter, type Schema } from '../../src/document/openapi.ts';
import { spoil } from './faults.ts';
import { formAsJson, formText } from './forms.ts';
import { resolve } from './judge.ts';
import { trimmedBody } from './trim.ts';
import { drawValue, none, type Source, uuid } from './values.ts';

export interface TruthRequest {
  readonly operationId: string;
  readonly method: string;
  /** Relative to the server of the document, percent-encoded. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text?: string;
  /** The body as a value, if it is JSON. */
  readonly body?: unknown;
  /** The parts that the document refuses; empty if it allows the request. */
  readonly wrong: readonly string[];
  /** The places of entries that the document refuses, if each entry has its own result. */
  readonly wrongEntries?: readonly number[];
  /** The lead in the path. */
  readonly leadId?: string;
}

/** Values that only earlier responses can provide: ids of leads, and cursors by operation. */
export interface Memory {
  readonly leads: Set<string>;
  readonly cursors: Map<string, string>;
  readonly keys: Set<string>;
  /** Names for paths, by the part before them: for `/fields/{key}` the keys of fields. */
  readonly named?: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Drawing {
  readonly source: Source;
  readonly memory: Memory;
  readonly entry: OperationEntry;
  readonly wrong: string[];
  readonly faulty: boolean;
  /** The characters left for the query. The head of a request is limited (431), which no schema says. */
  room: number;
}

export function drawRequest(source: Source, memory: Memory, entries = operationsOf(source.document)): TruthRequest {
  const { random } = source;
  const writing = entries.filter(({ operation }) => operation.requestBody);
  const entry = random.pick(writing.length > 0 && random.chance(0.6) ? writing : entries);
  const drawing: Drawing = { source, memory, entry, wrong: [], faulty: random.chance(0.55), room: 8_000 };
  const leadId = random.chance(0.9) && memory.leads.size > 0 ? random.pick([...memory.leads]) : uuid(random);
  const [path, named] = drawPath(drawing, leadId);
  const query = drawQuery(drawing);
  const headers = drawHeaders(drawing);
  const body = drawBody(drawing);
  return {
    operationId: entry.operation.operationId,
    method: entry.method.toUpperCase(),
    address: `${path}${query === '' ? '' : `?${query}`}`,
    wrong: drawing.wrong,
    ...(named !== undefined && { leadId: named }),
    ...body,
    headers: { ...headers, ...body?.headers },
  };
}

const encode = (text: string) => encodeURIComponent(text);

/** The path, and the lead's id in it, if it has one. */
function drawPath({ source, memory, entry, wrong, faulty }: Drawing, leadId: string): [string, string | undefined] {
  const { random, judge } = source;
  let named: string | undefined;
  const path = entry.path.replaceAll(/\{([^}]+)\}/g, (_, name: string, at: number) => {
    const { schema } = entry.parameters.find((p) => p.in === 'path' && p.name === name) as Parameter;
    const known = [...(memory.named?.get(entry.path.slice(0, at).split('/').at(-2) ?? '') ?? [])];
    let value = schema.format === 'uuid' ? leadId : String(drawValue(source, schema));
    if (known.length > 0 && random.chance(0.9)) value = random.pick(known);
    if (faulty && random.chance(0.1)) value = String(spoil(source, schema, value));
    // An address with an empty part or a part of dots is another address (RFC 3986, 5.2.4), and half of a surrogate pair
    // cannot be encoded.
    if (['', '.', '..'].includes(value) || !value.isWellFormed()) value = schema.format === 'uuid' ? leadId : 'a';
    if (!judge(schema, schema.type === 'integer' ? Number(value) : value)) wrong.push(`path ${name}`);
    if (schema.format === 'uuid') named = value;
    return encode(value);
  });
  return [path, named];
}

function drawQuery(drawing: Drawing): string {
  const { source, entry, wrong, faulty } = drawing;
  const { random } = source;
  const parameters = entry.parameters.filter((p) => p.in === 'query');
  const share = random.pick([0, 0.05, 2 / Math.max(parameters.length, 4)]);
  const drawn = parameters
    .filter(({ required }) => required === true || random.chance(share))
    .map((parameter) => [parameter, drawParameter(drawing, parameter)] as const);
  for (const [{ name, required }, written] of drawn)
    if (required === true && written.length === 0) wrong.push(`query ${name} is missing`);
  const parts = drawn.flatMap(([, written]) => written);
  if (faulty && random.chance(0.08)) {
    const known = parameters.map(({ name }) => name);
    const name = random.pick(['unknown', 'fields', 'fields.nothing', 'limits', 'LIMIT', 'cursor.gte', 'page']);
    if (!known.includes(name)) {
      parts.push(`${name}=1`);
      wrong.push(`query ${name} is unknown`);
    }
  }
  return parts.join('&');
}

function drawParameter(drawing: Drawing, parameter: Parameter): string[] {
  const { source, memory, entry, wrong, faulty } = drawing;
  const { random, judge } = source;
  const { name, schema } = parameter;
  const spoilt = faulty && random.chance(0.3);
  // A cursor is opaque: only a response can provide one, and the filters must stay the same.
  const known = name === 'cursor' ? memory.cursors.get(entry.operation.operationId) : drawValue(source, schema);
  if (known === undefined || known === none) return [];
  // A held poll would make the tests slow.
  if (name === 'wait' && !spoilt) return ['wait=0'];
  const value = spoilt && name !== 'cursor' ? spoil(source, schema, known) : known;
  if (!isSendable(value)) return [];
  const list = [value].flat().map(String);
  const written = `${encode(name)}=${list.map(encode).join(',')}`;
  drawing.room -= written.length;
  if (drawing.room < 0) return [];
  if (!judge(schema, readText(schema, list.join(',')))) wrong.push(`query ${name}`);
  return [written];
}

/** A query contains texts, numbers, booleans, and lists of them. */
function isSendable(value: unknown): boolean {
  const list = [value].flat();
  return list.every((one) => ['string', 'number', 'boolean'].includes(typeof one) && String(one).isWellFormed());
}

/** The value of a text in an address (OpenAPI, "Style Values"): numbers as in JSON, lists separated by commas. */
function readText(schema: Schema, text: string): unknown {
  if (schema.type === 'array') return text.split(',').map((part) => readText((schema.items ?? {}) as Schema, part));
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
  if ((schema.type === 'integer' || schema.type === 'number') && isNumber) return Number(text);
  if (schema.type === 'boolean' && /^(?:true|false|[01])$/i.test(text)) return /^(?:true|1)$/i.test(text);
  return text;
}

function drawHeaders({ source, memory, entry, wrong, faulty }: Drawing): Record<string, string> {
  const { random, judge } = source;
  const headers: Record<string, string> = {};
  for (const { name, schema } of entry.parameters.filter((p) => p.in === 'header')) {
    if (!random.chance(0.15)) continue;
    const drawn = drawValue(source, schema);
    const value = String(faulty && random.chance(0.3) ? spoil(source, schema, drawn) : drawn);
    // A header has visible characters without spaces around them, and each key belongs to one request.
    if (!/^[!-~]([ -~]*[!-~])?$/.test(value) || memory.keys.has(value.replace(/^"(.*)"$/, '$1'))) continue;
    if (name === 'Idempotency-Key') memory.keys.add(value.replace(/^"(.*)"$/, '$1'));
    headers[name.toLowerCase()] = value;
    if (!judge(schema, value)) wrong.push(`header ${name}`);
  }
  return { ...headers, ...drawAccept(random, entry) };
}

function drawAccept(random: Random, { operation }: OperationEntry): Record<string, string> {
  // The media types of responses. A problem is sent whatever the request accepts.
  const types = Object.entries(operation.responses).flatMap(([status, response]) =>
    status.startsWith('2') ? Object.keys((response as { content?: object }).content ?? {}) : [],
  );
  return types.length > 0 && random.chance(0.5) ? { accept: random.pick(types) } : {};
}

function drawBody(drawing: Drawing): Pick<TruthRequest, 'text' | 'body' | 'headers' | 'wrongEntries'> | undefined {
  const { source, entry, wrong, faulty } = drawing;
  const { random, judge, document } = source;
  const { requestBody, 'x-json-operation': twin } = entry.operation;
  if (!requestBody) return undefined;
  if (typeof twin === 'string') return drawForm(drawing, twin);
  const [type, { schema: reference }] = random.pick(Object.entries(requestBody.content));
  const schema = resolve(document, reference);
  const drawn = drawValue(source, schema);
  const value = drawn === none ? {} : drawn;
  const sent = faulty && random.chance(0.85) ? spoil(source, schema, value) : value;
  const headers = { 'content-type': type };
  const text = JSON.stringify(sent);
  const body: unknown = JSON.parse(text);
  const judged = trimmedBody(document, schema, body);
  const wrongEntries = judge(schema, judged) ? [] : wrongEntriesOf(source, schema, judged);
  if (wrongEntries === undefined) wrong.push('body');
  return { text, body, headers, ...(wrongEntries?.length && { wrongEntries }) };
}

/** The body of the JSON operation as a form. The schemas of that operation validate it as JSON. */
function drawForm({ source, entry, wrong, faulty }: Drawing, twin: string): Pick<TruthRequest, 'text' | 'headers'> {
  const { random, judge, document } = source;
  const json = operationsOf(document).find(({ operation }) => operation.operationId === twin);
  const schema = bodySchema(document, json);
  const drawn = drawValue(source, schema);
  const value = drawn === none ? {} : drawn;
  const text = formText(random, faulty && random.chance(0.85) ? spoil(source, schema, value) : value);
  const read = formAsJson(bodySchema(document, entry), text);
  if (read.wrong || !judge(schema, trimmedBody(document, schema, read.body))) wrong.push('form');
  return { text, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}

function bodySchema(document: Source['document'], entry: OperationEntry | undefined): Schema {
  const [content] = Object.values(entry?.operation.requestBody?.content ?? {});
  return resolve(document, content?.schema ?? {});
}

/** The places of the wrong entries, if only entries of a list with `x-each-by-itself` are wrong. */
function wrongEntriesOf({ judge, document }: Source, schema: Schema, body: unknown): number[] | undefined {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const [name, list] = properties.find(([, one]) => one['x-each-by-itself'] === true) ?? [];
  const entries = (body as Record<string, unknown> | null)?.[name ?? ''];
  if (name === undefined || !list || !Array.isArray(entries)) return undefined;
  const entry = resolve(document, list.items as Schema);
  const wrong = entries.flatMap((one, i) => (judge(entry, one) ? [] : [i]));
  // With right entries in their places, the body would be right.
  const mended = { ...(body as object), [name]: entries.filter((_, i) => !wrong.includes(i)) };
  return entries.length <= Number(list.maxItems) && judge(schema, mended) ? wrong : undefined;
}

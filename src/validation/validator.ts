/**
 * Both steps of validation as one: the base document, then the published document's own schemas, then what no schema
 * language can say (a phone number's plan). Everything that is wrong is told in one answer; values come out in the form
 * in which they are stored.
 */
import type { Request, Response } from 'express';
import type { Campaign, Field } from '../campaign/definition.ts';
import { normaliseValue } from '../campaign/values/normalise.ts';
import { jsonTwinOf } from '../document/json-twin.ts';
import type { OpenApiDocument } from '../document/openapi.ts';
import type { Turns } from '../operation/turns.ts';
import { type InputError, mostErrors, refuse, refuseInput } from '../problem/problem.ts';
import type { BaseJudge } from './base.ts';
import type { CompiledOperation, CompiledOperations } from './compiled.ts';
import { cut, escapePointer, nearest, unescapePointer } from './error-words.ts';
import { withoutExcess } from './excess.ts';
import { type Form, type ReadForm, readForm, withFewerNames } from './form.ts';
import { readQuery } from './query.ts';
import { dotted } from './query-names.ts';
import { readSchemaErrors } from './schema-errors.ts';
import { type SentQuery, sentQuery } from './sent-query.ts';
import { plainQuery, trimmedBatch, trimmedLead, trimmedText } from './trim.ts';

export interface Judged {
  readonly query: Record<string, unknown>;
  readonly body: unknown;
  /** The body with its values as they were sent, but for the white space around them. */
  readonly sent: unknown;
}

export interface ValidatorParts {
  readonly base: BaseJudge;
  readonly compiled: CompiledOperations;
  /** The code under which a wrong body is refused. */
  readonly bodyCode: 'invalid_lead' | 'invalid_request';
}

export interface SentParts {
  readonly req: Request;
  readonly res: Response;
  /** The parsed body; `undefined` when there is none. */
  readonly body: unknown;
  /** The address under which the base document knows the operation, when the request's own would lead it to another. */
  readonly address?: () => string;
}

export interface JudgedBy {
  readonly document: OpenApiDocument;
  readonly operationId: string;
  /** Given when the body has a campaign's `fields`. */
  readonly campaign?: Campaign;
  readonly turns?: Turns;
}

/**
 * Judges a request for one operation of a document, and returns the query and the body as the document reads them. The
 * request itself stays as it is.
 * Throws 400 `invalid_parameter`, 404, 405, 406, 415, or 422 with every problem.
 */
export function createValidator({ base, compiled, bodyCode }: ValidatorParts) {
  return async (
    { req, res, body: sentBody, address }: SentParts,
    { document, operationId, campaign, turns }: JudgedBy,
  ): Promise<Judged> => {
    const operation = compiled.of(document, operationId);
    if (!operation) throw refuse('not_found', 'There is nothing at this address.');
    const made = operation.form
      ? withFewerNames(sentBody as Form, operation.form)
      : plainBody(operation, document, campaign, sentBody, turns);
    const plain: unknown = made instanceof Promise ? await made : made;
    const fields = campaign ? keysOf(campaign) : [];
    const query = judgeQuery(operation, sentQuery(req), fields, campaign);
    const trim = (name: string, text: string) => (campaign ? trimmedText(document, campaign, name, text) : text);
    const read = operation.form && readForm(plain as Form, operation.form, trim);
    const body = read ? read.body : plain;
    const content = read
      ? judgeForm(compiled.of(document, jsonTwinOf(operationId) ?? ''), read, fields)
      : judgeBody(operation, body, fields);
    const normal = campaign ? normaliseFields(campaign, body, content) : { body, errors: [] };
    const ours = [...query.errors, ...content, ...normal.errors];
    const judged = { query: query.values, body: normal.body, sent: body };
    if (ours.length === 0 && leavesNothing(operation, req)) return judged;
    const baseErrors = await base(req, res, {
      query: query.texts,
      body: plain,
      ...(address && { address: address() }),
    });
    const rest = ours.length < mostErrors ? baseErrors.filter((error) => !ours.some((one) => covers(one, error))) : [];
    const errors = [...ours, ...rest].slice(0, mostErrors);
    if (errors.length === 0) return judged;
    // A body whose entries are leads is none itself.
    throw refuseInput(problemCode(operation, errors) ?? (operation.entry ? 'invalid_request' : bodyCode), errors);
  };
}

/**
 * A JSON body without what is too much of it, its values trimmed. Of a text that is too long, a part is taken away: it is trimmed
 * before, or the part that is left could be white space alone. The texts of a batch are whole when its items are judged.
 */
function plainBody(
  operation: CompiledOperation,
  document: OpenApiDocument,
  campaign: Campaign | undefined,
  body: unknown,
  turns: Turns | undefined,
): unknown {
  if (!campaign) return withoutExcess(body, operation.room);
  if (operation.entry) return trimmedBatch(document, campaign, withoutExcess(body, operation.room), turns);
  return withoutExcess(trimmedLead(document, campaign, body), operation.room);
}

/** What is wrong before the body is looked at, if anything is: a parameter of the address, or a header. */
function problemCode({ parameters }: CompiledOperation, errors: readonly InputError[]) {
  const wrong = errors.flatMap(({ parameter }) => parameter ?? []);
  const headers = parameters.flatMap((p) => (p.in === 'header' ? p.name : []));
  if (wrong.length === 0) return undefined;
  return wrong.every((name) => headers.includes(name)) ? 'invalid_header' : 'invalid_parameter';
}

/**
 * Judges a body by the schema of an operation of the document, as a batch does with its items and an upsert with what it
 * may have to create. There is no operation without its schema here: whoever asks has looked whether it is offered.
 */
export function judgeBodyOf(
  compiled: CompiledOperations,
  document: OpenApiDocument,
  campaign: Campaign,
  operationId: string,
  body: unknown,
): { readonly body: unknown; readonly errors: readonly InputError[] } {
  const operation = compiled.of(document, operationId);
  if (!operation) throw new Error(`the document does not offer ${operationId}`);
  const some = withoutExcess(trimmedLead(document, campaign, body), operation.room);
  const content = judgeBody(operation, some, keysOf(campaign));
  const normal = normaliseFields(campaign, some, content);
  return { body: normal.body, errors: [...content, ...normal.errors].slice(0, mostErrors) };
}

/** What is wrong with an entry of a list whose entries are judged by themselves, by the operation's own schema. */
export function judgeEntryOf(
  compiled: CompiledOperations,
  document: OpenApiDocument,
  campaign: Campaign,
  operationId: string,
  entry: unknown,
): readonly InputError[] {
  const { entry: judge, entryRoom } = compiled.of(document, operationId) ?? {};
  if (!judge) throw new Error(`the document offers no ${operationId} with entries`);
  if (judge(withoutExcess(entry, entryRoom))) return [];
  return readSchemaErrors(judge.errors ?? [], { fields: keysOf(campaign), whole: 'The item' });
}

/** The media type of a body, in the two ways in which nearly all clients write it; anything else is left to the first step. */
const plainType = (header = ''): string => header.replace(/; ?charset=utf-8$/i, '');

/**
 * Whether the first step has nothing to say of a request in which the second has found nothing wrong. What the public document
 * accepts the base document accepts (the soundness law), so that is anything but a path, a header or a media type.
 */
function leavesNothing({ address, body, jsonTypes, parameters }: CompiledOperation, req: Request): boolean {
  if (parameters.some((p) => p.in === 'cookie')) return false;
  if (body && !jsonTypes.has(plainType(req.headers['content-type']))) return false;
  return address({ path: req.params, headers: req.headers });
}

interface Fields {
  readonly keys: readonly string[];
  readonly byKey: ReadonlyMap<string, Field>;
}

const known = new WeakMap<Campaign, Fields>();

function fieldsOf(campaign: Campaign): Fields {
  const found = known.get(campaign);
  if (found) return found;
  const byKey = new Map(campaign.fields.map((field) => [field.key, field]));
  const made = { keys: [...byKey.keys()], byKey };
  known.set(campaign, made);
  return made;
}

const keysOf = (campaign: Campaign): readonly string[] => fieldsOf(campaign).keys;

/** Whether what the second step said makes the base document's error needless: the same place, or one inside it. */
function covers(ours: InputError, base: InputError): boolean {
  if (base.parameter !== undefined) return ours.parameter === base.parameter;
  if (ours.pointer === base.pointer || base.pointer?.startsWith(`${ours.pointer}/`)) return true;
  // The base step does not escape the name of an unknown member, and knows no place of one without a name.
  if (base.pointer === '/' && ours.code === 'unknown' && ours.pointer?.endsWith('/')) return true;
  const plain = ours.pointer && unescapePointer(ours.pointer);
  return base.code === 'unknown' && ours.code === 'unknown' && plain === base.pointer;
}

function judgeQuery(
  operation: CompiledOperation,
  sent: SentQuery,
  fields: readonly string[],
  campaign: Campaign | undefined,
) {
  const { values: given, texts, errors: repeated } = readQuery(sent.values, operation.parameters);
  const values = campaign ? plainQuery(campaign, given) : given;
  const errors = [...sent.errors, ...repeated];
  if (operation.query(values)) return { values, texts, errors };
  const names = operation.parameters.filter((p) => p.in === 'query').map((p) => p.name);
  const read = readSchemaErrors(operation.query.errors ?? [], { asText: true });
  const found = read.map(({ pointer, ...error }) => {
    const parameter = unescapePointer(pointer.split('/')[1] ?? '');
    if (error.code !== 'unknown') return { parameter, ...error };
    return { parameter: cut(parameter), code: error.code, detail: unknownParameter(parameter, names, fields) };
  });
  return { values, texts, errors: [...errors, ...found] };
}

/** Campaign-defined parameters stand under `fields.`: that part is the same in all, and must not make two of them look alike. */
function unknownParameter(sent: string, known: readonly string[], fields: readonly string[]): string {
  const shown = `\`${cut(sent)}\``;
  const name = dotted(sent);
  if (known.includes(`fields.${name}`))
    return `${shown} is not a parameter of this operation: send \`fields.${name}\`.`;
  const [, key] = /^fields\.([^.]+)$/.exec(name) ?? [];
  if (key !== undefined && fields.includes(key))
    return `${shown} is not a parameter: leads cannot be listed by this field.`;
  const inFields = name.startsWith('fields.');
  const rest = (text: string) => (inFields ? text.slice('fields.'.length) : text);
  const candidates = known.filter((one) => one.startsWith('fields.') === inFields).map(rest);
  const hint = nearest(rest(name), candidates).replace('`', inFields ? '`fields.' : '`');
  return `${shown} is not a parameter of this operation${hint}.`;
}

function judgeBody(operation: CompiledOperation, body: unknown, fields: readonly string[]): readonly InputError[] {
  if (!operation.body || operation.body(body)) return [];
  return readSchemaErrors(operation.body.errors ?? [], { fields });
}

/** By the schema of the JSON that the form stands for. */
function judgeForm(
  twin: CompiledOperation | undefined,
  { body, errors }: ReadForm,
  fields: readonly string[],
): readonly InputError[] {
  if (!twin?.body) throw new Error('the document has no JSON operation that judges this form');
  if (twin.body(withoutExcess(body, twin.room))) return errors;
  const repeated = (pointer: string | undefined) => errors.some((error) => error.pointer === pointer);
  const found = readSchemaErrors(twin.body.errors ?? [], { fields, asText: true });
  return [...errors, ...found.filter((one) => !repeated(one.pointer))];
}

/** The body with each of its fields in stored form; fields that a schema has refused already are left alone. */
function normaliseFields(
  campaign: Campaign,
  body: unknown,
  refused: readonly InputError[],
): { body: unknown; errors: readonly InputError[] } {
  if (!isObject(body) || !isObject(body.fields)) return { body, errors: [] };
  const errors: InputError[] = [];
  const fields: Record<string, unknown> = {};
  const { byKey } = fieldsOf(campaign);
  for (const [key, value] of Object.entries(body.fields)) {
    const field = byKey.get(key);
    const pointer = `/fields/${escapePointer(key)}`;
    if (!field || refused.some((error) => error.pointer === pointer || error.pointer?.startsWith(`${pointer}/`)))
      continue;
    const normal = normaliseValue(field, value, campaign.defaultCountry);
    if (normal.ok) fields[key] = normal.value;
    else errors.push({ pointer, code: normal.code, detail: `\`${key}\` must be ${normal.form}.` });
  }
  return { body: { ...body, fields }, errors };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

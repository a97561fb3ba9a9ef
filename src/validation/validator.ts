/**
 * Both steps of validation together: the base document, then the schemas of the published document, then rules that no
 * schema can express (phone numbers of a country). All mistakes are reported in one response. The result has the values in
 * stored form.
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
import { cut, escapePointer, nearest, unescapePointer } from './error-phrases.ts';
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
  /** The body with its values as sent, but without the white space around them. */
  readonly sent: unknown;
}

export interface ValidatorParts {
  readonly base: BaseJudge;
  readonly compiled: CompiledOperations;
  /** The code of the problem for a wrong body. */
  readonly bodyCode: 'invalid_lead' | 'invalid_request';
}

export interface SentParts {
  readonly req: Request;
  readonly res: Response;
  /** The parsed body; `undefined` if the request has no body. */
  readonly body: unknown;
  /** The address of the operation in the base document, if it differs from the address of the request. */
  readonly address?: () => string;
}

export interface JudgedBy {
  readonly document: OpenApiDocument;
  readonly operationId: string;
  /** Given if the body contains a campaign's `fields`. */
  readonly campaign?: Campaign;
  readonly turns?: Turns;
}

/**
 * Validates a request for one operation of a document, and returns the query and the body as the document reads them. The
 * request itself stays unchanged. Throws 400 `invalid_parameter`, 404, 405, 406, 415, or 422 with all mistakes.
 */
export function createValidator({ base, compiled, bodyCode }: ValidatorParts) {
  return async (
    { req, res, body: sentBody, address }: SentParts,
    { document, operationId, campaign, turns }: JudgedBy,
  ): Promise<Judged> => {
    const operation = compiled.of(document, operationId);
    if (!operation) throw refuse('not_found', 'Nothing exists at this address.');
    const prepared = operation.form
      ? withFewerNames(sentBody as Form, operation.form)
      : plainBody(operation, document, campaign, sentBody, turns);
    const plain: unknown = prepared instanceof Promise ? await prepared : prepared;
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
    // A batch is not a lead, so its own errors are `invalid_request`.
    throw refuseInput(problemCode(operation, errors) ?? (operation.entry ? 'invalid_request' : bodyCode), errors);
  };
}

/**
 * A JSON body without its excess, and with trimmed values. A text is trimmed before its end is cut off, because the rest
 * could otherwise be white space only. The texts of a batch stay whole until its items are validated.
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

/** The code for a wrong parameter or header, if there is one. It comes before mistakes in the body. */
function problemCode({ parameters }: CompiledOperation, errors: readonly InputError[]) {
  const wrong = errors.flatMap(({ parameter }) => parameter ?? []);
  const headers = parameters.flatMap((p) => (p.in === 'header' ? p.name : []));
  if (wrong.length === 0) return undefined;
  return wrong.every((name) => headers.includes(name)) ? 'invalid_header' : 'invalid_parameter';
}

/**
 * Validates a body with the schema of one operation, as a batch does with its items and an upsert with the lead that it may
 * create. The operation must exist, because the caller has checked that it is offered.
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
  const limited = withoutExcess(trimmedLead(document, campaign, body), operation.room);
  const content = judgeBody(operation, limited, keysOf(campaign));
  const normal = normaliseFields(campaign, limited, content);
  return { body: normal.body, errors: [...content, ...normal.errors].slice(0, mostErrors) };
}

/** The mistakes of one entry of a list whose entries are validated separately. */
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

/** The media type without its charset, in the two spellings that nearly all clients use. The first step reads all others. */
const plainType = (header = ''): string => header.replace(/; ?charset=utf-8$/i, '');

/**
 * Whether the first step has nothing to check in a request that the second step has accepted. The base document accepts
 * everything that the public document accepts (soundness law), so only the path, a header or the media type can be wrong.
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

const fieldsByCampaign = new WeakMap<Campaign, Fields>();

function fieldsOf(campaign: Campaign): Fields {
  const found = fieldsByCampaign.get(campaign);
  if (found) return found;
  const byKey = new Map(campaign.fields.map((field) => [field.key, field]));
  const made = { keys: [...byKey.keys()], byKey };
  fieldsByCampaign.set(campaign, made);
  return made;
}

const keysOf = (campaign: Campaign): readonly string[] => fieldsOf(campaign).keys;

/** Whether an error of the second step covers the base document's error: it is at the same place, or around it. */
function covers(ours: InputError, base: InputError): boolean {
  if (base.parameter !== undefined) return ours.parameter === base.parameter;
  if (ours.pointer === base.pointer || base.pointer?.startsWith(`${ours.pointer}/`)) return true;
  // The base step does not escape the name of an unknown member, and gives no place for a member with an empty name.
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

/**
 * Parameters of fields begin with `fields.`. The comparison leaves this part out, because it would make all of them look
 * similar.
 */
function unknownParameter(sent: string, known: readonly string[], fields: readonly string[]): string {
  const shown = `\`${cut(sent)}\``;
  const name = dotted(sent);
  if (known.includes(`fields.${name}`))
    return `${shown} is not a parameter of this operation: send \`fields.${name}\`.`;
  const [, key] = /^fields\.([^.]+)$/.exec(name) ?? [];
  if (key !== undefined && fields.includes(key))
    return `${shown} is not a parameter: lists cannot be filtered by this field.`;
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

/** Validates a form with the schema of its JSON. */
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

/** The body with its fields in stored form. Fields that a schema has refused already stay unchanged. */
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

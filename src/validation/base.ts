/**
 * The first step of validation: one express-openapi-validator for each base document serves the whole process. It validates
 * path, query, media type and body. The second step validates the parts that a campaign's document narrows.
 *
 * It runs as a function, not as middleware, so that its errors can be returned together with those of the second step. Its
 * document has the server `/`: if the server did not match the mount path, the validator would let every request through.
 */

import type { Request, RequestHandler, Response } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { OpenAPIV3 } from 'express-openapi-validator/dist/framework/types.js';
import { formats } from '../campaign/values/formats.ts';
import { type OpenApiDocument, operationsOf } from '../document/openapi.ts';
import { pruneComponents } from '../document/overlay/apply.ts';
import { isUuid } from '../ids/ids.ts';
import { type InputError, type Problem, refuse } from '../problem/problem.ts';
import { listedType } from './compiled.ts';
import { withoutEntries } from './entries.ts';
import { formOf } from './error-phrases.ts';
import { codeOfKeyword } from './keyword-codes.ts';
import { sentQuery } from './sent-query.ts';

interface ValidatorError {
  readonly status?: number;
  readonly message?: string;
  readonly errors?: readonly { path: string; message: string; errorCode?: string }[];
  readonly headers?: Record<string, string>;
}

/** The parts of a request that an earlier step has read. The validator gets these instead of the parts of the request. */
export interface ReadParts {
  /** The parameters, with their names as in the document. */
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The path of the operation, with or without a query. */
  readonly address?: string;
}

/** Returns all mistakes in the input. Throws a {@link Problem} for 404, 405, 406 and 415. The request stays unchanged. */
export type BaseJudge = (req: Request, res: Response, read?: ReadParts) => Promise<readonly InputError[]>;

const formatTests = Object.fromEntries(Object.entries(formats).map(([name, { test }]) => [name, test]));

const stepsByDocument = new WeakMap<OpenApiDocument, readonly RequestHandler[]>();

/**
 * The validator's steps, made once for each document in a process. That takes up to a quarter of a second and blocks the
 * process, so servers call it before the first request.
 */
export function stepsOf(document: OpenApiDocument): readonly RequestHandler[] {
  const known = stepsByDocument.get(document);
  if (known) return known;
  const steps = OpenApiValidator.middleware({
    apiSpec: { ...requestsOf(document), servers: [{ url: '/' }] } as unknown as OpenAPIV3.DocumentV3_1,
    validateApiSpec: false,
    validateSecurity: false,
    validateResponses: false,
    validateRequests: { allErrors: true, coerceTypes: false },
    ajvFormats: { mode: 'full' },
    formats: { ...formatTests, uuid: isUuid, int64: true, double: true },
    fileUploader: false,
    useRequestUrl: true,
  }) as unknown as RequestHandler[];
  stepsByDocument.set(document, steps);
  return steps;
}

/**
 * A copy of the document with requests only, and without entries that are validated separately. The validator checks no
 * responses, but would compile their schemas.
 */
function requestsOf(document: OpenApiDocument): Record<string, unknown> {
  const requests = structuredClone(document) as unknown as Record<string, unknown> & OpenApiDocument;
  for (const { operation } of operationsOf(requests)) Object.assign(operation, { responses: {} });
  const schemas = requests.components.schemas ?? {};
  const judged = Object.entries(schemas).map(([name, schema]) => [name, withoutEntries(schema)]);
  Object.assign(schemas, Object.fromEntries(judged));
  pruneComponents(requests);
  return requests;
}

/** The validator is made on the first call, unless it was made before. */
export function createBaseJudge(document: OpenApiDocument): BaseJudge {
  const headers = headersOf(document);
  return async (req, res, read = {}) => {
    const { query = textsOf(req), body = req.body as unknown, address = req.url } = read;
    // The validator replaces a query's texts by lists and numbers. It gets its own copy of the request, because a second
    // run, with a fresh grant, must find what was sent. The query is encoded again, because the validator refuses some
    // characters that an address may contain unencoded (RFC 3986, 3.4).
    const url = `${address.split('?')[0]}?${new URLSearchParams(query)}`;
    const own = Object.create(req, {
      // HEAD is offered wherever GET is, and validated like GET (RFC 9110, 9.3.2).
      method: { value: req.method === 'HEAD' ? 'GET' : req.method },
      url: { value: url },
      originalUrl: { value: url },
      headers: { value: { ...req.headers, 'content-type': listedType(req.headers['content-type']) } },
      query: { value: { ...query }, writable: true, configurable: true, enumerable: true },
      body: { value: body, writable: true, configurable: true, enumerable: true },
    }) as Request;
    for (const step of stepsOf(document)) {
      const error = await new Promise<ValidatorError | undefined>((resolve) =>
        step(own, res, resolve as (error?: unknown) => void),
      );
      if (error) return readError(error, own, headers);
    }
    return [];
  };
}

/** The query, with the values of a repeated parameter joined into one text. */
const textsOf = (req: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(sentQuery(req).values).map(([name, value]) => [name, String(value)]));

/** The documented headers: their names as in the document and their forms, by the name in lower case. */
type HeaderForms = ReadonlyMap<string, { readonly name: string; readonly form: string }>;

function headersOf(document: OpenApiDocument): HeaderForms {
  const named = operationsOf(document).flatMap(({ parameters }) => parameters.filter((p) => p.in === 'header'));
  return new Map(
    named.map(({ name, schema }) => [name.toLowerCase(), { name, form: formOf(schema) ?? 'as documented' }]),
  );
}

function readError(error: ValidatorError, req: Request, headers: HeaderForms): readonly InputError[] {
  if (error.status !== 400 || !error.errors) throw refusalOf(error, req);
  const read = error.errors.map((one) => readHeaderError(one.path, headers) ?? readInputError(one));
  // A parameter that violates two keywords is reported once.
  return read.filter(
    ({ parameter }, i) => parameter === undefined || read.findIndex((one) => one.parameter === parameter) === i,
  );
}

function readHeaderError(path: string, headers: HeaderForms): InputError | undefined {
  const [, place, name = ''] = path.split('/');
  const header = place === 'headers' ? headers.get(name.toLowerCase()) : undefined;
  return (
    header && {
      parameter: header.name,
      code: 'format',
      detail: `\`${header.name}\` must be ${header.form}.`,
    }
  );
}

function refusalOf(error: ValidatorError, req: Request): Problem | ValidatorError {
  const allow = error.headers?.Allow;
  switch (error.status) {
    case 404:
      return refuse('not_found', 'Nothing exists at this address.');
    case 405:
      return refuse(
        'method_not_allowed',
        'This address does not take the method.',
        allow === undefined ? {} : { headers: { Allow: allow } },
      );
    case 406:
      return refuse(
        'not_acceptable',
        'The `Accept` header excludes every media type that this address can respond with.',
      );
    case 415:
      return refuse(
        'unsupported_media_type',
        `This operation does not accept the \`Content-Type\`; send ${mediaTypes(req)
          .map((type) => `\`${type}\``)
          .join(' or ')}.`,
        { headers: acceptedTypes(req.method, mediaTypes(req)) },
      );
    default:
      return error;
  }
}

/** The media types of the operation that the validator has found. */
function mediaTypes(req: Request): readonly string[] {
  const { openapi } = req as { openapi?: { schema?: { requestBody?: { content?: object } } } };
  const types = Object.keys(openapi?.schema?.requestBody?.content ?? {});
  return types.length > 0 ? types : ['application/json'];
}

/** The headers of a 415 that list the accepted media types (RFC 9110, 15.5.16), also for patches (RFC 5789, 2.2). */
export const acceptedTypes = (method: string, types: readonly string[]): Record<string, string> => ({
  Accept: types.join(', '),
  ...(method === 'PATCH' && { 'Accept-Patch': types.join(', ') }),
});

function readInputError({
  path,
  message,
  errorCode,
}: {
  path: string;
  message: string;
  errorCode?: string;
}): InputError {
  const keyword = errorCode?.split('.')[0] ?? (message.startsWith('Unknown query parameter') ? 'unknown' : 'format');
  const code = codeOfKeyword(keyword);
  // The validator gives no place for a member with an empty name.
  if (path === '') return { pointer: '/', code: 'unknown', detail: 'A member has an empty name.' };
  const [, place, ...rest] = path.split('/');
  if (place === 'body') return { pointer: rest.length > 0 ? `/${rest.join('/')}` : '', code, detail: message };
  const parameter = rest[0] ?? place ?? '';
  if (code === 'max_length') return { parameter, code, detail: `\`${parameter}\` is too long.` };
  const format = /^must match format "(.+)"$/.exec(message)?.[1];
  const words = format && formOf({ format });
  if (words) return { parameter, code, detail: `\`${parameter}\` must be ${words}.` };
  if (code === 'pattern')
    return { parameter, code, detail: `\`${parameter}\` contains a character that is not allowed.` };
  return { parameter, code, detail: `\`${parameter}\` ${message}.` };
}

/**
 * The overlay's examples of problems: one for each status of each operation, as this campaign answers it. A mock server answers by
 * them, and the page shows them under each status. What the campaign or the operation has a say in stands with the operation; the
 * rest is the same for all and stands in the response that they share.
 */
import { problemKinds } from '../problem/codes.ts';
import { type InputError, notFound, type Problem, refuse, refuseInput } from '../problem/problem.ts';
import { sharedBase } from './apply.ts';
import { baseDocument } from './base.ts';
import type { Offer } from './offer.ts';
import { type OpenApiDocument, type OperationEntry, operationsOf } from './openapi.ts';
import type { Action } from './overlay.ts';

const leadId = '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';
const media = 'application/problem+json';

/** By the name of the response that operations share. */
const shared: Readonly<Record<string, Problem>> = {
  Unauthorized: refuse('invalid_token', 'The API token is unknown, mistyped, expired, paused or revoked.'),
  NotFound: notFound('lead'),
  NotAcceptable: refuse('not_acceptable', 'Answers are `application/json`; the `Accept` header excludes it.'),
  Conflict: refuse('external_id_taken', 'Another lead has this `external_id`; `upsertLead` changes that one.', {
    errors: [
      {
        pointer: '/external_id',
        code: 'external_id_taken',
        detail: '`external_id` must be one that no other lead has.',
      },
    ],
  }),
  InProgress: refuse(
    'idempotency_in_progress',
    'The first request under this `Idempotency-Key` is still being carried out.',
  ),
  Erased: refuse('lead_erased', 'The write was carried out; a lead in its answer has been erased since.'),
  FeedReset: refuse('feed_reset', 'The cursor is too old: take the cursor of the present, and read the whole list.'),
  PreconditionFailed: refuse('precondition_failed', 'The lead is not at the version that was asked for.'),
  BodyTooLarge: refuse('body_too_large', 'The body is larger than 1048576 bytes, as sent or when unpacked.'),
  UnsupportedMediaType: refuse(
    'unsupported_media_type',
    'The `Content-Type` is not one that this operation takes; send `application/json`.',
  ),
  KeyReused: refuse('idempotency_key_reused', 'This `Idempotency-Key` was used for another request.'),
  RateLimited: refuse(
    'rate_limited',
    'This token may make 600 requests a minute, and has made them. Try again in 32 seconds.',
  ),
  InternalError: refuse('internal_error', 'Something went wrong inside the service.'),
  Unavailable: refuse('unavailable', 'The database cannot be reached at the moment.'),
  Other: refuse('headers_too_large', 'The request line and headers together exceed 16 KiB.'),
};

/** Their examples differ by the installation alone. */
export const sharedProblems: readonly string[] = Object.keys(shared);

/** Those that a base document has. */
export function sharedProblemExamples({ components }: OpenApiDocument, publicUrl: string): readonly Action[] {
  return Object.entries(shared)
    .filter(([name]) => Object.hasOwn((components.responses ?? {}) as object, name))
    .map(([name, problem]) => ({
      name: 'show each problem',
      target: `/components/responses/${name}/content/${media.replace('/', '~1')}`,
      set: { example: exampleOf(problem, publicUrl) },
    }));
}

export function problemExamples(offer: Offer, publicUrl: string): readonly Action[] {
  const base = baseDocument('leads');
  const ofEach = operationsOf(base).map((entry) => ({
    name: 'show what the operation refuses',
    target: `/paths/${entry.path.replaceAll('/', '~1')}/${entry.method}/responses`,
    set: Object.fromEntries(
      problemsOf(entry, offer).flatMap((problem) => {
        const status = String(problem.status);
        const { $ref } = (entry.operation.responses[status] ?? {}) as { $ref?: string };
        return $ref === undefined ? [] : [[status, withExample(nameIn($ref), exampleOf(problem, publicUrl))]];
      }),
    ),
  }));
  return [...sharedProblemExamples(base, publicUrl), ...ofEach];
}

const nameIn = (reference: string): string => reference.replace('#/components/responses/', '');

interface Response {
  readonly content: Readonly<Record<string, object>>;
}

function withExample(name: string, example: object) {
  const responses = sharedBase(baseDocument('leads')).components.responses as Readonly<Record<string, Response>>;
  const response = responses[name] as Response;
  return { ...response, content: { [media]: { ...response.content[media], example } } };
}

/** What the operation or the campaign has a say in. */
function problemsOf(entry: OperationEntry, offer: Offer): Problem[] {
  const { operationId } = entry.operation;
  return [
    refuseInput('invalid_parameter', [wrongParameter(entry)]),
    ...(entry.path.includes('{') ? [] : [notFound('campaign')]),
    ...(operationId === 'createLead' ? [refuseInput('invalid_lead', missing(offer))] : []),
    ...(operationId === 'updateLead' || operationId === 'upsertLead'
      ? [refuseInput('invalid_lead', [unknownField])]
      : []),
    ...(operationId === 'writeLeads' ? [refuseInput('invalid_request', [required('/items')])] : []),
  ];
}

function wrongParameter({ parameters }: OperationEntry): InputError {
  const has = (name: string) => parameters.find((parameter) => parameter.name === name);
  const limit = has('limit')?.schema.maximum;
  if (has('lead_id'))
    return { parameter: 'lead_id', code: 'format', detail: `\`lead_id\` must be a UUID such as ${leadId}.` };
  if (limit !== undefined)
    return { parameter: 'limit', code: 'maximum', detail: `\`limit\` must be at most ${limit}.` };
  if (has('dry_run')) return { parameter: 'dry_run', code: 'type', detail: '`dry_run` must be true or false.' };
  return { parameter: 'verbose', code: 'unknown', detail: '`verbose` is not a parameter of this operation.' };
}

const required = (pointer: string): InputError => ({
  pointer,
  code: 'required',
  detail: `\`${pointer.split('/').pop()}\` is required.`,
});

const unknownField: InputError = {
  pointer: '/fields/no_such_field',
  code: 'unknown',
  detail: '`no_such_field` is not a field of this campaign.',
};

/** Of a new lead that has nothing, where something is required. */
function missing({ fields, statusDefault }: Offer): InputError[] {
  const all = [
    ...(statusDefault === undefined ? ['/status'] : []),
    ...fields.filter((one) => one.required).map(({ field }) => `/fields/${field.key}`),
  ];
  return all.length > 0 ? all.slice(0, 5).map(required) : [unknownField];
}

/** As it is sent (RFC 9457, 3). */
function exampleOf({ code, message, errors }: Problem, publicUrl: string): Record<string, unknown> {
  const { title, status } = problemKinds[code];
  const type = `${publicUrl}/problems/${code}`;
  return { type, title, status, detail: message, instance: leadId, code, ...(errors && { errors }) };
}

/**
 * The overlay's examples of problems: one for each status of each operation, as this campaign returns it. Mock servers
 * respond with them, and the page shows them under each status. Examples that depend on the campaign or the operation stand
 * with the operation; the others stand in a shared response.
 */
import { type ProblemCode, problemKinds } from '../../problem/codes.ts';
import type { InputError } from '../../problem/problem.ts';
import { baseDocument } from '../base.ts';
import type { Offer } from '../offer.ts';
import { type OpenApiDocument, type OperationEntry, operationsOf } from '../openapi.ts';
import { sharedBase } from '../overlay/apply.ts';
import type { Action } from '../overlay/overlay.ts';

const leadId = '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';
const media = 'application/problem+json';

/** The content of a refusal. It is not a `Problem`, which would record a stack trace. */
interface Refused {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly InputError[];
}

const refused = (code: ProblemCode, detail: string, errors?: readonly InputError[]): Refused => ({
  code,
  detail,
  ...(errors && { errors }),
});

const wrongInput = (code: ProblemCode, errors: readonly InputError[]): Refused => {
  const [first, second] = errors;
  const many = `${errors.length} values are wrong; each is listed in \`errors\`.`;
  return refused(code, first && !second ? first.detail : many, errors);
};

const notFound = (thing: string): Refused => refused('not_found', `There is no such ${thing}.`);

/** By the name of the shared response. */
const shared: Readonly<Record<string, Refused>> = {
  Unauthorized: refused('invalid_token', 'The API token is unknown, mistyped, expired, paused or revoked.'),
  NotFound: notFound('lead'),
  NotAcceptable: refused('not_acceptable', 'Responses are `application/json`, and the `Accept` header excludes it.'),
  Conflict: refused('external_id_taken', 'Another lead has this `external_id`; `upsertLead` changes that one.', [
    {
      pointer: '/external_id',
      code: 'external_id_taken',
      detail: '`external_id` must be one that no other lead has.',
    },
  ]),
  InProgress: refused('idempotency_in_progress', 'The first request with this `Idempotency-Key` is still running.'),
  Erased: refused('lead_erased', 'The write was made, but a lead in its response was deleted later.'),
  FeedReset: refused('feed_reset', 'The cursor is too old: take a new cursor, and read the whole list.'),
  PreconditionFailed: refused('precondition_failed', 'The lead is not at the version in `If-Match`.'),
  BodyTooLarge: refused('body_too_large', 'The body is larger than 1048576 bytes, as sent or when unpacked.'),
  UnsupportedMediaType: refused(
    'unsupported_media_type',
    'This operation does not accept the `Content-Type`; send `application/json`.',
  ),
  KeyReused: refused('idempotency_key_reused', 'This `Idempotency-Key` was used for another request.'),
  RateLimited: refused('rate_limited', 'This token has made its 600 requests of this minute. Try again in 32 seconds.'),
  InternalError: refused('internal_error', 'Something went wrong inside the service.'),
  Unavailable: refused('unavailable', 'The database cannot be reached at the moment.'),
  NotAllowed: refused('insufficient_permission', 'This token may only read.'),
  MethodNotAllowed: refused('method_not_allowed', 'This address does not offer the method.'),
  RequestTimeout: refused('request_timeout', 'The whole request did not arrive in time.'),
  HeadersTooLarge: refused('headers_too_large', 'The request line and the headers are larger than 16 KiB together.'),
};

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

/** A response that some operations share, with an example of its own. `of`: the name of the response. */
interface Variant {
  readonly of: string;
  readonly problem: Refused;
}

const wrongLimit = (maximum: number): Variant => ({
  of: 'BadRequest',
  problem: wrongInput('invalid_parameter', [
    { parameter: 'limit', code: 'maximum', detail: `\`limit\` must be at most ${maximum}.` },
  ]),
});

const variants: Readonly<Record<string, Variant>> = {
  BadLeadId: {
    of: 'BadRequest',
    problem: wrongInput('invalid_parameter', [
      { parameter: 'lead_id', code: 'format', detail: `\`lead_id\` must be a UUID such as ${leadId}.` },
    ]),
  },
  BadLimit: wrongLimit(200),
  BadFeedLimit: wrongLimit(1_000),
  BadDryRun: {
    of: 'BadRequest',
    problem: wrongInput('invalid_parameter', [
      { parameter: 'dry_run', code: 'type', detail: '`dry_run` must be true or false.' },
    ]),
  },
  BadParameter: {
    of: 'BadRequest',
    problem: wrongInput('invalid_parameter', [
      { parameter: 'verbose', code: 'unknown', detail: '`verbose` is not a parameter of this operation.' },
    ]),
  },
  NoCampaign: { of: 'NotFound', problem: notFound('campaign') },
  UnknownField: { of: 'InvalidLead', problem: wrongInput('invalid_lead', [unknownField]) },
  ScopeClosed: {
    of: 'NotAllowed',
    problem: refused(
      'scope_closed',
      'New leads cannot be created with this token: its filter was deleted, or needs something that the campaign does not offer.',
    ),
  },
  EmptyBatch: { of: 'InvalidBatch', problem: wrongInput('invalid_request', [required('/items')]) },
};

/** Examples that only differ from one installation to another. */
export const sharedProblems: readonly string[] = [...Object.keys(shared), ...Object.keys(variants)];

type Responses = Readonly<Record<string, Response>>;

interface Response {
  readonly content: Readonly<Record<string, object>>;
}

/** The examples for the responses of a base document. */
export function sharedProblemExamples({ components }: OpenApiDocument, publicUrl: string): readonly Action[] {
  const responses = (components.responses ?? {}) as Responses;
  return Object.entries(shared)
    .filter(([name]) => Object.hasOwn(responses, name))
    .map(([name, problem]) => ({
      name: 'show each problem',
      target: `/components/responses/${name}/content/${media.replace('/', '~1')}`,
      set: { example: exampleOf(problem, publicUrl) },
    }));
}

/** The actions that the documents of all campaigns have in common. */
export function campaignProblemExamples(publicUrl: string): readonly Action[] {
  return [
    ...sharedProblemExamples(baseDocument('leads'), publicUrl),
    {
      name: 'show what some operations refuse',
      target: '/components/responses',
      set: Object.fromEntries(Object.entries(variants).map(([name, one]) => [name, responseOf(one, publicUrl)])),
    },
  ];
}

export function problemExamples(offer: Offer, publicUrl: string): readonly Action[] {
  const known = ofInstallation.get(publicUrl) ?? makeProblemExamples(publicUrl);
  ofInstallation.set(publicUrl, known);
  const lacking: Variant = { of: 'InvalidLead', problem: wrongInput('invalid_lead', missing(offer)) };
  return [
    ...known,
    {
      name: 'show a new lead that lacks what is required',
      target: '/components/responses',
      set: { LackingLead: responseOf(lacking, publicUrl) },
    },
  ];
}

/** Everything that does not depend on the campaign, by the address of the installation. Made once. */
const ofInstallation = new Map<string, readonly Action[]>();

function makeProblemExamples(publicUrl: string): readonly Action[] {
  const base = baseDocument('leads');
  return [
    ...campaignProblemExamples(publicUrl),
    ...operationsOf(base).map((entry) => ({
      name: 'show what the operation refuses',
      target: `/paths/${entry.path.replaceAll('/', '~1')}/${entry.method}/responses`,
      set: Object.fromEntries(
        Object.entries(refusalsOf(entry)).map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
      ),
    })),
  ];
}

function responseOf({ of, problem }: Variant, publicUrl: string): object {
  const responses = sharedBase(baseDocument('leads')).components.responses as Responses;
  const response = responses[of] as Response;
  return { ...response, content: { [media]: { ...response.content[media], example: exampleOf(problem, publicUrl) } } };
}

/** The responses that depend on the operation, by status. */
function refusalsOf(entry: OperationEntry): Readonly<Record<string, string>> {
  const { operationId } = entry.operation;
  const invalid = invalidOf[operationId];
  return {
    400: badRequestOf(entry),
    ...(!entry.path.includes('{') && { 404: 'NoCampaign' }),
    ...(invalid !== undefined && { 422: invalid }),
  };
}

const invalidOf: Readonly<Record<string, string>> = {
  createLead: 'LackingLead',
  submitLeadForm: 'LackingLead',
  updateLead: 'UnknownField',
  upsertLead: 'UnknownField',
  submitLeadFormByExternalId: 'UnknownField',
  writeLeads: 'EmptyBatch',
};

function badRequestOf({ parameters }: OperationEntry): string {
  const has = (name: string) => parameters.find((parameter) => parameter.name === name);
  const limit = has('limit')?.schema.maximum;
  if (has('lead_id')) return 'BadLeadId';
  if (limit !== undefined) return limit === 200 ? 'BadLimit' : 'BadFeedLimit';
  return has('dry_run') ? 'BadDryRun' : 'BadParameter';
}

/** The errors of a new lead without any values, if something is required. */
function missing({ fields, statusDefault }: Offer): InputError[] {
  const all = [
    ...(statusDefault === undefined ? ['/status'] : []),
    ...fields.filter((one) => one.required).map(({ field }) => `/fields/${field.key}`),
  ];
  return all.length > 0 ? all.slice(0, 5).map(required) : [unknownField];
}

/** The problem as sent (RFC 9457, 3). */
function exampleOf({ code, detail, errors }: Refused, publicUrl: string): Record<string, unknown> {
  const { title, status } = problemKinds[code];
  return {
    type: `${publicUrl}/problems/${code}`,
    title,
    status,
    detail,
    instance: leadId,
    code,
    ...(errors && { errors }),
  };
}

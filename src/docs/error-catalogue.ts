/**
 * The table of all errors that the operations of a document can return: what each means, and whether to send the request
 * again.
 */
import type { OpenApiDocument } from '../document/openapi.ts';
import { operationsOf } from '../document/openapi.ts';
import { type ProblemCode, problemCodes, problemKinds } from '../problem/codes.ts';
import { inputCodes } from '../problem/input-codes.ts';
import { html } from './html.ts';
import type { Table } from './table.ts';

/** For each problem code of the Lead API: can the same request succeed later? Codes that only members get are not listed. */
const retryAdvice: Readonly<Partial<Record<ProblemCode, string>>> = {
  malformed_body: 'No. Correct the body.',
  invalid_parameter: 'No. Correct what `errors` names.',
  invalid_cursor: 'No. Start again without `cursor`.',
  invalid_header: 'No. Correct the header.',
  token_missing: 'No. Send the token.',
  invalid_token: 'No. Check the token, or ask for a new one.',
  insufficient_permission: 'No.',
  scope_closed: 'No. Ask the person who gave you the token.',
  not_found: 'No.',
  method_not_allowed: 'No. `Allow` lists the methods.',
  not_acceptable: 'No. Correct `Accept`.',
  request_timeout: 'Yes.',
  external_id_taken: 'No. Change the lead that has this id.',
  external_id_ambiguous: 'No. Use the `id` of the lead.',
  duplicate_lead: 'No. The lead exists already.',
  idempotency_in_progress: 'Yes, after `Retry-After`.',
  lead_erased: 'No. For a new lead, use a new key.',
  feed_reset: 'No. Read the list again, then go on from a new cursor.',
  precondition_failed: 'No. Read the lead, then send the change again.',
  body_too_large: 'No. Send less at once.',
  unsupported_media_type: 'No. Correct `Content-Type`.',
  invalid_lead: 'No. Correct what `errors` names.',
  out_of_scope: 'No. Send values that this token may write.',
  batch_refused: 'No. Correct what `results` names.',
  idempotency_key_reused: 'No. Use a new key for a new request.',
  invalid_request: 'No. Correct what `errors` names.',
  rate_limited: 'Yes, after `Retry-After`.',
  too_many_in_flight: 'Yes, after `Retry-After`.',
  headers_too_large: 'No. Send shorter headers.',
  internal_error: 'Yes, a few times, with the same `Idempotency-Key`.',
  unavailable: 'Yes, after `Retry-After`.',
};

export const errorId = (code: string): string => `error-${code}`;

/** Problem codes of writes only. */
const ofWrites: ReadonlySet<ProblemCode> = new Set([
  ...([
    'malformed_body',
    'insufficient_permission',
    'scope_closed',
    'external_id_taken',
    'external_id_ambiguous',
  ] as const),
  ...([
    'duplicate_lead',
    'idempotency_in_progress',
    'lead_erased',
    'body_too_large',
    'unsupported_media_type',
  ] as const),
  ...(['invalid_lead', 'out_of_scope', 'batch_refused', 'idempotency_key_reused', 'invalid_request'] as const),
]);

/** The codes that the operations of this document can return. */
export function errorCodes(document: OpenApiDocument, writes: boolean): readonly ProblemCode[] {
  const listed = new Set(operationsOf(document).flatMap(({ operation }) => Object.keys(operation.responses)));
  const any = listed.has('default');
  return problemCodes
    .filter((code) => Object.hasOwn(retryAdvice, code) && (writes || !ofWrites.has(code)))
    .filter((code) => any || listed.has(String(problemKinds[code].status)));
}

export function errorTable(document: OpenApiDocument, writes: boolean, publicUrl: string): Table {
  return {
    head: ['Status', 'Code', 'Meaning', 'Send it again?'],
    rows: errorCodes(document, writes).map((code) => ({
      id: errorId(code),
      cells: [
        String(problemKinds[code].status),
        { text: `\`${code}\``, html: html`<a href="${publicUrl}/problems/${code}"><code>${code}</code></a>` },
        problemKinds[code].cause,
        retryAdvice[code] ?? '',
      ],
    })),
  };
}

/** Codes about definitions only, which no token can change. */
const ofMembers: ReadonlySet<string> = new Set(['already_exists', 'too_deep', 'too_large']);

/** The table of `errors[].code`. */
export function inputCodeTable(): Table {
  return {
    head: ['errors[].code', 'Meaning'],
    rows: Object.entries(inputCodes)
      .filter(([code]) => !ofMembers.has(code))
      .map(([code, meaning]) => ({
        id: errorId(`value-${code}`),
        cells: [`\`${code}\``, meaning],
      })),
  };
}

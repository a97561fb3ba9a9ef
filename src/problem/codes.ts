/**
 * The table of problem codes: each stable `code`, its HTTP status, its title, and the text of its page `/problems/{code}`.
 * Every refusal uses a code of this table. A code, once published, keeps its meaning.
 */

export interface ProblemKind {
  /** HTTP status (RFC 9110). */
  readonly status: number;
  /** RFC 9457 `title`: the same for every occurrence. */
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
}

const kinds = {
  malformed_body: {
    status: 400,
    title: 'The body cannot be parsed',
    cause: 'The body is not valid JSON (RFC 8259) or not valid UTF-8, or an object has the same member twice.',
    remedy: 'Send one JSON object in UTF-8. Each member may occur once.',
  },
  invalid_parameter: {
    status: 400,
    title: 'A parameter is unknown or malformed',
    cause: 'The operation has no parameter of this name, or the value has the wrong form.',
    remedy:
      'Look at `errors`: each entry names a parameter and the values it accepts. The documentation lists all parameters.',
  },
  invalid_cursor: {
    status: 400,
    title: 'The cursor is not valid here',
    cause:
      'The cursor was altered, belongs to another token, campaign, list or sort order, or is from before the filter changed.',
    remedy:
      'Start again without `cursor`, and pass each cursor back unchanged, with the same filters and `sort`. `limit` may differ.',
  },
  invalid_header: {
    status: 400,
    title: 'A header has an invalid value',
    cause: 'A request header, such as `If-Match`, does not have the form that its standard requires.',
    remedy: '`detail` names the header and the expected form.',
  },
  token_missing: {
    status: 401,
    title: 'An API token is needed',
    cause: 'The request has no `Authorization: Bearer …` header, or the header has another form.',
    remedy: 'Send the header `Authorization: Bearer lsp_…` once, with your token. Never put the token in a URL.',
  },
  invalid_token: {
    status: 401,
    title: 'The API token is not valid',
    cause: 'The token is unknown, mistyped, expired, paused or revoked.',
    remedy: 'Check that you copied the whole token. If you did, ask the person who gave it to you for a new one.',
  },
  not_signed_in: {
    status: 401,
    title: 'Nobody is signed in',
    cause: 'The request has no session cookie, or the session has ended.',
    remedy: 'Sign in with `POST /manage/v1/session`. API tokens work only for the Lead API.',
  },
  wrong_credentials: {
    status: 401,
    title: 'E-mail address or password is wrong',
    cause: 'No member has this e-mail address with this password.',
    remedy: 'Check both. An owner of the account can invite you again.',
  },
  insufficient_permission: {
    status: 403,
    title: 'The token may only read',
    cause: 'The operation writes, and this token has the permission `read`.',
    remedy: 'Use a token with the permission `read_write`, or ask for one.',
  },
  scope_closed: {
    status: 403,
    title: 'This token cannot create leads at the moment',
    cause:
      "The token's filter needs an option or a field that the campaign no longer offers, or no new lead can match it.",
    remedy: 'You can still read leads. Ask the person who gave you the token to update its filter.',
  },
  insufficient_role: {
    status: 403,
    title: 'Your role does not allow this',
    cause: 'The operation needs the role owner, or the role owner or admin.',
    remedy: 'Ask an owner or an admin of the account.',
  },
  confirmation_required: {
    status: 403,
    title: 'Confirm your password first',
    cause: 'The last sign-in or confirmation is more than 15 minutes old.',
    remedy: 'Send the password to `POST /manage/v1/session/confirm` and repeat the request.',
  },
  cross_origin: {
    status: 403,
    title: 'The request came from another site',
    cause: 'A page of another origin sent a request that changes something, or a request to an MCP server.',
    remedy: 'Send the request from the console, or from a program outside the browser.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    cause: 'Nothing that you may see exists at this address.',
    remedy: 'Check the address and the id. For a lead outside the scope of your token you get 404 as well.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    cause: 'The address exists, but it does not take this method.',
    remedy: 'The `Allow` header lists its methods.',
  },
  not_acceptable: {
    status: 406,
    title: 'No acceptable representation',
    cause: 'The `Accept` header excludes every media type that this address can respond with.',
    remedy: 'Accept `application/json` and `application/problem+json`, or send no `Accept` header.',
  },
  request_timeout: {
    status: 408,
    title: 'The request took too long to arrive',
    cause: 'The service did not receive the whole body in time.',
    remedy: 'Send the request again.',
  },
  external_id_taken: {
    status: 409,
    title: 'The external id is taken',
    cause: 'Another lead in the scope of this token has the same `external_id`.',
    remedy: 'Use another `external_id`, or change the lead that has it.',
  },
  external_id_ambiguous: {
    status: 409,
    title: 'Several leads have this external id',
    cause:
      'This token sees more than one lead with the `external_id`, so it is not clear which lead is meant. This happens to tokens that see the leads of several vendors.',
    remedy: 'Change the lead by its `id`, or use a token that sees only one of these leads.',
  },
  duplicate_lead: {
    status: 409,
    title: 'The lead exists already',
    cause:
      "The campaign's duplicate check found an existing lead that is equal. If this token sees that lead, `duplicate_of` is its id.",
    remedy: 'Do not send the lead again. If you have new values for it, update the existing lead.',
  },
  idempotency_in_progress: {
    status: 409,
    title: 'The first request is still running',
    cause: 'An earlier request with the same `Idempotency-Key` has not finished yet.',
    remedy: 'Repeat the request after the seconds in `Retry-After`. You then get the response of the first request.',
  },
  lead_erased: {
    status: 410,
    title: 'The lead was deleted in the meantime',
    cause:
      'The request repeats a write with the same `Idempotency-Key`. A lead in the first response was deleted later, so that response no longer exists.',
    remedy: 'Do not send the request again. For a new lead, use a new key.',
  },
  already_exists: {
    status: 409,
    title: 'Already exists',
    cause: 'The key, value, name or address is in use, or it was used before and cannot be reused.',
    remedy: 'Choose another one.',
  },
  in_use: {
    status: 409,
    title: 'Still in use',
    cause: 'Filters, tokens or leads depend on what you want to remove. `used_by` and `leads` say which and how many.',
    remedy:
      'Change them first, or force the change. The description of the operation says what happens to the dependent tokens.',
  },
  last_owner: {
    status: 409,
    title: 'The account needs an owner',
    cause: 'This member is the only owner who can sign in. Without an owner, nobody could assign roles.',
    remedy: 'Make another member an owner first. An invited member counts once the invitation is accepted.',
  },
  stale: {
    status: 409,
    title: 'Somebody else changed it first',
    cause: 'The revision in `If-Match` is not the current one.',
    remedy: 'Read the definition again, and repeat the change if you still want it.',
  },
  feed_reset: {
    status: 410,
    title: 'Start the change feed again',
    cause: "The cursor is older than the stored changes, or from before the token's filter changed.",
    remedy:
      'Take `next_cursor` of `GET /leads/changes?cursor=latest`, read all leads with `GET /leads`, then continue from that cursor.',
  },
  precondition_failed: {
    status: 412,
    title: 'Precondition failed',
    cause:
      '`If-Match` does not name the current `ETag`, `If-None-Match` names the current one, or `If-None-Match: *` was sent and the lead exists.',
    remedy: 'Read the lead again, and repeat the change with its new `ETag`, or without the precondition.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    cause: 'The body is larger than 1 MiB (a batch: 16 MiB, or 500,000 values), as sent or when unpacked.',
    remedy: 'Split the data into several requests.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    cause: 'The operation does not accept the `Content-Type` or `Content-Encoding` of the request.',
    remedy: 'Send `Content-Type: application/json`, or a type that `detail` names.',
  },
  invalid_lead: {
    status: 422,
    title: 'The lead has invalid values',
    cause: 'One or more values are missing, unknown, or do not have the form that the campaign requires.',
    remedy: 'Look at `errors`: each entry points to a value and says what is allowed. All mistakes are listed at once.',
  },
  out_of_scope: {
    status: 422,
    title: "The lead would be outside this token's filter",
    cause: 'Every lead that this token creates or changes must match the filter of the token afterwards.',
    remedy:
      'The documentation of the token lists the values that the filter fixes. If your values agree with them, ask the person who gave you the token what else the filter requires.',
  },
  batch_refused: {
    status: 422,
    title: 'Nothing in the batch was written',
    cause: 'The batch was sent with `atomic`, and at least one item was rejected, so no item was written.',
    remedy: 'Look at `results`: it has the outcome of each item. Correct the rejected items and send the batch again.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'The idempotency key belongs to another request',
    cause: 'Within the last 24 hours this token sent another method, address or body with the same key.',
    remedy: 'Use a new `Idempotency-Key` for each write, and the same key only to repeat a request unchanged.',
  },
  invalid_request: {
    status: 422,
    title: 'The request has invalid values',
    cause: 'One or more members of the body are missing, unknown, or have a value that is not allowed.',
    remedy: 'Look at `errors`: each entry points to a value and says what is allowed.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    cause: 'A limit was reached. `detail` says which one.',
    remedy: 'Send the request again after the seconds in `Retry-After`.',
  },
  too_many_in_flight: {
    status: 429,
    title: 'Too many requests at the same time',
    cause:
      'Each token may use a share of the service at a time. Earlier requests of this token still used the whole share after this request had waited for a few seconds.',
    remedy:
      'Send fewer requests at the same time, and read their responses. Send this request again after the seconds in `Retry-After`.',
  },
  headers_too_large: {
    status: 431,
    title: 'The headers are too large',
    cause: 'The request line and the headers are larger than 16 KiB together.',
    remedy: 'Send shorter headers or a shorter address.',
  },
  internal_error: {
    status: 500,
    title: 'Internal error',
    cause: 'Something went wrong inside the service. Its log has the details under the request id.',
    remedy: 'Try again later. If it happens again, send the value of `instance` to the people who run the service.',
  },
  not_implemented: {
    status: 501,
    title: 'Unknown method',
    cause: 'HTTP servers do not know the method of the request. It may be mistyped.',
    remedy: 'Use a method from the documentation.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    cause: 'The database cannot be reached, or the service is about to stop.',
    remedy: 'Repeat the request after the seconds in `Retry-After`.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof kinds;

export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = kinds;

export const problemCodes = Object.keys(kinds) as ProblemCode[];

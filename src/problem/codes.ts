/**
 * The table of problem codes: each stable `code`, its HTTP status, its title, and what `/problems/{code}` tells.
 * Nothing is refused under a code that is not in this table; a code, once published, keeps its meaning.
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
    cause: 'The body is not valid JSON (RFC 8259) or not valid UTF-8, or it names a member twice.',
    remedy: 'Send one JSON object, encoded as UTF-8, in which each member occurs once.',
  },
  invalid_parameter: {
    status: 400,
    title: 'A parameter is unknown or malformed',
    cause: 'A query or path parameter is not one that the operation knows, or its value has the wrong form.',
    remedy: 'Look at `errors`: each entry names a parameter and says what it may be. The documentation lists them all.',
  },
  invalid_cursor: {
    status: 400,
    title: 'The cursor is not valid here',
    cause:
      'The cursor was altered, was made for another token, campaign, filter or sort, or is from before the filter changed.',
    remedy:
      'Start again without `cursor`, and pass cursors on exactly as they were given, with the same filters and `sort`; `limit` may differ.',
  },
  invalid_header: {
    status: 400,
    title: 'A header has a value that is not understood',
    cause: 'A request header, such as `If-Match`, does not have the form that its standard gives it.',
    remedy: 'Look at `detail`: it names the header and the form that is expected.',
  },
  token_missing: {
    status: 401,
    title: 'An API token is needed',
    cause: 'The request carries no `Authorization: Bearer …` header, or one of another form.',
    remedy:
      'Send the header `Authorization: Bearer lsp_…` with the token that you were given, once. Never put it in a URL.',
  },
  invalid_token: {
    status: 401,
    title: 'The API token is not valid',
    cause: 'The token is unknown, mistyped, expired, paused or revoked.',
    remedy: 'Check that the token was copied whole. If it was, ask whoever gave it to you for a new one.',
  },
  not_signed_in: {
    status: 401,
    title: 'Nobody is signed in',
    cause: 'The request carries no session, or the session has ended.',
    remedy: 'Sign in with `POST /manage/v1/session`. API tokens are for the Lead API alone.',
  },
  wrong_credentials: {
    status: 401,
    title: 'E-mail address or password is wrong',
    cause: 'There is no member with this e-mail address and this password.',
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
    title: 'Nothing can be created with this token now',
    cause:
      "The token's filter asks for an option or a field that the campaign no longer offers, or can be met by no lead.",
    remedy: 'Reading goes on as before. Ask whoever gave you the token to bring its filter up to date.',
  },
  insufficient_role: {
    status: 403,
    title: 'Your role does not allow this',
    cause: 'The operation needs the role owner or admin, or owner alone.',
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
    cause: 'A page of another origin sent a request that changes something, or one to an MCP server.',
    remedy: 'Send it from the console, or from a client that is not a page of another site.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    cause: 'There is nothing at this address that the caller may see.',
    remedy: 'Check the address and the id. What is outside the scope of a token does not exist for it.',
  },
  method_not_allowed: {
    status: 405,
    title: 'The method is not offered here',
    cause: 'The address exists, but not with this method.',
    remedy: 'The `Allow` header lists the methods that are.',
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
    cause: 'The body was not received in time.',
    remedy: 'Send it again.',
  },
  external_id_taken: {
    status: 409,
    title: 'The external id is taken',
    cause: 'Another lead in the scope of this token has the same `external_id`.',
    remedy: 'Use another `external_id`, or change the lead that has it.',
  },
  external_id_ambiguous: {
    status: 409,
    title: 'Several leads have the external id',
    cause:
      'More than one lead that this token sees has the `external_id`, so it is not clear which is meant. That happens to tokens that see the leads of several vendors.',
    remedy: 'Change the lead by its `id`, or use a token that sees just one of them.',
  },
  duplicate_lead: {
    status: 409,
    title: 'There is such a lead already',
    cause:
      "The lead is equal to one that is there, by the campaign's rule on duplicates. If this token sees that one, `duplicate_of` is its id.",
    remedy: 'Nothing needs to be sent again. Change the lead that is there, if something is new.',
  },
  idempotency_in_progress: {
    status: 409,
    title: 'The first request is still being carried out',
    cause: 'A request under the same `Idempotency-Key` has not been answered yet.',
    remedy: 'Repeat the request after the number of seconds in `Retry-After`: you then get the response of the first.',
  },
  lead_erased: {
    status: 410,
    title: 'The lead was deleted in the meantime',
    cause:
      'The request repeats a write under the same `Idempotency-Key`. A lead in its response has been deleted since, and the response with it.',
    remedy: 'Nothing needs to be sent again. For a new lead, use a new key.',
  },
  already_exists: {
    status: 409,
    title: 'It exists already',
    cause: 'A thing with the same key, value, name or address exists, or has existed and its key is spent.',
    remedy: 'Choose another.',
  },
  in_use: {
    status: 409,
    title: 'It is in use',
    cause: 'Other things depend on what should be removed; `used_by` names them.',
    remedy:
      'Change those first, or force the change: the operation says what then becomes of the tokens that depend on it.',
  },
  last_owner: {
    status: 409,
    title: 'The account needs an owner',
    cause: 'The member is the only owner who can sign in: without one, nobody could give roles any more.',
    remedy: 'Make another member an owner first. Who is invited counts from when the invitation is accepted.',
  },
  stale: {
    status: 409,
    title: 'Somebody else changed it first',
    cause: 'The revision in `If-Match` is not the current one.',
    remedy: 'Read the definition again, and repeat the change if it is still right.',
  },
  feed_reset: {
    status: 410,
    title: 'The change feed must be read anew',
    cause: "The cursor is older than the changes that are kept, or from before the token's filter changed.",
    remedy:
      'Take `next_cursor` of `GET /leads/changes?cursor=latest`, read the whole list with `GET /leads`, then go on from that cursor.',
  },
  precondition_failed: {
    status: 412,
    title: 'A precondition does not hold',
    cause:
      '`If-Match` does not name the current `ETag`, `If-None-Match` names the current one, or `If-None-Match: *` asked for a new lead and there is one.',
    remedy: 'Read the lead again, and repeat the change with its new `ETag`, or without what you asked for.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    cause: 'The body is larger than 1 MiB (a batch: 16 MiB, or 500,000 values), as sent or when unpacked.',
    remedy: 'Send less in one request.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'The media type is not supported',
    cause: 'The `Content-Type` or `Content-Encoding` of the request is not one that the operation takes.',
    remedy: 'Send `Content-Type: application/json`, or another that `detail` names.',
  },
  invalid_lead: {
    status: 422,
    title: 'The lead does not fit the campaign',
    cause: 'One or more values are missing, unknown, or not of the form that the campaign asks for.',
    remedy: 'Look at `errors`: each entry points to a value and says what it may be. All problems are listed at once.',
  },
  out_of_scope: {
    status: 422,
    title: "The lead would be outside this token's filter",
    cause: 'Every lead that this token creates or changes must match its filter afterwards.',
    remedy:
      'The documentation of the token says what the filter fixes. What else it asks for, whoever gave you the token can tell.',
  },
  batch_refused: {
    status: 422,
    title: 'The batch was not carried out',
    cause: 'The batch was to be carried out whole (`atomic`), and at least one item was refused. Nothing was written.',
    remedy: 'Look at `results`: it tells of each item what became of it, or would have.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'The idempotency key was used for another request',
    cause:
      'Within the last 24 hours this token sent a request with another method, address or body under the same key.',
    remedy: 'Use a new `Idempotency-Key` for each write, and the same one only to repeat it unchanged.',
  },
  invalid_request: {
    status: 422,
    title: 'The request is well-formed, but cannot be carried out',
    cause: 'One or more members of the body are missing, unknown, or have a value that is not allowed.',
    remedy: 'Look at `errors`: each entry points to a value and says what it may be.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    cause: 'A limit was reached.',
    remedy: 'Wait for the number of seconds in `Retry-After`.',
  },
  too_many_in_flight: {
    status: 429,
    title: 'Too many requests at the same time',
    cause:
      'Each token has a share of what the service does at the same time. The requests before this one still use all of it, and this one has waited for a few seconds.',
    remedy:
      'Send fewer requests at the same time and read the responses. Send this request again after the seconds in `Retry-After`.',
  },
  headers_too_large: {
    status: 431,
    title: 'The headers are too large',
    cause: 'The request line and headers together exceed 16 KiB.',
    remedy: 'Send shorter headers or a shorter address.',
  },
  internal_error: {
    status: 500,
    title: 'Internal error',
    cause: 'Something went wrong inside the service. It has been logged under the request id.',
    remedy: 'Try again later; if it stays, tell whoever runs the service the `instance`.',
  },
  not_implemented: {
    status: 501,
    title: 'The method is not known',
    cause: 'The request has a method that HTTP servers do not know, such as one that was mistyped.',
    remedy: 'Use the methods that the documentation names.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    cause: 'The database cannot be reached, or the service is about to stop.',
    remedy: 'Repeat the request after the number of seconds in `Retry-After`.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof kinds;

export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = kinds;

export const problemCodes = Object.keys(kinds) as ProblemCode[];

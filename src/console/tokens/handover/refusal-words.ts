/**
 * Why a token's request was refused, in words. The record of a request has no values, and no names that the token's
 * document does not have.
 */
import type { Shape } from '../../api/client.ts';

type Request = Shape<'TokenRequest'>;

/** How many reasons are named. A batch can have many. */
const maxReasons = 3;

/** By `errors[].code`. The words follow the name of the value. */
export const valueWords: Readonly<Record<string, string>> = {
  already_exists: 'exists already',
  external_id_taken: 'is taken by another lead',
  format: 'does not have the right form',
  invalid_cursor: 'does not belong to this list',
  max_items: 'has too many entries',
  max_length: 'is too long',
  maximum: 'is too large',
  min_items: 'has too few entries',
  min_length: 'is too short',
  minimum: 'is too small',
  not_allowed: 'is not one of the allowed values',
  pattern: 'does not match its pattern',
  pinned: 'is another value than the token’s filter allows',
  precision: 'has too many digits to be stored exactly',
  repeated: 'is sent twice',
  required: 'is missing or empty',
  too_deep: 'is nested too deeply',
  too_large: 'has too many parts',
  type: 'is of the wrong type',
  unknown: 'does not exist',
};

/** By the problem's `code`, if no single value is wrong. */
export const requestWords: Readonly<Record<string, string>> = {
  batch_refused: 'one lead of the batch was refused, so no lead was written',
  body_too_large: 'the body is too large',
  cross_origin: 'it came from a page of another site',
  duplicate_lead: 'the lead exists already',
  external_id_ambiguous: 'several leads have that external id',
  external_id_taken: 'another lead has that external id',
  feed_reset: 'its cursor is too old, so the list of changes must be read again',
  headers_too_large: 'its headers are too large',
  idempotency_in_progress: 'the first request with that idempotency key is still running',
  idempotency_key_reused: 'the idempotency key was used for another request',
  insufficient_permission: 'the token may only read',
  internal_error: 'something went wrong in Leadspec',
  invalid_cursor: 'its cursor does not belong to this list',
  invalid_header: 'one of its headers is not understood',
  invalid_lead: 'the lead does not fit the campaign',
  invalid_parameter: 'one of its parameters is unknown or wrong',
  invalid_request: 'its body does not fit the operation',
  lead_erased: 'the lead was deleted in the meantime',
  malformed_body: 'the body is not valid JSON',
  method_not_allowed: 'that address does not take that method',
  not_acceptable: 'its Accept header allows no format that Leadspec has',
  not_found: 'the token sees nothing at that address',
  not_implemented: 'its HTTP method does not exist',
  out_of_scope: 'the lead would not match the token’s filter',
  precondition_failed: 'the lead was changed in the meantime',
  rate_limited: 'there were too many requests',
  request_timeout: 'its body did not arrive in time',
  scope_closed: 'the token’s filter needs something that the campaign no longer offers',
  too_many_in_flight: 'there were too many requests at the same time',
  unavailable: 'Leadspec was not available',
  unsupported_media_type: 'its content type is not application/json',
};

/** `“source” is missing or empty; “zip” is too long`. */
export function refusalWords({ code, errors }: Request): string {
  if (errors.length === 0) return requestWords[code ?? ''] ?? 'no such address exists';
  const reasons = [...new Set(errors.map(reasonOf))];
  const more = reasons.length - maxReasons;
  return [...reasons.slice(0, maxReasons), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function reasonOf({ pointer = '', parameter, code }: Request['errors'][number]): string {
  const words = valueWords[code] ?? requestWords[code] ?? code.replaceAll('_', ' ');
  if (parameter !== undefined)
    return parameter === '*' ? 'a parameter of that name does not exist' : `the parameter “${parameter}” ${words}`;
  const [, index, rest = pointer] = /^\/items\/(\d+)(.*)$/.exec(pointer) ?? [];
  const item = index === undefined ? '' : ` in item ${Number(index) + 1}`;
  const name = rest.replace(/^\/fields\//, '').replace(/^\//, '');
  const whole = index === undefined ? 'the body' : `item ${Number(index) + 1}`;
  if (name === '') return code in valueWords ? `${whole} ${words}` : `${whole}: ${words}`;
  // The document does not have the name. It could be a value, so it is not recorded.
  if (name.endsWith('*')) return `a field of that name${item} does not exist`;
  return `“${name}”${item} ${words}`;
}

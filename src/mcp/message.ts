/**
 * Reads the single message of a body: its arguments, which the operation validates, and the rest, which the SDK reads. The
 * SDK visits each member several times, so the size of the rest is limited. Refuses with 400 `malformed_body` a batch,
 * anything but an object, an `id` that cannot be returned exactly, and deep nesting; with 413 a rest that is too large.
 */
import { markedNumber } from '../campaign/values/precision.ts';
import { refuse } from '../problem/problem.ts';
import type { Arguments } from './arguments.ts';

export interface Message {
  readonly given: Arguments;
  /** The message as sent, but with empty arguments. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** The deepest nesting of a message, far more than a lead needs. Deeper values could not be written as JSON again. */
const maxDepth = 64;
/** In characters. */
const longestRest = 16 * 1024;

export function readMessage(body: unknown): Message {
  if (Array.isArray(body))
    throw refuse('malformed_body', 'Batches of messages are not supported: send one JSON-RPC message in each request.');
  if (!isObject(body)) throw refuse('malformed_body', 'The body must be one JSON-RPC message, which is an object.');
  if (markedNumber(body.id) !== undefined)
    throw refuse('malformed_body', '`id` must be a text, or a whole number that a double can hold.');
  if (isTooDeep(body)) throw refuse('malformed_body', `A message is nested at most ${maxDepth} levels deep.`);
  const { params } = body;
  const given = isObject(params) && isObject(params.arguments) ? params.arguments : undefined;
  const rest = given ? { ...body, params: { ...(params as object), arguments: {} } } : body;
  if (JSON.stringify(rest).length > longestRest)
    throw refuse('body_too_large', `A message may have ${longestRest / 1024} KiB besides its arguments.`);
  return { given: given ?? {}, rest };
}

/** Goes level by level, so that the cost does not depend on the number of values in each. */
function isTooDeep(value: object): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level
      .flatMap((one) => Object.values(one as object))
      .filter((one) => typeof one === 'object' && one !== null);
  }
  return false;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

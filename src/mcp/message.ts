/**
 * The one message of a body: its arguments, which the operation judges, and the rest, which the SDK reads. The SDK looks at each member
 * several times, so the rest is bounded. Refuses with 400 `malformed_body` a batch, what is no object, an `id` that cannot come back
 * as it was sent and what is nested too deep; with 413 a rest that is too large.
 */
import { markedNumber } from '../campaign/values/precision.ts';
import { refuse } from '../problem/problem.ts';
import type { Arguments } from './arguments.ts';

export interface Message {
  readonly given: Arguments;
  /** The message as it was sent, with arguments in which nothing stands. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Far more than a lead needs. Deeper values could not be written as JSON again. */
const deepest = 64;
/** Characters. */
const longestRest = 16 * 1024;

export function readMessage(body: unknown): Message {
  if (Array.isArray(body))
    throw refuse('malformed_body', 'A batch of messages is not taken: send one JSON-RPC message with each request.');
  if (!isObject(body)) throw refuse('malformed_body', 'The body must be one JSON-RPC message, which is an object.');
  if (markedNumber(body.id) !== undefined)
    throw refuse('malformed_body', '`id` must be a text, or a whole number that a double holds.');
  if (isTooDeep(body)) throw refuse('malformed_body', `A message is nested ${deepest} levels deep at the most.`);
  const { params } = body;
  const given = isObject(params) && isObject(params.arguments) ? params.arguments : undefined;
  const rest = given ? { ...body, params: { ...(params as object), arguments: {} } } : body;
  if (JSON.stringify(rest).length > longestRest)
    throw refuse('body_too_large', `A message may have ${longestRest / 1024} KiB beside its arguments.`);
  return { given: given ?? {}, rest };
}

/** Level by level: a value is as deep as there are levels, however many values each has. */
function isTooDeep(value: object): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level
      .flatMap((one) => Object.values(one as object))
      .filter((one) => typeof one === 'object' && one !== null);
  }
  return false;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

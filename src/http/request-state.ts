/**
 * The state of a request: what its steps leave for later steps, for the log and for the request log. It takes the place of Express's
 * `res.locals`, which is untyped. Only this file reads and writes it.
 */
import type { Response } from 'express';
import type { Grant } from '../access/grant.ts';
import type { LoggedError } from '../access/request-log.ts';
import type { PresentedToken } from '../access/tokens.ts';
import type { SentRequest } from '../campaign/sent-shape.ts';
import type { Quota } from '../limits/bucket.ts';
import type { Seat } from '../limits/in-flight.ts';
import type { Taken } from '../limits/limiter.ts';
import type { Problem } from '../problem/problem.ts';
import type { Question } from './docs/check.ts';

/** The leads that a request has paid for. */
export interface Paid {
  /** The quota that was charged; `undefined` if nothing was paid. */
  readonly quota: Quota | undefined;
  readonly count: number;
  /** The end of the window in which it was paid. */
  readonly ends: number;
}

/** A class, so that the states of all requests have one form, which V8 reads fast. */
export class RequestState {
  /** The id of the request: its own, or the one that the client chose. */
  readonly requestId: string;
  /** The headers of the response, until they are sent or applied: see `gathered-headers`. */
  headers: Record<string, string> | undefined;
  /** The template of the address, for the log and the metrics. */
  route: string | undefined;
  /** The campaign in the address of a request of the Lead API. */
  slug: string | undefined;
  /** The `operationId`. */
  operation: string | undefined;
  token: PresentedToken | undefined;
  /** The grant of the last attempt. Absent when the token does not reach the campaign. */
  grant: Grant | undefined;
  /** The request's place among those in flight. */
  seat: Seat | undefined;
  /** The body as it was sent; read once, however often the request is run. */
  body: { readonly bytes: Buffer | undefined } | undefined;
  /** How many requests the token has sent in this minute. */
  counted: Taken | undefined;
  /** The leads that the request has paid for. */
  paid: Paid | undefined;
  /** The content codings that the client accepts: the tag of a lead depends on the coding. */
  acceptsCodings: string | undefined;
  /** The problem that the request was refused with. */
  problem: Problem | undefined;
  /** The errors of those items of a batch that were refused. */
  itemErrors: LoggedError[] | undefined;
  /** The shape of an accepted request, for the request log. */
  sent: SentRequest | undefined;
  /** The status of the operation that a tool call ran. The HTTP response around it is a 200. */
  operationStatus: number | undefined;
  /** Whether a person looks at the response: a browser then gets refusals as HTML. */
  page: boolean | undefined;
  /** Whether the response only says if the process is ready. */
  tellsReadiness = false;
  /** The body that the documentation page asks to check; read once. */
  question: Question | undefined;

  constructor(requestId: string, headers: Record<string, string>) {
    this.requestId = requestId;
    this.headers = headers;
  }
}

/** `stateOf(res).token`: the state of the request that `res` responds to. Its members may be set. */
export const stateOf = (res: Response): RequestState => res.locals as RequestState;

/** Gives the response a new state. `headers`: those that every response has. */
export function beginState(res: Response, requestId: string, headers: Record<string, string>): RequestState {
  const state = new RequestState(requestId, headers);
  res.locals = state;
  return state;
}

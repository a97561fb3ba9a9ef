/**
 * The state of a request: what its steps leave for later steps, for the log and for the request log. It lives in Express's
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

export interface RequestState {
  /** The template of the address, for the log and the metrics. */
  route?: string;
  /** The campaign in the address of a request of the Lead API. */
  slug?: string;
  /** The `operationId`. */
  operation?: string;
  token?: PresentedToken;
  /** The grant of the last attempt. Absent when the token does not reach the campaign. */
  grant?: Grant | undefined;
  /** The request's place among those in flight. */
  seat?: Seat;
  /** The body as it was sent; read once, however often the request is run. */
  body?: { readonly bytes: Buffer | undefined };
  /** How many requests the token has sent in this minute. */
  counted?: Taken;
  /** The leads that the request has paid for. */
  paid?: Paid | undefined;
  /** The content codings that the client accepts: the tag of a lead depends on the coding. */
  acceptsCodings?: string | undefined;
  /** The problem that the request was refused with. */
  problem?: Problem;
  /** The errors of those items of a batch that were refused. */
  itemErrors?: LoggedError[];
  /** The shape of an accepted request, for the request log. */
  sent?: SentRequest | undefined;
  /** The status of the operation that a tool call ran. The HTTP response around it is a 200. */
  operationStatus?: number;
  /** Whether a person looks at the response: a browser then gets refusals as HTML. */
  page?: boolean;
  /** The body that the documentation page asks to check; read once. */
  question?: Question;
}

/** `stateOf(res).token`: the state of the request that `res` responds to. Its members may be set. */
export const stateOf = (res: Response): RequestState => res.locals as RequestState;

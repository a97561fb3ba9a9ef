/**
 * Limits what may be in flight at once in one process: open requests, work (statements and what leads to them), bytes of bodies and of
 * unread responses, held polls, exports. Each is a gate with a capacity. A lane is who uses it: a token, a member or an address. A share
 * is what one lane may hold. A seat is one request with everything that it holds. The numbers follow from the connections to the
 * database, so that a larger installation has larger shares.
 */
import type { Turns } from '../operation/turns.ts';
import { mebibyte } from './body-size.ts';
import { createGate, type Gate } from './gate.ts';
import { createPace, type Pace } from './pace.ts';

export interface InFlightLimits {
  /** Open requests, including those that wait. */
  readonly open: number;
  /** Units of work. A request with a statement of its own is one unit. */
  readonly work: number;
  /** Bytes of bodies while they are read and used, and of responses until their client has read them. */
  readonly bytes: number;
  /** Polls of a change feed that wait for an event. */
  readonly polls: number;
  readonly exports: number;
  /** The longest that a request waits for room in its own share, in milliseconds. */
  readonly longestWaitMs: number;
}

/** The share of one token, member or address in a process with this number of connections to the database. */
export function sharesFor(connections: number): InFlightLimits {
  return {
    open: 256,
    work: Math.max(1, Math.ceil(workFor(connections) / 2)),
    bytes: 16 * mebibyte,
    polls: 10,
    exports: 4,
    longestWaitMs: 3_000,
  };
}

/** Leaves two connections for the service itself: reading definitions, the console's session, the background. */
const workFor = (connections: number): number => Math.max(1, connections - 2);

export interface Gates {
  readonly pace: Pace;
  readonly limits: InFlightLimits;
  readonly work: Gate;
  readonly bytes: Gate;
  readonly open: Gate;
  readonly polls: Gate;
  readonly exports: Gate;
  /** Look-ups of tokens that this process does not know yet, by address. */
  readonly lookUps: Gate;
}

export function createGates(connections: number, limits: InFlightLimits = sharesFor(connections)): Gates {
  const { longestWaitMs } = limits;
  const all = workFor(connections);
  /** A gate that only counts: nothing waits for it. */
  const counted = (perLane: number) =>
    createGate({ capacity: Infinity, perLane, perGroup: 4 * perLane, longestWaitMs: 0, longestLine: 0 });
  return {
    pace: createPace(),
    limits,
    work: createGate({
      capacity: all,
      perLane: limits.work,
      // Leaves a part free for other accounts.
      perGroup: Math.max(limits.work, Math.floor((all * 3) / 4)),
      longestWaitMs,
      longestLine: limits.open,
    }),
    bytes: createGate({
      capacity: 3 * limits.bytes,
      perLane: limits.bytes,
      perGroup: 2 * limits.bytes,
      longestWaitMs,
      longestLine: limits.open,
    }),
    open: counted(limits.open),
    polls: counted(limits.polls),
    exports: counted(limits.exports),
    lookUps: createGate({ capacity: 4, perLane: 2, perGroup: 2, longestWaitMs, longestLine: 100 }),
  };
}

/** As many units as the lane may have. */
export const wholeShare = Infinity;

/**
 * The work of a request that shares its statement with others of its token: `leads/store/shared-statements`. An eighth, as a binary
 * fraction, so that sums are exact.
 */
export const sharedWork = 1 / 8;

/**
 * The units of work for a body, because a batch of many items works longer than a single lead. An item has at least sixteen
 * bytes.
 */
export const workOf = (bytes: number): number => 1 + Math.floor(bytes / 16_384);

/** The place of one request among those in flight. Every method that takes something may throw 429 `too_many_in_flight`. */
export interface Seat {
  /**
   * Takes units of work, unless the seat holds some. With `wholeShare`, only one request of the lane works at a time. Throws
   * 429 after a wait.
   */
  work(units?: number): Promise<void>;
  /** Gives the work back until the next `work`, for example while a poll waits for an event, or the client reads. */
  rest(): void;
  /** Takes memory for a body of this total size, until the answer is made. Throws 429 after a wait. */
  bytes(total: number): Promise<void>;
  /** Gives back all memory beyond `count` bytes. */
  shrink(count: number): void;
  /** Counts a held poll or an export once, until the response is closed. Throws 429 at once. */
  hold(what: 'polls' | 'exports'): void;
  /** Counts a response that the client reads at its own pace, until the response is closed. */
  sends(bytes: number): void;
  /** Runs `work` up to its first `await`, and counts how long it kept the event loop busy. */
  stretch<T>(work: () => T): T;
  /** Turns for long work in pieces, each of which is counted. Call it when the work begins. */
  turns(): Turns;
  /** The answer is made: gives back everything except what lasts until the response is closed. */
  end(): void;
}

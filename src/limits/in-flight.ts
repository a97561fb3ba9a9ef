/**
 * What a token, a member or an address may have in flight at once in one process, and how that is counted: requests that are
 * open, work (statements and what leads to them), bytes of bodies and of answers that are not read yet, held polls, exports.
 * The numbers follow from the connections to the database, so that a larger installation has larger shares.
 */
import type { Turns } from '../operation/turns.ts';
import { mebibyte } from './body-size.ts';
import { createGate, type Gate } from './gate.ts';
import { createPace, type Pace } from './pace.ts';

export interface InFlightLimits {
  /** Requests that are open, those that wait included. */
  readonly open: number;
  /** Units of work; most requests are one unit. */
  readonly work: number;
  /** Bytes of bodies while they are read and worked on, and of answers until their client has read them. */
  readonly bytes: number;
  /** Polls of a change feed that wait for an event. */
  readonly polls: number;
  readonly exports: number;
  /** Milliseconds that a request waits for room in its own share. */
  readonly patienceMs: number;
}

/** The share of one token, member or address in a process with so many connections to the database. */
export function sharesFor(connections: number): InFlightLimits {
  return {
    open: 256,
    work: Math.max(1, Math.ceil(workFor(connections) / 2)),
    bytes: 16 * mebibyte,
    polls: 10,
    exports: 4,
    patienceMs: 3_000,
  };
}

/** Two connections are left for what is no vendor's: reading definitions, the console's session, the background. */
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
  const { patienceMs } = limits;
  const all = workFor(connections);
  /** Counted, and never waited for. */
  const counted = (perLane: number) =>
    createGate({ capacity: Infinity, perLane, perGroup: 4 * perLane, patienceMs: 0, longestLine: 0 });
  return {
    pace: createPace(),
    limits,
    work: createGate({
      capacity: all,
      perLane: limits.work,
      // Other accounts always find some of it free.
      perGroup: Math.max(limits.work, Math.floor((all * 3) / 4)),
      patienceMs,
      longestLine: limits.open,
    }),
    bytes: createGate({
      capacity: 3 * limits.bytes,
      perLane: limits.bytes,
      perGroup: 2 * limits.bytes,
      patienceMs,
      longestLine: limits.open,
    }),
    open: counted(limits.open),
    polls: counted(limits.polls),
    exports: counted(limits.exports),
    lookUps: createGate({ capacity: 4, perLane: 2, perGroup: 2, patienceMs, longestLine: 100 }),
  };
}

/** As many units as the lane may have. */
export const wholeShare = Infinity;

/** Units of work of a body: a batch of many items works longer than a lead. An item takes sixteen bytes at the very least. */
export const workOf = (bytes: number): number => 1 + Math.floor(bytes / 16_384);

/** What one request holds. Every method that takes may throw 429 `too_many_in_flight`. */
export interface Seat {
  /** Takes units of work, unless it holds some already. `wholeShare` lets one request of the lane work at a time. Throws 429 after a wait. */
  work(units?: number): Promise<void>;
  /** Gives the work back until the next `work`: while an event is waited for, or the client reads. */
  rest(): void;
  /** Takes room for so many bytes of a body in all, until the answer is made. Throws 429 after a wait. */
  bytes(total: number): Promise<void>;
  /** Gives back what a body took less than was asked for. */
  shrink(count: number): void;
  /** Counts a held poll or an export once, until the response is closed. Throws 429 at once. */
  hold(what: 'polls' | 'exports'): void;
  /** Counts an answer that its client reads at its own pace, until the response is closed. */
  sends(bytes: number): void;
  /** Does what `work` does up to its first `await`, and counts how long that has kept the event loop busy. */
  stretch<T>(work: () => T): T;
  /** For long work in pieces, each of which is counted. To be asked for when the work begins. */
  turns(): Turns;
  /** The answer is made: gives back all but what lasts until the response is closed. */
  end(): void;
}

/**
 * A request's place among those in flight: what it holds of its token's share, from the time that its token is known until
 * its response is read. Refuses with 429 `too_many_in_flight`, at once or after a short wait. A request whose client has gone
 * does not start to work. `limits/in-flight` says how much one token may hold.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'express';
import type { LookUp } from '../../access/authenticate.ts';
import type { Gate, Lane } from '../../limits/gate.ts';
import type { Gates, Seat } from '../../limits/in-flight.ts';
import { networkOf } from '../../limits/network.ts';
import { createTurns } from '../../operation/turns.ts';
import { type Problem, refuse } from '../../problem/problem.ts';

/** Smaller responses are not counted, because the number of open requests bounds them already. */
const smallAnswer = 65_536;

/** Opens a seat in the lane. Throws 429 when the lane has too many open. */
export function openSeat(gates: Gates, lane: Lane, res: Response): Seat {
  const { limits, pace } = gates;
  pace.note(lane.id);
  const onClose: (() => void)[] = [];
  const untilClose = (gate: Gate, units: number) => onClose.push(() => gate.leave(lane, units));
  res.once('close', () => {
    for (const giveBack of onClose) giveBack();
  });
  const count = (gate: Gate, why: string) => {
    if (gate.enter(lane) === 0) throw tooMany(why);
    untilClose(gate, 1);
  };
  count(gates.open, `You have ${limits.open} requests open already.`);

  const enter = async (gate: Gate, units: number): Promise<number> => {
    const entered = gate.enter(lane, units);
    const taken = typeof entered === 'number' ? entered : await entered;
    if (taken > 0 && !res.closed) return taken;
    if (taken > 0) gate.leave(lane, taken);
    throw tooMany('Your other requests are still being worked on.');
  };
  /** Other requests of the lane may extend the pause by their work, so the pause is read again after each sleep. */
  const pausesOver = async () => {
    const until = performance.now() + limits.longestWaitMs;
    for (let left = pace.pauseOf(lane.id); left > 0; left = pace.pauseOf(lane.id)) {
      if (performance.now() + left > until) throw tooMany('Your requests take very long to read.');
      await sleep(left);
    }
  };
  let working = 0;
  let reading = 0;
  const held = new Set<'polls' | 'exports'>();
  const seat: Seat = {
    async work(units = 1) {
      if (working > 0) return;
      // Other requests of the lane may start a pause while this one waits in line, so check it again.
      do {
        seat.rest();
        await pausesOver();
        working = await enter(gates.work, units);
      } while (pace.pauseOf(lane.id) > 0);
      if (gates.bytes.heldBy(lane) <= limits.bytes) return;
      seat.rest();
      throw tooMany('Answers that you asked for before are not read yet.');
    },
    rest() {
      if (working > 0) gates.work.leave(lane, working);
      working = 0;
    },
    async bytes(total) {
      if (total > reading) reading += await enter(gates.bytes, total - reading);
    },
    shrink(count) {
      if (count >= reading) return;
      gates.bytes.leave(lane, reading - count);
      reading = count;
    },
    hold(what) {
      if (!held.has(what)) count(gates[what], whyNot(what, limits[what]));
      held.add(what);
    },
    sends(count) {
      if (count < smallAnswer || res.closed) return;
      gates.bytes.take(lane, count);
      untilClose(gates.bytes, count);
    },
    stretch(work) {
      // The clock, not the thread's processor time: asking for that twice would take as long as judging a small request.
      const before = performance.now();
      try {
        return work();
      } finally {
        pace.spend(lane.id, performance.now() - before);
      }
    },
    turns: () => createTurns((ms) => pace.spend(lane.id, ms)),
    end() {
      seat.rest();
      seat.shrink(0);
    },
  };
  return seat;
}

/**
 * Limits how many unknown tokens an address may look up at once. An address that sent too many bad tokens does not wait in
 * line, because each look-up costs a statement. Throws 429, if `patient` only after a wait.
 */
export function lookUpsOf({ lookUps }: Gates, address: string | undefined, patient: boolean): LookUp {
  return async (find) => {
    const lane = { id: networkOf(address) };
    const taken = !patient && lookUps.heldBy(lane) > 0 ? 0 : await lookUps.enter(lane);
    if (taken === 0) throw tooMany('Your address sends too many tokens that are not known here.');
    try {
      return await find();
    } finally {
      lookUps.leave(lane, taken);
    }
  };
}

const whyNot = (what: 'polls' | 'exports', limit: number): string =>
  what === 'polls'
    ? `You have ${limit} polls that wait for an event already; one is enough to follow a feed.`
    : `You have ${limit} exports under way already.`;

const tooMany = (why: string): Problem =>
  refuse('too_many_in_flight', `${why} Send fewer requests at the same time, and this one again in a second.`, {
    headers: { 'Retry-After': '1' },
  });

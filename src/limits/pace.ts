/**
 * How much of the event loop a lane takes. A lane that takes more than a quarter of it pauses, so that others get most of the
 * time. It pauses only while there are others, because a pause of the only sender would help nobody. Rejects nothing by
 * itself.
 */
import { LRUCache } from 'lru-cache';

/** Milliseconds. Shorter pieces of work are not counted, because every request has some. */
const short = 2;
/** A lane may take one part in this many of the time. */
const partOfTime = 4;
/** Milliseconds of pause that a lane may owe, so that a short burst causes no pause. */
const tolerance = 60;
/** Milliseconds after its last request for which a lane counts as present. */
const present = 1_000;

export interface Pace {
  /** Notes that the lane has started a request. */
  note(id: string): void;
  /** Notes that the lane has kept the event loop busy for this many milliseconds without a break. */
  spend(id: string, ms: number): void;
  /** How many milliseconds the lane has to pause; 0 without a pause. */
  pauseOf(id: string): number;
}

export function createPace(now: () => number = () => performance.now()): Pace {
  /** The time until which each lane would work and pause if it paused after each piece. */
  const until = new LRUCache<string, number>({ max: 10_000 });
  let last = { id: '', at: -Infinity };
  /** The last request of a lane other than `last`'s. */
  let another = last;

  const isAlone = (id: string): boolean => (last.id === id ? another : last).at < now() - present;

  return {
    note(id) {
      if (last.id !== id) another = last;
      last = { id, at: now() };
    },
    spend(id, ms) {
      if (ms < short || isAlone(id)) return;
      until.set(id, Math.max(now() - ms, until.get(id) ?? 0) + partOfTime * ms);
    },
    pauseOf(id) {
      const owed = (until.get(id) ?? 0) - now();
      return owed > tolerance ? owed : 0;
    },
  };
}

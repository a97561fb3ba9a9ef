/**
 * How much of the event loop a lane takes. One that takes more than a quarter of it pauses, so that others get most of the time,
 * but only while there are others: nobody is served by a pause of the only one that asks. Rejects nothing by itself.
 */
import { LRUCache } from 'lru-cache';

/** Pieces of work that are shorter are not counted: any request has some. */
const short = 2;
/** One part in so many of the time is a lane's. */
const partOfTime = 4;
/** Milliseconds of pause that a lane may owe: a short burst is no reason to pause. */
const tolerance = 60;
/** Milliseconds after its last request for which a lane counts as there. */
const present = 1_000;

export interface Pace {
  /** The lane has begun a request. */
  note(id: string): void;
  /** The lane has kept the event loop busy for so many milliseconds at a stretch. */
  spend(id: string, ms: number): void;
  /** For how many milliseconds the lane is to pause; 0 for none. */
  pauseOf(id: string): number;
}

export function createPace(now: () => number = () => performance.now()): Pace {
  /** Until when each lane would work and pause if it paused after each piece. */
  const until = new LRUCache<string, number>({ max: 10_000 });
  let last = { id: '', at: -Infinity };
  /** The last request of any other lane than the last one's. */
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

/**
 * One quota as one process knows it: what it has spent in the present window, what it holds, and what all have taken.
 * Decides without asking anybody wherever that keeps the limit; rejects nothing by itself.
 */
import { partInHand } from './shares.ts';

/** `{ key: 'requests of a token', limit: 600, seconds: 60 }`: that many units in each window, by the clock. */
export interface Quota {
  readonly key: string;
  readonly limit: number;
  readonly seconds: number;
}

export interface Bucket {
  readonly key: string;
  limit: number;
  readonly seconds: number;
  /** When the window ends; milliseconds since the epoch. */
  ends: number;
  /** Spent by this process, and given to it, in this window. Spent and not given is a debt, to be settled. */
  spent: number;
  granted: number;
  /** Whether the database was heard of in this window, and what it said: taken by all processes, and their number. */
  heard: boolean;
  taken: number;
  askers: number;
  /** Whether it is on its way to be asked for. */
  asking: boolean;
}

export const newBucket = ({ key, limit, seconds }: Quota): Bucket => ({
  key,
  limit,
  seconds,
  ends: 0,
  spent: 0,
  granted: 0,
  heard: false,
  taken: 0,
  askers: 1,
  asking: false,
});

/** Begins a new window; of the old one only the number of processes is kept, as the best guess there is. */
export function roll(bucket: Bucket, ends: number): void {
  bucket.ends = ends;
  bucket.spent = 0;
  bucket.granted = 0;
  bucket.heard = false;
  bucket.taken = 0;
}

/** What is held and not spent; a debt when negative. */
export const held = ({ granted, spent }: Bucket): number => granted - spent;

/** What all processes together may still spend, as far as this one knows. */
export function remaining(bucket: Bucket): number {
  const { limit, heard, taken, spent } = bucket;
  return Math.max(0, limit - (heard ? taken - held(bucket) : spent));
}

/** What may be spent before the database is heard of in a window: a fiftieth of the limit among all processes. */
const advance = ({ limit, askers }: Bucket): number => Math.floor(limit / (50 * askers));

/** The share that this process is given ahead of need. */
export const inHand = ({ limit, askers }: Bucket): number => Math.floor(limit / (partInHand * askers));

/** `alone`: nobody can be asked, so this process keeps to its part of the limit by itself. */
export function decide(bucket: Bucket, count: number, alone: boolean): 'admit' | 'refuse' | 'ask' {
  const { limit, spent, askers, heard } = bucket;
  // Also of what is held: the limit may have been lowered since.
  if (count > remaining(bucket)) return 'refuse';
  if (held(bucket) >= count) return 'admit';
  if (alone) return spent + count <= Math.ceil(limit / askers) ? 'admit' : 'refuse';
  if (!heard && spent + count <= advance(bucket)) return 'admit';
  return 'ask';
}

/** Whether it is time to ask in the background: a debt is to be settled, or what is held runs low and there is more. */
export function runsLow(bucket: Bucket): boolean {
  const left = held(bucket);
  if (left < 0) return true;
  return bucket.heard && bucket.taken < bucket.limit && left < Math.floor(inHand(bucket) / 2);
}

/**
 * One quota as one process knows it: what this process has spent in the current window, what it holds, and what all processes
 * have taken. Decides without asking the database wherever that keeps the limit. Rejects nothing by itself.
 */
import { partInHand } from './shares.ts';

/** `{ key: 'requests of a token', limit: 600, seconds: 60 }`: 600 units in each window of the clock. */
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
  /**
   * Units that this process spent and was given in this window. Spending more than it was given makes a debt, to be settled.
   */
  spent: number;
  granted: number;
  /** Whether the database has answered in this window, and its last answer: units taken by all processes, and their number. */
  heard: boolean;
  taken: number;
  askers: number;
  /** Whether the bucket is part of a statement that is waiting or running. */
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

/** Starts a new window. Keeps only the number of processes, which is the best guess for the new window. */
export function roll(bucket: Bucket, ends: number): void {
  bucket.ends = ends;
  bucket.spent = 0;
  bucket.granted = 0;
  bucket.heard = false;
  bucket.taken = 0;
}

/** Units that are held and not spent; negative for a debt. */
export const held = ({ granted, spent }: Bucket): number => granted - spent;

/** Units that all processes together may still spend, as far as this process knows. */
export function remaining(bucket: Bucket): number {
  const { limit, heard, taken, spent } = bucket;
  return Math.max(0, limit - (heard ? taken - held(bucket) : spent));
}

/** Units that may be spent in a window before the database answers: a fiftieth of the limit, divided among all processes. */
const advance = ({ limit, askers }: Bucket): number => Math.floor(limit / (50 * askers));

/** The units that this process gets ahead of need. */
export const inHand = ({ limit, askers }: Bucket): number => Math.floor(limit / (partInHand * askers));

/** `alone`: the database does not answer, so this process keeps to its own part of the limit. */
export function decide(bucket: Bucket, count: number, alone: boolean): 'admit' | 'refuse' | 'ask' {
  const { limit, spent, askers, heard } = bucket;
  // Checked even if enough is held, because the limit may have been lowered since.
  if (count > remaining(bucket)) return 'refuse';
  if (held(bucket) >= count) return 'admit';
  if (alone) return spent + count <= Math.ceil(limit / askers) ? 'admit' : 'refuse';
  if (!heard && spent + count <= advance(bucket)) return 'admit';
  return 'ask';
}

/** Whether to ask in the background: to settle a debt, or because few units are held and more are available. */
export function runsLow(bucket: Bucket): boolean {
  const left = held(bucket);
  if (left < 0) return true;
  return bucket.heard && bucket.taken < bucket.limit && left < Math.floor(inHand(bucket) / 2);
}

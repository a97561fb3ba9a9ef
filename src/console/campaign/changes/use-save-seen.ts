/**
 * Saves a thing from the version that was seen. If only other parts of the campaign changed, it is saved from the newer
 * revision. If the thing itself changed, the save stops and returns the conflict to show.
 */
import { useState } from 'react';
import { isStale } from './stale.ts';

export interface Seen<Thing> {
  /** Undefined for a new thing, and for a deleted one. */
  readonly thing: Thing | undefined;
  readonly etag: string | undefined;
}

export interface Conflict<Thing> {
  /** The version that the member started from. */
  readonly before: Thing;
  readonly theirs: Thing;
}

interface SaveSeenOptions<Thing> {
  /** The thing as it was when the form opened. Data that is fetched later must not replace it. */
  readonly opened: Seen<Thing>;
  readonly look: () => Promise<Seen<Thing>>;
  readonly same: (before: Thing, now: Thing) => boolean;
  readonly send: (from: Seen<Thing>) => Promise<unknown>;
}

/** Each save throws what `send` throws. After `stale`, `conflict` or `gone` is set. */
export function useSaveSeen<Thing>({ opened, look, same, send }: SaveSeenOptions<Thing>) {
  const [seen, setSeen] = useState(opened);
  const [conflict, setConflict] = useState<Conflict<Thing>>();
  const [gone, setGone] = useState(false);

  const save = async (took?: (conflict: Conflict<Thing>) => void): Promise<unknown> => {
    try {
      return await send(seen);
    } catch (error) {
      if (!isStale(error) || seen.thing === undefined) throw error;
      const { thing, etag } = await look();
      if (thing === undefined) {
        setGone(true);
        throw error;
      }
      setSeen({ thing, etag });
      if (same(seen.thing, thing)) return send({ thing, etag });
      const found = { before: seen.thing, theirs: thing };
      setConflict(found);
      took?.(found);
      throw error;
    }
  };
  return { save, conflict, gone };
}

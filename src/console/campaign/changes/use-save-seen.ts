/**
 * Saving a thing from the version that was seen. A change elsewhere in the campaign does not matter: it is saved from the newer
 * revision then. A change of the thing itself stops the save, and is given back to be shown.
 */
import { useState } from 'react';
import { isStale } from './stale.ts';

export interface Seen<Thing> {
  /** Undefined: a new one, or one that is gone. */
  readonly thing: Thing | undefined;
  readonly etag: string | undefined;
}

export interface Conflict<Thing> {
  /** What mine was made from. */
  readonly before: Thing;
  readonly theirs: Thing;
}

interface SaveSeenOptions<Thing> {
  /** As it was when the form opened: what is fetched behind it must not pass for what was seen. */
  readonly opened: Seen<Thing>;
  readonly look: () => Promise<Seen<Thing>>;
  readonly same: (before: Thing, now: Thing) => boolean;
  readonly send: (from: Seen<Thing>) => Promise<unknown>;
}

/** Each save throws what `send` throws; with `stale` there is a conflict from then on, or the thing is gone. */
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

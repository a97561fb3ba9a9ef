/**
 * Reorders a list of the definition. The new order is shown at once and saved from the revision that was seen, one move
 * after the other. If the server refuses, an error is shown and the list goes back.
 */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MadeFrom } from '../api/client.ts';
import { showFailure } from '../ui/toast.ts';
import { orderRefused } from './changes/stale.ts';
import { useCampaignChanged, useMadeFrom, type WithRevision } from './queries.ts';

interface OrderOptions {
  readonly slug: string;
  /** The names in the order of the server. */
  readonly names: readonly string[];
  readonly list: WithRevision;
  /** Moves of lists with the same scope are saved one after the other. */
  readonly scope: string;
  readonly save: (names: string[], from: MadeFrom) => Promise<unknown>;
}

export function useOrder({ slug, names, list, scope, save }: OrderOptions) {
  const changed = useCampaignChanged(slug);
  const madeFrom = useMadeFrom(list);
  const [moved, setMoved] = useState<readonly string[]>();
  const order = useMutation({
    mutationFn: (next: string[]) => save(next, madeFrom()),
    scope: { id: `order of ${slug} ${scope}` },
    onMutate: setMoved,
    onError: (error) => {
      showFailure(orderRefused(error));
      setMoved(undefined);
    },
    onSettled: async (_answer, _error, next) => {
      await changed();
      // Unless the list was moved again meanwhile.
      setMoved((now) => (now === next ? undefined : now));
    },
  });
  const shown = moved ?? names;
  return {
    shown,
    /** Reorders some names, such as those in view, among themselves. The other names keep their places. */
    put: (next: readonly string[]) => order.mutate(refilled(shown, next)),
  };
}

function refilled(names: readonly string[], some: readonly string[]): string[] {
  const moving = new Set(some);
  const next = some.values();
  return names.map((name) => (moving.has(name) ? (next.next().value ?? name) : name));
}

/** The things in the order of their names. */
export function inOrder<Thing>(
  names: readonly string[],
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Thing[] {
  const byName = new Map(things.map((thing) => [nameOf(thing), thing]));
  return names.flatMap((name) => byName.get(name) ?? []);
}

/** The announced changes of a campaign, by the part that they change. All lists of parts use it. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { announcedQuery } from '../changes/planned.ts';
import type { Part } from './part-words.ts';

/** The announced change of one part. */
export interface Announced {
  /** Id of the announced change. */
  readonly id: string;
  /** RFC 3339. */
  readonly at: string;
  readonly part: Part;
}

export interface AnnouncedThings {
  /** The changes and removals of a part, the next one first. `id` is that of the API. */
  readonly of: (kind: Part['kind'], id: string | null, select?: string) => readonly Announced[];
  /** The parts of a kind that will be added. */
  readonly added: (kind: Part['kind'], select?: string) => readonly Announced[];
}

const nothing: readonly Announced[] = [];

/** `slug` is undefined if no campaign is open. */
export function useAnnounced(slug: string | undefined): AnnouncedThings {
  const { data = [] } = useQuery({ ...announcedQuery(slug ?? ''), enabled: slug !== undefined });
  return useMemo(() => {
    const things = new Map<string, Announced[]>();
    // A new order is not shown at the single parts.
    for (const { id, at, parts } of data.filter(({ state }) => state === 'announced'))
      for (const part of parts.filter(({ change }) => change !== 'reordered')) {
        const place = placeOf(part);
        things.set(place, [...(things.get(place) ?? []), { id, at, part }]);
      }
    return {
      of: (kind, id, select) => things.get(keyOf(kind, id, select)) ?? nothing,
      added: (kind, select) => things.get(keyOf(kind, addedId, select)) ?? nothing,
    };
  }, [data]);
}

const keyOf = (kind: string, id: string | null, select: string | null = null) => JSON.stringify([kind, id, select]);

/** No part has this id. */
const addedId = '';

/** An added part has no row of its own yet. The duplicate check has one in any case. */
const placeOf = ({ kind, key, select, change }: Part) =>
  keyOf(kind, change === 'added' && key !== null ? addedId : key, select);

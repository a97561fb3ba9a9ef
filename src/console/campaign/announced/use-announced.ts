/** What is announced for a campaign, by the thing that it will happen to: one list for all that shows things of a definition. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { announcedQuery } from '../changes/planned.ts';
import type { Part } from './part-words.ts';

/** What will happen to one thing, and when. */
export interface Announced {
  /** Of the announced change. */
  readonly id: string;
  /** RFC 3339. */
  readonly at: string;
  readonly part: Part;
}

export interface AnnouncedThings {
  /** What will be changed of a thing or removed, the next first. `id`: as in the API. */
  readonly of: (kind: Part['kind'], id: string | null, select?: string) => readonly Announced[];
  /** The things of a kind that will be added. */
  readonly added: (kind: Part['kind'], select?: string) => readonly Announced[];
}

const nothing: readonly Announced[] = [];

/** `slug`: undefined where there is no campaign. */
export function useAnnounced(slug: string | undefined): AnnouncedThings {
  const { data = [] } = useQuery({ ...announcedQuery(slug ?? ''), enabled: slug !== undefined });
  return useMemo(() => {
    const things = new Map<string, Announced[]>();
    // That things come in another order is seen at none of them.
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

/** No thing has it. */
const addedId = '';

/** What is added has no row of its own yet; a rule that is added has one, for there is always one. */
const placeOf = ({ kind, key, select, change }: Part) =>
  keyOf(kind, change === 'added' && key !== null ? addedId : key, select);

/** Changes that are not made yet: their effect, and the list of announced changes. */
import { queryOptions } from '@tanstack/react-query';
import { api, ask, type MadeFrom, type Shape } from '../../api/client.ts';

export type PlannedChange = Shape<'PlannedChange'>;

/** When a change takes effect: at once, or at a time, with a note for vendors. */
export interface When {
  /** RFC 3339. Null until a time is chosen, undefined for at once. */
  readonly at: string | null | undefined;
  readonly note: string;
}

export const atOnce: When = { at: undefined, note: '' };

/** Read again each time it is shown, because vendors keep sending. */
export const impactQuery = (slug: string, change: PlannedChange) =>
  queryOptions({
    queryKey: ['campaign', slug, 'impact', change],
    queryFn: ({ signal }) =>
      ask(api.POST('/campaigns/{slug}/schema/preview', { params: { path: { slug } }, body: { change }, signal })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

export const announcedQuery = (slug: string) =>
  queryOptions({
    queryKey: ['campaign', slug, 'announced'],
    queryFn: async ({ signal }) =>
      (await ask(api.GET('/campaigns/{slug}/announced-changes', { params: { path: { slug } }, signal }))).data,
  });

export function announce(
  slug: string,
  change: PlannedChange,
  { at, note }: When,
  from: MadeFrom,
): Promise<Shape<'AnnouncedChange'>> {
  const body = { change, at: at ?? '', note: note.trim() || null };
  return ask(api.POST('/campaigns/{slug}/announced-changes', { params: { path: { slug }, ...from }, body }));
}

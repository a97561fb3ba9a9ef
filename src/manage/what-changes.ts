/** What a change of a definition means, as whoever has the whole campaign is told of it: by its documents, and by its filters. */
import { isDeepStrictEqual } from 'node:util';
import { pinsOfScope } from '../access/grant.ts';
import type { Campaign } from '../campaign/definition.ts';
import { changesOfEach } from '../document/changelog.ts';
import { additive, breaking, type DocumentChange, textual } from '../document/document-change.ts';
import { code } from '../document/words.ts';

/** What each definition changes against the one before it; nothing, for the first. */
export async function whatChanges(definitions: readonly Campaign[], publicUrl: string): Promise<DocumentChange[][]> {
  const subjects = definitions.map((campaign) => {
    const scope = { kind: 'everything' } as const;
    return { campaign, permission: 'read_write', scope, pins: pinsOfScope(campaign, scope) } as const;
  });
  const changes = await changesOfEach(subjects, publicUrl);
  return definitions.map(({ filters }, i) => {
    const before = definitions[i - 1];
    return [...(changes[i] ?? []), ...(before ? compareFilters(before.filters, filters) : [])];
  });
}

/** Filters stand in no document: what they do to their tokens' documents is told there. */
function compareFilters(before: Campaign['filters'], after: Campaign['filters']): DocumentChange[] {
  const gone = before.filter(({ id }) => !after.some((filter) => filter.id === id));
  const now = after.flatMap((filter) => {
    const was = before.find(({ id }) => id === filter.id);
    if (!was) return [additive(`There is a new filter ${code(filter.name)}.`)];
    if (!isDeepStrictEqual(was.condition, filter.condition))
      return [breaking(`The filter ${code(filter.name)} matches other leads.`)];
    return was.name === filter.name
      ? []
      : [textual(`The filter ${code(was.name)} is now called ${code(filter.name)}.`)];
  });
  return [...gone.map(({ name }) => breaking(`The filter ${code(name)} is gone.`)), ...now];
}

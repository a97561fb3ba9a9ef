/** What a change of a definition means, as whoever has the whole campaign is told of it: by what is offered, and by its filters. */
import { pinsOfScope } from '../../access/grant.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { type Change, change, gravestFirst, nothing } from '../../document/changes/change.ts';
import { changesOfEach } from '../../document/changes/changelog.ts';
import { compareConditions } from '../../document/changes/compare-conditions.ts';

/** What each definition changes against the one before it; nothing, for the first. */
export async function whatChanges(definitions: readonly Campaign[]): Promise<(readonly Change[])[]> {
  const subjects = definitions.map((campaign) => {
    const scope = { kind: 'everything' } as const;
    return { campaign, permission: 'read_write', scope, pins: pinsOfScope(campaign, scope) } as const;
  });
  const changes = await changesOfEach(subjects);
  return definitions.map(({ filters }, i) => {
    const before = definitions[i - 1];
    return gravestFirst([...(changes[i] ?? []), ...(before ? compareFilters(before.filters, filters) : [])]);
  });
}

/** Filters stand in no document: what they do to their tokens' documents is told there. */
function compareFilters(before: Campaign['filters'], after: Campaign['filters']): Change[] {
  const gone = before.filter(({ id }) => !after.some((filter) => filter.id === id));
  const now = after.flatMap((filter): Change[] => {
    const was = before.find(({ id }) => id === filter.id);
    if (!was) return [change('filter_made', 'additive', filter.name, nothing)];
    const renamed = was.name !== filter.name;
    return [
      ...(renamed ? [change('filter_name', 'textual', filter.name, { from: was.name, to: filter.name })] : []),
      ...compareConditions('filter_condition', filter.name, was.condition, filter.condition),
    ];
  });
  return [...gone.map(({ name }) => change('filter_gone', 'breaking', name, nothing)), ...now];
}

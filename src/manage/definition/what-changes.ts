/** The changes between definitions, as the document of the whole campaign shows them, and the changes of its filters. */
import { pinsOfScope } from '../../access/grant.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { type Change, change, gravestFirst, nothing } from '../../document/changes/change.ts';
import { changesOfEach } from '../../document/changes/changelog.ts';
import { compareConditions } from '../../document/changes/compare-conditions.ts';

/** The changes of each definition, compared with the one before; empty for the first. */
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

/** Filters are in no document. Their effect on tokens shows in the tokens' own documents. */
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

/** What a query still lacks, for whoever builds it. */
import type { RuleGroupType } from 'react-querybuilder';

export const queryFault = (query: RuleGroupType): string =>
  query.rules.length === 0
    ? 'Add a condition: a filter without one would match everything, and there is none of those.'
    : 'A value is missing yet. What it matches is shown when the condition is whole.';

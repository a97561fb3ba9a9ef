/** What a query still lacks, for whoever builds it. */
import type { RuleGroupType } from 'react-querybuilder';

export const queryFault = (query: RuleGroupType): string =>
  query.rules.length === 0 ? 'Add at least one condition.' : 'Fill in every value to see the matching leads.';

/** Says what a query still lacks, to the person who builds it. */
import type { RuleGroupType } from 'react-querybuilder';

export const queryFault = (query: RuleGroupType): string =>
  query.rules.length === 0 ? 'Add at least one condition.' : 'Fill in every value to see the matching leads.';

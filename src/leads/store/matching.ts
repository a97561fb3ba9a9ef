/** Which leads a list, a count or an export is of: what the grant sees, narrowed by what the client asks for. On `leads l`. */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Condition } from '../../campaign/condition/condition.ts';
import { conditionSql, storedRow } from './condition-sql.ts';
import { type FoldedText, foldedSql } from './folded-text.ts';
import { visible } from './scope-sql.ts';

export interface Bound {
  readonly op: 'gt' | 'gte' | 'lt' | 'lte';
  /** RFC 3339 in UTC. */
  readonly at: string;
}

export interface Narrowing {
  /** What the client's filters come to, beside the scope. */
  readonly conditions: readonly (Condition | FoldedText)[];
  readonly updated: readonly Bound[];
}

/** `rest`: what else must hold, such as where a page begins. */
export function matching(
  grant: Grant,
  { conditions, updated }: Narrowing,
  rest: readonly RawBuilder<boolean>[] = [],
): RawBuilder<boolean> {
  const parts = [
    visible(grant),
    ...conditions.map((one) =>
      'folded' in one ? foldedSql(grant.campaign, one) : conditionSql(grant.campaign, one, storedRow),
    ),
    ...updated.map(({ op, at }) => sql<boolean>`l.updated_at ${comparators[op]} ${at}::timestamptz`),
    ...rest,
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

const comparators = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` };

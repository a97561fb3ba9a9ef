/**
 * A grant's two rules as SQL, as row-level security has them: *visible* on the stored row, *check* on the row that a write
 * leaves behind. Both start from "nothing".
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { conditionSql, type RowSource, storedRow } from './condition-sql.ts';

/** Which leads exist for this grant: campaign, guard and condition, on `leads l`. */
export function visible(grant: Grant): RawBuilder<boolean> {
  return sql`l.campaign_id = ${grant.campaign.id} and (select ok from guard) and ${scopeCondition(grant, storedRow)}`;
}

/** Whether the row may be left like this; never null. */
export function fits(grant: Grant, row: RowSource): RawBuilder<boolean> {
  return sql`coalesce(${scopeCondition(grant, row)}, false)`;
}

export function scopeCondition({ campaign, scope }: Grant, row: RowSource): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'everything':
      return sql`true`;
    case 'condition':
      return conditionSql(campaign, scope.condition, row);
    default:
      return sql`false`;
  }
}

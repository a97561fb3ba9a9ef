/** How many leads a grant sees, counted to a bound, and a few of them: what the console shows while a filter is built. */
import { sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Database } from '../../database/connection.ts';
import type { components } from '../../generated/leads.ts';
import type { JsonText } from '../../operation/handler.ts';
import { countedTo } from './count-leads.ts';
import { fieldsInOrder } from './fields-in-order.ts';
import { guardCte, guarded, StaleGrant } from './guard.ts';
import { leadJson } from './lead-json.ts';
import { visible } from './scope-sql.ts';

export interface ScopePreview {
  readonly matching: number;
  /** False when there are more than were counted. */
  readonly exact: boolean;
  readonly sample: JsonText<components['schemas']['Lead'][]>;
}

/** `limit`: leads in the sample, newest first. Throws `StaleGrant`. */
export async function previewScope(db: Database, grant: Grant, { limit }: { limit: number }): Promise<ScopePreview> {
  const { rows } = await sql<{ current: boolean; counted: number; sample: ScopePreview['sample'] }>`
    with ${guardCte(grant)}
    select ${guarded} as current,
      (select count(*)::int from (select from leads l where ${visible(grant)} limit ${countedTo + 1}) c) as counted,
      (select '[' || coalesce(string_agg(s.json, ',' order by s.id desc), '') || ']' from (
        select l.id, ${leadJson(grant.campaign, 'l')} as json from leads l where ${visible(grant)} order by l.id desc limit ${limit}) s) as sample
    from guard`.execute(db);
  const [row] = rows;
  if (!row?.current) throw new StaleGrant();
  const sample = fieldsInOrder(grant.campaign, row.sample) as ScopePreview['sample'];
  return { matching: Math.min(row.counted, countedTo), exact: row.counted <= countedTo, sample };
}

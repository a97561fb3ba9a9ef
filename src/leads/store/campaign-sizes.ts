/**
 * How large campaigns are, for a list of them: counted to a bound, and beyond it what the planner's statistics say, so that no
 * list of campaigns scans the leads. It tells nothing of a lead but when the newest one came, and is asked for members alone.
 */
import { sql } from 'kysely';
import type { Database } from '../../database/connection.ts';
import { timeOfId } from '../../ids/ids.ts';

export interface CampaignSize {
  readonly leads: { readonly count: number; readonly exact: boolean };
  /** When the newest lead was created. */
  readonly newest: Date | undefined;
}

const countedTo = 1_000;

/** By the campaign's id. `ids`: campaigns of the account that asks. */
export async function campaignSizes(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, CampaignSize>> {
  const { rows } = await sql<{ id: string; counted: number; share: number | null; newest: string | null }>`
    with common as (
      select v.id::uuid as id, v.share * greatest(t.reltuples, 0) as share
      from pg_stats s
      join pg_class t on t.oid = 'leads'::regclass
      cross join lateral unnest(s.most_common_vals::text::text[], s.most_common_freqs) as v (id, share)
      where s.schemaname = current_schema() and s.tablename = 'leads' and s.attname = 'campaign_id')
    select c.id, common.share,
      (select count(*)::int from (
        select from leads l where l.campaign_id = c.id limit ${sql.lit(countedTo + 1)}) counted) as counted,
      (select l.id from leads l where l.campaign_id = c.id order by l.id desc limit 1) as newest
    from unnest(${ids}::uuid[]) as c (id)
    left join common on common.id = c.id`.execute(db);
  return new Map(
    rows.map(({ id, counted, share, newest }) => [
      id,
      {
        leads:
          counted <= countedTo
            ? { count: counted, exact: true }
            : { count: Math.max(counted, Math.round(share ?? 0)), exact: false },
        newest: newest === null ? undefined : new Date(timeOfId(newest)),
      },
    ]),
  );
}

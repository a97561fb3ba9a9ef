/**
 * How large campaigns are, for a list of them: counted to a limit, so that no list of campaigns scans the leads. It tells nothing
 * of a lead but when the newest one came, and is asked for members alone.
 */
import { sql } from 'kysely';
import type { Database } from '../../database/connection.ts';
import { timeOfId } from '../../ids/ids.ts';

export interface CampaignSize {
  /** `exact` is false when there are more than were counted. */
  readonly leads: { readonly count: number; readonly exact: boolean };
  /** When the newest lead was created. */
  readonly newest: Date | undefined;
}

/** What a list may cost: the more campaigns, the earlier counting stops in each of them. */
const [leadsInAll, most, least] = [200_000, 10_000, 1_000];

/** By the campaign's id. `ids`: campaigns of the account that asks. */
export async function campaignSizes(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, CampaignSize>> {
  const countedTo = Math.min(most, Math.max(least, Math.floor(leadsInAll / Math.max(1, ids.length))));
  const { rows } = await sql<{ id: string; counted: number; newest: string | null }>`
    select c.id,
      (select count(*)::int from (
        select from leads l where l.campaign_id = c.id limit ${sql.lit(countedTo + 1)}) counted) as counted,
      (select l.id from leads l where l.campaign_id = c.id order by l.id desc limit 1) as newest
    from unnest(${ids}::uuid[]) as c (id)`.execute(db);
  return new Map(
    rows.map(({ id, counted, newest }) => [
      id,
      {
        leads: { count: Math.min(counted, countedTo), exact: counted <= countedTo },
        newest: newest === null ? undefined : new Date(timeOfId(newest)),
      },
    ]),
  );
}

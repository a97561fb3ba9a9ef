/**
 * Counts leads, to a bound: who asks needs to know "many", not how many, and must not make the database count millions.
 *
 * How many leads a condition of the system's own concerns, such as "the field is not empty", told before a definition is
 * changed. Where an index serves the condition it is counted as a list is; elsewhere among the newest leads alone, for
 * nobody waits for a table to be read who only wants to know whether to go on.
 *
 * Counts leads for members: to the end if there is time, else as far as it came, so that what it tells is never a guess. It goes
 * through the leads in parts by their ids, newest first, in one snapshot: however rare what is counted may be, each statement is
 * short, and counting ends when its time is over.
 *
 * How many leads a grant sees, counted to a bound, and a few of them: what the console shows while a filter is built.
 *
 * How large campaigns are, for a list of them: counted to a limit, so that no list of campaigns scans the leads. It tells nothing
 * of a lead but when the newest one came, and is asked for members alone.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { comparisons } from '../../campaign/condition.ts';
import { readyColumn } from '../../campaign/key-columns.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import type { components } from '../../generated/leads.ts';
import { timeOfId } from '../../ids/ids.ts';
import type { JsonText } from '../../operation/handler.ts';
import { storedRow } from './condition-sql.ts';
import { currentRow, guardCte, guarded } from './guard.ts';
import { fieldsInOrder, leadJson } from './lead-json.ts';
import { matching, type Narrowing, scopeCondition, visible } from './scope.ts';
import { type LeadDatabase, withLeads } from './tables.ts';

/** Counting stops here. */
export const countLimit = 10_000;

export interface Count {
  readonly count: number;
  /** False when there are more than were counted. */
  readonly exact: boolean;
}

export async function countMatching(db: LeadDatabase, grant: Grant, narrowing: Narrowing): Promise<Count> {
  const row = currentRow((await countStatement(grant, narrowing).execute(db)).rows);
  return { count: Math.min(row.counted, countLimit), exact: row.counted <= countLimit };
}

/** Exported for the test that keeps its text. */
export function countStatement(
  grant: Grant,
  narrowing: Narrowing,
): RawBuilder<{ readonly current: boolean; readonly counted: number }> {
  return sql`
    with ${guardCte(grant)}
    select ${guarded} as current, (
      select count(*)::int from (select from leads l where ${matching(grant, narrowing)} limit ${sql.lit(countLimit + 1)}) c) as counted
    from guard`;
}

/** How many leads have the status. */
export async function countByStatus(
  db: Database | DatabaseTransaction,
  campaignId: string,
  status: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from leads l where l.campaign_id = ${campaignId} and l.status = ${status}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Leads that are looked at where no index tells which to count. */
const lookedAt = 100_000;

/** The leads in the grant's scope. Throws `StaleGrant`. */
export async function countHaving(db: Database, grant: Grant): Promise<Count> {
  if (isServed(grant)) return countMatching(withLeads(db), grant, { conditions: [], updated: [] });
  const { rows } = await sql<{ current: boolean; counted: number; all: boolean }>`
    with ${guardCte(grant)},
    newest as materialized (
      select ${scopeCondition(grant, storedRow)} as counts from leads l
      where l.campaign_id = ${grant.campaign.id} and ${guarded} order by l.id desc limit ${sql.lit(lookedAt + 1)})
    select ${guarded} as current, count(*) filter (where n.counts)::int as counted, count(*) <= ${lookedAt} as all from newest n`.execute(
    db,
  );
  const row = currentRow(rows);
  return { count: Math.min(row.counted, countLimit), exact: row.all && row.counted <= countLimit };
}

function isServed({ campaign, scope }: Grant): boolean {
  if (scope.kind !== 'condition') return true;
  return [...comparisons(scope.condition)].every(
    ({ path }) => path === 'status' || readyColumn(campaign, path.replace(/^fields\./, '')) !== undefined,
  );
}

export interface CountLimits {
  /** Counting stops when there are more; left out: never. */
  readonly most?: number;
  /** Milliseconds after which no further part is begun. */
  readonly milliseconds: number;
}

/** Leads that the first part goes through; each further one goes through twice as many, up to the last. */
const [firstPart, largestPart] = [10_000, 160_000];

/** `exact` is false when there may be more than `count`. Throws `StaleGrant`. */
export function countWithin(
  db: Database,
  grant: Grant,
  narrowing: Narrowing,
  { most = Number.POSITIVE_INFINITY, milliseconds }: CountLimits,
): Promise<Count> {
  const end = performance.now() + milliseconds;
  const transaction = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return transaction.execute(async (trx) => {
    let counted = 0;
    let before: string | undefined;
    for (let size = firstPart; ; size = Math.min(size * 2, largestPart)) {
      const part = await countPart(trx, grant, narrowing, { before, size });
      counted += part.counted;
      if (counted > most) return { count: most, exact: false };
      if (part.last === null) return { count: counted, exact: true };
      if (performance.now() >= end) return { count: counted, exact: false };
      before = part.last;
    }
  });
}

interface CountedPart {
  readonly counted: number;
  /** Id of the lead at which the next part begins; null where this was the last one. */
  readonly last: string | null;
}

async function countPart(
  trx: Database,
  grant: Grant,
  narrowing: Narrowing,
  { before, size }: { readonly before: string | undefined; readonly size: number },
): Promise<CountedPart> {
  const { id } = grant.campaign;
  const upTo = before === undefined ? [] : [sql<boolean>`l.id <= ${before}::uuid`];
  const { rows: ends } = await sql<{ last: string }>`
    select l.id as last from leads l where ${sql.join([sql`l.campaign_id = ${id}`, ...upTo], sql` and `)}
    order by l.id desc offset ${sql.lit(size)} limit 1`.execute(trx);
  const last = ends[0]?.last ?? null;
  const from = last === null ? [] : [sql<boolean>`l.id > ${last}::uuid`];
  const { rows } = await sql<{ current: boolean; counted: number }>`
    with ${guardCte(grant)}
    select ${guarded} as current, (
      select count(*)::int from leads l where ${matching(grant, narrowing, [...upTo, ...from])}) as counted
    from guard`.execute(trx);
  return { counted: currentRow(rows).counted, last };
}

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
      (select count(*)::int from (select from leads l where ${visible(grant)} limit ${countLimit + 1}) c) as counted,
      (select '[' || coalesce(string_agg(s.json, ',' order by s.id desc), '') || ']' from (
        select l.id, ${leadJson(grant.campaign, 'l')} as json from leads l where ${visible(grant)} order by l.id desc limit ${limit}) s) as sample
    from guard`.execute(db);
  const row = currentRow(rows);
  const sample = fieldsInOrder(grant.campaign, row.sample) as ScopePreview['sample'];
  return { matching: Math.min(row.counted, countLimit), exact: row.counted <= countLimit, sample };
}

export interface CampaignSize {
  /** `exact` is false when there are more than were counted. */
  readonly leads: { readonly count: number; readonly exact: boolean };
  /** When the newest lead was created. */
  readonly newest: Date | undefined;
}

/** What a list may cost: the more campaigns, the earlier counting stops in each of them. */
const [leadsOfAll, most, least] = [200_000, 10_000, 1_000];

/** By the campaign's id. `ids`: campaigns of the account that asks. */
export async function campaignSizes(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, CampaignSize>> {
  const countedPerCampaign = Math.min(most, Math.max(least, Math.floor(leadsOfAll / Math.max(1, ids.length))));
  const { rows } = await sql<{ id: string; counted: number; newest: string | null }>`
    select c.id,
      (select count(*)::int from (
        select from leads l where l.campaign_id = c.id limit ${sql.lit(countedPerCampaign + 1)}) counted) as counted,
      (select l.id from leads l where l.campaign_id = c.id order by l.id desc limit 1) as newest
    from unnest(${ids}::uuid[]) as c (id)`.execute(db);
  return new Map(
    rows.map(({ id, counted, newest }) => [
      id,
      {
        leads: { count: Math.min(counted, countedPerCampaign), exact: counted <= countedPerCampaign },
        newest: newest === null ? undefined : new Date(timeOfId(newest)),
      },
    ]),
  );
}

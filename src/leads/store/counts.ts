/**
 * Counts of leads, each bounded: the reader needs to know "many" rather than the exact number, and must not make the database count
 * millions. A count goes to a number of leads, through the newest leads, or on until its time is over.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { comparisons } from '../../campaign/condition/condition.ts';
import { readyColumn } from '../../campaign/key-columns.ts';
import { isDistributed } from '../../database/citus-dialect.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import type { components } from '../../generated/leads.ts';
import { timeOfId } from '../../ids/ids.ts';
import type { JsonText } from '../../operation/handler.ts';
import { storedRow } from './condition-sql.ts';
import { currentRow, type GuardedRow, guardCte, guardHolds } from './guard.ts';
import { hasLead, leadLine, type MaybeLead, readLine } from './lead-text.ts';
import { matching, type Narrowing, scopeCondition, visible } from './scope.ts';
import { type LeadDatabase, withLeads } from './tables.ts';

/** Counting stops here. */
export const countLimit = 10_000;

export interface Count {
  readonly count: number;
  /** False when there are more than were counted. */
  readonly exact: boolean;
}

/** `counted`: at most one more than `limit`. */
const countUpTo = (limit: number, counted: number): Count => ({
  count: Math.min(counted, limit),
  exact: counted <= limit,
});

export async function countMatching(db: LeadDatabase, grant: Grant, narrowing: Narrowing): Promise<Count> {
  return countUpTo(countLimit, currentRow((await countStatement(grant, narrowing).execute(db)).rows).counted);
}

/** Exported for the test that keeps its text. */
export function countStatement(
  grant: Grant,
  narrowing: Narrowing,
): RawBuilder<{ readonly current: boolean; readonly counted: number }> {
  return sql`
    with ${guardCte(grant)}
    select ${guardHolds} as current, (
      select count(*)::int from (select from leads l where ${matching(grant, narrowing)} limit ${sql.lit(countLimit + 1)}) c) as counted
    from guard`;
}

/** How many leads have the status; not bounded, because the removal of a status moves them all. */
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

/** If no index serves the condition, so many leads are read. */
const newestRead = 100_000;

/**
 * Counts the leads of a condition that the service asks about, such as "the field is not empty", before a definition is changed. If an
 * index serves the condition, the count is that of a list. Otherwise only the newest leads are counted: the member who wants to know
 * whether to go on should not wait until the whole table is read. The condition is the scope of the grant. Throws `StaleGrant`.
 */
export async function countHaving(db: Database, grant: Grant): Promise<Count> {
  if (isServed(grant)) return countMatching(withLeads(db), grant, { conditions: [], updated: [] });
  const { rows } = await sql<{ current: boolean; counted: number; all: boolean }>`
    with ${guardCte(grant)},
    newest as materialized (
      select ${scopeCondition(grant, storedRow)} as counts from leads l
      where l.campaign_id = ${grant.campaign.id} and ${guardHolds} order by l.id desc limit ${sql.lit(newestRead + 1)})
    select ${guardHolds} as current, count(*) filter (where n.counts)::int as counted, count(*) <= ${newestRead} as all from newest n`.execute(
    db,
  );
  const { counted, all } = currentRow(rows);
  const { count, exact } = countUpTo(countLimit, counted);
  return { count, exact: all && exact };
}

function isServed({ campaign, scope }: Grant): boolean {
  if (scope.kind !== 'condition') return true;
  return [...comparisons(scope.condition)].every(
    ({ path }) => path === 'status' || readyColumn(campaign, path.replace(/^fields\./, '')) !== undefined,
  );
}

export interface CountLimits {
  /** Counting stops when there are more; left out: it does not stop. */
  readonly most?: number;
  /** No part begins after this time. */
  readonly milliseconds: number;
}

/** The leads of the first part; each further part has twice as many, up to the largest. */
const [firstPart, largestPart] = [10_000, 160_000];

/**
 * Counts leads for members until its time is over; `exact` is false if there may be more. It never guesses: it goes through the leads by
 * id, newest first, in one snapshot. Each part is a short statement, however rare the counted leads are. Throws `StaleGrant`.
 */
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
  /** The lead at which the next part begins; null if this was the last part. */
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
    select ${guardHolds} as current, (
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

/**
 * How many leads a filter matches, and the newest `limit` of them. The console shows both while the filter is built. Throws
 * `StaleGrant`.
 */
export async function previewScope(db: Database, grant: Grant, { limit }: { limit: number }): Promise<ScopePreview> {
  const { rows } = await sql<GuardedRow & MaybeLead & { readonly counted: number }>`
    with ${guardCte(grant)}
    select ${guardHolds} as current,
      (select count(*)::int from (select from leads l where ${visible(grant)} limit ${countLimit + 1}) c) as counted, ${leadLine('l')} as lead
    from guard left join lateral (
      select * from leads l where ${visible(grant)} order by l.id desc limit ${limit}) l on true order by l.id desc`.execute(
    db,
  );
  const { count, exact } = countUpTo(countLimit, currentRow(rows).counted);
  const sample = rows.filter(hasLead).map((row) => readLine(grant.campaign, row.lead).json);
  return { matching: count, exact, sample: `[${sample.join(',')}]` as ScopePreview['sample'] };
}

export interface CampaignSize {
  readonly leads: Count;
  /** When the newest lead was created. */
  readonly newest: Date | undefined;
}

/** The cost of a list of campaigns is bounded: the more campaigns, the earlier the count of each stops. */
const [leadsOfAll, mostOfOne, leastOfOne] = [200_000, 10_000, 1_000];

interface SizeRow {
  readonly id: string;
  readonly counted: number;
  readonly newest: string | null;
}

/** On a cluster, one campaign after the other, because each lies on one node. */
async function readSizes(db: Database, ids: readonly string[], most: number): Promise<readonly SizeRow[]> {
  const sizes = (id: RawBuilder<unknown>) => sql`
      (select count(*)::int from (select from leads l where l.campaign_id = ${id} limit ${sql.lit(most + 1)}) counted) as counted,
      (select l.id from leads l where l.campaign_id = ${id} order by l.id desc limit 1) as newest`;
  if (!isDistributed(db)) {
    const statement = sql<SizeRow>`select c.id, ${sizes(sql`c.id`)} from unnest(${ids}::uuid[]) as c (id)`;
    return (await statement.execute(db)).rows;
  }
  const rows: SizeRow[] = [];
  for (const id of ids) {
    const statement = sql<Omit<SizeRow, 'id'>>`select ${sizes(sql`${id}::uuid`)}`;
    rows.push(...(await statement.execute(db)).rows.map((row) => ({ id, ...row })));
  }
  return rows;
}

/** The size of each campaign, by its id. `ids`: campaigns of the account that asks. Members alone may see it. */
export async function campaignSizes(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, CampaignSize>> {
  const countedPerCampaign = Math.min(
    mostOfOne,
    Math.max(leastOfOne, Math.floor(leadsOfAll / Math.max(1, ids.length))),
  );
  const rows = await readSizes(db, ids, countedPerCampaign);
  return new Map(
    rows.map(({ id, counted, newest }) => [
      id,
      {
        leads: countUpTo(countedPerCampaign, counted),
        newest: newest === null ? undefined : new Date(timeOfId(newest)),
      },
    ]),
  );
}

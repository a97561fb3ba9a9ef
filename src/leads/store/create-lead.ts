/**
 * Creates leads: one statement that takes the guard, checks the new rows against the scope and writes the events. What
 * must be alone (an external id, a lead under the rule on duplicates) is claimed before, in the same transaction: the
 * statement then sees whatever the holder of the claim has committed.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { matchKeysOf } from '../../campaign/duplicates.ts';
import { claimsOf, takeClaims } from './claim.ts';
import type { RowSource } from './condition-sql.ts';
import { duplicateColumns, probesColumn } from './duplicate-sql.ts';
import { guardCte, guarded } from './guard.ts';
import { keyColumnList, keysByColumn, keyValues } from './key-values.ts';
import { leadJson } from './lead-json.ts';
import { type OutcomeRow, only, readOutcome, type WriteOutcome } from './outcome.ts';
import { fits, visible } from './scope-sql.ts';
import type { LeadDatabase } from './tables.ts';
import { inTransaction } from './transaction.ts';

export interface NewLead {
  readonly id: string;
  /** The time inside the id, in milliseconds. */
  readonly createdAt: number;
  readonly status: string;
  readonly externalId: string | null;
  /** Stored form; empty values left out. */
  readonly values: Readonly<Record<string, unknown>>;
}

export async function createLead(db: LeadDatabase, grant: Grant, lead: NewLead): Promise<WriteOutcome> {
  const claims = claimsOf(grant.campaign, lead);
  const run = async (on: LeadDatabase) =>
    readOutcome(only((await createStatement(grant, [lead]).execute(on)).rows), 'create');
  if (claims.length === 0) return run(db);
  return inTransaction(db, async (trx) => {
    await takeClaims(trx, grant.campaign.id, claims);
    return run(trx);
  });
}

const newRow: RowSource = {
  id: sql`i.id`,
  status: sql`i.status`,
  externalId: sql`i.external_id`,
  values: sql`i.values`,
  column: undefined,
};

/** All leads of one statement are created at the same time. Exported for the batch, and for the test that keeps its text. */
export function createStatement(grant: Grant, leads: readonly NewLead[]): RawBuilder<OutcomeRow> {
  const { campaign, actor } = grant;
  const duplicate = duplicateColumns(grant, leads[0]?.createdAt ?? 0);
  return sql<OutcomeRow>`
    with ${guardCte(grant)},
    input as (${input(campaign, leads)}),
    judged as materialized (
      select i.*, ${fits(grant, newRow)} as fits, ${duplicate.seen} as seen, ${duplicate.known} as known,
        case when i.external_id is not null then exists (select from leads l where ${visible(grant)} and l.external_id = i.external_id)
          else false end as taken
      from input i),
    written as (
      insert into leads (campaign_id, id, status, external_id, version, created_at, updated_at, values, match_keys, duplicate_of, ${keyColumnList})
      select ${campaign.id}::uuid, j.id, j.status, j.external_id, 1, j.at, j.at, j.values, j.match_keys, coalesce(j.seen, j.known),
        ${sql.join(keyValues(sql`j.values`, sql`j.keys`))}
      from judged j where ${guarded} and j.fits and not j.taken and not ${duplicate.rejected}
      returning *),
    event as (
      insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
      select w.campaign_id, w.id, 1, 'created', clock_timestamp(), ${actor.kind}, ${actor.id}::uuid, null,
        jsonb_build_object('status', w.status, 'external_id', w.external_id, 'values', w.values)
      from written w)
    select j.ord, ${guarded} as current, true as found, true as matches, j.fits, j.taken, j.seen as duplicate_of,
      ${duplicate.rejected} as rejected, true as changed, w.id, w.version, ${leadJson(campaign, 'w')} as json
    from judged j left join written w on w.id = j.id`;
}

/** One lead as parameters, several as one JSON document. */
function input(campaign: Campaign, leads: readonly NewLead[]): RawBuilder<unknown> {
  const keys = sql`${keysByColumn(campaign)}::text[] as keys`;
  const [lead] = leads;
  if (lead && leads.length === 1) {
    const matchKeys = matchKeysOf(campaign, lead.values);
    return sql`
      select 0 as ord, ${lead.id}::uuid as id, ${lead.status}::text collate "C" as status, ${lead.externalId}::text collate "C" as external_id,
        ${JSON.stringify(lead.values)}::jsonb as values, ${new Date(lead.createdAt).toISOString()}::timestamptz as at,
        ${matchKeys === undefined ? null : JSON.stringify(matchKeys)}::jsonb as match_keys,
        ${JSON.stringify(probesColumn(campaign, matchKeys))}::jsonb as probes, ${keys}`;
  }
  const rows = leads.map(({ id, createdAt, status, externalId, values }, ord) => {
    const matchKeys = matchKeysOf(campaign, values);
    const at = new Date(createdAt).toISOString();
    const probes = probesColumn(campaign, matchKeys);
    return { ord, id, at, status, external_id: externalId, values, match_keys: matchKeys ?? null, probes };
  });
  return sql`
      select i.ord, i.id, i.status collate "C" as status, i.external_id collate "C" as external_id, i.values, i.at,
        nullif(i.match_keys, 'null') as match_keys, i.probes, ${keys}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as i(ord int, id uuid, at timestamptz, status text, external_id text, values jsonb, match_keys jsonb, probes jsonb)`;
}

/**
 * Creates a lead: one statement that takes the guard, checks the new row against the scope and writes the event. With an
 * external id it runs after the claim, in the same transaction, as a second statement.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { claimExternalId } from './claim.ts';
import type { RowSource } from './condition-sql.ts';
import { guardCte, guarded } from './guard.ts';
import { keyColumnList, keysByColumn, keyValues } from './key-values.ts';
import { leadJson } from './lead-json.ts';
import { type OutcomeRow, readOutcome, type WriteOutcome } from './outcome.ts';
import { fits, visible } from './scope-sql.ts';
import type { LeadDatabase } from './tables.ts';

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
  const { externalId } = lead;
  if (externalId === null) return run(db, grant, lead);
  return db.transaction().execute(async (trx) => {
    await claimExternalId(trx, grant.campaign.id, externalId);
    return run(trx, grant, lead);
  });
}

async function run(db: LeadDatabase, grant: Grant, lead: NewLead): Promise<WriteOutcome> {
  const { rows } = await createStatement(grant, lead).execute(db);
  return readOutcome(rows[0]);
}

const newRow: RowSource = {
  id: sql`i.id`,
  status: sql`i.status`,
  externalId: sql`i.external_id`,
  values: sql`i.values`,
  column: undefined,
};

/** Exported for the test that keeps its text. */
export function createStatement(grant: Grant, lead: NewLead): RawBuilder<OutcomeRow> {
  const { campaign, actor } = grant;
  const taken =
    lead.externalId === null
      ? sql`false`
      : sql`exists (select from leads l where ${visible(grant)} and l.external_id = i.external_id)`;
  return sql<OutcomeRow>`
    with ${guardCte(grant)},
    input as (
      select ${lead.id}::uuid as id, ${lead.status}::text collate "C" as status, ${lead.externalId}::text collate "C" as external_id,
        ${JSON.stringify(lead.values)}::jsonb as values, ${new Date(lead.createdAt).toISOString()}::timestamptz as at,
        ${keysByColumn(campaign)}::text[] as keys),
    judged as materialized (select i.*, ${fits(grant, newRow)} as fits, ${taken} as taken from input i),
    written as (
      insert into leads (campaign_id, id, status, external_id, version, created_at, updated_at, values, ${keyColumnList})
      select ${campaign.id}::uuid, j.id, j.status, j.external_id, 1, j.at, j.at, j.values, ${sql.join(keyValues(sql`j.values`, sql`j.keys`))}
      from judged j where ${guarded} and j.fits and not j.taken
      returning *),
    event as (
      insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
      select w.campaign_id, w.id, 1, 'created', clock_timestamp(), ${actor.kind}, ${actor.id}::uuid, null,
        jsonb_build_object('status', w.status, 'external_id', w.external_id, 'values', w.values)
      from written w)
    select ${guarded} as current, true as found, true as matches, j.fits, j.taken, w.id, w.version, ${leadJson(campaign, 'w')} as json
    from judged j left join written w on true`;
}

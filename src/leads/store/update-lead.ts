/**
 * Changes a lead: one statement that locks the old row, computes the new one from it in SQL, checks it against the scope,
 * updates and writes the event. Without the lock the event would record a stale *before*, and a patch computed from it
 * would lose another's write. What is already so writes no version and no event.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { keyColumnNames } from '../../campaign/key-columns.ts';
import { claimExternalId } from './claim.ts';
import type { RowSource } from './condition-sql.ts';
import { guardCte, guarded } from './guard.ts';
import { keysByColumn, keyValues } from './key-values.ts';
import { leadJson } from './lead-json.ts';
import { type OutcomeRow, readOutcome, type WriteOutcome } from './outcome.ts';
import { fits, visible } from './scope-sql.ts';
import type { LeadDatabase } from './tables.ts';

export interface LeadPatch {
  readonly status?: string | undefined;
  /** `null` makes it empty; `undefined` leaves it. */
  readonly externalId?: string | null | undefined;
  /** Stored form; `null` makes a field empty. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Versions of which the lead must have one; `undefined` for any. */
  readonly versions?: readonly number[] | undefined;
}

export async function updateLead(db: LeadDatabase, grant: Grant, id: string, patch: LeadPatch): Promise<WriteOutcome> {
  const { externalId } = patch;
  if (typeof externalId !== 'string') return run(db, grant, id, patch);
  return db.transaction().execute(async (trx) => {
    await claimExternalId(trx, grant.campaign.id, externalId);
    return run(trx, grant, id, patch);
  });
}

async function run(db: LeadDatabase, grant: Grant, id: string, patch: LeadPatch): Promise<WriteOutcome> {
  const { rows } = await updateStatement(grant, id, patch).execute(db);
  return readOutcome(rows[0]);
}

const newRow: RowSource = {
  id: sql`n.id`,
  status: sql`n.new_status`,
  externalId: sql`n.new_external_id`,
  values: sql`n.new_values`,
  column: undefined,
};

/** Exported for the test that keeps its text. */
export function updateStatement(grant: Grant, id: string, patch: LeadPatch): RawBuilder<OutcomeRow> {
  const { campaign, actor } = grant;
  const externalId = patch.externalId === undefined ? sql`o.external_id` : sql`${patch.externalId}::text`;
  const taken =
    typeof patch.externalId === 'string'
      ? sql`exists (select from leads l where ${visible(grant)} and l.external_id = n.new_external_id and l.id <> n.id)`
      : sql`false`;
  const matches = patch.versions === undefined ? sql`true` : sql`n.version = any(${patch.versions}::int[])`;
  const keys = keyValues(sql`j.new_values`, sql`j.keys`).map(
    (value, i) => sql`${sql.ref(keyColumnNames[i] ?? '')} = ${value}`,
  );
  const state = (prefix: 'w' | 'j') =>
    sql`jsonb_build_object('status', ${sql.ref(`${prefix}.status`)}, 'external_id', ${sql.ref(`${prefix}.external_id`)}, 'values', ${sql.ref(`${prefix}.values`)})`;
  return sql<OutcomeRow>`
    with ${guardCte(grant)},
    old as materialized (select l.* from leads l where ${visible(grant)} and l.id = ${id}::uuid for update of l),
    new as materialized (
      select o.*, coalesce(${patch.status ?? null}::text, o.status) collate "C" as new_status, ${externalId} collate "C" as new_external_id,
        jsonb_strip_nulls(o.values || ${JSON.stringify(patch.values)}::jsonb) as new_values, ${keysByColumn(campaign)}::text[] as keys
      from old o),
    judged as materialized (
      select n.*, ${matches} as matches, ${fits(grant, newRow)} as fits, ${taken} as taken,
        (n.new_status, n.new_external_id, n.new_values) is distinct from (n.status, n.external_id, n.values) as changed
      from new n),
    written as (
      update leads l set status = j.new_status, external_id = j.new_external_id, values = j.new_values, version = j.version + 1,
        updated_at = greatest(clock_timestamp(), j.updated_at), ${sql.join(keys)}
      from judged j
      where l.campaign_id = j.campaign_id and l.id = j.id and j.matches and j.fits and not j.taken and j.changed
      returning l.*),
    event as (
      insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
      select w.campaign_id, w.id, w.version, 'updated', clock_timestamp(), ${actor.kind}, ${actor.id}::uuid, ${state('j')}, ${state('w')}
      from written w join judged j on j.id = w.id)
    select ${guarded} as current, j.id is not null as found, j.matches, j.fits, j.taken,
      case when w.id is null then l.id else w.id end as id, case when w.id is null then l.version else w.version end as version,
      case when w.id is null then ${leadJson(campaign, 'l')} else ${leadJson(campaign, 'w')} end as json
    from guard left join judged j on true left join old l on true left join written w on true`;
}

/**
 * Deletes a lead, which is an erasure: its values go from its events too, apart from those under paths that the campaign's
 * filters use, so that each reader of the feed can still be told that it is gone. `kept` tells a later filter what it may go by.
 *
 * Two statements in one transaction: the first locks the row. A statement that had to wait for the lock would still see
 * its old snapshot, and miss the event, with its values, of the writer it waited for. The events are locked by version, as
 * they are where they are numbered and where old ones are dropped: so nobody waits in a circle.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { pathsOf } from '../../campaign/condition.ts';
import { guardCte, guarded } from './guard.ts';
import { type OutcomeRow, type Refusal, readRefusal } from './outcome.ts';
import { visible } from './scope-sql.ts';
import type { LeadDatabase } from './tables.ts';

/** `versions`: the lead must have one of them; `undefined` for any. Returns why nothing was deleted, or nothing. */
export function deleteLead(
  db: LeadDatabase,
  grant: Grant,
  id: string,
  versions: readonly number[] | undefined,
): Promise<Refusal | undefined> {
  return db.transaction().execute(async (trx) => {
    const locked = (await lockStatement(grant, id, versions).execute(trx)).rows[0];
    const refused = readRefusal(locked);
    if (refused) return refused;
    const { rows } = await eraseStatement(grant, id).execute(trx);
    return readRefusal(rows[0]);
  });
}

type Row = Pick<OutcomeRow, 'current' | 'found' | 'matches'>;

/** Exported for the test that keeps its text. */
export function lockStatement(grant: Grant, id: string, versions: readonly number[] | undefined): RawBuilder<Row> {
  const matches = versions === undefined ? sql`true` : sql`o.version = any(${versions}::int[])`;
  return sql<Row>`
    with ${guardCte(grant)},
    old as materialized (select l.* from leads l where ${visible(grant)} and l.id = ${id}::uuid for update of l)
    select ${guarded} as current, o.id is not null as found, ${matches} as matches from guard left join old o on true`;
}

/** Exported for the test that keeps its text. */
export function eraseStatement(grant: Grant, id: string): RawBuilder<Row> {
  const { campaign, actor } = grant;
  const kept = [...new Set(campaign.filters.flatMap((filter) => [...pathsOf(filter.condition)]))];
  const keys = kept.filter((path) => path.startsWith('fields.')).map((path) => path.slice('fields.'.length));
  const strip = (state: RawBuilder<unknown>) => sql`
    jsonb_build_object('status', ${kept.includes('status') ? sql`${state} -> 'status'` : sql`null`},
      'external_id', ${kept.includes('external_id') ? sql`${state} -> 'external_id'` : sql`null`},
      'kept', ${JSON.stringify(kept)}::jsonb, 'values', coalesce((select jsonb_object_agg(v.key, v.value) from jsonb_each(${state} -> 'values') v where v.key = any(${keys}::text[])), '{}'))`;
  const ofLead = sql`jsonb_build_object('status', g.status, 'external_id', g.external_id, 'values', g.values)`;
  return sql<Row>`
    with ${guardCte(grant)},
    gone as (delete from leads l where ${visible(grant)} and l.id = ${id}::uuid returning l.*),
    known as materialized (
      select e.version from lead_events e join gone g on e.lead_id = g.id
      where e.campaign_id = ${campaign.id} order by e.version for update of e),
    erased as (
      update lead_events e set
        before = case when e.before is not null then ${strip(sql`e.before`)} end,
        after = case when e.after is not null then ${strip(sql`e.after`)} end
      from gone g, known k where e.campaign_id = g.campaign_id and e.lead_id = g.id and e.version = k.version),
    event as (
      insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
      select g.campaign_id, g.id, g.version + 1, 'deleted', clock_timestamp(), ${actor.kind}, ${actor.id}::uuid, ${strip(ofLead)}, null
      from gone g)
    select ${guarded} as current, g.id is not null as found, true as matches from guard left join gone g on true`;
}

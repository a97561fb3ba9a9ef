/**
 * Many changes of one lead within a batch, in their order, by one statement for all such leads. Each change has its own
 * outcome, version and event, as if it had been sent alone; only the row is written once. A statement for each of them would
 * keep a connection for seconds.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { keyColumnNames } from '../../campaign/key-columns.ts';
import { askedId } from './asked-leads.ts';
import type { RowSource } from './condition-sql.ts';
import { guardCte, guarded } from './guard.ts';
import { keysByColumn, keyValues } from './key-values.ts';
import { leadJson } from './lead-json.ts';
import type { OutcomeRow } from './outcome.ts';
import { fits, visible } from './scope-sql.ts';
import type { PatchOf } from './update-lead.ts';
import { multirangeOf } from './versions.ts';

const newRow: RowSource = {
  id: sql`n.id`,
  status: sql`n.new_status`,
  externalId: sql`n.external_id`,
  values: sql`n.new_values`,
  column: undefined,
};

/**
 * Which items of a batch are folded: changes of a lead that several items change, and that no other kind of item touches.
 * `names`: what each item touches, by its place; `isPlain`: whether it changes values and status alone.
 */
export function foldedPlaces(names: readonly (readonly string[])[], isPlain: (place: number) => boolean): Set<number> {
  const byName = new Map<string, number[]>();
  for (const [place, touched] of names.entries())
    for (const name of touched) {
      const places = byName.get(name) ?? [];
      byName.set(name, places);
      places.push(place);
    }
  const chains = [...byName.values()].filter((places) => places.length > 1 && places.every(isPlain));
  return new Set(chains.flat());
}

/** Patches without external ids, those of one lead in their order. Exported for the batch, and for the test that keeps its text. */
export function foldStatement(grant: Grant, patches: readonly PatchOf[]): RawBuilder<OutcomeRow> {
  const { campaign, actor } = grant;
  const rows = patches.map(({ id, status, values, versions }, ord) => ({
    ord,
    lead_id: id,
    to_status: status ?? null,
    patch: values,
    versions: multirangeOf(versions),
  }));
  const keys = keyValues(sql`s.values`, sql`s.keys`).map(
    (value, i) => sql`${sql.ref(keyColumnNames[i] ?? '')} = ${value}`,
  );
  const state = (status: string, values: string) =>
    sql`jsonb_build_object('status', ${sql.ref(status)}, 'external_id', j.external_id, 'values', ${sql.ref(values)})`;
  return sql<OutcomeRow>`
    with recursive ${guardCte(grant)},
    input as materialized (
      select i.*, row_number() over (partition by i.lead_id order by i.ord) as step
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as i(ord int, lead_id uuid, to_status text, patch jsonb, versions int8multirange)),
    old as materialized (
      select l.* from leads l where ${visible(grant)} and l.id = any(array(select ${askedId(grant, sql`i.lead_id`)} from input i)) order by l.id for update of l),
    steps as (
      select o.campaign_id, o.id, 0::bigint as step, o.status, o.external_id, o.values, o.version, o.created_at, o.updated_at,
        o.status as old_status, o.values as old_values, true as matches, true as fits, false as changed
      from old o
      union all
      select n.campaign_id, n.id, n.step + 1, case when t.applies then n.new_status else n.status end collate "C", n.external_id,
        case when t.applies then n.new_values else n.values end, n.version + t.applies::int, n.created_at,
        case when t.applies then greatest(clock_timestamp(), n.updated_at)::timestamptz(3) else n.updated_at end,
        n.status, n.values, t.matches, t.fits, t.applies
      from (
        select s.*, i.versions, coalesce(i.to_status, s.status) collate "C" as new_status, jsonb_strip_nulls(s.values || i.patch) as new_values
        from steps s join input i on i.lead_id = s.id and i.step = s.step + 1) n,
      lateral (select n.versions is null or n.versions @> n.version::bigint as matches, ${fits(grant, newRow)} as fits,
        (n.new_status, n.new_values) is distinct from (n.status, n.values) as differs) j,
      lateral (select j.matches, j.fits, j.matches and j.fits and j.differs as applies) t),
    last as materialized (
      select distinct on (s.id) s.*, ${keysByColumn(campaign)}::text[] as keys from steps s order by s.id, s.step desc),
    written as (
      update leads l set status = s.status, values = s.values, version = s.version, updated_at = s.updated_at, ${sql.join(keys)}
      from last s join old o on o.id = s.id
      where l.campaign_id = s.campaign_id and l.id = s.id and s.version > o.version),
    event as (
      insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after)
      select j.campaign_id, j.id, j.version, 'updated', clock_timestamp(), ${actor.kind}, ${actor.id}::uuid,
        ${state('j.old_status', 'j.old_values')}, ${state('j.status', 'j.values')}
      from steps j where j.changed)
    select i.ord, ${guarded} as current, j.id is not null as found, j.matches, j.fits, false as taken, j.changed, j.id, j.version,
      case when j.id is not null then ${leadJson(campaign, 'j')} end as json
    from input i left join steps j on j.id = i.lead_id and j.step = i.step`;
}

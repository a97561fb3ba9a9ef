/**
 * The duplicate check as SQL: finds the lead that a new one is equal to, by the keys of `campaign/duplicates`. Every lookup is a
 * probe of the index on keys, behind the optimisation fence `offset 0`. With the campaign or the scope beside the probe, the planner
 * would scan all of that whenever statistics lag behind the leads, because it expects a containment to match one row in a hundred.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Campaign, DuplicateRule } from '../../campaign/definition.ts';
import { hasKeysFor, type MatchKeys, matchKeysOf, probesOf } from '../../campaign/duplicates.ts';
import { isDistributed } from '../../database/citus-dialect.ts';
import { firstIdAt } from '../../ids/ids.ts';
import { guardCte, guardHolds } from './guard.ts';
import type { NewLead } from './insert-leads.ts';
import { visible } from './scope.ts';
import type { WriteForm } from './split-writes.ts';
import type { LeadDatabase } from './tables.ts';

const day = 86_400_000;

/**
 * The columns of the input that find equal leads of a new one: the probes, as JSON for `probes jsonb`, and `since uuid`, the first id that
 * the rule looks back to; `undefined` if it looks back to all.
 */
export function probeColumns({ duplicateRule: rule }: Campaign, keys: MatchKeys | undefined, createdAt: number) {
  return {
    probes: rule && keys ? probesOf(rule, keys) : [],
    since: rule && rule.withinDays !== null ? firstIdAt(createdAt - rule.withinDays * day) : undefined,
  };
}

export interface DuplicateColumns {
  /** The visible lead that the input row `i` is a duplicate of, or null. */
  readonly seen: RawBuilder<string | null>;
  /** The same among all leads of the campaign. */
  readonly known: RawBuilder<string | null>;
  /** Whether the rule refuses the row `j`, which has both as columns. */
  readonly rejected: RawBuilder<boolean>;
}

export function duplicateColumns(grant: Grant, form: WriteForm): DuplicateColumns {
  const rule = grant.campaign.duplicateRule;
  if (!rule) return { seen: sql`null::uuid`, known: sql`null::uuid`, rejected: sql`false` };
  const probed = probedLeads(grant, form === 'split');
  return {
    seen: findEqual(rule, visible(grant), probed),
    known: findEqual(rule, sql`l.campaign_id = ${grant.campaign.id} and ${guardHolds}`, probed),
    rejected:
      rule.action === 'reject'
        ? rule.reach === 'visible'
          ? sql`j.seen is not null`
          : sql`j.known is not null`
        : sql`false`,
  };
}

/**
 * The leads that a probe goes through, as a condition. On a cluster the campaign names the node, and there the index of keys begins with
 * the campaign.
 */
const probedLeads = ({ campaign }: Grant, isSplit: boolean): RawBuilder<unknown> =>
  isSplit ? sql`l.campaign_id = ${campaign.id} and ${guardHolds}` : guardHolds;

function findEqual(
  rule: DuplicateRule,
  among: RawBuilder<unknown>,
  probed: RawBuilder<unknown>,
): RawBuilder<string | null> {
  const since = rule.withinDays === null ? sql`` : sql` and l.id >= i.since`;
  return sql`(
      with equal as materialized (
        select l.id from jsonb_array_elements(i.probes) p(probe),
          lateral (select l.* from leads l where ${probed} and l.match_keys @> p.probe offset 0) l
        where ${among}${since})
      select e.id from equal e limit 1)`;
}

/**
 * Whether an announced rule would refuse one of these leads, which were just created; each is compared with the leads before it.
 * Says no until all leads have keys: without them each lookup would read the whole campaign. Says no for a stale grant too, because
 * the leads are already written.
 */
export async function wouldRefuse(
  db: LeadDatabase,
  grant: Grant,
  rule: DuplicateRule,
  leads: readonly NewLead[],
): Promise<boolean> {
  const { campaign } = grant;
  if (rule.action !== 'reject' || !hasKeysFor(campaign, rule)) return false;
  const input = leads.flatMap(({ id, createdAt, values }) => {
    const keys = matchKeysOf(campaign, values);
    const since = rule.withinDays === null ? 0 : createdAt - rule.withinDays * day;
    return keys ? probesOf(rule, keys).map((probe) => ({ id, since: firstIdAt(since), probe })) : [];
  });
  if (input.length === 0) return false;
  const among = rule.reach === 'visible' ? visible(grant) : sql`l.campaign_id = ${campaign.id}`;
  const { rows } = await sql<{ refused: boolean }>`
    with ${guardCte(grant)}
    select exists (
      select from jsonb_to_recordset(${JSON.stringify(input)}::jsonb) as i(id uuid, since uuid, probe jsonb),
        lateral (select l.* from leads l where ${probedLeads(grant, isDistributed(db))} and l.match_keys @> i.probe offset 0) l
      where ${among} and l.id < i.id and l.id >= i.since) as refused`.execute(db);
  return rows[0]?.refused === true;
}

/**
 * The rule on duplicates as SQL: which lead a new one is equal to. The look is an index probe by key: keys are a campaign's own
 * (see `campaign/duplicates`), so they are looked for by themselves, behind a fence (`offset 0`). Beside anything else that an
 * index could serve, such as the campaign or the scope, the planner would walk through all of that whenever its statistics
 * are older than the leads: it takes a containment for one row in a hundred.
 *
 * Whether a rule on duplicates that is announced would refuse leads that were just created. It looks by the keys of leads, so only
 * once all of them have those: without keys each look would read the whole campaign.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Campaign, DuplicateRule } from '../../campaign/definition.ts';
import { hasKeysFor, type MatchKeys, matchKeysOf, probesOf } from '../../campaign/duplicates.ts';
import { firstIdAt } from '../../ids/ids.ts';
import { guardCte, guarded } from './guard.ts';
import type { NewLead } from './insert-leads.ts';
import { visible } from './scope.ts';
import type { LeadDatabase } from './tables.ts';

const day = 86_400_000;

/** What a new lead is looked for by: the probes as JSON, for a column `probes jsonb` of the input. */
export function probesColumn({ duplicateRule }: Campaign, keys: MatchKeys | undefined): unknown {
  return duplicateRule && keys ? probesOf(duplicateRule, keys) : [];
}

export interface DuplicateColumns {
  /** The visible lead that the input row `i` is a duplicate of, or null. */
  readonly seen: RawBuilder<string | null>;
  /** The same among all leads of the campaign. */
  readonly known: RawBuilder<string | null>;
  /** Whether the row `j`, which has both, is refused for it. */
  readonly rejected: RawBuilder<boolean>;
}

export function duplicateColumns(grant: Grant, createdAt: number): DuplicateColumns {
  const rule = grant.campaign.duplicateRule;
  if (!rule) return { seen: sql`null::uuid`, known: sql`null::uuid`, rejected: sql`false` };
  return {
    seen: findEqual(rule, createdAt, visible(grant)),
    known: findEqual(rule, createdAt, sql`l.campaign_id = ${grant.campaign.id} and ${guarded}`),
    rejected:
      rule.action === 'reject'
        ? rule.reach === 'visible'
          ? sql`j.seen is not null`
          : sql`j.known is not null`
        : sql`false`,
  };
}

function findEqual(rule: DuplicateRule, createdAt: number, among: RawBuilder<unknown>): RawBuilder<string | null> {
  const since =
    rule.withinDays === null ? sql`` : sql` and l.id >= ${firstIdAt(createdAt - rule.withinDays * day)}::uuid`;
  return sql`(
      with equal as materialized (
        select l.id from jsonb_array_elements(i.probes) p(probe),
          lateral (select l.* from leads l where ${guarded} and l.match_keys @> p.probe offset 0) l
        where ${among}${since})
      select e.id from equal e limit 1)`;
}

/** Each is compared with those before it. Never throws `StaleGrant`, for the leads are written: it then says no. */
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
        lateral (select l.* from leads l where ${guarded} and l.match_keys @> i.probe offset 0) l
      where ${among} and l.id < i.id and l.id >= i.since) as refused`.execute(db);
  return rows[0]?.refused === true;
}

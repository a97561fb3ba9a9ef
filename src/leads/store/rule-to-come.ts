/**
 * Whether a rule on duplicates that is announced would refuse leads that were just created. It looks by the keys of leads, so only
 * once all of them have those: without keys each look would read the whole campaign.
 */
import { sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { DuplicateRule } from '../../campaign/definition.ts';
import { hasKeysFor, matchKeysOf, probesOf } from '../../campaign/duplicates.ts';
import { firstIdAt } from '../../ids/ids.ts';
import type { NewLead } from './create-lead.ts';
import { guardCte, guarded } from './guard.ts';
import { visible } from './scope-sql.ts';
import type { LeadDatabase } from './tables.ts';

const day = 86_400_000;

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

/** Finds which past creations another duplicate rule would have refused, by comparing the created leads with each other. */
import type { Scope } from '../../access/grant.ts';
import { holds } from '../../campaign/condition/evaluate.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { claimOfProbe, matchKeysOf, probesOf } from '../../campaign/duplicates.ts';
import type { StateAfter } from '../../campaign/sent-shape.ts';
import { timeOfId } from '../../ids/ids.ts';
import type { Turns } from '../../operation/turns.ts';
import { stateKey } from '../../validation/hindsight.ts';
import type { PastRequests } from './past-requests.ts';

const dayMs = 86_400_000;

/** Returns ids of requests. `scopes`: the scope of each token. */
export async function duplicatesAmong(
  campaign: Campaign,
  { requests, states }: PastRequests,
  scopes: ReadonlyMap<string, Scope>,
  turns: Turns,
): Promise<ReadonlySet<string>> {
  const rule = campaign.duplicateRule;
  const refused = new Set<string>();
  if (rule?.action !== 'reject') return refused;
  const created = new Map<string, StateAfter[]>();
  const sees = (scope: Scope | undefined, state: StateAfter) =>
    scope?.kind === 'everything' ||
    (scope?.kind === 'condition' && holds(campaign, scope.condition, { ...state, created_at: createdAt(state) }));
  for (const { id, tokenId, sent } of requests) {
    if (turns.isOver()) await turns.pass();
    for (const write of (sent.writes ?? []).filter(({ as }) => as === 'createLead')) {
      const state = states.get(stateKey(write));
      const keys = state && !state.erased && matchKeysOf(campaign, { ...emptyOf(rule.fields), ...state.values });
      if (!state || !keys) continue;
      const probes = probesOf(rule, keys).map((probe) => claimOfProbe(probe).toString('base64'));
      const since = rule.withinDays === null ? 0 : timeOfId(state.lead) - rule.withinDays * dayMs;
      const equal = probes.flatMap((probe) => created.get(probe) ?? []).filter(({ lead }) => timeOfId(lead) >= since);
      if (equal.some((other) => rule.reach === 'campaign' || sees(scopes.get(tokenId), other))) refused.add(id);
      else for (const probe of probes) created.set(probe, [...(created.get(probe) ?? []), state]);
    }
  }
  return refused;
}

const createdAt = ({ lead }: StateAfter): string => new Date(timeOfId(lead)).toISOString();

const emptyOf = (fields: readonly string[]) => Object.fromEntries(fields.map((key) => [key, null]));

/** The lead store for the Management API: each function runs under a grant of the member for the whole campaign. */
import { type Actor, type Grant, grantOfMember } from '../access/grant.ts';
import type { Condition } from '../campaign/condition/condition.ts';
import type { Campaign } from '../campaign/definition.ts';
import { loadCampaign } from '../campaign/load.ts';
import type { LeadVersion } from '../campaign/sent-shape.ts';
import type { Database } from '../database/connection.ts';
import { moveStatus } from '../leads/store/campaign-wide/move-status.ts';
import { campaignSizes, countByStatus, countHaving, previewScope } from '../leads/store/counts.ts';
import { statesAfter } from '../leads/store/events.ts';
import { retryStale } from '../leads/store/guard.ts';
import { existingLeads } from '../leads/store/read-leads.ts';
import { notFound } from '../problem/problem.ts';

/** Leads in the preview of a filter. */
const sampleSize = 10;
/** How often a function runs when the definition keeps changing. */
const attempts = 3;

export type LeadsOfMember = ReturnType<typeof leadsOfMember>;

export function leadsOfMember(db: Database) {
  /** Runs under a grant for the leads that the condition matches, or for the whole campaign; again if the definition has changed. */
  const underGrant = async <T>(
    campaign: Campaign,
    condition: Condition | undefined,
    actor: Actor,
    run: (grant: Grant) => Promise<T>,
  ): Promise<T> => {
    let current = campaign;
    return retryStale(
      async () => run(grantOfMember(actor, current, 'read', condition)),
      async (stale, attempt) => {
        if (attempt === attempts) throw stale;
        const read = await loadCampaign(db, { id: campaign.id });
        if (!read) throw notFound('campaign');
        current = read;
      },
    );
  };
  return {
    /** Number of leads by the id of the campaign, counted to a bound; and the time of the newest lead. */
    sizes: (ids: readonly string[]) => campaignSizes(db, ids),
    previewFilter: (campaign: Campaign, condition: Condition, actor: Actor) =>
      underGrant(campaign, condition, actor, (grant) => previewScope(db, grant, { limit: sampleSize })),
    /** Number of leads that the condition matches, counted to a bound. */
    countHaving: (campaign: Campaign, condition: Condition, actor: Actor) =>
      underGrant(campaign, condition, actor, (grant) => countHaving(db, grant)),
    /** Leads as their writes left them, if their events are still there. */
    statesAfter: (campaign: Campaign, versions: readonly LeadVersion[], actor: Actor) =>
      underGrant(campaign, undefined, actor, (grant) => statesAfter(db, grant, versions)),
    /** Ids of the leads that still exist. */
    existing: (leads: Parameters<typeof existingLeads>[1]) => existingLeads(db, leads),
    countByStatus,
    /** Returns how many leads were moved. Runs under the lock of the campaign's head. */
    moveStatus,
  };
}

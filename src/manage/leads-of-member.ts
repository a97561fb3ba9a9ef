/** The lead store as the Management API gets it: under a member's grant for the whole campaign. */
import { type Actor, type Grant, grantOfMember } from '../access/grant.ts';
import type { Condition } from '../campaign/condition/condition.ts';
import type { Campaign } from '../campaign/definition.ts';
import { loadCampaign } from '../campaign/load.ts';
import type { Database } from '../database/connection.ts';
import { campaignSizes, countByStatus, countHaving, previewScope } from '../leads/store/counts.ts';
import { statesAfter } from '../leads/store/events.ts';
import { retryStale } from '../leads/store/guard.ts';
import { moveStatus } from '../leads/store/patch-leads.ts';
import { existingLeads } from '../leads/store/read-leads.ts';
import { notFound } from '../problem/problem.ts';
import type { LeadsOfCampaign } from './context.ts';

const sampleSize = 10;
const attempts = 3;

export function leadsForManage(db: Database): LeadsOfCampaign {
  /**
   * Runs `run` under a grant for the condition, or for the whole campaign. Runs it again if the definition has changed
   * meanwhile.
   */
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
    sizes: (ids) => campaignSizes(db, ids),
    previewFilter: (campaign, condition, actor) =>
      underGrant(campaign, condition, actor, (grant) => previewScope(db, grant, { limit: sampleSize })),
    countHaving: (campaign, condition, actor) =>
      underGrant(campaign, condition, actor, (grant) => countHaving(db, grant)),
    statesAfter: (campaign, versions, actor) =>
      underGrant(campaign, undefined, actor, (grant) => statesAfter(db, grant, versions)),
    existing: (leads) => existingLeads(db, leads),
    countByStatus,
    moveStatus,
  };
}

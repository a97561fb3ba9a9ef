/** The lead store as the Management API is given it: under a grant of the member for the whole campaign. */
import { grantOfMember } from '../access/grant.ts';
import { loadCampaign } from '../campaign/load.ts';
import type { Database } from '../database/connection.ts';
import { campaignSizes } from '../leads/store/campaign-sizes.ts';
import { StaleGrant } from '../leads/store/guard.ts';
import { previewScope } from '../leads/store/preview.ts';
import { countByStatus, moveStatus } from '../leads/store/statuses.ts';
import type { LeadsOfCampaign } from '../manage/context.ts';
import { notFound } from '../problem/problem.ts';

const shown = 10;
const tries = 3;

export function leadsForManage(db: Database): LeadsOfCampaign {
  return {
    async previewFilter(campaign, condition, actor) {
      let current = campaign;
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await previewScope(db, grantOfMember(actor, current, 'read', condition), { limit: shown });
        } catch (error) {
          if (!(error instanceof StaleGrant) || attempt === tries) throw error;
          const read = await loadCampaign(db, { id: campaign.id });
          if (!read) throw notFound('campaign');
          current = read;
        }
      }
    },
    sizes: (ids) => campaignSizes(db, ids),
    countByStatus,
    moveStatus,
  };
}

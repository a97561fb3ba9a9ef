/**
 * Campaigns as this process last read them. An entry may be old, so code that responds from an entry runs the guard; if the
 * guard fails, it forgets the entry and reads again. Missing and archived campaigns are never cached.
 */
import { LRUCache } from 'lru-cache';
import type { Database } from '../database/connection.ts';
import type { Campaign } from './definition.ts';
import { loadCampaign } from './load.ts';

export interface CampaignCache {
  bySlug(slug: string): Promise<Campaign | undefined>;
  byId(id: string): Promise<Campaign | undefined>;
  forget(campaign: Pick<Campaign, 'id'>): void;
}

/** `max`: the largest number of cached campaigns. */
export function createCampaignCache(db: Database, max = 2_000): CampaignCache {
  const campaigns = new LRUCache<string, Campaign>({ max });
  const idOfSlug = new LRUCache<string, string>({ max });
  const keep = (campaign: Campaign | undefined) => {
    // A token cannot reach an archived campaign, and no guard would notice that it came back.
    if (!campaign || campaign.archived) return campaign;
    campaigns.set(campaign.id, campaign);
    idOfSlug.set(campaign.slug, campaign.id);
    return campaign;
  };
  return {
    async bySlug(slug) {
      const id = idOfSlug.get(slug);
      return (id && campaigns.get(id)) || keep(await loadCampaign(db, { slug }));
    },
    async byId(id) {
      return campaigns.get(id) ?? keep(await loadCampaign(db, { id }));
    },
    forget(campaign) {
      campaigns.delete(campaign.id);
    },
  };
}

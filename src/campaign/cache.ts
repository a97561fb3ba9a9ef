/**
 * Campaigns as this process last read them. An entry may be old: whoever answers from it runs the guard, and on a
 * failure forgets the entry and reads again. What is not there, or is archived, is never remembered.
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

/** `max`: how many campaigns are kept. */
export function createCampaignCache(db: Database, max = 2_000): CampaignCache {
  const campaigns = new LRUCache<string, Campaign>({ max });
  const idOfSlug = new LRUCache<string, string>({ max });
  const keep = (campaign: Campaign | undefined) => {
    // An archived one is as good as none for a token, and no guard stands behind that.
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

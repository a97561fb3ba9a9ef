/**
 * Things that several parts need and that take long to make, so they are made on first use: many campaigns of forty fields, each with a
 * vendor's token and as many leads as fill a page, and one campaign with very many leads.
 */
import type { Campaign } from '../../src/campaign/definition.ts';
import { type Bench, type Filled, makeFilled } from './bench.ts';
import { fill, makeCampaign, makeToken } from './data.ts';
import { options } from './options.ts';

export interface Small {
  readonly campaign: Campaign;
  readonly headers: Readonly<Record<string, string>>;
  readonly ids: readonly string[];
}

let made: Promise<readonly Small[]> | undefined;

export function manyCampaigns(bench: Bench): Promise<readonly Small[]> {
  made ??= makeMany(bench);
  return made;
}

let large: Promise<Filled> | undefined;

export function largeCampaign({ place, accountId }: Bench): Promise<Filled> {
  large ??= makeFilled(place, accountId, 'large', options.large);
  return large;
}

async function makeMany({ place, accountId }: Bench): Promise<readonly Small[]> {
  const { db, pool } = place.connection;
  const all: Small[] = [];
  for (let i = 0; i < options.many; i += 1) {
    const campaign = await makeCampaign(db, accountId, `many-${i}`, 40);
    const ids = await fill(db, campaign, 60, 1);
    all.push({ campaign, headers: await makeToken(db, campaign, 'filter'), ids });
  }
  await pool.query('vacuum analyze leads, lead_events');
  return all;
}

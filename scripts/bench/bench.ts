/** The things that the parts of a run share: the place, and one campaign with a vendor's token and one for all of it. */
import type { Campaign } from '../../src/campaign/definition.ts';
import { fill, makeAccount, makeCampaign, makeToken } from './data.ts';
import { options } from './options.ts';
import type { Place } from './place.ts';

export interface Bench {
  readonly place: Place;
  readonly accountId: string;
  readonly main: Filled;
}

/** A campaign with leads. */
export interface Filled {
  readonly campaign: Campaign;
  /** Headers of a token that sees a tenth of the leads, those with `ids`, and of one that sees all. */
  readonly vendor: Readonly<Record<string, string>>;
  readonly all: Readonly<Record<string, string>>;
  readonly ids: readonly string[];
}

export async function prepare(place: Place): Promise<Bench> {
  const { db } = place.connection;
  const accountId = await makeAccount(db);
  return { place, accountId, main: await makeFilled(place, accountId, 'bench', options.leads) };
}

export async function makeFilled(place: Place, accountId: string, slug: string, leads: number): Promise<Filled> {
  const { db, pool } = place.connection;
  const campaign = await makeCampaign(db, accountId, slug);
  const ids = await fill(db, campaign, leads);
  const [vendor, all] = [await makeToken(db, campaign, 'filter'), await makeToken(db, campaign, 'campaign')];
  await pool.query('vacuum analyze leads, lead_events');
  return { campaign, vendor, all, ids };
}

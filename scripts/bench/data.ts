/** The bench's accounts, campaigns, tokens and leads. Tokens have no limit: what is measured is not how one is refused. */
import { createAccount } from '../../src/access/members.ts';
import { createToken, revealSecret } from '../../src/access/tokens.ts';
import { createVault } from '../../src/access/vault.ts';
import { createWholeCampaign } from '../../src/campaign/create.ts';
import type { Campaign } from '../../src/campaign/definition.ts';
import { loadCampaign } from '../../src/campaign/load.ts';
import { sealingKey } from '../../src/config.ts';
import type { Database } from '../../src/database/connection.ts';
import { type DemoCampaign, field } from '../../src/demo/demo-campaign.ts';
import { demoLeads } from '../../src/demo/leads.ts';
import { solarDk } from '../../src/demo/solar-dk.ts';
import { newId } from '../../src/ids/ids.ts';
import { fillKeyColumns } from '../../src/leads/store/campaign-wide/fill-keys.ts';
import { seedLeads } from '../../src/leads/store/insert-leads.ts';
import { secret } from './place.ts';

export const vault = createVault([sealingKey(secret)]);

/** `name`: of an account beside the bench's own. */
export const makeAccount = (db: Database, name = 'bench'): Promise<string> =>
  db.transaction().execute(async (trx) => {
    const password = 'nobody signs in here';
    const owner = { name, email: `${name}@example.com`, ownerName: name };
    return (await createAccount(trx, { ...owner, password })).accountId;
  });

/** The demo's campaign, with its seventeen fields repeated under other names until there are `fields` of them. */
export async function makeCampaign(
  db: Database,
  accountId: string,
  slug: string,
  fields = solarDk.fields.length,
): Promise<Campaign> {
  const all = Array.from({ length: fields }, (_, i) => {
    const field = solarDk.fields[i % solarDk.fields.length];
    if (!field) throw new Error('the demo has no fields');
    if (i < solarDk.fields.length) return field;
    return { ...field, key: `${field.key}_${i}`, label: `${field.label} ${i}`, searchable: false, required: false };
  });
  return createCampaign(db, accountId, { slug, fields: all });
}

/** The demo's campaign with 20 more selects of 1,000 options each, and a field for each of them. */
export function makeHugeCampaign(db: Database, accountId: string, slug: string): Promise<Campaign> {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  const option = (i: number) => ({ value: `option-${i}`, label: `Option number ${i}`, archived: false });
  const selects = numbers(20).map((i) => ({
    key: `list_${i}`,
    label: `List ${i}`,
    options: numbers(1_000).map(option),
  }));
  const chosen = selects.map(({ key, label }) => field(`${key}_choice`, 'select', label, { select: key }));
  const whole = { fields: [...solarDk.fields, ...chosen], selects: [...solarDk.selects, ...selects] };
  return createCampaign(db, accountId, { slug, ...whole });
}

async function createCampaign(
  db: Database,
  accountId: string,
  { slug, ...rest }: Pick<DemoCampaign, 'slug'> & Partial<DemoCampaign>,
): Promise<Campaign> {
  const plan = { ...solarDk, slug, name: slug, defaultCountry: solarDk.default_country, ...rest };
  const { id } = await db.transaction().execute((trx) => createWholeCampaign(trx, accountId, plan));
  await fillKeyColumns(db);
  const campaign = await loadCampaign(db, { id });
  if (!campaign) throw new Error('the campaign is gone');
  return campaign;
}

const noLimits = { requestsPerMinute: 0, writesPerMinute: 0 };

/** The header of a token that reads and writes: by the vendor's filter, or all of the campaign or of the account. */
export async function makeToken(
  db: Database,
  campaign: Campaign,
  scope: 'account' | 'campaign' | 'filter',
  limits: { readonly requestsPerMinute: number | null; readonly writesPerMinute: number | null } = noLimits,
): Promise<{ readonly authorization: string }> {
  const shown = await db.transaction().execute(async (trx) => {
    const id = await createToken(trx, vault, {
      accountId: campaign.accountId,
      scope,
      campaignId: scope === 'account' ? null : campaign.id,
      filterId: scope === 'filter' ? vendorFilter(campaign) : null,
      name: 'bench',
      permission: 'read_write',
      ...limits,
      createdBy: null,
    });
    return revealSecret(trx, vault, id);
  });
  return { authorization: `Bearer ${shown}` };
}

/** The filter of the vendor whose leads `fill` tells the ids of. */
function vendorFilter({ filters }: Campaign): string {
  const filter = filters.find(({ condition }) => JSON.stringify(condition).includes('vendor-xyz'));
  if (!filter) throw new Error('the campaign has no filter of the vendor');
  return filter.id;
}

const mostAtOnce = 5_000;

/** Fills the campaign with leads a second apart, one in `oneIn` of the vendor's filter; the ids of those. */
export async function fill(db: Database, campaign: Campaign, count: number, oneIn = 10): Promise<readonly string[]> {
  const made = demoLeads(solarDk, { count: Math.min(count, mostAtOnce), now: new Date(), seed: 7 });
  const ids: string[] = [];
  for (let done = 0; done < count; done += made.length) {
    const rows = made.slice(0, count - done).map(({ status, values }, i) => {
      const mine = i % oneIn === 0;
      const createdAt = Date.now() - (count - done - i) * 1_000;
      const id = newId(createdAt);
      if (mine) ids.push(id);
      const source = mine ? 'vendor-xyz' : 'nordic-leads';
      return { id, createdAt, status, externalId: null, values: { ...values, source } };
    });
    await seedLeads(db, campaign, { kind: 'system', id: null }, rows);
  }
  return ids;
}

/** A body that a vendor would send. */
export const lead = {
  fields: { name: 'Anna Jensen', email: 'anna@example.com', phone: '+4520123456', zip: '5000', roof_type: 'tile' },
};

/** Writes the demo account's campaigns, tokens and leads into the database, and finds them at later starts. */
import { createToken, revealSecret } from '../access/tokens.ts';
import type { Vault } from '../access/vault.ts';
import { createWholeCampaign } from '../campaign/create.ts';
import type { Campaign } from '../campaign/definition.ts';
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import { newId } from '../ids/ids.ts';
import { seedLeads } from '../leads/store/insert-leads.ts';
import { demoAccount } from './demo-account.ts';
import type { DemoCampaign } from './demo-campaign.ts';
import { demoLeads } from './leads.ts';

/** The id of the demo's account, so that no other campaign is ever mistaken for the demo. */
export const demoAccountId = '00000000-0000-7000-8000-00000000de30';

export async function seedDemo(trx: DatabaseTransaction, vault: Vault, now: Date): Promise<void> {
  const accountId = demoAccountId;
  const rest = { accountId, createdBy: null };
  for (const { definition, leads, seed } of demoAccount.campaigns) {
    const campaign = await createWholeCampaign(trx, accountId, {
      ...definition,
      defaultCountry: definition.default_country,
    });
    await insertDemoLeads(trx, campaign, definition, { count: leads, now, seed });
    for (const { name, permission, filter } of definition.tokens) {
      const filterId = campaign.filters.find((f) => f.name === filter)?.id;
      if (filterId === undefined) throw new Error(`the demo's token ${name} has an unknown filter`);
      await createToken(trx, vault, { ...rest, scope: 'filter', campaignId: campaign.id, filterId, name, permission });
    }
  }
  await createToken(trx, vault, {
    ...rest,
    scope: 'account',
    campaignId: null,
    filterId: null,
    ...demoAccount.broadToken,
  });
}

async function insertDemoLeads(
  trx: DatabaseTransaction,
  campaign: Campaign,
  definition: DemoCampaign,
  options: { count: number; now: Date; seed: number },
): Promise<void> {
  const rows = demoLeads(definition, options).map(({ createdAt, status, external_id, values }) => {
    const at = createdAt.getTime();
    return { id: newId(at), createdAt: at, status, externalId: external_id, values };
  });
  await seedLeads(trx, campaign, { kind: 'system', id: null }, rows);
}

export interface DemoVendor {
  readonly name: string;
  readonly docsId: string;
  readonly permission: 'read' | 'read_write';
  readonly secret: string;
}

/** The vendors of the demo's first campaign whose tokens still work; empty if there is no demo. */
export async function findDemoVendors(db: Database, vault: Vault): Promise<readonly DemoVendor[]> {
  const rows = await db
    .selectFrom('tokens')
    .innerJoin('campaigns', 'campaigns.id', 'tokens.campaign_id')
    .select(['tokens.id', 'tokens.name', 'tokens.docs_id', 'tokens.permission'])
    .where('tokens.account_id', '=', demoAccountId)
    .where('campaigns.slug', '=', demoAccount.campaigns[0]?.definition.slug ?? '')
    .where('campaigns.deleted_at', 'is', null)
    .where('tokens.name', 'in', demoAccount.campaigns[0]?.definition.tokens.map((token) => token.name) ?? [])
    .where('tokens.revoked_at', 'is', null)
    .where('tokens.paused', '=', false)
    .orderBy('tokens.id')
    .execute();
  return Promise.all(
    rows.map(async ({ id, name, docs_id, permission }) => ({
      name,
      docsId: docs_id,
      permission,
      secret: await revealSecret(db, vault, id),
    })),
  );
}

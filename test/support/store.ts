/** The lead store without HTTP: a database, a campaign, grants made as tokens get them, and the stored events. */
import { type Grant, grantOfToken } from '../../src/access/grant.ts';
import { hashSecret } from '../../src/access/token-format.ts';
import { findBySecret } from '../../src/access/tokens.ts';
import { createVault } from '../../src/access/vault.ts';
import type { Campaign } from '../../src/campaign/definition.ts';
import { loadCampaign } from '../../src/campaign/load.ts';
import { type Connection, connect } from '../../src/database/connection.ts';
import { newId } from '../../src/ids/ids.ts';
import type { NewLead } from '../../src/leads/store/insert-leads.ts';
import { checkKeyColumns } from '../../src/leads/store/key-columns.ts';
import { bindLeadStore, type LeadStore } from '../../src/leads/store/store.ts';
import { type LeadDatabase, withLeads } from '../../src/leads/store/tables.ts';
import {
  type CampaignPlan,
  insertAccount,
  insertCampaign,
  insertToken,
  solarPlan,
  type TestToken,
} from './campaigns.ts';
import { createTestDatabase } from './database.ts';
import { testKeys } from './server.ts';

export interface StoreFixture {
  readonly connection: Connection;
  readonly leads: LeadDatabase;
  readonly campaign: Campaign;
  token(filter?: string): Promise<TestToken>;
  /** The token's current grant, with everything read again. */
  grant(token: TestToken): Promise<Grant>;
  store(token: TestToken): Promise<LeadStore>;
  events(leadId: string): Promise<readonly { kind: string; version: number; before: unknown; after: unknown }[]>;
  stop(): Promise<void>;
}

export async function createStoreFixture(plan: CampaignPlan = solarPlan): Promise<StoreFixture> {
  const database = await createTestDatabase();
  const connection = connect({ ...database, connections: 55, onError: () => undefined, connectWithinMs: 60_000 });
  const { db } = connection;
  const vault = createVault(testKeys);
  const accountId = await insertAccount(db);
  const campaign = await insertCampaign(db, accountId, plan);
  const leads = withLeads(db);
  const grant = async (token: TestToken) => {
    const presented = await findBySecret(db, hashSecret(token.secret));
    const current = await loadCampaign(db, { id: campaign.id });
    const made = presented && current && grantOfToken(presented, current);
    if (!made) throw new Error('the token has no grant');
    return made;
  };
  return {
    connection,
    leads,
    campaign,
    token: (filter) => insertToken(db, vault, { accountId, campaign, ...(filter !== undefined && { filter }) }),
    grant,
    store: async (token) => bindLeadStore(db, await grant(token)),
    events: (leadId) =>
      leads
        .selectFrom('lead_events')
        .select(['kind', 'version', 'before', 'after'])
        .where('lead_id', '=', leadId)
        .orderBy('version')
        .execute(),
    async stop() {
      const mismatches = await checkKeyColumns(db);
      await connection.close();
      await database.drop();
      if (mismatches.length > 0) throw new Error(`key columns differ from their values: ${JSON.stringify(mismatches)}`);
    },
  };
}

export function aLead(rest: Partial<NewLead> = {}): NewLead {
  const createdAt = Date.now();
  return {
    id: newId(createdAt),
    createdAt,
    status: 'new',
    externalId: null,
    values: { name: 'Anna', email: 'anna@example.com', source: 'vendor-xyz' },
    ...rest,
  };
}

/**
 * `const v = await startVendors()`: a server with one campaign, two vendors with a token each, a token for the whole
 * campaign, and a broad token. `stop()` also compares every key column with its values.
 */

import type { Permission } from '../../src/access/tokens.ts';
import type { Campaign } from '../../src/campaign/definition.ts';
import type { Database } from '../../src/database/connection.ts';
import { checkKeyColumns } from '../../src/leads/store/key-columns.ts';
import {
  type CampaignPlan,
  insertAccount,
  insertCampaign,
  insertToken,
  solarPlan,
  type TestToken,
} from './campaigns.ts';
import { type Client, client } from './client.ts';
import { type ServerOptions, startServer, type TestServer } from './server.ts';

interface TokenOptions {
  readonly filter?: string;
  readonly permission?: Permission;
  /** A token for the account. */
  readonly broad?: boolean;
  /** `null`: the installation's limit; 0: no limit. */
  readonly requestsPerMinute?: number | null;
  readonly writesPerMinute?: number | null;
  readonly notes?: string | null;
}

export interface Vendors {
  readonly server: TestServer;
  readonly db: Database;
  readonly accountId: string;
  readonly campaign: Campaign;
  token(options?: TokenOptions): Promise<TestToken>;
  client(token: TestToken | string | undefined): Client;
  /** Tokens that may write the leads of Vendor XYZ, of Nordic Leads, of the whole campaign, of the account. */
  readonly xyz: Client;
  readonly nordic: Client;
  readonly whole: Client;
  readonly broad: Client;
  readonly tokens: Readonly<Record<'xyz' | 'nordic' | 'whole' | 'broad', TestToken>>;
  stop(): Promise<void>;
}

export async function startVendors(plan: CampaignPlan = solarPlan, options: ServerOptions = {}): Promise<Vendors> {
  const server = await startServer(options);
  const { db } = server.connection;
  const accountId = await insertAccount(db);
  const campaign = await insertCampaign(db, accountId, plan);
  const token = ({ broad, ...rest }: TokenOptions = {}) =>
    insertToken(db, server.vault, { accountId, ...(!broad && { campaign }), ...rest });
  const ofCampaign = (one: TestToken | string | undefined) => client(server, one, plan.slug);
  const [first, second] = plan.filters ?? [];
  const tokens = {
    xyz: await token(first ? { filter: first.name } : {}),
    nordic: await token(second ? { filter: second.name } : {}),
    whole: await token(),
    broad: await token({ broad: true }),
  };
  return {
    server,
    db,
    accountId,
    campaign,
    token,
    client: ofCampaign,
    xyz: ofCampaign(tokens.xyz),
    nordic: ofCampaign(tokens.nordic),
    whole: ofCampaign(tokens.whole),
    broad: ofCampaign(tokens.broad),
    tokens,
    async stop() {
      const mismatches = await checkKeyColumns(db);
      await server.stop();
      if (mismatches.length > 0) throw new Error(`key columns differ from values: ${JSON.stringify(mismatches)}`);
    },
  };
}

/** The fields that every lead of the solar campaign must have. */
export const least = { name: 'Anna', email: 'anna@example.com' };

/** Errors as `pointer code` or `parameter code`, sorted. */
export function errorsOf({ body }: { body: { errors?: readonly object[] } }): string[] {
  const errors = (body.errors ?? []) as readonly { pointer?: string; parameter?: string; code: string }[];
  return errors.map(({ pointer, parameter, code }) => `${pointer ?? parameter} ${code}`).sort();
}

/** The demo account: its name, its campaigns with their numbers of leads, and its token without a filter. */
import type { Permission } from '../access/tokens.ts';
import type { DemoCampaign } from './demo-campaign.ts';
import { heatPumpsDk } from './heat-pumps-dk.ts';
import { solarDk } from './solar-dk.ts';

export interface DemoAccount {
  readonly name: string;
  readonly campaigns: readonly { readonly definition: DemoCampaign; readonly leads: number; readonly seed: number }[];
  readonly broadToken: { readonly name: string; readonly permission: Permission };
}

export const demoAccount: DemoAccount = {
  name: 'Demo',
  campaigns: [
    { definition: solarDk, leads: 2_000, seed: 1 },
    { definition: heatPumpsDk, leads: 200, seed: 2 },
  ],
  broadToken: { name: 'Internal integration', permission: 'read_write' },
};

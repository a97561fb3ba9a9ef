/** A demo campaign as the service would load it. */
import type { Campaign } from '../../src/campaign/definition.ts';
import { demoAccount } from '../../src/demo/demo-account.ts';
import type { DemoCampaign } from '../../src/demo/demo-campaign.ts';

export function asCampaign(definition: DemoCampaign): Campaign {
  const { slug, name, default_country, fields, selects, statuses, filters } = definition;
  return {
    id: '0199c000-0000-7000-8000-000000000001',
    accountId: '0199c000-0000-7000-8000-000000000002',
    accountName: demoAccount.name,
    slug,
    name,
    defaultCountry: default_country,
    revision: 1,
    epoch: '1',
    fields,
    removedFields: [],
    archived: false,
    selects,
    statuses,
    filters: filters.map((filter, index) => ({ ...filter, id: `filter ${index}` })),
    keyColumns: [],
    supportContact: null,
    vendorNotes: null,
    duplicateRule: null,
    announced: [],
    documentChanges: {},
  };
}

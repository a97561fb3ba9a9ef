/** The output of every vendor program about its calls, and the campaign for them. Whole numbers are as large as possible. */
import { type CampaignPlan, solarPlan } from '../support/campaigns.ts';

export const clientsPlan: CampaignPlan = {
  ...solarPlan,
  slug: 'solar-dk',
  fields: [
    ...solarPlan.fields.filter(({ key }) => key !== 'source'),
    { key: 'meter_no', type: 'integer', label: 'Meter no', searchable: true },
    { key: 'budget', type: 'number', label: 'Budget', searchable: true },
    ...solarPlan.fields.filter(({ key }) => key === 'source'),
  ],
};

export const expected = {
  created: [
    ...[1, 'vendor-xyz', 9007199254740991, 1234567.89, ['battery', 'charger'], 'tile', true, null],
    ...['2026-12-01', '2026-12-01T08:30:00Z'],
  ],
  listed: [true],
  got: 1,
  updated: ['won', 2, null, 'Anna'],
  history: [
    ['status', 'new', 'won'],
    ['fields.household_size', 3, null],
    ['fields.interests', ['battery', 'charger'], ['charger']],
    ['fields.meter_no', 9007199254740991, 9007199254740990],
  ],
  changes: ['created', 'updated'],
  batch: [
    [201, 9007199254740991, null],
    [422, null, 'invalid_lead'],
  ],
  upserted: [3, 'en', 1234567.89],
  dry_run: ['00000000-0000-0000-0000-000000000000', 0, 'create'],
  deleted: [404, 'not_found'],
  refused: ['invalid_lead', ['/fields/email format', '/fields/phone format']],
};

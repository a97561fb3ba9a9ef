/** The documents of the demo's campaigns accept the demo's leads, and the first lead of the banner. */
import { expect, test } from '@jest/globals';
import { grantOfMember } from '../../src/access/grant.ts';
import type { Condition } from '../../src/campaign/condition/condition.ts';
import { demoAccount } from '../../src/demo/demo-account.ts';
import type { DemoCampaign } from '../../src/demo/demo-campaign.ts';
import { demoLeads } from '../../src/demo/leads.ts';
import { firstSolarLead, solarDk } from '../../src/demo/solar-dk.ts';
import { publish } from '../../src/document/publish.ts';
import { createCompiledOperations } from '../../src/validation/compiled.ts';
import { asCampaign } from './as-campaign.ts';

/** The errors of the document's `createLead` for a body; empty if it is accepted. */
function judge(definition: DemoCampaign, condition?: Condition) {
  const grant = grantOfMember({ kind: 'member', id: null }, asCampaign(definition), 'read_write', condition);
  const { document } = publish(grant, 'http://127.0.0.1:4300');
  const body = createCompiledOperations().of(document, 'createLead')?.body;
  if (!body) throw new Error('the document has no createLead');
  return (lead: object) => (body(lead) ? [] : (body.errors ?? []));
}

test.each(demoAccount.campaigns)('$definition.slug accepts its own leads', ({ definition, leads: count, seed }) => {
  const errorsOf = judge(definition);
  const now = new Date('2026-11-23T10:15:30.123Z');
  const errors = demoLeads(definition, { count, now, seed }).flatMap(({ status, external_id, values }) =>
    errorsOf({ status, ...(external_id !== null && { external_id }), fields: values }),
  );
  expect(errors).toEqual([]);
});

test("the vendors' documents accept the banner's lead and fill in its source; without a filter it is missing", () => {
  for (const { condition } of solarDk.filters) expect(judge(solarDk, condition)(firstSolarLead)).toEqual([]);
  expect(judge(solarDk)(firstSolarLead)).toEqual([
    expect.objectContaining({ keyword: 'required', params: { missingProperty: 'source' } }),
  ]);
});

test('the document of a campaign of twenty fields stays below 100 KiB', () => {
  const [plain] = solarDk.fields.filter(({ key }) => key === 'city');
  if (!plain) throw new Error('the demo has no field `city`');
  const more = ['employer', 'best_time', 'referrer', 'promotion_code'].map((key) => ({ ...plain, key, label: key }));
  const fields = [...solarDk.fields, ...more].slice(0, 20);
  const [filter] = solarDk.filters;
  const campaign = asCampaign({ ...solarDk, fields });
  const grant = grantOfMember({ kind: 'member', id: null }, campaign, 'read_write', filter?.condition);
  const { document } = publish(grant, 'http://127.0.0.1:4300');
  expect(fields).toHaveLength(20);
  expect(Buffer.byteLength(JSON.stringify(document))).toBeLessThan(100 * 1_024);
});

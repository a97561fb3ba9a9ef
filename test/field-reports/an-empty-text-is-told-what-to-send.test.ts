/** In JSON, `""` is a value only for a text. For every other type the response says what to send instead. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CampaignPlan, defaultStatuses, solarPlan } from '../support/campaigns.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let admin: Member;
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const errorsIn = ({ body }: { body: { errors?: readonly { pointer?: string; code: string; detail: string }[] } }) =>
  body.errors?.map(({ pointer, code, detail }) => `${pointer} ${code}: ${detail}`) ?? [];

const optional = [
  ...['email', 'phone', 'website', 'roof_type', 'visit_date', 'call_from', 'callback_at'],
  ...['roof_area', 'household_size', 'owns_home', 'interests'],
];

const plan: CampaignPlan = {
  ...solarPlan,
  slug: 'all-optional',
  fields: solarPlan.fields.map((field) => ({ ...field, required: false })),
};

test.each(['', ' ', '\u200b'])('an optional field of each type, as %j', async (value) => {
  const other = await startVendors(plan);
  try {
    const lead = await other.whole.lead({});
    for (const key of optional) {
      const fields = { [key]: value };
      const results = (await other.whole.post('/leads/batch', { items: [{ op: 'create', fields }] })).body.results;
      const [{ problem }] = results as [{ problem: { errors: [] } }];
      for (const answer of [
        await other.whole.post('/leads', { fields }),
        await other.whole.patch(`/leads/${lead.id}`, { fields }),
        { body: problem },
      ]) {
        expect(errorsIn(answer)).toEqual([expect.stringMatching(/: if there is none, send `null` or leave it out\.$/)]);
      }
    }
  } finally {
    await other.stop();
  }
});

test('a required field of each type cannot be empty', async () => {
  const required = await startVendors({
    ...solarPlan,
    slug: 'all-required',
    fields: solarPlan.fields.map((field) => ({ ...field, required: true })),
  });
  try {
    const fields = Object.fromEntries([...optional, 'name', 'zip', 'notes'].map((key) => [key, '']));
    const answer = await required.xyz.post('/leads', { fields });
    const choice = '/fields/roof_type not_allowed: `roof_type` must be one of "tile", "flat": it cannot be empty.';
    expect(errorsIn(answer).sort()).toEqual(
      Object.keys(fields)
        .map((key) => (key === 'roof_type' ? choice : `/fields/${key} required: \`${key}\` cannot be empty.`))
        .sort(),
    );
  } finally {
    await required.stop();
  }
});

test('a status', async () => {
  const { id } = await v.xyz.lead(least);
  const leave = /^\/status not_allowed: `status` must be one of .*: if there is none, leave it out\.$/;
  expect(errorsIn(await v.xyz.post('/leads', { status: '', fields: least }))).toEqual([expect.stringMatching(leave)]);
  expect(errorsIn(await v.xyz.patch(`/leads/${id}`, { status: ' ' }))).toEqual([expect.stringMatching(leave)]);
  const member = await admin.call(`POST /campaigns/${v.campaign.slug}/leads`, {
    body: { status: '', fields: { ...least, source: 'nordic-leads' } },
  });
  expect(errorsIn(member)).toEqual([expect.stringMatching(leave)]);
});

test('a status without a default must be sent', async () => {
  const statuses = defaultStatuses.map((status) => ({ ...status, is_default: false }));
  const other = await startVendors({ ...solarPlan, slug: 'no-default', statuses });
  try {
    expect(errorsIn(await other.xyz.post('/leads', { status: '', fields: least }))).toEqual([
      expect.stringMatching(/^\/status not_allowed: .*: it cannot be empty\.$/),
    ]);
  } finally {
    await other.stop();
  }
});

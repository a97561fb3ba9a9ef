/**
 * A vendor's program for the client that openapi-generator makes for axios. It makes every call, and prints the results as
 * JSON.
 */
import { isAxiosError } from 'axios';
import * as leads from './client/index.ts';

const [basePath = '', accessToken = ''] = process.argv.slice(2);
const config = new leads.Configuration({ basePath, accessToken });
const writing = new leads.WritingApi(config);
const reading = new leads.ReadingApi(config);
const following = new leads.FollowingApi(config);

const { next_cursor: cursor } = (await following.listLeadChanges({ cursor: 'latest' })).data;
const { data: made } = await writing.createLead({
  leadCreate: {
    external_id: 'vendor-1',
    fields: {
      ...{ name: 'Anna', email: 'anna@example.com', roof_type: 'tile', interests: ['battery', 'charger'] },
      ...{ household_size: 3, meter_no: 9007199254740991, budget: 1234567.89, owns_home: true },
      ...{ visit_date: '2026-12-01', callback_at: '2026-12-01T09:30:00+01:00' },
    },
  },
});
const f = made.fields;
const { data: listed } = await reading.listLeads({
  status: ['new', 'won'],
  fieldsEmail: 'anna@example.com',
  limit: 10,
});
const { data: got } = await reading.getLead({ leadId: made.id });
const { data: changed } = await writing.updateLead({
  leadId: made.id,
  leadUpdate: { status: 'won', fields: { household_size: null, meter_no: 9007199254740990, interests: ['charger'] } },
});
const { data: history } = await following.getLeadHistory({ leadId: made.id, limit: 1 });
const { data: changes } = await following.listLeadChanges({ cursor });
const { data: batch } = await writing.writeLeads({
  batch: {
    items: [
      { op: 'create', fields: { name: 'Bo', email: 'bo@example.com', meter_no: 9007199254740991 } },
      { op: 'create', fields: { name: 'Cleo', email: 'x' } },
    ],
  },
});
const language = { fields: { language: 'en' } };
const { data: upserted } = await writing.upsertLead({ externalId: 'vendor-1', leadUpsert: language });
const fresh = { fields: { name: 'Dora', email: 'dora@example.com' } };
const dry = await writing.createLead({ leadCreate: fresh, dryRun: true });
for (const id of [made.id, batch.results[0]?.lead?.id ?? '']) await writing.deleteLead({ leadId: id });

async function problemOf(call: Promise<unknown>): Promise<leads.Problem> {
  const error = await call.catch((refused: unknown) => refused);
  if (!isAxiosError<leads.Problem>(error) || !error.response) throw error;
  return error.response.data;
}
const missing = await problemOf(reading.getLead({ leadId: made.id }));
const wrong = { fields: { name: 'Eve', email: 'x', phone: '12345678901' } };
const refused = await problemOf(writing.createLead({ leadCreate: wrong }));
console.log(
  JSON.stringify({
    created: [
      ...[made.version, f.source, f.meter_no, f.budget, f.interests, f.roof_type, f.owns_home, f.phone],
      ...[f.visit_date, f.callback_at?.replace(/\.\d+/, '')],
    ],
    listed: listed.data.map((lead) => lead.id === made.id),
    got: got.version,
    updated: [changed.status, changed.version, changed.fields.household_size, changed.fields.name],
    history: history.data[0]?.changes.map((change) => [change.path, change.from, change.to]),
    changes: changes.data.filter((one) => one.lead_id === made.id).map((one) => one.kind),
    batch: batch.results.map((one) => [one.status, one.lead?.fields.meter_no ?? null, one.problem?.code ?? null]),
    upserted: [upserted.version, upserted.fields.language, upserted.fields.budget],
    dry_run: [dry.data.id, dry.data.version, dry.headers['dry-run']],
    deleted: [missing.status, missing.code],
    refused: [refused.code, refused.errors?.map((error) => `${error.pointer} ${error.code}`).sort()],
  }),
);

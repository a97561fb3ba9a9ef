/**
 * A vendor's program for the client that openapi-generator makes for `fetch`. It makes every call, and prints the results as
 * JSON.
 */
import * as leads from './client/index.ts';

const [basePath = '', accessToken = ''] = process.argv.slice(2);
const config = new leads.Configuration({ basePath, accessToken });
const writing = new leads.WritingApi(config);
const reading = new leads.ReadingApi(config);
const following = new leads.FollowingApi(config);
const day = (date: Date | null) => date?.toISOString().slice(0, 10);
const second = (date: Date | null) => date?.toISOString().replace(/\.\d+/, '');

const { nextCursor: cursor } = await following.listLeadChanges({ cursor: 'latest' });
const made = await writing.createLead({
  leadCreate: {
    externalId: 'vendor-1',
    fields: {
      ...{
        name: 'Anna',
        email: 'anna@example.com',
        roofType: 'tile',
        interests: ['battery', 'charger'],
        householdSize: 3,
      },
      ...{ meterNo: 9007199254740991, budget: 1234567.89, ownsHome: true },
      ...{ visitDate: new Date('2026-12-01'), callbackAt: new Date('2026-12-01T09:30:00+01:00') },
    },
  },
});
const f = made.fields;
const listed = await reading.listLeads({ status: ['new', 'won'], fieldsEmail: 'anna@example.com', limit: 10 });
const got = await reading.getLead({ leadId: made.id });
const changed = await writing.updateLead({
  leadId: made.id,
  leadUpdate: { status: 'won', fields: { householdSize: null, meterNo: 9007199254740990, interests: ['charger'] } },
});
const history = await following.getLeadHistory({ leadId: made.id, limit: 1 });
const changes = await following.listLeadChanges({ cursor });
const batch = await writing.writeLeads({
  batch: {
    items: [
      { op: 'create', fields: { name: 'Bo', email: 'bo@example.com', meter_no: 9007199254740991 } },
      { op: 'create', fields: { name: 'Cleo', email: 'x' } },
    ],
  },
});
const upserted = await writing.upsertLead({ externalId: 'vendor-1', leadUpsert: { fields: { language: 'en' } } });
const fresh = { fields: { name: 'Dora', email: 'dora@example.com' } };
const dry = await writing.createLeadRaw({ leadCreate: fresh, dryRun: true });
const dryLead = await dry.value();
for (const id of [made.id, batch.results[0]?.lead?.id ?? '']) await writing.deleteLead({ leadId: id });

async function problemOf(call: Promise<unknown>): Promise<[number, leads.Problem]> {
  const error = await call.catch((refused: unknown) => refused);
  if (!(error instanceof leads.ResponseError)) throw error;
  return [error.response.status, leads.ProblemFromJSON(await error.response.json())];
}
const [status, missing] = await problemOf(reading.getLead({ leadId: made.id }));
const wrong = { fields: { name: 'Eve', email: 'x', phone: '12345678901' } };
const [, refused] = await problemOf(writing.createLead({ leadCreate: wrong }));
console.log(
  JSON.stringify({
    created: [
      ...[made.version, f.source, f.meterNo, f.budget, f.interests, f.roofType, f.ownsHome, f.phone],
      ...[day(f.visitDate), second(f.callbackAt)],
    ],
    listed: listed.data.map((lead) => lead.id === made.id),
    got: got.version,
    updated: [changed.status, changed.version, changed.fields.householdSize, changed.fields.name],
    history: history.data[0]?.changes.map((change) => [change.path, change.from, change.to]),
    changes: changes.data.filter((one) => one.leadId === made.id).map((one) => one.kind),
    batch: batch.results.map((one) => [one.status, one.lead?.fields.meterNo ?? null, one.problem?.code ?? null]),
    upserted: [upserted.version, upserted.fields.language, upserted.fields.budget],
    dry_run: [dryLead.id, dryLead.version, dry.raw.headers.get('dry-run')],
    deleted: [status, missing.code],
    refused: [refused.code, refused.errors?.map((error) => `${error.pointer} ${error.code}`).sort()],
  }),
);

"""What a vendor writes against the Python client of openapi-generator: every call, and what came of it as one line of JSON."""
import datetime as dt
import json
import sys

import leads

base, token = sys.argv[1:3]
client = leads.ApiClient(leads.Configuration(host=base, access_token=token))
writing, reading, following = leads.WritingApi(client), leads.ReadingApi(client), leads.FollowingApi(client)
told: dict[str, object] = {}

cursor = following.list_lead_changes(cursor="latest").next_cursor
made = writing.create_lead(leads.LeadCreate(
    external_id="vendor-1",
    fields=leads.LeadFieldsCreate(
        name="Anna", email="anna@example.com", roof_type="tile", interests=["battery", "charger"], household_size=3,
        meter_no=9007199254740991, budget=1234567.89, owns_home=True, visit_date=dt.date(2026, 12, 1),
        callback_at=dt.datetime(2026, 12, 1, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1))),
    ),
))
f = made.fields
told["created"] = [
    made.version, f.source, f.meter_no, f.budget, f.interests, f.roof_type, f.owns_home, f.phone, str(f.visit_date),
    f.callback_at.astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ") if f.callback_at else None,
]
listed = reading.list_leads(status=[leads.StatusInput.NEW, leads.StatusInput.WON], fields_email="anna@example.com", limit=10)
told["listed"] = [lead.id == made.id for lead in listed.data]
told["got"] = reading.get_lead(made.id).version
changed = writing.update_lead(made.id, leads.LeadUpdate(
    status=leads.StatusInput.WON,
    fields=leads.LeadFieldsUpdate(household_size=None, meter_no=9007199254740990, interests=["charger"]),
))
told["updated"] = [changed.status, changed.version, changed.fields.household_size, changed.fields.name]
history = following.get_lead_history(made.id, limit=1)
told["history"] = [[change.path, change.var_from, change.to] for change in history.data[0].changes]
told["changes"] = [one.kind for one in following.list_lead_changes(cursor=cursor).data if one.lead_id == made.id]
batch = writing.write_leads(leads.Batch(items=[
    leads.BatchItem(op="create", fields={"name": "Bo", "email": "bo@example.com", "meter_no": 9007199254740991}),
    leads.BatchItem(op="create", fields={"name": "Cleo", "email": "x"}),
]))
told["batch"] = [
    [one.status, one.lead.fields.meter_no if one.lead else None, one.problem.code if one.problem else None]
    for one in batch.results
]
upserted = writing.upsert_lead("vendor-1", leads.LeadUpsert(fields=leads.LeadFieldsUpdate(language="en")))
told["upserted"] = [upserted.version, upserted.fields.language, upserted.fields.budget]
fresh = leads.LeadCreate(fields=leads.LeadFieldsCreate(name="Dora", email="dora@example.com"))
dry = writing.create_lead_with_http_info(fresh, dry_run=True)
told["dry_run"] = [str(dry.data.id), dry.data.version, dry.headers and dry.headers["Dry-Run"]]
for one in [made, *(one.lead for one in batch.results if one.lead)]:
    writing.delete_lead(one.id)
try:
    reading.get_lead(made.id)
except leads.ApiException as refused:
    assert isinstance(refused.data, leads.Problem)
    told["deleted"] = [refused.status, refused.data.code]
try:
    writing.create_lead(leads.LeadCreate(fields=leads.LeadFieldsCreate(name="Eve", email="x", phone="12345678901")))
except leads.ApiException as refused:
    assert isinstance(refused.data, leads.Problem)
    told["refused"] = [refused.data.code, sorted(f"{error.pointer} {error.code}" for error in refused.data.errors or [])]
print(json.dumps(told))

"""What a vendor writes against the client of openapi-python-client: every call, and what came of it as one line of JSON."""
import datetime as dt
import json
import sys

from leads import AuthenticatedClient
from leads.api.following import get_lead_history, list_lead_changes
from leads.api.reading import get_lead, list_leads
from leads.api.writing import create_lead, delete_lead, update_lead, upsert_lead, write_leads
from leads.models import (
    Batch, BatchItem, BatchItemFields, BatchItemOp, BatchResults, History, Lead, LeadChangeList, LeadCreate, LeadFieldsCreate,
    LeadFieldsCreateInterestsType0Item, LeadFieldsCreateRoofTypeType0, LeadFieldsUpdate, LeadFieldsUpdateInterestsType0Item,
    LeadList, LeadUpdate, LeadUpsert, ListLeadsStatusItem, Problem, StatusInput,
)

base, token = sys.argv[1:3]
client = AuthenticatedClient(base_url=base, token=token)
told: dict[str, object] = {}

latest = list_lead_changes.sync(client=client, cursor="latest")
assert isinstance(latest, LeadChangeList)
made = create_lead.sync(client=client, body=LeadCreate(
    external_id="vendor-1",
    fields=LeadFieldsCreate(
        name="Anna", email="anna@example.com", roof_type=LeadFieldsCreateRoofTypeType0.TILE,
        interests=[LeadFieldsCreateInterestsType0Item.BATTERY, LeadFieldsCreateInterestsType0Item.CHARGER], household_size=3,
        meter_no=9007199254740991, budget=1234567.89, owns_home=True, visit_date=dt.date(2026, 12, 1),
        callback_at=dt.datetime(2026, 12, 1, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1))),
    ),
))
assert isinstance(made, Lead)
f = made.fields
told["created"] = [
    made.version, f.source, f.meter_no, f.budget, f.interests, f.roof_type, f.owns_home, f.phone, str(f.visit_date),
    f.callback_at.astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ") if f.callback_at else None,
]
listed = list_leads.sync(client=client, status=[ListLeadsStatusItem.NEW, ListLeadsStatusItem.WON], fields_email="anna@example.com", limit=10)
assert isinstance(listed, LeadList)
told["listed"] = [lead.id == made.id for lead in listed.data]
got = get_lead.sync(made.id, client=client)
assert isinstance(got, Lead)
told["got"] = got.version
changed = update_lead.sync(made.id, client=client, body=LeadUpdate(
    status=StatusInput.WON,
    fields=LeadFieldsUpdate(
        household_size=None, meter_no=9007199254740990, interests=[LeadFieldsUpdateInterestsType0Item.CHARGER],
    ),
))
assert isinstance(changed, Lead)
told["updated"] = [changed.status, changed.version, changed.fields.household_size, changed.fields.name]
history = get_lead_history.sync(made.id, client=client, limit=1)
assert isinstance(history, History)
told["history"] = [[change.path, change.from_, change.to] for change in history.data[0].changes]
changes = list_lead_changes.sync(client=client, cursor=latest.next_cursor)
assert isinstance(changes, LeadChangeList)
told["changes"] = [one.kind for one in changes.data if one.lead_id == made.id]
batch = write_leads.sync(client=client, body=Batch(items=[
    BatchItem(op=BatchItemOp.CREATE, fields=BatchItemFields.from_dict(
        {"name": "Bo", "email": "bo@example.com", "meter_no": 9007199254740991},
    )),
    BatchItem(op=BatchItemOp.CREATE, fields=BatchItemFields.from_dict({"name": "Cleo", "email": "x"})),
]))
assert isinstance(batch, BatchResults)
told["batch"] = [
    [one.status, one.lead.fields.meter_no if one.lead else None, one.problem.code if one.problem else None]
    for one in batch.results
]
upserted = upsert_lead.sync("vendor-1", client=client, body=LeadUpsert(fields=LeadFieldsUpdate(language="en")))
assert isinstance(upserted, Lead)
told["upserted"] = [upserted.version, upserted.fields.language, upserted.fields.budget]
fresh = LeadCreate(fields=LeadFieldsCreate(name="Dora", email="dora@example.com"))
dry = create_lead.sync_detailed(client=client, body=fresh, dry_run=True)
assert isinstance(dry.parsed, Lead)
told["dry_run"] = [str(dry.parsed.id), dry.parsed.version, dry.headers["Dry-Run"]]
for one in [made, *(one.lead for one in batch.results if one.lead)]:
    delete_lead.sync(one.id, client=client)
missing = get_lead.sync(made.id, client=client)
assert isinstance(missing, Problem)
told["deleted"] = [missing.status, missing.code]
wrong = LeadCreate(fields=LeadFieldsCreate(name="Eve", email="x", phone="12345678901"))
refused = create_lead.sync(client=client, body=wrong)
assert isinstance(refused, Problem)
told["refused"] = [refused.code, sorted(f"{error.pointer} {error.code}" for error in refused.errors or [])]
print(json.dumps(told))

// What a vendor writes against the Rust client of openapi-generator: every call, and what came of it as one line of JSON.
use leads::apis::{configuration::Configuration, following_api as following, reading_api as reading, writing_api as writing, Error};
use leads::models::*;
use serde_json::{json, Map};

#[tokio::main]
async fn main() {
    let args: Vec<String> = std::env::args().collect();
    let mut config = Configuration::new();
    config.base_path = args[1].clone();
    config.bearer_access_token = Some(args[2].clone());
    let mut told = Map::new();

    let latest = following::list_lead_changes(&config, Some("latest"), None, None).await.unwrap();
    let mut fields = LeadFieldsCreate::new("Anna".into(), "anna@example.com".into());
    fields.roof_type = Some(Some(lead_fields_create::RoofType::Tile));
    fields.interests = Some(Some(vec![lead_fields_create::Interests::Battery, lead_fields_create::Interests::Charger]));
    fields.household_size = Some(Some(3));
    fields.meter_no = Some(Some(9007199254740991));
    fields.budget = Some(Some(1234567.89));
    fields.owns_home = Some(Some(true));
    fields.visit_date = Some(Some("2026-12-01".parse().unwrap()));
    fields.callback_at = Some(Some("2026-12-01T09:30:00+01:00".parse().unwrap()));
    let mut create = LeadCreate::new(fields);
    create.external_id = Some(Some("vendor-1".into()));
    let made = writing::create_lead(&config, create, None, None).await.unwrap();
    let f = &made.fields;
    told.insert("created".into(), json!([
        made.version, f.source, f.meter_no, f.budget, f.interests, f.roof_type, f.owns_home, f.phone, f.visit_date,
        f.callback_at.map(|at| at.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string()),
    ]));
    // The generator has a place for each parameter: status, the limit, and the filter by e-mail.
    let listed = reading::list_leads(
        &config, Some(vec!["new".into(), "won".into()]), None, None, None, None, None, None, None, None, None, None, Some(10), None,
        Some("anna@example.com"),
        None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None,
        None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None,
    ).await.unwrap();
    told.insert("listed".into(), json!(listed.data.iter().map(|lead| lead.id == made.id).collect::<Vec<_>>()));
    let id = made.id.to_string();
    told.insert("got".into(), json!(reading::get_lead(&config, &id, None, None).await.unwrap().version));
    let change = LeadFieldsUpdate {
        household_size: Some(None),
        meter_no: Some(Some(9007199254740990)),
        interests: Some(Some(vec![lead_fields_update::Interests::Charger])),
        ..Default::default()
    };
    let update = LeadUpdate { status: Some(StatusInput::Won), fields: Some(Box::new(change)), ..Default::default() };
    let changed = writing::update_lead(&config, &id, update, None, None, None, None).await.unwrap();
    told.insert("updated".into(), json!([changed.status, changed.version, changed.fields.household_size, changed.fields.name]));
    let history = following::get_lead_history(&config, &id, Some(1), None).await.unwrap();
    let steps: Vec<_> = history.data[0].changes.iter().map(|one| json!([one.path, one.from, one.to])).collect();
    told.insert("history".into(), json!(steps));
    let feed = following::list_lead_changes(&config, Some(&latest.next_cursor), None, None).await.unwrap();
    let kinds: Vec<_> = feed.data.iter().filter(|one| one.lead_id == made.id).map(|one| one.kind).collect();
    told.insert("changes".into(), json!(kinds));
    let item = |fields: serde_json::Value| BatchItem {
        fields: Some(fields.as_object().unwrap().clone().into_iter().collect()),
        ..BatchItem::new(batch_item::Op::Create)
    };
    let batch = writing::write_leads(&config, Batch::new(vec![
        item(json!({"name": "Bo", "email": "bo@example.com", "meter_no": 9007199254740991i64})),
        item(json!({"name": "Cleo", "email": "x"})),
    ]), None, None).await.unwrap();
    let results: Vec<_> = batch.results.iter().map(|one| json!([
        one.status, one.lead.as_ref().and_then(|lead| lead.fields.meter_no), one.problem.as_ref().map(|problem| &problem.code),
    ])).collect();
    told.insert("batch".into(), json!(results));
    let language = LeadFieldsUpdate { language: Some(Some("en".into())), ..Default::default() };
    let upsert = LeadUpsert { fields: Some(Box::new(language)), ..Default::default() };
    let upserted = writing::upsert_lead(&config, "vendor-1", upsert, None, None, None, None).await.unwrap();
    told.insert("upserted".into(), json!([upserted.version, upserted.fields.language, upserted.fields.budget]));
    let fresh = LeadCreate::new(LeadFieldsCreate::new("Dora".into(), "dora@example.com".into()));
    let dry = writing::create_lead(&config, fresh, Some(true), None).await.unwrap();
    // The client gives no headers of an answer; that nothing was written shows in the version.
    told.insert("dry_run".into(), json!([dry.id, dry.version, null]));
    let second = batch.results[0].lead.as_ref().unwrap().id.to_string();
    for one in [&id, &second] {
        writing::delete_lead(&config, one, None, None, None, None).await.unwrap();
    }
    let Err(Error::ResponseError(missing)) = reading::get_lead(&config, &id, None, None).await else { panic!() };
    // The client's own `entity` is of whatever status comes first, for all problems look alike.
    let problem: Problem = serde_json::from_str(&missing.content).unwrap();
    told.insert("deleted".into(), json!([missing.status.as_u16(), problem.code]));
    let mut wrong = LeadFieldsCreate::new("Eve".into(), "x".into());
    wrong.phone = Some(Some("12345678901".into()));
    let Err(Error::ResponseError(refused)) = writing::create_lead(&config, LeadCreate::new(wrong), None, None).await else { panic!() };
    let problem: Problem = serde_json::from_str(&refused.content).unwrap();
    let mut places: Vec<_> = problem.errors.unwrap().iter().map(|one| format!("{} {}", one.pointer.as_ref().unwrap(), one.code)).collect();
    places.sort();
    told.insert("refused".into(), json!([problem.code, places]));
    println!("{}", serde_json::Value::Object(told));
}

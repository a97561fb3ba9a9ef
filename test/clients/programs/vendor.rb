# What a vendor writes against the Ruby client of openapi-generator: every call, and what came of it as one line of JSON.
require 'json'
require 'uri'
require 'leads'

base, token = ARGV
uri = URI(base)
Leads.configure do |config|
  config.scheme = uri.scheme
  config.host = "#{uri.host}:#{uri.port}"
  config.base_path = uri.path
  # The address above, in place of the one that the document names.
  config.server_index = nil
  config.access_token = token
end
writing, reading, following = Leads::WritingApi.new, Leads::ReadingApi.new, Leads::FollowingApi.new
told = {}

cursor = following.list_lead_changes(cursor: 'latest').next_cursor
made = writing.create_lead(Leads::LeadCreate.new(
  external_id: 'vendor-1',
  fields: Leads::LeadFieldsCreate.new(
    name: 'Anna', email: 'anna@example.com', roof_type: 'tile', interests: %w[battery charger], household_size: 3,
    meter_no: 9_007_199_254_740_991, budget: 1_234_567.89, owns_home: true, visit_date: Date.new(2026, 12, 1),
    callback_at: DateTime.parse('2026-12-01T09:30:00+01:00')
  )
))
f = made.fields
told[:created] = [
  made.version, f.source, f.meter_no, f.budget, f.interests, f.roof_type, f.owns_home, f.phone, f.visit_date.iso8601,
  f.callback_at.getutc.strftime('%Y-%m-%dT%H:%M:%SZ')
]
listed = reading.list_leads(status: %w[new won], fields_email: 'anna@example.com', limit: 10)
told[:listed] = listed.data.map { |lead| lead.id == made.id }
told[:got] = reading.get_lead(made.id).version
changed = writing.update_lead(made.id, Leads::LeadUpdate.new(
  status: 'won',
  fields: Leads::LeadFieldsUpdate.new(household_size: nil, meter_no: 9_007_199_254_740_990, interests: ['charger'])
))
told[:updated] = [changed.status, changed.version, changed.fields.household_size, changed.fields.name]
history = following.get_lead_history(made.id, limit: 1)
told[:history] = history.data[0].changes.map { |change| [change.path, change.from, change.to] }
told[:changes] = following.list_lead_changes(cursor: cursor).data.select { |one| one.lead_id == made.id }.map(&:kind)
batch = writing.write_leads(Leads::Batch.new(items: [
  Leads::BatchItem.new(op: 'create', fields: { name: 'Bo', email: 'bo@example.com', meter_no: 9_007_199_254_740_991 }),
  Leads::BatchItem.new(op: 'create', fields: { name: 'Cleo', email: 'x' })
]))
told[:batch] = batch.results.map { |one| [one.status, one.lead&.fields&.meter_no, one.problem&.code] }
upserted = writing.upsert_lead('vendor-1', Leads::LeadUpsert.new(fields: Leads::LeadFieldsUpdate.new(language: 'en')))
told[:upserted] = [upserted.version, upserted.fields.language, upserted.fields.budget]
fresh = Leads::LeadCreate.new(fields: Leads::LeadFieldsCreate.new(name: 'Dora', email: 'dora@example.com'))
dry, _, headers = writing.create_lead_with_http_info(fresh, dry_run: true)
told[:dry_run] = [dry.id, dry.version, headers['Dry-Run']]
[made, batch.results[0].lead].each { |one| writing.delete_lead(one.id) }
problem = ->(refused) { Leads::Problem.build_from_hash(JSON.parse(refused.response_body, symbolize_names: true)) }
begin
  reading.get_lead(made.id)
rescue Leads::ApiError => e
  told[:deleted] = [e.code, problem.(e).code]
end
begin
  writing.create_lead(Leads::LeadCreate.new(fields: Leads::LeadFieldsCreate.new(name: 'Eve', email: 'x', phone: '12345678901')))
rescue Leads::ApiError => e
  told[:refused] = [problem.(e).code, problem.(e).errors.map { |error| "#{error.pointer} #{error.code}" }.sort]
end
puts JSON.generate(told)

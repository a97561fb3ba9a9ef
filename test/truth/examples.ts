/**
 * Sends all examples of a document as dry runs: those of bodies, of code samples, and of single fields in JSON and in forms.
 * The API must accept each of them. Only the filter may refuse the example of a single field, but never the example of a
 * whole lead.
 */
import { type OpenApiDocument, operationsOf, type Schema } from '../../src/document/openapi.ts';
import type { Answer, Client } from '../support/client.ts';
import { resolve } from './judge.ts';

interface Sent {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly form?: string;
  /** Whether the filter may refuse it. */
  readonly inScope: boolean;
}

type Members = Readonly<Record<string, unknown>>;

/** The examples that the API does not accept, in words. */
export async function tryExamples(api: Client, document: OpenApiDocument): Promise<readonly string[]> {
  const created = exampleOf(document, 'createLead');
  const lead = created && (await api.post('/leads', created));
  const taken = lead === undefined || lead.status === 201 || isDuplicate(lead);
  const lies = taken ? [] : [`the example of createLead: ${summaryOf(lead)}`];
  const update = exampleOf(document, 'updateLead');
  if (lead?.status === 201) {
    const { id } = lead.body;
    if (update) lies.push(...(await refusedOf(api, { ...updated, path: `/leads/${id}`, body: update })));
    // The lead is deleted again, because the other examples have the same external id.
    await api.delete(`/leads/${id}`);
  }
  for (const request of requestsOf(document)) lies.push(...(await refusedOf(api, request)));
  return lies;
}

async function refusedOf(api: Client, { what, method, path, body, form, inScope }: Sent): Promise<readonly string[]> {
  const answer = await api.request(method, `${path}?dry_run=true`, {
    ...(form === undefined ? { body } : { raw: form, headers: { 'content-type': formType } }),
  });
  return isTaken(answer, inScope)
    ? []
    : [`${what}: ${summaryOf(answer)} ${JSON.stringify(body ?? form).slice(0, 600)}`];
}

const updated = { what: 'updateLead', method: 'PATCH', inScope: true };
const formType = 'application/x-www-form-urlencoded';
const summaryOf = ({ status, text }: Answer) => `${status} ${text.slice(0, 600)}`;

function isTaken({ status, body }: Answer, inScope: boolean): boolean {
  const { results } = body as { results?: readonly { status: number }[] };
  // The leads in a batch's example do not exist.
  if (results)
    return status === 200 && results.every((result) => result.status < 300 || [404, 409].includes(result.status));
  return status < 300 || isDuplicate({ status, body }) || (!inScope && body.code === 'out_of_scope');
}

/** The duplicate check may find an existing lead. */
const isDuplicate = ({ status, body }: Pick<Answer, 'status' | 'body'>): boolean =>
  status === 409 && body.code === 'duplicate_lead';

function exampleOf(document: OpenApiDocument, operationId: string): Members | undefined {
  const entry = operationsOf(document).find(({ operation }) => operation.operationId === operationId);
  const content = entry?.operation.requestBody?.content['application/json'] as { example?: Members } | undefined;
  return content?.example;
}

function requestsOf(document: OpenApiDocument): readonly Sent[] {
  const created = exampleOf(document, 'createLead');
  const batch = exampleOf(document, 'writeLeads');
  const whole = created ? [{ what: 'createLead', method: 'POST', path: '/leads', body: created, inScope: true }] : [];
  const upsert = exampleOf(document, 'upsertLead');
  const upserted = { what: 'upsertLead', method: 'PUT', path: `/external-ids/${externalId(created)}`, inScope: true };
  return [
    ...whole,
    ...(created && upsert ? [{ ...upserted, body: upsert }] : []),
    ...(batch ? [{ what: 'writeLeads', method: 'POST', path: '/leads/batch', body: batch, inScope: true }] : []),
    ...(created ? samplesOf(document, created) : []),
    ...(created ? fieldsOf(document, created) : []),
    ...(created ? formsOf(document, created) : []),
  ];
}

/** The filter may require a certain external id. */
const externalId = (created: Members | undefined): string =>
  encodeURIComponent(String(created?.external_id ?? 'example'));

/** The body in the sample of each language is the example's. Only curl's is checked, because it shows the JSON unchanged. */
function samplesOf(document: OpenApiDocument, created: Members): readonly Sent[] {
  const entry = operationsOf(document).find(({ operation }) => operation.operationId === 'createLead');
  const samples = (entry?.operation['x-codeSamples'] ?? []) as readonly { label: string; source: string }[];
  const curl = samples.find(({ label }) => label === 'curl')?.source.replace(/'\\''/g, "'") ?? '';
  const json = /\{[\s\S]*\}/.exec(curl)?.[0];
  if (json === undefined) return [];
  return [
    {
      what: 'the sample of curl',
      method: 'POST',
      path: '/leads',
      body: JSON.parse(json),
      inScope: 'fields' in created,
    },
  ];
}

/** The example of each field alone, in place of the field's value in the lead. */
function fieldsOf(document: OpenApiDocument, created: Members): readonly Sent[] {
  const properties = resolve(document, document.components.schemas?.LeadFieldsCreate ?? {}).properties ?? {};
  return Object.entries(properties as Record<string, Schema>).flatMap(([key, { examples }]) =>
    ((examples ?? []) as unknown[]).map((value) => ({
      what: `the example of the field ${key}`,
      method: 'POST',
      path: '/leads',
      body: { ...created, fields: { ...(created.fields as Members), [key]: value } },
      inScope: false,
    })),
  );
}

/** The lead as a form, and with the example of each field. */
function formsOf(document: OpenApiDocument, created: Members): readonly Sent[] {
  const { fields = {}, ...rest } = created as { fields?: Members };
  const members = {
    ...rest,
    ...Object.fromEntries(Object.entries(fields).map(([key, one]) => [`fields.${key}`, one])),
  };
  const { properties = {} } = resolve(document, document.components.schemas?.LeadCreateForm ?? {});
  const ofFields = Object.entries(properties as Record<string, Schema>).flatMap(([name, { examples }]) =>
    ((examples ?? []) as unknown[]).map((value) => ({ name, value })),
  );
  const form = (values: Members) =>
    new URLSearchParams(
      Object.entries(values).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, String(one ?? '')]),
      ),
    ).toString();
  const sent = { method: 'POST', path: '/leads' };
  return [
    // A form cannot contain `null`, so a missing field gets its default.
    { ...sent, what: 'the new lead as a form', form: form(members), inScope: !Object.values(fields).includes(null) },
    ...ofFields.map(({ name, value }) => ({
      ...{ ...sent, what: `the example of ${name} in the form`, inScope: false },
      form: form({ ...members, [name]: value }),
    })),
  ];
}

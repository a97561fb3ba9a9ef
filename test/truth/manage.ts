/**
 * The truth of the Management API's document: requests that are drawn only from the document, made by a member with a
 * campaign. The service must refuse everything that the document forbids. It must accept everything that the document
 * allows, or refuse it for a reason that the document describes in words. The client checks that every response is
 * described. A failure names its seed.
 */
import { createRandom } from '../../src/demo/random.ts';
import { type OpenApiDocument, operationsOf } from '../../src/document/openapi.ts';
import { type Answer, type Client, makeCampaign, signUp } from '../support/manage.ts';
import type { TestServer } from '../support/server.ts';
import { createJudge } from './judge.ts';
import { drawRequest, type Memory, type TruthRequest } from './requests.ts';
import type { Source } from './values.ts';

export interface ManagePlan {
  readonly seed: number;
  readonly requests: number;
  /** Changes the document for the test; the service uses the true one. */
  readonly altered?: (document: OpenApiDocument) => OpenApiDocument;
}

export interface ManageReport {
  readonly allowed: number;
  readonly forbidden: number;
  /** How many allowed requests were accepted. */
  readonly accepted: number;
  /** How often each reason for a refusal occurred. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly lies: readonly string[];
}

type InputError = { readonly pointer?: string; readonly parameter?: string; readonly code: string };

/** Operations that end a session, or are limited by attempts. They have tests of their own. */
const leftOut: ReadonlySet<string> = new Set([
  'createSession',
  'deleteSession',
  'changePassword',
  'confirmSession',
  'acceptInvitation',
  'getInvitation',
  'deleteCampaign',
  // The campaign's own document validates these; `truth` tests it.
  'createLead',
  'updateLead',
  // The responses of these are not JSON.
  'exportLeads',
  'exportAudit',
]);

export async function tellManageTruth(
  server: TestServer,
  { seed, requests, altered = (document) => document }: ManagePlan,
): Promise<ManageReport> {
  const random = createRandom(seed);
  const member = await signUp(server);
  const campaign = await makeCampaign(member, `Truth ${seed}`);
  const document = altered(drawable((await member.call('GET /openapi.json')).body as OpenApiDocument));
  const entries = operationsOf(document).filter(({ operation }) => !leftOut.has(operation.operationId));
  const source: Source = { random, document, judge: createJudge(document) };
  const named = new Map<string, Set<string>>();
  const memory: Memory = { leads: new Set(), cursors: new Map(), keys: new Set(), named };
  const report = { allowed: 0, forbidden: 0, accepted: 0, reasons: {} as Record<string, number>, lies: [] as string[] };
  await prepare(member, campaign, named);
  for (let count = 0; count < requests; count += 1) {
    const request = drawRequest(source, memory, entries);
    report[request.wrong.length > 0 ? 'forbidden' : 'allowed'] += 1;
    try {
      const answer = await send(member, request);
      remember(named, request, answer);
      const reason = reasonOf(request, answer);
      if (answer.status < 400) report.accepted += 1;
      for (const one of reason) report.reasons[one] = (report.reasons[one] ?? 0) + 1;
    } catch (error) {
      report.lies.push(`seed ${seed}: ${tell(request)}\n  ${(error as Error).message}`);
    }
  }
  return report;
}

/** Conditions refer to themselves. A plain condition replaces the recursion, and other tests cover the rest. */
function drawable(document: OpenApiDocument): OpenApiDocument {
  const condition = { anyOf: [{ const: { path: 'status', op: 'eq', value: 'new' } }, {}] };
  const schemas = { ...document.components.schemas, Condition: condition };
  return { ...document, components: { ...document.components, schemas } };
}

async function prepare(member: Client, campaign: string, named: Map<string, Set<string>>): Promise<void> {
  const put = (place: string, ...values: string[]) =>
    named.set(place, new Set([...(named.get(place) ?? []), ...values]));
  put('campaigns', campaign.split('/').at(-1) ?? '');
  put('fields', 'source');
  put('selects', 'source');
  put('options', 'vendor-xyz', 'website');
  put('statuses', 'new');
  put('revisions', '1', '2');
  const body = { name: 'Mine', condition: { path: 'status', op: 'eq', value: 'new' } };
  put('filters', (await member.call(`POST ${campaign}/filters`, { body })).body.id);
  const token = { name: 'T', permission: 'read' };
  put('tokens', (await member.call(`POST ${campaign}/tokens`, { body: token })).body.id);
  put('leads', (await member.call(`POST ${campaign}/leads`, { body: { fields: {} } })).body.id);
  const invited = { name: 'M', email: `${campaign.split('/').at(-1)}@example.com`, role: 'viewer' };
  put('members', (await member.call('POST /members', { body: invited })).body.id);
}

const send = (member: Client, { method, address, headers, text }: TruthRequest): Promise<Answer> => {
  const named = Object.entries(headers).map(([name, value]) => [
    name.replace(/(^|-)\w/g, (letter) => letter.toUpperCase()),
    value,
  ]);
  return member.call(`${method} ${address}`, {
    headers: Object.fromEntries(named),
    ...(text !== undefined && { body: text }),
  });
};

/** Remembers the names of created things, so that paths can use them. */
function remember(named: Map<string, Set<string>>, { address }: TruthRequest, { status, body }: Answer): void {
  const place = address.split('?')[0]?.split('/').at(-1) ?? '';
  const name = body?.id ?? body?.key ?? body?.slug ?? body?.value;
  if (status !== 201 || typeof name !== 'string' || (named.get(place)?.size ?? 0) > 20) return;
  named.set(place, new Set([...(named.get(place) ?? []), name]));
}

const tell = ({ operationId, method, address, headers, text = '' }: TruthRequest) =>
  `${operationId}: ${method} ${address.slice(0, 500)} ${JSON.stringify(headers)} ${text.slice(0, 1_000)}`;

/** Refusals that depend on existing data. The descriptions of their responses say so. */
const depends: ReadonlySet<string> = new Set([
  'not_found',
  'already_exists',
  'in_use',
  'stale',
  'last_owner',
  'insufficient_role',
  'precondition_failed',
  'rate_limited',
]);

/**
 * Rules that no schema can express, by `operation code pointer`. The document describes each of them in words. The list may
 * only shrink.
 */
export const beyondSchemas: Readonly<Record<string, RegExp>> = {
  'a condition is judged by the fields and statuses that it names': / \/condition\b/,
  'an announced change is judged by its own operation': / \/change\b/,
  'a value must name one of the things that there are, or fit the others': /^\w+ not_allowed /,
  'an order names each thing': /^order\w+ required \/(?:keys|values)$/,
  'a field of choices has a select or options, and a vendor a field':
    /^(?:createField required \/select|createVendor required \/field)$/,
  'a time must be to come': / minimum \/(?:at|expires_at)$/,
  'a revoked token cannot be changed': /^\w+ invalid_request The token has been revoked/,
  'limits and default are of the type of their field':
    /^(?:create|update)Field \w+ \/(?:default|min|max|max_length|pattern)$/,
  'dependents are asked of one thing': /^listDependents required (?:field|option)$/,
};

/** The reasons why an allowed request was refused: a code, or one of these. Throws if the document is wrong. */
function reasonOf({ operationId, wrong }: TruthRequest, { status, body }: Answer): readonly string[] {
  if (wrong.length > 0) {
    if (status >= 400 && status < 500) return [];
    throw new Error(`the document forbids it (${wrong.join(', ')}), and it was answered ${status}`);
  }
  if (status < 400) return [];
  if (depends.has(body.code)) return [body.code];
  const errors = (body.errors ?? [{ code: body.code, pointer: body.detail }]) as readonly InputError[];
  return errors.map(({ pointer, parameter, code }) => {
    const told = `${operationId} ${code} ${pointer ?? parameter}`;
    const [name] = Object.entries(beyondSchemas).find(([, form]) => form.test(told)) ?? [];
    if (name !== undefined) return name;
    throw new Error(`the document allows it, and it was answered ${status}: ${JSON.stringify(body).slice(0, 600)}`);
  });
}

/**
 * The truth of changelogs: random changes of random campaigns, and the same requests before and after each change. If a
 * request that was accepted is now refused, or gets a response of another form, the changelog must say so. A change that the
 * changelog calls breaking must have an effect. Without an entry nothing may differ. The revision of the token's document
 * rises exactly if there is an entry.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Campaign } from '../../src/campaign/definition.ts';
import { loadCampaign } from '../../src/campaign/load.ts';
import { createRandom } from '../../src/demo/random.ts';
import { type OpenApiDocument, operationsOf, type Schema } from '../../src/document/openapi.ts';
import { insertAccount, insertToken, type TestToken } from '../support/campaigns.ts';
import { answerSchemas } from '../support/documents/answer-schemas.ts';
import type { Random } from '../support/draws/arbitraries.ts';
import { signUpMember } from '../support/manage.ts';
import type { TestServer } from '../support/server.ts';
import { createJudge } from '../truth/judge.ts';
import { drawRequest, type Memory, type TruthRequest } from '../truth/requests.ts';
import { insertSubject } from '../truth/subjects.ts';
import { drawValue, none, type Source } from '../truth/values.ts';
import { drawChange, drawTokenChange } from './definition-changes.ts';

export interface Plan {
  readonly seed: number;
  readonly campaigns: number;
  readonly changesEach: number;
  /** For each token and change. */
  readonly requestsEach: number;
  /** Filters the entries: a test that drops some of them must fail. */
  readonly heard?: (told: readonly Entry[]) => readonly Entry[];
}

interface Entry {
  readonly class: string;
  readonly kind: string;
  readonly sentence: string;
}

export interface Report {
  readonly changes: number;
  readonly requests: number;
  /** Entries of tokens, by class. */
  readonly told: Readonly<Record<string, number>>;
  /** Breaking entries without an effect on a request, by kind. The existing leads do not show some of them. */
  readonly unseen: Readonly<Record<string, number>>;
  /** Entries by kind. A kind without an entry was not tested. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Changes that the API refused, by request. */
  readonly refused: Readonly<Record<string, number>>;
  readonly lies: readonly string[];
}

interface Tally {
  changes: number;
  requests: number;
  readonly told: Record<string, number>;
  readonly unseen: Record<string, number>;
  readonly kinds: Record<string, number>;
  readonly refused: Record<string, number>;
  readonly lies: string[];
}

export async function tellVerdicts(server: TestServer, plan: Plan): Promise<Report> {
  const tally: Tally = { changes: 0, requests: 0, told: {}, unseen: {}, kinds: {}, refused: {}, lies: [] };
  for (let i = 0; i < plan.campaigns; i += 1) await tryCampaign(server, { ...plan, seed: plan.seed + i }, tally);
  return tally;
}

/** A token, and the address of its document. */
interface Vendor {
  readonly name: string;
  readonly token: TestToken;
  readonly below: string;
}

async function tryCampaign(server: TestServer, plan: Plan, tally: Tally): Promise<void> {
  const random = createRandom(plan.seed);
  const { db } = server.connection;
  const accountId = await insertAccount(db, `Verdicts ${plan.seed}`);
  const slug = `verdicts-${plan.seed}`;
  const subject = await insertSubject(server, random, { accountId, slug });
  const member = await signUpMember(server, accountId, 'owner');
  const vendors = await vendorsOf(server, { accountId, slug, random, first: subject.token, below: subject.below });
  for (let count = 0; count < plan.changesEach; count += 1) {
    const campaign = (await loadCampaign(db, { slug })) as Campaign;
    const vendor = random.pick(vendors);
    const call = random.chance(0.15) ? drawTokenChange(random, vendor.token) : drawChange(random, campaign, count);
    const before = await Promise.all(vendors.map((one) => look(server, one, slug, random, plan.requestsEach)));
    const { status } = await member.call(call.request, call);
    // A change may be refused by its rules. A request that the API does not know is a mistake of the test.
    if (status === 400 || status === 404 || status >= 500) throw new Error(`${call.request} answered ${status}`);
    if (status >= 400) {
      // `PATCH fields`, from `PATCH /campaigns/solar-dk/fields/zip`.
      const [method = '', of, , what = of] = call.request.split('/');
      const kind = `${method}${what}`;
      tally.refused[kind] = (tally.refused[kind] ?? 0) + 1;
      continue;
    }
    tally.changes += 1;
    for (const [i, one] of vendors.entries()) {
      const was = before[i] as Seen;
      const faults = await judgeChange(server, one, slug, was, tally, random, plan.heard);
      for (const fault of faults)
        tally.lies.push(
          `seed ${plan.seed}, change ${count}: ${call.request} ${JSON.stringify(call.body)}\n  ${one.name}: ${fault}`,
        );
    }
  }
}

async function vendorsOf(
  { connection: { db }, vault }: TestServer,
  known: { accountId: string; slug: string; random: Random; first: TestToken; below: string },
): Promise<readonly Vendor[]> {
  const { accountId, slug, first, below } = known;
  const campaign = (await loadCampaign(db, { slug })) as Campaign;
  const filter = campaign.filters[0]?.name;
  const make = async (name: string, token: object, at = ''): Promise<Vendor> => ({
    name,
    token: await insertToken(db, vault, { accountId, ...token }),
    below: at,
  });
  return [
    { name: 'drawn', token: first, below },
    await make('broad', {}, `/campaigns/${slug}`),
    await make('campaign', { campaign }),
    ...(filter === undefined
      ? []
      : [
          await make('reads', { campaign, filter, permission: 'read' }),
          await make('writes', { campaign, filter, permission: 'read_write' }),
        ]),
  ];
}

interface Sent {
  readonly request: TruthRequest;
  readonly status: number;
  readonly body: unknown;
}

interface Seen {
  readonly document: OpenApiDocument;
  readonly revision: number;
  readonly entries: readonly string[];
  readonly sent: readonly Sent[];
}

async function look(server: TestServer, vendor: Vendor, slug: string, random: Random, count: number): Promise<Seen> {
  const document = await read<OpenApiDocument>(server, vendor, '/openapi.json?samples=true');
  const { revision, entries } = await read<Changelog>(server, vendor, '/changelog.json');
  const requests = drawSteady(document, random, count, await leadsOf(server, vendor, slug));
  const sent: Sent[] = [];
  for (const request of requests) sent.push({ request, ...(await send(server, vendor, slug, request)) });
  return { document, revision, entries: entries.map(({ id }) => id), sent };
}

interface Changelog {
  readonly revision: number;
  readonly entries: readonly {
    id: string;
    changes: readonly Entry[];
  }[];
}

async function read<T>(
  { url }: Pick<TestServer, 'url'>,
  { token, below }: Pick<Vendor, 'token' | 'below'>,
  path: string,
): Promise<T> {
  const response = await fetch(`${url}/docs/${token.docsId}${below}${path}`);
  if (response.status === 429) {
    // Requests of pages are limited by address, and a long run reads many.
    await sleep(1_000 * Number(response.headers.get('retry-after')));
    return read({ url }, { token, below }, path);
  }
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}

/**
 * Requests whose responses depend only on the definition and the leads: writes are dry runs, and there are no preconditions.
 */
function drawSteady(document: OpenApiDocument, random: Random, count: number, leads: Set<string>): TruthRequest[] {
  const source = { random, document, judge: createJudge(document) };
  const memory: Memory = { leads, cursors: new Map(), keys: new Set() };
  const entries = operationsOf(document).filter(
    ({ operation: { operationId } }) => !unsteady.has(operationId) && !/Form/.test(operationId),
  );
  const drawn: TruthRequest[] = [];
  for (let attempts = 0; drawn.length < count && attempts < 4 * count; attempts += 1) {
    const request = drawRequest(source, memory, entries);
    if (request.wrong.length > 0) continue;
    const [path = '', query = ''] = request.address.split('?');
    const parts = query.split('&').filter((part) => part !== '' && !/^(dry_run|cursor)=/.test(part));
    const asked = request.method === 'GET' ? parts : [...parts, 'dry_run=true'];
    drawn.push({ ...request, address: asked.length > 0 ? `${path}?${asked.join('&')}` : path, headers: {} });
  }
  return drawn;
}

/** The responses of these change with each request, or wait. */
const unsteady: ReadonlySet<string> = new Set(['listRequests', 'listLeadChanges', 'exportLeads']);

async function leadsOf(server: TestServer, vendor: Vendor, slug: string): Promise<Set<string>> {
  const { body } = await send(server, vendor, slug, { method: 'GET', address: '/leads' });
  const { data = [] } = (body ?? {}) as { data?: { id: string }[] };
  return new Set(data.map(({ id }) => id));
}

async function send(
  { url }: TestServer,
  { token }: Vendor,
  slug: string,
  { method, address, text }: Pick<TruthRequest, 'method' | 'address' | 'text'>,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/v1/campaigns/${slug}${address}`, {
    method,
    headers: {
      authorization: `Bearer ${token.secret}`,
      ...(text !== undefined && { 'content-type': 'application/json' }),
    },
    ...(text !== undefined && { body: text }),
  });
  const raw = await response.text();
  return { status: response.status, body: raw === '' ? undefined : JSON.parse(raw) };
}

async function judgeChange(
  server: TestServer,
  vendor: Vendor,
  slug: string,
  was: Seen,
  tally: Tally,
  random: Random,
  heard: Plan['heard'] = (told) => told,
): Promise<string[]> {
  const document = await read<OpenApiDocument>(server, vendor, '/openapi.json?samples=true');
  const { revision, entries } = await read<Changelog>(server, vendor, '/changelog.json');
  const told = heard(entries.filter(({ id }) => !was.entries.includes(id)).flatMap(({ changes }) => changes));
  for (const { class: of, kind } of told) {
    tally.told[of] = (tally.told[of] ?? 0) + 1;
    tally.kinds[kind] = (tally.kinds[kind] ?? 0) + 1;
  }
  const words = told.map((one) => `${one.class}: ${one.sentence}`).join(' ');
  const faults: string[] = [];
  if (revision - was.revision !== (told.length > 0 ? 1 : 0))
    faults.push(`revision ${was.revision} became ${revision}, and this was told: ${words}`);
  const difference = firstDifference(essence(was.document), essence(document));
  if (told.length === 0 && difference !== '') faults.push(`nothing was told, and documents differ: ${difference}`);
  // A reader learns that an option was archived, and may see this only in the campaign.
  const same = difference === '' && isDeepStrictEqual(campaignIn(was.document), campaignIn(document));
  if (told.length > 0 && same && !told.some(({ kind }) => beyondDocuments.has(kind)))
    faults.push(`the documents are the same, and this was told: ${words}`);
  const warned = told.some(({ class: of }) => of === 'breaking' || of === 'may_break');
  const shown = new Set<string>();
  for (const { request, status, body } of was.sent) {
    const now = await send(server, vendor, slug, request);
    tally.requests += 1;
    const broken = breakIn(was.document, request, { status, body }, now);
    if (broken === undefined) continue;
    shown.add(broken);
    if (!warned)
      faults.push(
        `${broken}, and was not told (${words}):\n    ${request.method} ${request.address.slice(0, 300)} ${(request.text ?? '').slice(0, 300)}\n    ${JSON.stringify(now.body).slice(0, 400)}`,
      );
  }
  const breaking = told.filter(({ class: of }) => of === 'breaking');
  if (breaking.length > 0 && shown.size === 0 && !showsItself(was.document, document, random))
    for (const { kind, sentence } of breaking) {
      tally.unseen[kind] = (tally.unseen[kind] ?? 0) + 1;
      if (!beyondRequests.has(kind)) faults.push(`no request shows what was told as breaking: ${sentence}`);
    }
  return faults;
}

/** Kinds of entries that no document shows in its schemas or words. */
const beyondDocuments: ReadonlySet<string> = new Set(['filter_other', 'called_off']);

/**
 * Effects that the leads and requests of a run may not show: other leads, duplicates, phone numbers, limits per minute, a
 * later end.
 */
const beyondRequests: ReadonlySet<string> = new Set([
  ...['filter_other', 'value_gone', 'filter_tied', 'filter_deleted', 'duplicates', 'country', 'limit', 'end'],
]);

/** The campaign as `getCampaign` shows it to the token, without its revision. */
function campaignIn(document: OpenApiDocument) {
  const operation = operationsOf(document).find((one) => one.operation.operationId === 'getCampaign')?.operation;
  const response = operation?.responses['200'] as { content: Record<string, Record<string, unknown>> } | undefined;
  const { example } = response?.content['application/json'] ?? {};
  if (typeof example !== 'object') throw new Error('the document shows no campaign');
  return { ...example, revision: undefined };
}

/** The document without its revision and its examples. */
function essence(node: unknown, name = ''): unknown {
  if (Array.isArray(node)) return node.map((one) => essence(one, name));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      name !== 'properties' && ['example', 'examples', 'version', 'x-codeSamples'].includes(key)
        ? []
        : [[key, essence(value, key)]],
    ),
  );
}

function firstDifference(a: unknown, b: unknown, at = ''): string {
  if (isDeepStrictEqual(a, b)) return '';
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return `${at}: ${JSON.stringify(a)?.slice(0, 300)} became ${JSON.stringify(b)?.slice(0, 300)}`;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of new Set([...Object.keys(x), ...Object.keys(y)]))
    if (!isDeepStrictEqual(x[key], y[key])) return firstDifference(x[key], y[key], `${at}/${key}`);
  return `${at}: the order of its members`;
}

/** The part that broke, in words; `undefined` if the client that sent the request notices nothing. */
function breakIn(
  document: OpenApiDocument,
  request: TruthRequest,
  before: { status: number; body: unknown },
  after: { status: number; body: unknown },
): string | undefined {
  if (before.status >= 300) return undefined;
  if (after.status >= 300) return `${before.status} became ${after.status}`;
  if (refusedItems(after.body) > refusedItems(before.body)) return 'an item of a batch is refused';
  if (after.status !== before.status && before.status !== 200) return `${before.status} became ${after.status}`;
  const place = responseSchema(document, request.operationId, after.status);
  if (place === 'none') return `${after.status} is a response that the document did not know`;
  return place !== undefined && !describes(document, place, after.body) && describes(document, place, before.body)
    ? 'the response has another form'
    : undefined;
}

const compiled = new WeakMap<OpenApiDocument, ReturnType<typeof answerSchemas>>();

function describes(document: OpenApiDocument, place: string, body: unknown): boolean {
  const ajv = compiled.get(document) ?? answerSchemas().addSchema(document, 'document');
  compiled.set(document, ajv);
  return ajv.validate(`document#${place}`, body) as boolean;
}

function refusedItems(body: unknown): number {
  const { results = [] } = (body ?? {}) as { results?: { status: number }[] };
  return results.filter(({ status }) => status >= 300).length;
}

/** The place of the response's schema in the document; `undefined` without a body. */
function responseSchema(document: OpenApiDocument, operationId: string, status: number): string | undefined {
  const entry = operationsOf(document).find(({ operation }) => operation.operationId === operationId);
  const response = entry?.operation.responses[String(status)] as { $ref?: string; content?: object } | undefined;
  if (!entry || !response) return 'none';
  const own = `/paths/${entry.path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/${entry.method}/responses/${status}`;
  const { content } = response.$ref ? (follow(document, response.$ref) as { content?: object }) : response;
  const at = response.$ref ? response.$ref.slice(1) : own;
  return content && 'application/json' in content ? `${at}/content/application~1json/schema` : undefined;
}

const follow = (document: OpenApiDocument, ref: string): unknown =>
  (document.components.responses as Record<string, unknown>)[ref.split('/').pop() ?? ''];

/** Whether the new schemas refuse a request that the old document allows, or a response lacks something. */
function showsItself(was: OpenApiDocument, is: OpenApiDocument, random: Random): boolean {
  const then = new Map(operationsOf(is).map((entry) => [entry.operation.operationId, entry]));
  const judge = createJudge(is);
  const source = { random, document: was, judge: createJudge(was) };
  const refused = (old: Schema, now: Schema | undefined): boolean =>
    !now || valuesOf(source, old).some((value) => !judge(now, value));
  const properties = ({ components }: OpenApiDocument, name: string) =>
    (components.schemas?.[name]?.properties ?? {}) as Record<string, Schema>;
  const required = ({ components }: OpenApiDocument, name: string) =>
    (components.schemas?.[name]?.required ?? []) as readonly string[];
  return (
    operationsOf(was).some((entry) => {
      const now = then.get(entry.operation.operationId);
      return entry.parameters.some(
        ({ in: place, name, schema }) =>
          place === 'query' &&
          refused(schema, now?.parameters.find((one) => one.in === 'query' && one.name === name)?.schema),
      );
    }) ||
    operationsOf(was).some((entry) => !then.has(entry.operation.operationId)) ||
    // Responses contain every field, even if this token sees no lead.
    Object.keys(properties(was, 'LeadFields')).some((key) => !Object.hasOwn(properties(is, 'LeadFields'), key)) ||
    ['LeadCreate', 'LeadFieldsCreate'].some((name) =>
      required(is, name).some((key) => !required(was, name).includes(key)),
    ) ||
    ['LeadFieldsCreate', 'LeadFieldsUpdate'].some((name) =>
      Object.entries(properties(was, name)).some(([key, schema]) => refused(schema, properties(is, name)[key])),
    ) ||
    refused(was.components.schemas?.StatusInput ?? {}, is.components.schemas?.StatusInput)
  );
}

/** Every value of a list, or some other values: enough to find a new bound or pattern. */
function valuesOf(source: Source, schema: Schema): unknown[] {
  const { items, anyOf = [] } = schema as { items?: Schema; anyOf?: readonly Schema[] };
  const listed = [schema, ...anyOf].flatMap(({ enum: values }) => (values ?? []) as unknown[]);
  const entries = ((items?.enum ?? []) as unknown[]).map((value) => [value]);
  const drawn = Array.from({ length: 30 }, () => drawValue(source, schema)).filter((value) => value !== none);
  const longest = ['a', 'A', '0', '-'].map((one) => one.repeat(Number(schema.maxLength ?? 1)));
  return [...listed, ...entries, null, ...drawn, ...longest].filter((value) => source.judge(schema, value));
}

/**
 * The truth of documents: random campaigns and tokens, and for each of them requests that are drawn only from its document.
 * The service must accept everything that the document allows, and refuse everything that it forbids, and every response
 * must be described. A failure names its seed; the same seed always gives the same result.
 */
import { createRandom } from '../../src/demo/random.ts';
import type { OpenApiDocument } from '../../src/document/openapi.ts';
import { insertAccount } from '../support/campaigns.ts';
import { type Answer, type Client, client } from '../support/client.ts';
import type { TestServer } from '../support/server.ts';
import { tryExamples } from './examples.ts';
import { createJudge } from './judge.ts';
import { drawRequest, type Memory, type TruthRequest } from './requests.ts';
import { differencesInYaml } from './same-in-yaml.ts';
import { insertSubject, type TruthSubject } from './subjects.ts';
import type { Source } from './values.ts';
import { verdictOf } from './verdict.ts';

export interface Plan {
  readonly seed: number;
  readonly campaigns: number;
  readonly requestsEach: number;
  /** A further check of each document. Returns its mistakes in words. */
  readonly inspect?: (json: string) => Promise<readonly string[]>;
}

export interface Report {
  readonly campaigns: number;
  readonly allowed: number;
  readonly forbidden: number;
  /** How often each exception was needed. */
  readonly exceptions: Readonly<Record<string, number>>;
  readonly lies: readonly string[];
}

/** Campaigns that run at a time. Each has its own random source and leads, so their order does not matter. */
const lanes = 4;

export async function tellTruth(server: TestServer, plan: Plan): Promise<Report> {
  const accountId = await insertAccount(server.connection.db, `Truth ${plan.seed}`);
  const tally = {
    campaigns: 0,
    allowed: 0,
    forbidden: 0,
    exceptions: {} as Record<string, number>,
    lies: [] as string[],
  };
  let next = 0;
  const lane = async () => {
    while (next < plan.campaigns) {
      const seed = plan.seed + next++;
      await tryCampaign(server, { ...plan, seed, accountId, tally });
      tally.campaigns += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { ...tally, lies: tally.lies.sort() };
}

interface Trial extends Plan {
  readonly accountId: string;
  readonly tally: {
    allowed: number;
    forbidden: number;
    readonly exceptions: Record<string, number>;
    readonly lies: string[];
  };
}

async function tryCampaign(server: TestServer, trial: Trial): Promise<void> {
  const { seed, accountId, tally } = trial;
  const random = createRandom(seed);
  const subject = await insertSubject(server, random, { accountId, slug: `truth-${seed}` });
  const json = await readDocument(server, subject, '.json?samples=true');
  // Both forms mean the same, so every other campaign uses the older one.
  const drawn = seed % 2 === 0 ? json : await readDocument(server, subject, '-3.0.json');
  const document = JSON.parse(drawn) as OpenApiDocument;
  const source: Source = { random, document, judge: createJudge(document) };
  const memory: Memory = { leads: new Set(), cursors: new Map(), keys: new Set() };
  const api = client(server, subject.token, subject.slug);
  const lie = (what: string) => tally.lies.push(`seed ${seed}: ${what}`);
  for (const finding of (await trial.inspect?.(json)) ?? []) lie(finding);
  const refused = await tryExamples(api, JSON.parse(json) as OpenApiDocument).catch((error: Error) => [
    `the examples: ${error.message}`,
  ]);
  for (const one of refused) lie(one);
  for (const finding of differencesInYaml(json, await readDocument(server, subject, '.yaml?samples=true')))
    lie(finding);
  await listFirst(api, memory).catch((error: Error) => lie(`the first list: ${error.message}`));
  for (let count = 0; count < trial.requestsEach; count += 1) {
    const request = drawRequest(source, memory);
    tally[request.wrong.length > 0 ? 'forbidden' : 'allowed'] += 1;
    try {
      const answer = await send(api, request);
      remember(memory, request, answer);
      const exception = verdictOf(request, answer, document);
      if (exception !== undefined) tally.exceptions[exception] = (tally.exceptions[exception] ?? 0) + 1;
    } catch (error) {
      lie(`${tell(request)}\n  ${(error as Error).message}`);
    }
  }
}

async function readDocument(
  { url }: TestServer,
  { token, below }: TruthSubject,
  form: '.json?samples=true' | '.yaml?samples=true' | '-3.0.json',
): Promise<string> {
  const response = await fetch(`${url}/docs/${token.docsId}${below}/openapi${form}`);
  if (!response.ok) throw new Error(`there is no document: ${response.status}`);
  return response.text();
}

/** Finds existing leads in the same way as a vendor. */
async function listFirst(api: Client, memory: Memory): Promise<void> {
  const { body } = await api.get('/leads');
  for (const { id } of body.data) memory.leads.add(id);
}

function send(api: Client, { method, address, headers, text }: TruthRequest): Promise<Answer> {
  return api.request(method, address, { headers, ...(text !== undefined && { raw: text }) });
}

function tell({ operationId, method, address, headers, text = '' }: TruthRequest): string {
  return `${operationId}: ${method} ${address.slice(0, 1_000)} ${JSON.stringify(headers)} ${text.slice(0, 1_000)}`;
}

/** Ids and cursors come from responses, as for a vendor. */
function remember({ leads, cursors }: Memory, request: TruthRequest, { status, body }: Answer): void {
  if (request.method === 'DELETE' && status === 204 && request.leadId !== undefined) leads.delete(request.leadId);
  for (const { id, fields } of [body, ...(body.data ?? [])])
    if (typeof id === 'string' && fields && leads.size < 50) leads.add(id);
  if (typeof body.next_cursor === 'string' && request.operationId === 'listLeadChanges')
    cursors.set(request.operationId, body.next_cursor);
}

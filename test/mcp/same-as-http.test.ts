/**
 * MCP gives the same responses as HTTP: requests are drawn from the documents of random campaigns, some with mistakes, and
 * each is sent both ways. Writes are dry runs, so that both requests find the same leads.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRandom } from '../../src/demo/random.ts';
import { type OpenApiDocument, type OperationEntry, operationsOf } from '../../src/document/openapi.ts';
import { bodyTypeOf } from '../../src/mcp/arguments.ts';
import { isTool } from '../../src/mcp/tools.ts';
import { insertAccount } from '../support/campaigns.ts';
import { seed } from '../support/draws/seed.ts';
import { postMessage } from '../support/mcp.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { createJudge } from '../truth/judge.ts';
import { drawRequest, type Memory, type TruthRequest } from '../truth/requests.ts';
import { insertSubject } from '../truth/subjects.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Whether MCP can carry the request: it has no forms, and no ETags of cached responses. */
function isSendable(entry: OperationEntry, { headers, body, address }: TruthRequest): boolean {
  const [, search = ''] = address.split('?');
  const names = [...new URLSearchParams(search).keys()];
  // One argument has the name `fields`: it cannot be a text and the filters of fields at once.
  if (names.includes('fields') && names.some((name) => name.startsWith('fields.'))) return false;
  if (entry.method === 'get') return headers['if-match'] === undefined && headers['if-none-match'] === undefined;
  const known = entry.parameters.map(({ name }) => name);
  // Beside a body, an unknown name belongs to the body.
  if (names.some((name) => !known.includes(name))) return false;
  if (bodyTypeOf(entry) === undefined) return true;
  return (
    headers['content-type'] === bodyTypeOf(entry) && typeof body === 'object' && body !== null && !Array.isArray(body)
  );
}

/** The arguments as text, so that numbers keep all their digits. */
function argumentsOf({ path }: OperationEntry, { address, headers, text }: TruthRequest): string {
  const [written = '', search = ''] = address.split('?');
  const values = written.split('/').map(decodeURIComponent);
  const named = path.split('/').flatMap((part, i) => (part.startsWith('{') ? [[part.slice(1, -1), values[i]]] : []));
  const args: Record<string, unknown> = Object.fromEntries(named);
  const fields: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(search))
    if (name.startsWith('fields.')) fields[name.slice('fields.'.length)] = value;
    else args[name] = value;
  if (Object.keys(fields).length > 0) args.fields = fields;
  for (const name of ['if-match', 'if-none-match', 'idempotency-key'])
    if (headers[name] !== undefined) args[name.replaceAll('-', '_')] = headers[name];
  const own = JSON.stringify(args).slice(1, -1);
  const body = text?.trim().slice(1, -1).trim() ?? '';
  return `{${[own, body].filter((part) => part !== '').join(',')}}`;
}

/** Without the parts that differ in every response. */
const plain = (text: string): unknown =>
  JSON.parse(text || '{}', (key, value) => {
    if (key === 'instance' || /^(?:created|updated)_at$|^at$/.test(key)) return typeof value;
    return key === 'next_cursor' || key === 'duration_ms' || key === 'request_id' ? typeof value : value;
  });

test('a tool responds like its operation, to valid and to wrong requests', async () => {
  const accountId = await insertAccount(server.connection.db);
  const differences: unknown[] = [];
  let sent = 0;
  for (let campaign = 0; campaign < 6; campaign += 1) {
    const random = createRandom(seed + campaign);
    const slug = `same-${campaign}`;
    const { token, below } = await insertSubject(server, random, { accountId, slug });
    const read = await fetch(`${server.url}/docs/${token.docsId}${below}/openapi.json`);
    const document = (await read.json()) as OpenApiDocument;
    const entries = operationsOf(document).filter(
      (entry) => isTool(entry) && entry.operation.operationId !== 'listRequests',
    );
    const memory: Memory = { leads: new Set(), cursors: new Map(), keys: new Set() };
    const authorization = `Bearer ${token.secret}`;
    const first = await fetch(`${server.url}/v1/campaigns/${slug}/leads`, { headers: { authorization } });
    for (const { id } of ((await first.json()) as { data: { id: string }[] }).data) memory.leads.add(id);
    for (let count = 0; count < 60; count += 1) {
      const drawn = drawRequest({ random, document, judge: createJudge(document) }, memory, entries);
      const entry = entries.find(({ operation }) => operation.operationId === drawn.operationId) as OperationEntry;
      // A held poll would make the tests slow, twice.
      if (!isSendable(entry, drawn) || /wait=(?!0)/.test(drawn.address)) continue;
      const trial = entry.method === 'get' || drawn.address.includes('dry_run=') ? drawn : dry(drawn);
      if (trial.address.includes('dry_run=false') || trial.address.includes('dry_run=0')) continue;
      const http = await fetch(`${server.url}/v1/campaigns/${slug}${trial.address.replace(/^\/(?=$|\?)/, '')}`, {
        method: trial.method,
        headers: { ...trial.headers, authorization },
        ...(trial.text !== undefined && { body: trial.text }),
      });
      const expected = { status: http.status, body: plain(await http.text()) };
      const raw = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":${JSON.stringify(entry.operation.operationId)},"arguments":${argumentsOf(entry, trial)}}}`;
      const { text } = await postMessage(server, slug, { ...token, raw });
      const { result } = JSON.parse(text) as { result: { content: { text: string }[]; structuredContent?: unknown } };
      const [one = { text: '' }] = result.content;
      const told = result.content.flatMap((each) => /^HTTP (\d+)/.exec(each.text)?.[1] ?? [])[0];
      const body = result.structuredContent === undefined ? {} : plain(one.text);
      const status = Number(told ?? (body as { status: number }).status);
      sent += 1;
      try {
        expect({ status, body }).toEqual(expected);
      } catch (error) {
        differences.push({ seed, campaign, trial, raw, error: (error as Error).message });
      }
    }
  }
  expect(differences).toEqual([]);
  expect(sent).toBeGreaterThan(100);
});

const dry = (request: TruthRequest): TruthRequest => ({
  ...request,
  address: `${request.address}${request.address.includes('?') ? '&' : '?'}dry_run=true`,
});

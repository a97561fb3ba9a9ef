/** The tools of a token are the operations of its own document, with the same words and schemas. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { OpenApiDocument } from '../../src/document/openapi.ts';
import { operationsOf } from '../../src/document/openapi.ts';
import { change, solarPlan, type TestToken } from '../support/campaigns.ts';
import { generations, type ListedTool, mcpClient, postMessage } from '../support/mcp.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const { slug } = solarPlan;

async function toolsOf(token: TestToken): Promise<readonly ListedTool[]> {
  const client = await mcpClient(v.server, token, slug);
  const tools = await client.tools();
  await client.close();
  return tools;
}

async function operationsFor({ docsId }: TestToken): Promise<string[]> {
  const answer = await fetch(`${v.server.url}/docs/${docsId}/openapi.json`);
  return operationsOf((await answer.json()) as OpenApiDocument).map(({ operation }) => operation.operationId);
}

/** Operations whose response is too long for a result, or that are another way to send the same. */
const noTools = ['exportLeads', 'submitLeadForm', 'submitLeadFormByExternalId'];

test.each(generations)('the %s client lists every operation of the document except the export', async (generation) => {
  const client = await mcpClient(v.server, v.tokens.xyz, slug, generation);

  const names = (await client.tools()).map(({ name }) => name);

  expect(names).toEqual((await operationsFor(v.tokens.xyz)).filter((id) => !noTools.includes(id)));
  expect(client.instructions).toContain('There is no tool for an export');
  expect(client.protocolVersion).toBe(generation === 'second SDK, no session' ? '2026-07-28' : '2025-11-25');
  await client.close();
});

test('a token that may only read has no tool that writes', async () => {
  const reader = await v.token({ filter: 'Vendor XYZ', permission: 'read' });

  const tools = await toolsOf(reader);

  expect(tools.map(({ name }) => name)).toEqual((await operationsFor(reader)).filter((id) => !noTools.includes(id)));
  expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)).toEqual([]);
});

test('a tool says whether it only reads, destroys, and may be repeated', async () => {
  const hints = Object.fromEntries((await toolsOf(v.tokens.xyz)).map(({ name, annotations }) => [name, annotations]));

  expect(hints.listLeads).toMatchObject({ readOnlyHint: true, destructiveHint: false });
  expect(hints.createLead).toMatchObject({ readOnlyHint: false, destructiveHint: false, idempotentHint: false });
  expect(hints.updateLead).toMatchObject({ readOnlyHint: false, destructiveHint: true, idempotentHint: true });
  expect(hints.deleteLead).toMatchObject({ readOnlyHint: false, destructiveHint: true, idempotentHint: true });
  expect(hints.writeLeads).toMatchObject({ readOnlyHint: false, destructiveHint: true, idempotentHint: false });
});

test('path, query, headers and body of an operation are the arguments of its tool, side by side', async () => {
  const tools = await toolsOf(v.tokens.xyz);
  const schemaOf = (name: string) => tools.find((tool) => tool.name === name)?.inputSchema;

  expect(schemaOf('upsertLead')).toMatchObject({
    type: 'object',
    required: ['external_id'],
    additionalProperties: false,
  });
  expect(Object.keys(schemaOf('upsertLead')?.properties ?? {}).sort()).toEqual(
    ['dry_run', 'external_id', 'fields', 'idempotency_key', 'if_match', 'if_none_match', 'status'].sort(),
  );
  expect(schemaOf('createLead')?.required).toEqual(['fields']);
  expect(Object.keys(schemaOf('getLead')?.properties ?? {})).toEqual(['lead_id']);
});

test('leads are listed by fields under `fields`, as they are written', async () => {
  const list = (await toolsOf(v.tokens.whole)).find(({ name }) => name === 'listLeads');

  const { fields, limit } = (list?.inputSchema.properties ?? {}) as Record<string, { properties?: object }>;

  expect(limit).toMatchObject({ type: 'integer', maximum: 200 });
  expect(Object.keys(fields?.properties ?? {})).toEqual(expect.arrayContaining(['email', 'roof_area.gte', 'source']));
});

test('no tool of a vendor mentions another vendor', async () => {
  const told = JSON.stringify(await toolsOf(v.tokens.xyz));

  expect(told).toContain('vendor-xyz');
  expect(told).not.toMatch(/nordic/i);
  expect(told).not.toContain('old-vendor');
});

test('a token of the account has tools for each campaign that it may see', async () => {
  expect((await toolsOf(v.tokens.broad)).map(({ name }) => name)).toContain('createLead');
});

test('the tools are those of the present campaign, and the response has its revision', async () => {
  const list = () => postMessage(v.server, slug, v.tokens.whole, { jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const before = await list();

  await change(v.db, v.campaign, sql`update fields set label = 'Family name' where key = 'name'`);
  const after = await list();

  expect(before.text).not.toContain('Family name');
  expect(after.text).toContain('Family name');
  expect(Number(after.headers.get('x-schema-revision'))).toBe(Number(before.headers.get('x-schema-revision')) + 1);
});

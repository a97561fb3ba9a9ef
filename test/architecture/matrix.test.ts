/**
 * The permission matrix: every operation of the Lead API by every kind of caller, with the status of the response. `UPDATE=1
 * npm test -- test/architecture/matrix` writes `test/golden/matrix.txt` again; reviewers read its difference.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { baseDocument } from '../../src/document/base.ts';
import { operationsOf } from '../../src/document/openapi.ts';
import { insertAccount, insertCampaign, insertToken, solarPlan } from '../support/campaigns.ts';
import type { Client, RequestOptions } from '../support/client.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

const golden = new URL('../golden/matrix.txt', import.meta.url);

let v: Vendors;
let callers: Record<string, Client>;
beforeAll(async () => {
  v = await startVendors();
  const { db, accountId, server } = v;
  const second = await insertCampaign(db, accountId, { ...solarPlan, slug: 'second' });
  const stranger = await insertAccount(db, 'Stranger');
  const end = async (set: ReturnType<typeof sql>) => {
    const token = await v.token({ filter: 'Vendor XYZ' });
    await sql`update tokens set ${set}, version = version + 1 where id = ${token.id}`.execute(db);
    // Called by its secret, because its documentation may be gone.
    return v.client(token.secret);
  };
  callers = {
    nobody: v.client(undefined),
    garbage: v.client('lsp_garbage'),
    revoked: await end(sql`revoked_at = now()`),
    expired: await end(sql`expires_at = now()`),
    paused: await end(sql`paused = true`),
    'scoped, read': v.client(await v.token({ filter: 'Vendor XYZ', permission: 'read' })),
    'scoped, write': v.xyz,
    'scoped, other vendor': v.nordic,
    'campaign, read': v.client(await v.token({ permission: 'read' })),
    'campaign, write': v.whole,
    'broad, read': v.client(await v.token({ broad: true, permission: 'read' })),
    'broad, write': v.broad,
    'other campaign': v.client(await insertToken(db, server.vault, { accountId, campaign: second })),
    'other account': v.client(await insertToken(db, server.vault, { accountId: stranger })),
  };
});
afterAll(() => v.stop());

const form: RequestOptions = {
  raw: new URLSearchParams({
    'fields.name': least.name,
    'fields.email': least.email,
    'fields.source': 'vendor-xyz',
  }).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
};

/** A request that succeeds for an allowed caller. `lead` belongs to Vendor XYZ. An operation without a row fails the test. */
const requests: Readonly<Record<string, (lead: string) => [string, string, RequestOptions?]>> = {
  getCampaign: () => ['GET', '/'],
  listLeads: () => ['GET', '/leads'],
  countLeads: () => ['GET', '/leads/count'],
  listLeadChanges: () => ['GET', '/leads/changes'],
  exportLeads: () => ['GET', '/leads/export'],
  createLead: () => ['POST', '/leads', { body: { fields: { ...least, source: 'vendor-xyz' } } }],
  getLead: (lead) => ['GET', `/leads/${lead}`],
  getLeadHistory: (lead) => ['GET', `/leads/${lead}/history`],
  updateLead: (lead) => ['PATCH', `/leads/${lead}`, { body: { status: 'won' } }],
  deleteLead: (lead) => ['DELETE', `/leads/${lead}`],
  writeLeads: (lead) => ['POST', '/leads/batch', { body: { items: [{ op: 'update', id: lead, status: 'won' }] } }],
  upsertLead: () => ['PUT', `/external-ids/${randomUUID()}`, { body: { fields: { ...least, source: 'vendor-xyz' } } }],
  submitLeadForm: () => ['POST', '/leads/form', form],
  submitLeadFormByExternalId: () => ['PUT', `/external-ids/${randomUUID()}/form`, form],
  listRequests: () => ['GET', '/requests'],
  listCampaigns: () => ['GET', '/v1/campaigns'],
  getOpenApi: () => ['GET', '/v1/openapi.json', { query: { campaign: 'solar-test' } }],
  getOpenApi30: () => ['GET', '/v1/openapi-3.0.json', { query: { campaign: 'solar-test' } }],
};

const operations = [...operationsOf(baseDocument('leads')), ...operationsOf(baseDocument('account'))].map(
  ({ operation }) => operation.operationId,
);

test('every operation has a row, and no row is of an operation that is gone', () => {
  expect(Object.keys(requests).sort()).toEqual([...operations].sort());
});

test('the matrix is the one that was reviewed', async () => {
  const rows: string[][] = [['', ...operations]];
  for (const [caller, api] of Object.entries(callers)) {
    const row = [caller];
    for (const operation of operations) {
      const { id } = await v.whole.lead({ ...least, source: 'vendor-xyz' });
      const [method, path, options] = requests[operation]?.(id) ?? ['GET', '/'];
      row.push(String((await api.request(method, path, options)).status));
    }
    rows.push(row);
  }
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const text = `${rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
  if (process.env.UPDATE) writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
});

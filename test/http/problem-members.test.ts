/**
 * The members that problems have beside the usual ones, by code: they are sent, and the schema of that very response names
 * them. Every test that calls the API checks its problems in the same way (`support/strange-members`).
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { baseDocument } from '../../src/document/base.ts';
import type { OpenApiDocument } from '../../src/document/openapi.ts';
import { type ProblemCode, problemCodes } from '../../src/problem/codes.ts';
import { problemMembers } from '../../src/problem/members.ts';
import { strangeMembers } from '../support/draws/strange-members.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let member: Member;
let path: string;
beforeAll(async () => {
  v = await startVendors();
  member = await signUpMember(v.server, v.accountId, 'admin');
  path = `/campaigns/${v.campaign.slug}`;
  const rule = { fields: ['email'], match: 'any', action: 'reject', reach: 'visible' };
  if ((await member.call(`PUT ${path}/duplicate-rule`, { body: rule })).status !== 200) throw new Error('no rule');
});
afterAll(() => v.stop());

const twice = { ...least, email: 'twice@example.com' };
const usual = ['type', 'title', 'status', 'detail', 'instance', 'code', 'errors'];
const further = (body: object) => Object.keys(body).filter((name) => !usual.includes(name));
const documentOf = async () =>
  (await (await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`)).json()) as OpenApiDocument;

/** How to cause each problem, in the Lead API and in the Management API. */
const causes: Partial<Record<ProblemCode, () => Promise<{ body: Record<string, unknown> }[]>>> = {
  async duplicate_lead() {
    await v.xyz.lead(twice);
    const item = { op: 'create', fields: twice };
    const batch = await v.xyz.post('/leads/batch', { items: [item] });
    const [result] = batch.body.results as { problem: Record<string, unknown> }[];
    const body = { fields: { ...twice, source: 'vendor-xyz' } };
    return [
      await v.xyz.post('/leads', { fields: twice }),
      await v.xyz.request('PUT', '/external-ids/other', { body: { fields: twice } }),
      { body: result?.problem ?? {} },
      await member.call(`POST ${path}/leads`, { body }),
    ];
  },
  async lead_erased() {
    const key = { 'idempotency-key': 'erased' };
    const body = { fields: { ...least, email: 'erased@example.com', source: 'vendor-xyz' } };
    const first = await v.xyz.post('/leads', body, key);
    const second = await member.call(`POST ${path}/leads`, {
      body: { fields: { ...body.fields, email: 'too@example.com' } },
      headers: key,
    });
    for (const id of [first.body.id, second.body.id]) await v.xyz.delete(`/leads/${id}`);
    return [
      await v.xyz.post('/leads', body, key),
      await member.call(`POST ${path}/leads`, {
        body: { fields: { ...body.fields, email: 'too@example.com' } },
        headers: key,
      }),
    ];
  },
  batch_refused: async () => [
    await v.xyz.post('/leads/batch', { atomic: true, items: [{ op: 'create', fields: {} }] }),
  ],
  async stale() {
    const headers = { 'If-Match': '"1"' };
    await member.call(`PATCH ${path}`, { body: { name: 'Renamed' } });
    return [
      await member.call(`PATCH ${path}`, { body: { name: 'Again' }, headers }),
      await member.call(`POST ${path}/fields`, { body: { key: 'late', label: 'Late', type: 'text' }, headers }),
      await member.call(`POST ${path}/vendors`, { body: { label: 'V', field: 'source', permission: 'read' }, headers }),
    ];
  },
  async in_use() {
    await v.xyz.lead({ ...least, email: 'contacted@example.com' }, { status: 'contacted' });
    const [filter] = (await member.call(`GET ${path}/filters`)).body.data;
    return [
      await member.call(`DELETE ${path}/fields/source`),
      await member.call(`DELETE ${path}/filters/${filter.id}`),
      await member.call(`DELETE ${path}/selects/source/options/vendor-xyz`),
      await member.call(`DELETE ${path}/statuses/contacted`),
    ];
  },
};

test('each code with further members has a way in which it comes about here, and each member is sent once at least', async () => {
  expect(Object.keys(causes).sort()).toEqual(Object.keys(problemMembers).sort());
  for (const [code, cause] of Object.entries(causes)) {
    const told = await cause();
    expect(told.map(({ body }) => [code, body.code])).toEqual(told.map(() => [code, code]));
    const sent = told.flatMap(({ body }) => further(body));
    expect([code, [...new Set(sent)].sort()]).toEqual([code, [...(problemMembers[code as ProblemCode] ?? [])].sort()]);
  }
});

test('every problem fits the schema of its response, for every code, in both APIs', async () => {
  const own = await documentOf();
  const schemaOf = (document: OpenApiDocument, name: string) => ({
    document,
    schema: { $ref: `#/components/schemas/${name}` },
  });
  const schemas: Partial<Record<ProblemCode, { document: OpenApiDocument; schema: object }[]>> = {
    duplicate_lead: [schemaOf(own, 'Problem'), schemaOf(baseDocument('manage'), 'Problem')],
    lead_erased: [schemaOf(own, 'Problem'), schemaOf(baseDocument('manage'), 'Problem')],
    batch_refused: [schemaOf(own, 'Problem')],
  };
  for (const code of problemCodes) {
    const body = Object.fromEntries([...usual, ...(problemMembers[code] ?? [])].map((name) => [name, null]));
    for (const { document, schema } of schemas[code] ?? [schemaOf(baseDocument('manage'), 'Problem')])
      expect([code, strangeMembers(document, schema as never, body)]).toEqual([code, []]);
  }
});

/**
 * Each status of each operation has an example with that status, as the campaign returns it: a mock server responds to a 422
 * with a 422, and the page shows a 404 under 404.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OpenApiDocument, operationsOf } from '../../../src/document/openapi.ts';
import { publish } from '../../../src/document/publish.ts';
import { problemCodes, problemKinds } from '../../../src/problem/codes.ts';
import { documentCases, fixtures, grantOf, publicUrl } from '../../support/fixtures.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

interface Example {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly { readonly parameter?: string }[];
}
interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly example?: Example }>>;
}

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

function exampleOf(document: OpenApiDocument, response: unknown): Example | undefined {
  const { $ref, content } = response as Response;
  const responses = (document.components.responses ?? {}) as Record<string, Response>;
  const { content: shown = {} } = $ref === undefined ? { content } : (responses[$ref.split('/').pop() ?? ''] ?? {});
  return shown['application/problem+json']?.example;
}

test.each(documentCases)('every status has an example in the document of $name for $kind', ({ name, kind }) => {
  const { document } = publish(grantOf(fixtures[name], kind), publicUrl);
  for (const { operation } of operationsOf(document)) {
    for (const [status, response] of Object.entries(operation.responses)) {
      if (status.startsWith('2') || status === '304') continue;
      const example = exampleOf(document, response);
      const where = `${operation.operationId} ${status}`;
      expect({ where, status: example?.status }).toEqual({ where, status: Number(status) });
      const code = problemCodes.find((one) => one === example?.code);
      expect({ where, code }).toEqual({ where, code: example?.code });
      const { title, status: known } = problemKinds[code ?? 'internal_error'];
      expect(example).toMatchObject({ title, status: known, type: `${publicUrl}/problems/${code}` });
    }
  }
});

test('the examples are the responses of the service', async () => {
  const response = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`);
  const document = (await response.json()) as OpenApiDocument;
  const missing = '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';
  const unknown = { fields: { no_such_field: 1 } };
  const bodies: Record<string, object> = {
    createLead: { fields: {} },
    updateLead: unknown,
    upsertLead: unknown,
    writeLeads: {},
    submitLeadForm: {},
    submitLeadFormByExternalId: { 'fields.no_such_field': '1' },
  };
  const right: Record<string, object> = {
    createLead: valid,
    updateLead: {},
    upsertLead: {},
    writeLeads: { items: [] },
    submitLeadForm: { 'fields.name': 'Anna', 'fields.email': 'anna@example.com' },
    submitLeadFormByExternalId: {},
  };
  const wrong: Record<string, string> = { limit: '5000', dry_run: 'maybe', verbose: '1' };
  let compared = 0;
  for (const { path, method, operation } of operationsOf(document)) {
    const { operationId, responses } = operation;
    const isForm = operation['x-json-operation'] !== undefined;
    const send = async (address: string, body?: object, slug = v.campaign.slug) => {
      const answer = await fetch(`${v.server.url}/v1/campaigns/${slug}${address}`, {
        method: method.toUpperCase(),
        headers: {
          authorization: `Bearer ${v.tokens.xyz.secret}`,
          'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
        },
        ...(body && { body: isForm ? String(new URLSearchParams({ ...body })) : JSON.stringify(body) }),
      });
      return { ...((await answer.json()) as Example), instance: undefined };
    };
    const expected = (status: string) => ({ ...exampleOf(document, responses[status]), instance: undefined });
    const filled = path.replace('{lead_id}', missing).replace('{external_id}', 'crm-1');
    const body = bodies[operationId];
    const check = (answer: Example, status: string) => {
      expect({ operationId, ...answer }).toEqual({ operationId, ...expected(status) });
      compared += 1;
    };

    const { parameter = '' } = expected('400').errors?.[0] ?? {};
    const address =
      parameter === 'lead_id' ? path.replace('{lead_id}', '42') : `${filled}?${parameter}=${wrong[parameter]}`;
    check(await send(address, body && right[operationId]), '400');
    if (path.includes('{lead_id}')) check(await send(filled, body && {}), '404');
    else if (!path.includes('{')) check(await send(filled, body, 'no-such-campaign'), '404');
    if (body && operationId !== 'updateLead') check(await send(filled, body), '422');
  }
  const lead = await v.xyz.lead(valid.fields);
  const changed = await fetch(`${v.server.url}/v1/campaigns/${v.campaign.slug}/leads/${lead.id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${v.tokens.xyz.secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(unknown),
  });
  expect(changed.status).toBe(422);
  expect(compared).toBeGreaterThan(25);
});

const valid = { fields: { name: 'Anna', email: 'anna@example.com' } };

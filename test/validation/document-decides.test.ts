/**
 * Only the document decides: the test changes what `publish` returns, and the server refuses accordingly. The base step
 * works as well: each operation of the base document refuses a bad request. (If the server address in its document did not
 * match, express-openapi-validator would let everything through.)
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express, { type Request, type Response } from 'express';
import type { Campaign } from '../../src/campaign/definition.ts';
import { baseDocument } from '../../src/document/base.ts';
import { type OpenApiDocument, operationsOf } from '../../src/document/openapi.ts';
import { publish } from '../../src/document/publish.ts';
import { bindOperations } from '../../src/http/bind.ts';
import { Problem } from '../../src/problem/problem.ts';
import { createBaseJudge } from '../../src/validation/base.ts';
import { insertAccount, insertCampaign, insertToken, solarPlan } from '../support/campaigns.ts';
import { startServer, type TestServer } from '../support/server.ts';

interface Problems {
  readonly code: string;
  readonly errors?: readonly { readonly pointer?: string; readonly parameter?: string; readonly code: string }[];
}

/** The change that the test makes in every published document. */
let alter: (document: OpenApiDocument) => void = () => undefined;
let server: TestServer;
let campaign: Campaign;
let accountId: string;

beforeAll(async () => {
  server = await startServer({
    publish(subject, publicUrl) {
      const made = publish(subject, publicUrl);
      const document = structuredClone(made.document);
      alter(document);
      return { ...made, document, json: JSON.stringify(document) };
    },
  });
  const { db } = server.connection;
  accountId = await insertAccount(db);
  campaign = await insertCampaign(db, accountId, solarPlan);
});

afterAll(() => server.stop());

/** A new campaign for each test, because documents are cached. */
async function begin(slug: string, alteration: typeof alter) {
  alter = alteration;
  const { db } = server.connection;
  campaign = await insertCampaign(db, accountId, { ...solarPlan, slug });
  const { secret } = await insertToken(db, server.vault, { accountId, campaign, filter: 'Vendor XYZ' });
  return async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${server.url}/v1/campaigns/${slug}${path}`, {
      method,
      headers: { Authorization: `Bearer ${secret}`, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Problems };
  };
}

const lead = { fields: { name: 'Anna', email: 'anna@example.com' } };

function member(node: unknown, ...path: string[]): Record<string, unknown> {
  for (const name of path) node = (node as Record<string, unknown>)[name];
  return node as Record<string, unknown>;
}

const schemaOf = (document: OpenApiDocument, name: string, ...path: string[]) =>
  member(document, 'components', 'schemas', name, ...path);

test('an unchanged document accepts the lead', async () => {
  const ask = await begin('as-it-is', () => undefined);
  expect((await ask('POST', '/leads', lead)).status).toBe(201);
});

test('the server enforces a limit that only the document has', async () => {
  const ask = await begin('shorter', (document) => {
    schemaOf(document, 'LeadFieldsCreate', 'properties', 'name').maxLength = 3;
  });
  const refused = await ask('POST', '/leads', lead);
  expect(refused).toMatchObject({ status: 422, body: { code: 'invalid_lead' } });
  expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/fields/name', code: 'max_length' })]);
});

test('a field that is removed from the document is unknown to the server, and a required one is required', async () => {
  const ask = await begin('other-fields', (document) => {
    const { properties, required } = schemaOf(document, 'LeadFieldsCreate') as {
      properties: object;
      required: string[];
    };
    Reflect.deleteProperty(properties, 'email');
    required.splice(required.indexOf('email'), 1, 'notes');
  });
  const { body } = await ask('POST', '/leads', lead);
  expect(body.errors).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ pointer: '/fields/email', code: 'unknown' }),
      expect.objectContaining({ pointer: '/fields/notes', code: 'required' }),
    ]),
  );
});

test('a list parameter that the document does not have is refused by the server, an enum is its choice', async () => {
  const ask = await begin('other-parameters', (document) => {
    const parameters = member(document, 'paths', '/leads', 'get').parameters as { $ref?: string }[];
    parameters.splice(
      parameters.findIndex(({ $ref }) => $ref === '#/components/parameters/Filter-eq-zipParam'),
      1,
    );
    member(document, 'components', 'parameters', 'StatusParam', 'schema', 'items').enum = ['won'];
  });
  const { status, body } = await ask('GET', '/leads?fields.zip=5000&status=new');
  expect({ status, parameters: body.errors?.map(({ parameter }) => parameter).sort() }).toEqual({
    status: 400,
    parameters: ['fields.zip', 'status'],
  });
});

test('an operation that the document does not have does not exist', async () => {
  const ask = await begin('no-creation', (document) => {
    Reflect.deleteProperty(member(document, 'paths', '/leads'), 'post');
  });
  expect((await ask('POST', '/leads', lead)).status).toBe(404);
});

const names = ['leads', 'account', 'manage'] as const;

test.each(names)(
  'every operation of %s refuses a parameter or a body that its base document does not take',
  async (name) => {
    const document = baseDocument(name);
    const judge = createBaseJudge(document);
    const app = express()
      .set('query parser', 'simple')
      .use(express.json({ strict: false }));
    bindOperations({
      app,
      document,
      prefix: '',
      serve: async (_entry, req: Request, res: Response) => {
        res.json(await judge(req, res));
      },
      beforeRefusal: async () => undefined,
    });
    app.use((error: unknown, _req: Request, res: Response, next: () => void) =>
      error instanceof Problem ? res.json([{ code: error.code }]) : next(),
    );
    const listening = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => listening.once('listening', resolve));
    const { port } = listening.address() as { port: number };

    const passed: string[] = [];
    for (const { path, method, operation } of operationsOf(document)) {
      const open = operation['x-eov-allow-unknown-query-parameters'] === true;
      const address = path.replaceAll(/\{[a-z_]+\}/g, '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80');
      // A list of leads accepts parameters of fields, so the test sends it one of its own parameters with a wrong value.
      const response = await fetch(
        `http://127.0.0.1:${port}${address}?${open ? 'created_at.gte=never' : 'never_was=1'}`,
        {
          method: method.toUpperCase(),
          ...(operation.requestBody && { headers: { 'Content-Type': 'application/json' }, body: '[]' }),
        },
      );
      const errors = (await response.json()) as unknown[];
      if (errors.length === 0) passed.push(operation.operationId);
    }
    listening.closeAllConnections();
    await new Promise((resolve) => listening.close(resolve));

    expect(operationsOf(document).length).toBeGreaterThan(1);
    expect(passed).toEqual([]);
  },
);

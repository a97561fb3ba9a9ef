/**
 * The first step of validation runs only if it may find something that the second step does not check. A wrong path, header,
 * media type or encoding of a query is still refused as the first step refuses it.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import express, { type NextFunction, type Request, type Response } from 'express';
import { baseDocument } from '../../src/document/base.ts';
import { bindOperations } from '../../src/http/bind.ts';
import { Problem } from '../../src/problem/problem.ts';
import { createBaseJudge } from '../../src/validation/base.ts';
import { createCompiledOperations } from '../../src/validation/compiled.ts';
import { createValidator } from '../../src/validation/validator.ts';

const document = baseDocument('leads');
const first = createBaseJudge(document);
let firstStepRuns = 0;
const validate = createValidator({
  base: (...given) => {
    firstStepRuns += 1;
    return first(...given);
  },
  compiled: createCompiledOperations(),
  bodyCode: 'invalid_lead',
});

let server: Server;
let url: string;

beforeAll(async () => {
  const app = express().set('query parser', 'simple');
  app.use(express.json({ strict: false, type: () => true }));
  bindOperations({
    app,
    document,
    prefix: '',
    serve: async ({ operation }, req, res) => {
      await validate({ req, res, body: req.body }, { document, operationId: operation.operationId });
      res.status(204).end();
    },
    beforeRefusal: async () => undefined,
  });
  app.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (!(error instanceof Problem)) return next(error);
    res.status(error.status).json({ code: error.code, errors: error.errors ?? [] });
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  firstStepRuns = 0;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const id = '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';
const body = JSON.stringify({ fields: {} });
const json = { 'Content-Type': 'application/json' };

async function ask(path: string, options: RequestInit = {}) {
  const response = await fetch(url + path, options);
  const text = await response.text();
  const { code, errors = [] } = (text === '' ? {} : JSON.parse(text)) as {
    code?: string;
    errors?: { parameter?: string }[];
  };
  return { status: response.status, code, parameters: errors.map(({ parameter }) => parameter) };
}

test.each<[string, string, RequestInit]>([
  ['a lead', `/leads/${id}`, {}],
  ['a list', '/leads?limit=10&sort=-created_at&status=new,won', {}],
  ['a creation', '/leads', { method: 'POST', headers: json, body }],
  [
    'a creation that names its charset',
    '/leads',
    { method: 'POST', headers: { 'Content-Type': 'application/json; charset=utf-8' }, body },
  ],
  ['a change under a version', `/leads/${id}`, { method: 'PATCH', headers: { ...json, 'If-Match': '"3"' }, body }],
])('a request without a mistake skips the first step: %s', async (_what, path, options) => {
  expect(await ask(path, options)).toMatchObject({ status: 204 });
  expect(firstStepRuns).toBe(0);
});

test.each<[string, string, RequestInit, object]>([
  ['a path', '/leads/no-uuid', {}, { status: 400, parameters: ['lead_id'] }],
  [
    'a header',
    '/leads',
    { method: 'POST', headers: { ...json, 'Idempotency-Key': 'with a space' }, body },
    { status: 400, parameters: ['Idempotency-Key'] },
  ],
  [
    'a media type',
    '/leads',
    { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body },
    { status: 415, code: 'unsupported_media_type' },
  ],
  ['a parameter', '/leads?limit=0', {}, { status: 400, parameters: ['limit'] }],
  ['a body', '/leads', { method: 'POST', headers: json, body: '[]' }, { status: 422, code: 'invalid_lead' }],
])('a request with a wrong %s is refused, after the first step', async (_what, path, options, refusal) => {
  expect(await ask(path, options)).toMatchObject(refusal);
  expect(firstStepRuns).toBe(1);
});

test('a query with unencoded reserved characters needs no first step', async () => {
  expect(await ask('/leads?cursor=a:b')).toMatchObject({ status: 204 });
  expect(firstStepRuns).toBe(0);
});

/**
 * Routes made from a document. A literal path wins over a templated path that matches too, whatever their order in the
 * document, both for methods that it has and for methods that it does not. The base validator finds the same operation.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { OpenApiDocument } from '../../src/document/openapi.ts';
import { bindOperations } from '../../src/http/bind.ts';
import { Problem } from '../../src/problem/problem.ts';
import { createBaseJudge } from '../../src/validation/base.ts';

const operation = (operationId: string) => ({
  operationId,
  // Each operation has another required parameter, so a validator that chose another operation would refuse the request.
  parameters: [{ name: operationId, in: 'query', required: true, schema: { type: 'string' } }],
  responses: { 204: { description: 'Done.' } },
});
const id = [{ name: 'lead_id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }];
const document = {
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  servers: [{ url: '/' }],
  paths: {
    '/leads/{lead_id}': {
      parameters: id,
      get: operation('get'),
      patch: operation('patch'),
      delete: operation('delete'),
    },
    '/leads/{lead_id}/history': { parameters: id, get: operation('history') },
    '/': { get: operation('campaign') },
    '/leads/batch': { post: operation('batch') },
    '/leads': { get: operation('list'), post: operation('create') },
    '/leads/changes': { get: operation('changes') },
    '/external-ids/{external_id}': {
      parameters: [{ name: 'external_id', in: 'path', required: true, schema: { type: 'string' } }],
      put: operation('upsert'),
    },
  },
  components: {},
} as unknown as OpenApiDocument;

let server: Server;
let url: string;
beforeAll(async () => {
  const app = express().set('query parser', 'simple');
  const judge = createBaseJudge(document);
  bindOperations({
    app,
    document,
    prefix: '',
    async serve({ operation: { operationId } }, req, res) {
      const errors = await judge(req, res);
      res.json({ operationId, params: req.params, errors });
    },
    beforeRefusal: async () => undefined,
  });
  app.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (!(error instanceof Problem)) return next(error);
    res.status(error.status).set(error.headers).json({ code: error.code });
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const lead = '/leads/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80';

test.each([
  ['GET', '/leads', 'list'],
  ['POST', '/leads', 'create'],
  ['GET', '/leads/changes', 'changes'],
  ['POST', '/leads/batch', 'batch'],
  ['GET', lead, 'get'],
  ['PATCH', lead, 'patch'],
  ['DELETE', lead, 'delete'],
  ['GET', `${lead}/history`, 'history'],
  ['PUT', '/external-ids/batch', 'upsert'],
  ['PUT', '/external-ids/a%2Fb', 'upsert'],
])('%s %s is %s, for the router and for the validator', async (method, path, operationId) => {
  const response = await fetch(`${url}${path}?${operationId}=x`, { method });
  expect(await response.json()).toMatchObject({ operationId, errors: [] });
});

test.each([
  ['GET', '/leads/batch', 'POST, OPTIONS'],
  ['PATCH', '/leads/batch', 'POST, OPTIONS'],
  ['DELETE', '/leads/changes', 'GET, HEAD, OPTIONS'],
  ['POST', '/leads/changes', 'GET, HEAD, OPTIONS'],
  ['POST', lead, 'GET, DELETE, PATCH, HEAD, OPTIONS'],
  ['PUT', `${lead}/history`, 'GET, HEAD, OPTIONS'],
  ['GET', '/external-ids/changes', 'PUT, OPTIONS'],
])('%s %s is 405, and what is offered is %s', async (method, path, allow) => {
  const response = await fetch(`${url}${path}`, { method });
  expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
});

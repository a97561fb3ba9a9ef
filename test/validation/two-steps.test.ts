/**
 * The two steps (the base document, then the parts that a campaign's document narrows) agree with one
 * express-openapi-validator for the whole published document: they accept the same requests, and report mistakes at the same
 * places of body and query.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { baseDocument } from '../../src/document/base.ts';
import type { OpenApiDocument } from '../../src/document/openapi.ts';
import { type DocumentSubject, publish } from '../../src/document/publish.ts';
import { bindOperations } from '../../src/http/bind.ts';
import { type InputError, Problem, refuseInput } from '../../src/problem/problem.ts';
import { createBaseJudge } from '../../src/validation/base.ts';
import { createCompiledOperations } from '../../src/validation/compiled.ts';
import { createValidator } from '../../src/validation/validator.ts';
import { everySeed, type Random, randomSubject } from '../support/draws/arbitraries.ts';
import { type RandomRequest, randomRequest } from '../support/draws/requests.ts';
import { publicUrl } from '../support/fixtures.ts';

const documents = 30;
const requestsEach = 50;
const base = baseDocument('leads');
const validate = createValidator({
  base: createBaseJudge(base),
  compiled: createCompiledOperations(),
  bodyCode: 'invalid_lead',
});

type Judging = (req: Request, res: Response, operationId: string) => Promise<unknown>;

/** The validators to compare, set for each document. */
let twoSteps: Judging;
let wholeDocument: Judging;
let server: Server;
let url: string;

/** Responds with 204, or with the errors of a refused request. */
function judgingApp(judging: () => Judging): Express {
  const app = express().set('query parser', 'simple');
  app.use(express.json({ strict: false, type: () => true }));
  bindOperations({
    app,
    document: base,
    prefix: '',
    serve: async ({ operation }, req, res) => {
      await judging()(req, res, operation.operationId);
      res.status(204).end();
    },
    beforeRefusal: async () => undefined,
  });
  app.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (!(error instanceof Problem)) return next(error);
    res.status(200).json({ code: error.code, errors: error.errors ?? [] });
  });
  return app;
}

beforeAll(async () => {
  const app = express().set('query parser', 'simple');
  app.use(
    '/two',
    judgingApp(() => twoSteps),
  );
  app.use(
    '/whole',
    judgingApp(() => wholeDocument),
  );
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function ask(side: 'two' | 'whole', { method, path, query, body }: RandomRequest) {
  const words = new URLSearchParams(query).toString().replaceAll('+', '%20');
  const response = await fetch(`${url}/${side}${path}${words === '' ? '' : `?${words}`}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const text = await response.text();
  if (response.status !== 204 && response.status !== 200) throw new Error(`${response.status} ${text}`);
  return response.status === 204 ? [] : (JSON.parse(text) as { errors: InputError[] }).errors;
}

/** The other validator does not escape the name of an unknown member (RFC 6901). Ours must, and must not report it twice. */
const places = (errors: readonly InputError[]) =>
  [
    ...new Set(errors.map(({ pointer, parameter }) => parameter ?? `body ${pointer?.replace('a/b~c', 'a~1b~0c')}`)),
  ].sort();

/** The other validator stops at an unknown parameter and at a reserved character, and then reports no other error. */
const stoppedEarly = (errors: readonly InputError[]) =>
  errors.some(
    ({ parameter, code, detail }) =>
      parameter !== undefined && (code === 'unknown' || detail.includes('must be url encoded')),
  );

/**
 * The validator of the whole document does not check for own properties, so it always finds a field with the name
 * `constructor`.
 */
function ordinarySubject(random: Random): DocumentSubject {
  const subject = randomSubject(random);
  const odd = subject.campaign.fields.some(({ key }) => Object.hasOwn(Object.prototype, key));
  return odd ? ordinarySubject(random) : subject;
}

/**
 * The other validator reads every text as a number that JavaScript can convert: a space, `0x10`, `1e+308` for an integer.
 * Ours requires the form of a number. The other one knows two spellings of a boolean; ours knows four.
 */
function isPlain([, value]: [string, string]): boolean {
  if (/^(?:1|0|true|false)$/i.test(value)) return value === 'true' || value === 'false';
  return Number.isNaN(Number(value)) || /^-?\d{1,15}(\.\d+)?$/.test(value);
}

function compare(document: OpenApiDocument): void {
  const judge = createBaseJudge(document);
  twoSteps = (req, res, operationId) => validate({ req, res, body: req.body }, { document, operationId });
  wholeDocument = async (req, res) => {
    const errors = await judge(req, res);
    if (errors.length > 0) throw refuseInput('invalid_lead', errors);
  };
}

test('the two steps and a validator of the whole document agree on any request', async () => {
  const seen = { accepted: 0, refused: 0 };
  await everySeed(documents, async (random) => {
    const { document } = publish(ordinarySubject(random), publicUrl);
    compare(document);
    for (let i = 0; i < requestsEach; i++) {
      const drawn = randomRequest(random, document);
      const request = { ...drawn, query: Object.fromEntries(Object.entries(drawn.query).filter(isPlain)) };

      const [ours, theirs] = [await ask('two', request), await ask('whole', request)];

      expect({ request, ours, wrong: ours.length > 0 }).toEqual({ request, ours, wrong: theirs.length > 0 });
      expect(ours.filter(({ pointer }) => pointer === '/a/b~c')).toEqual([]);
      const both = { request, ours, theirs };
      const known = stoppedEarly(theirs)
        ? places(ours).filter((place) => places(theirs).includes(place))
        : places(ours);
      expect({ ...both, places: known }).toEqual({ ...both, places: places(theirs) });
      seen[ours.length > 0 ? 'refused' : 'accepted'] += 1;
    }
  });
  expect(seen.accepted + seen.refused).toBeGreaterThanOrEqual(1_000);
  expect(seen.accepted).toBeGreaterThan(200);
  expect(seen.refused).toBeGreaterThan(200);
});

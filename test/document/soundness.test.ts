/**
 * The soundness law: an overlay narrows a document and never widens it. The base document accepts everything that a
 * published document accepts, and has every operation of it. So handlers that are typed from the base never see anything
 * else.
 */
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { baseDocument } from '../../src/document/base.ts';
import { type OpenApiDocument, operationsOf, type Parameter, type Schema } from '../../src/document/openapi.ts';
import { publish } from '../../src/document/publish.ts';
import { readQuery } from '../../src/validation/query.ts';
import { everySeed, randomSubject } from '../support/draws/arbitraries.ts';
import { randomRequest } from '../support/draws/requests.ts';
import { publicUrl } from '../support/fixtures.ts';
import { assertFormats } from '../truth/formats.ts';

const base = baseDocument('leads');

interface Judge {
  body(operationId: string, body: unknown): boolean;
  query(operationId: string, values: Readonly<Record<string, unknown>>): boolean;
  parameters(operationId: string): readonly Parameter[];
}

/** A plain Ajv for a document, not the one of the service. */
function judgeOf(document: OpenApiDocument): Judge {
  const ajv = new Ajv2020({ strict: false, ownProperties: true });
  formats.default(ajv, { mode: 'full' });
  assertFormats(ajv);
  ajv.addSchema(document as unknown as Schema, 'document');
  const entryOf = (operationId: string) => {
    const entry = operationsOf(document).find(({ operation }) => operation.operationId === operationId);
    if (!entry) throw new Error(`the document has no ${operationId}`);
    return entry;
  };
  const pointer = (...parts: string[]) =>
    parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const bodies = new Map(
    operationsOf(document).map(({ path, method, operation }) => {
      const [type] = Object.keys(operation.requestBody?.content ?? {});
      const at = type && pointer('paths', path, method, 'requestBody', 'content', type, 'schema');
      return [operation.operationId, at && ajv.compile({ $ref: `document#/${at}` })];
    }),
  );
  const parameters = (operationId: string) => entryOf(operationId).parameters.filter((p) => p.in === 'query');
  return {
    parameters,
    body(operationId, body) {
      const validate = bodies.get(operationId);
      return validate ? validate(body) === true : true;
    },
    query: (operationId, values) =>
      Object.entries(values).every(([name, value]) => {
        const parameter = parameters(operationId).find((p) => p.name === name);
        return parameter !== undefined && ajv.validate(parameter.schema, value);
      }),
  };
}

const inBase = judgeOf(base);

test('the base document accepts every request that a published document accepts', async () => {
  const accepted = { bodies: 0, queries: 0 };
  await everySeed(40, (random) => {
    const { document } = publish(randomSubject(random), publicUrl);
    const published = judgeOf(document);
    for (let i = 0; i < 100; i++) {
      const request = randomRequest(random, document);
      const { operationId } = request;
      if (published.body(operationId, request.body)) {
        expect({ request, accepted: inBase.body(operationId, request.body) }).toEqual({ request, accepted: true });
        accepted.bodies += request.body === undefined ? 0 : 1;
      }
      const { values } = readQuery(request.query, published.parameters(operationId));
      if (published.query(operationId, values)) {
        // The base allows unknown parameters for a campaign's fields, and says so with `x-eov-allow-unknown-…`.
        const known = new Set(inBase.parameters(operationId).map(({ name }) => name));
        const own = Object.fromEntries(Object.entries(values).filter(([name]) => known.has(name)));
        const others = Object.keys(values).filter((name) => !known.has(name));
        expect({ request, accepted: inBase.query(operationId, own) }).toEqual({ request, accepted: true });
        expect(others.filter((name) => !name.startsWith('fields.'))).toEqual([]);
        accepted.queries += Object.keys(values).length > 0 ? 1 : 0;
      }
    }
  });
  // If documents accepted few of the requests, the test would prove little.
  expect(accepted.bodies).toBeGreaterThan(300);
  expect(accepted.queries).toBeGreaterThan(200);
});

test('every operation of any published document is at the same place in the base', async () => {
  const places = (document: OpenApiDocument) =>
    operationsOf(document).map(({ path, method, operation }) => `${method} ${path} ${operation.operationId}`);
  const known = new Set(places(base));
  await everySeed(100, (random) => {
    const found = places(publish(randomSubject(random), publicUrl).document);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((place) => !known.has(place))).toEqual([]);
  });
});

test('only lists of the base accept unknown parameters, and no body accepts unknown members', () => {
  const open = operationsOf(base).filter(({ operation }) => operation['x-eov-allow-unknown-query-parameters'] === true);
  expect(open.map(({ operation }) => operation.operationId)).toEqual(['listLeads', 'countLeads', 'exportLeads']);
  for (const name of ['LeadCreate', 'LeadUpdate'])
    expect(base.components.schemas?.[name]).toMatchObject({ additionalProperties: false });
});

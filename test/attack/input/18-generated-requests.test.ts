/**
 * Line 18: generated valid and invalid requests against the documented operations. The documents tell the truth: what a
 * document allows is accepted, what it forbids is refused, and every response is described. `npm run truth` tries many more
 * requests. A failure shows its seed, and `TEST_SEED=<seed> npm test -- test/attack/18` begins with that seed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { jsonPieces, textOf } from '../../../src/document/conversions/pieces.ts';
import type { Reading } from '../../../src/document/conversions/reading.ts';
import type { OpenApiDocument } from '../../../src/document/openapi.ts';
import { publish } from '../../../src/document/publish.ts';
import { seed } from '../../support/draws/seed.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { beyondSchemas, tellManageTruth } from '../../truth/manage.ts';
import { tellTruth } from '../../truth/truth.ts';
import { exceptions } from '../../truth/verdict.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** Always the same requests, so that a failure comes from the change under test. `npm run truth` tries others. */

test('requests that the document allows are accepted, those that it forbids are refused, and every response is described', async () => {
  server = await startServer();
  const report = await tellTruth(server, { seed, campaigns: 8, requestsEach: 50 });
  expect({ seed, lies: report.lies }).toEqual({ seed, lies: [] });
  expect(report.allowed).toBeGreaterThan(150);
  expect(report.forbidden).toBeGreaterThan(40);
});

test('the same holds of the Management API', async () => {
  server = await startServer();
  const report = await tellManageTruth(server, { seed, requests: 500 });
  expect({ seed, lies: report.lies }).toEqual({ seed, lies: [] });
  expect(report.accepted).toBeGreaterThan(80);
  expect(report.forbidden).toBeGreaterThan(80);
});

test.each<[string, RegExp, string, RegExp]>([
  ['forbids what is accepted', /"maxLength":\d+/g, '"maxLength":1', /forbids it/],
  ['allows what is refused', /"additionalProperties":false/g, '"additionalProperties":true', /allows it/],
])('a document of the Management API that %s is found to lie', async (_name, told, lie, found) => {
  server = await startServer();
  const altered = (document: OpenApiDocument) =>
    JSON.parse(JSON.stringify(document).replace(told, lie)) as OpenApiDocument;
  const { lies } = await tellManageTruth(server, { seed: 7, requests: 300, altered });
  expect(lies.join('\n')).toMatch(found);
});

/** Changes only the published document. The validator keeps the true one. */
test.each<[string, RegExp, string, RegExp]>([
  ['forbids what is accepted', /"maxLength":\d+/g, '"maxLength":1', /forbids it/],
  ['allows what is refused', /"additionalProperties":false/g, '"additionalProperties":true', /allows it/],
  ['leaves out a member of answers', /"updated_at":\{/g, '"changed_at":{', /is not what the document says/],
])('a document that %s is found to lie', async (_name, told, lie, found) => {
  server = await startServer({
    publish(subject, publicUrl) {
      const made = publish(subject, publicUrl);
      const altered = ({ body, etag }: Reading): Reading => ({
        body: jsonPieces([Buffer.from(textOf(body).replace(told, lie))]),
        etag,
      });
      return { ...made, as: (form) => made.as(form).then(altered) };
    },
  });
  const { lies } = await tellTruth(server, { seed: 7, campaigns: 3, requestsEach: 60 });
  expect(lies.join('\n')).toMatch(found);
});

test('one seed gives one verdict', async () => {
  server = await startServer();
  const first = await tellTruth(server, { seed: 11, campaigns: 2, requestsEach: 40 });
  await server.stop();
  server = await startServer();
  expect(await tellTruth(server, { seed: 11, campaigns: 2, requestsEach: 40 })).toEqual(first);
});

test('the generator knows the document alone, and the exceptions are these', () => {
  const known = ['../../src/demo/random.ts', '../../src/document/openapi.ts', '../support/client.ts'];
  const folder = join(import.meta.dirname, '../../truth');
  const imported = readdirSync(folder)
    .filter((file) => !['truth.ts', 'subjects.ts', 'manage.ts', 'same-in-yaml.ts'].includes(file))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/(?<=from ')\.\.[^']+/g) ?? []);
  expect([...new Set(imported)].sort()).toEqual(known);
  expect(Object.keys(exceptions).sort()).toEqual([
    "a batch's items",
    'a closed scope',
    "an upsert's missing fields",
    "an upsert's new external id",
    'duplicates',
    'phone plans',
    "the token's filter",
    'which leads there are',
  ]);
  expect(Object.keys(beyondSchemas)).toHaveLength(9);
});

/**
 * The OpenAPI 3.0 form of every document: an independent validator accepts it, it uses only features of 3.0, and it has the
 * same meaning.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { asOpenApi30 } from '../../src/document/conversions/openapi-30.ts';
import type { OpenApiDocument, Schema } from '../../src/document/openapi.ts';
import { publish } from '../../src/document/publish.ts';
import { lint } from '../support/documents/lint.ts';
import { everySeed, randomSubject } from '../support/draws/arbitraries.ts';
import { signUpMember } from '../support/manage.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const page = async (suffix: string) => {
  const response = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}${suffix}`);
  expect(response.status).toBe(200);
  return response.text();
};
const convert = (schema: Schema): Schema => {
  const document = asOpenApi30({ openapi: '3.1.0', info: {}, components: { schemas: { It: schema } } });
  return (document.components as { schemas: { It: Schema } }).schemas.It;
};

test.each<[string, Schema, Schema]>([
  ['a type or null', { type: ['string', 'null'], maxLength: 5 }, { type: 'string', maxLength: 5, nullable: true }],
  [
    'a choice or null',
    { description: 'x', anyOf: [{ type: 'string', enum: ['a'] }, { type: 'null' }] },
    { description: 'x', type: 'string', enum: ['a', null], nullable: true },
  ],
  ['nothing but null', { type: 'null' }, { type: 'string', enum: [null], nullable: true }],
  ['a constant', { type: 'string', const: 'a' }, { type: 'string', enum: ['a'] }],
  ['examples', { type: 'integer', examples: [1, 2] }, { type: 'integer', example: 1 }],
  [
    'an exclusive bound',
    { type: 'number', exclusiveMinimum: 3 },
    { type: 'number', minimum: 3, exclusiveMinimum: true },
  ],
  [
    'a reference with words',
    { $ref: '#/components/schemas/A', description: 'x' },
    { allOf: [{ $ref: '#/components/schemas/A' }], description: 'x' },
  ],
  ['several types', { type: ['string', 'number'] }, { anyOf: [{ type: 'string' }, { type: 'number' }] }],
  [
    'a field that is called as a keyword',
    { type: 'object', properties: { const: { type: 'string', const: 'a' }, type: { type: ['string', 'null'] } } },
    {
      type: 'object',
      properties: { const: { type: 'string', enum: ['a'] }, type: { type: 'string', nullable: true } },
    },
  ],
])('%s is written by rule', (_what, schema, expected) => {
  expect(convert(schema)).toEqual(expected);
});

test('a value that looks like a schema stays unchanged', () => {
  const schema = { type: 'object', example: { type: ['string', 'null'], const: 1 }, 'x-mine': { const: 1 } };
  expect(convert(schema)).toEqual(schema);
});

test('each form of a document is the same in JSON and YAML, and lints', async () => {
  const json = await page('/openapi-3.0.json');
  expect((JSON.parse(json) as OpenApiDocument).openapi).toBe('3.0.4');
  expect(await lint(json)).toEqual([]);
  expect(await page('/openapi-3.0.yaml')).toMatch(/^openapi: "?3\.0\.4"?\n/);
});

test('the account level, the combined document and the Management API have it too, and it lints', async () => {
  const member = await signUpMember(v.server, v.accountId, 'admin');
  const own = await v.xyz.get('/v1/openapi-3.0.json');
  const combined = await v.broad.get('/v1/openapi-3.0.json');
  const managed = await member.call('GET /openapi-3.0.json');
  for (const { status, body } of [own, combined, managed]) {
    expect([status, (body as unknown as OpenApiDocument).openapi]).toEqual([200, '3.0.4']);
    expect(await lint(JSON.stringify(body))).toEqual([]);
    expect(wordsOf31(body)).toEqual([]);
  }
  expect(own.body).toEqual(JSON.parse(await page('/openapi-3.0.json')));
});

test('no keyword of 3.1 is left in the document of any campaign', async () => {
  await everySeed(10, (random) => {
    const { document } = publish(randomSubject(random), 'https://leads.example.com');
    expect(wordsOf31(asOpenApi30({ ...document }))).toEqual([]);
  });
});

/** The places of features that 3.0 does not have, outside examples and names of a campaign. */
function wordsOf31(node: unknown, at = '', isNames = false): string[] {
  if (Array.isArray(node)) return node.flatMap((one, i) => wordsOf31(one, `${at}/${i}`));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    if (!isNames && (name === 'example' || name === 'examples' || name === 'enum' || name.startsWith('x-'))) return [];
    const isNew = !isNames && (name === 'const' || (name === 'type' && (Array.isArray(value) || value === 'null')));
    return [
      ...(isNew ? [`${at}/${name}`] : []),
      ...wordsOf31(value, `${at}/${name}`, name === 'properties' || name === 'schemas' || name === 'parameters'),
    ];
  });
}

test('samples are in the document if they are requested', async () => {
  const plain = await page('/openapi.json');
  const samples = await page('/openapi.json?samples=true');
  expect(plain).not.toContain('x-codeSamples');
  expect(samples).toContain('x-codeSamples');
  expect(await page('/openapi.yaml')).not.toContain('x-codeSamples');
});

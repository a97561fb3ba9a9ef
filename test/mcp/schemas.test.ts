/**
 * The schemas of tools, for each kind of grant of the three fixture campaigns: valid, plain JSON Schema with the meaning of
 * the document.
 */
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type OpenApiDocument, operationsOf } from '../../src/document/openapi.ts';
import { publish } from '../../src/document/publish.ts';
import { bodyTypeOf } from '../../src/mcp/arguments.ts';
import { toolsOf } from '../../src/mcp/tools.ts';
import { documentCases, fixtures, grantOf, publicUrl } from '../support/fixtures.ts';

const documents: [string, OpenApiDocument][] = documentCases.map(({ name, kind }) => [
  `${name}, ${kind}`,
  publish(grantOf(fixtures[name], kind), publicUrl).document,
]);

test.each(documents)('%s: a strict JSON Schema validator takes every schema', (_name, document) => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  formats.default(ajv);

  for (const { name, inputSchema } of toolsOf(document)) {
    expect([name, inputSchema.type, ajv.validateSchema(inputSchema)]).toEqual([name, 'object', true]);
    ajv.compile(inputSchema);
  }
});

test.each(documents)(
  '%s: nothing in a schema refers to a document that the client does not have',
  (_name, document) => {
    expect(JSON.stringify(toolsOf(document).map(({ inputSchema }) => inputSchema))).not.toMatch(/"\$ref"|"x-[a-z]/);
  },
);

test.each(documents)('%s: model providers accept the names of tools and arguments', (_name, document) => {
  for (const { name, inputSchema } of toolsOf(document)) {
    expect(name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    for (const argument of Object.keys(inputSchema.properties as object))
      expect(argument).toMatch(/^[a-zA-Z0-9_.-]{1,64}$/);
  }
});

test.each(documents)('%s: the example of a body is an argument of its tool', (_name, document) => {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  const tools = new Map(toolsOf(document).map((tool) => [tool.name, tool]));
  let seen = 0;
  for (const entry of operationsOf(document)) {
    const tool = tools.get(entry.operation.operationId);
    const content = entry.operation.requestBody?.content[bodyTypeOf(entry) ?? ''] as { example?: object } | undefined;
    if (!tool || !content?.example) continue;
    const path = entry.parameters.flatMap((p) => (p.in === 'path' ? [[p.name, p.example]] : []));
    const given = { ...content.example, ...Object.fromEntries(path), dry_run: true, idempotency_key: 'a-1' };
    expect([tool.name, ajv.validate(tool.inputSchema, given), ajv.errors]).toEqual([tool.name, true, null]);
    seen += 1;
  }
  expect(seen > 0).toBe(tools.has('updateLead'));
});

test('a list of a thousand options is not repeated in each tool, and the tool says where it is', () => {
  const { rich } = fixtures;
  const options = Array.from({ length: 1_000 }, (_, i) => ({ value: `o-${i}`, label: `🌞 ${i}`, archived: false }));
  const selects = rich.selects.map((select) => (select.key === 'roof_type' ? { ...select, options } : select));
  const { document } = publish(grantOf({ ...rich, selects }, 'campaign'), publicUrl);

  const schemas = toolsOf(document).map(({ inputSchema }) => JSON.stringify(inputSchema));

  expect(JSON.stringify(document)).toContain('"o-999"');
  expect(schemas.join('')).not.toContain('"o-999"');
  expect(schemas.filter((schema) => schema.includes('options, which `getCampaign` lists'))).not.toEqual([]);
  expect(schemas.every((schema) => schema.isWellFormed())).toBe(true);
});

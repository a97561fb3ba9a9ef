/** Patterns of a document: our own run natively, an admin's in linear time, and each pattern only checks its own field. */
import { expect, test } from '@jest/globals';
import type { OpenApiDocument } from '../../src/document/openapi.ts';
import { createCompiledOperations } from '../../src/validation/compiled.ts';

const documentWith = (properties: Record<string, unknown>) =>
  ({
    openapi: '3.1.0',
    info: {},
    servers: [],
    components: {},
    paths: {
      '/leads': {
        post: {
          operationId: 'createLead',
          responses: {},
          requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } },
        },
      },
    },
  }) as unknown as OpenApiDocument;

test('two fields with different patterns are validated by their own patterns', () => {
  const document = documentWith({
    zip: { type: 'string', pattern: '^\\d{4}$' },
    code: { type: 'string', pattern: '^[A-Z]{2}$' },
  });
  const judge = createCompiledOperations().of(document, 'createLead')?.body;

  expect(judge?.({ zip: '5000', code: 'DK' })).toBe(true);
  expect(judge?.({ zip: 'DK' })).toBe(false);
  expect(judge?.({ code: '5000' })).toBe(false);
});

test('a pattern that would backtrack without end is evaluated at once', () => {
  const document = documentWith({ evil: { type: 'string', pattern: '^(a+)+$' } });
  const judge = createCompiledOperations().of(document, 'createLead')?.body;

  expect(judge?.({ evil: `${'a'.repeat(1_000)}b` })).toBe(false);
  expect(judge?.({ evil: 'a'.repeat(2_000) })).toBe(true);
});

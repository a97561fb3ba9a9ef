/**
 * What every answer of the Lead API has, every operation's spec says: a new operation cannot forget the request id, the limits
 * or the refusals that can come from anywhere.
 */
import { expect, test } from '@jest/globals';
import { baseDocument } from '../../src/document/base.ts';
import { type OpenApiDocument, operationsOf } from '../../src/document/openapi.ts';

interface Response {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
}

function follow(document: OpenApiDocument, response: Response): Response {
  const name = response.$ref?.split('/').at(-1);
  const { responses } = document.components as unknown as { responses: Readonly<Record<string, Response>> };
  return name === undefined ? response : (responses[name] ?? {});
}

const operations = (['leads', 'account'] as const).flatMap((name) =>
  operationsOf(baseDocument(name)).map(({ operation }) => ({ document: baseDocument(name), operation })),
);

test.each(operations)('$operation.operationId documents what may come from anywhere', ({ operation }) => {
  expect(Object.keys(operation.responses as object)).toEqual(
    expect.arrayContaining(['401', '403', '405', '406', '408', '429', '431', '500', '503']),
  );
});

test.each(operations)(
  '$operation.operationId names request id and limits with every answer',
  ({ document, operation }) => {
    for (const [status, response] of Object.entries(operation.responses as Readonly<Record<string, Response>>)) {
      const named = Object.keys(follow(document, response).headers ?? {});
      // Errors have the limits too, and documents say so where they are read: with what succeeds.
      const limits = status.startsWith('2') ? ['RateLimit-Policy', 'RateLimit'] : [];
      expect([status, named]).toEqual([status, expect.arrayContaining(['X-Request-Id', ...limits])]);
    }
  },
);

/**
 * Every operation's spec lists the responses that any operation can have, so that a new operation cannot forget a refusal.
 * The headers of every response stand in the introduction, and no response lists them again.
 */
import { expect, test } from '@jest/globals';
import { baseDocument } from '../../src/document/base.ts';
import { operationsOf } from '../../src/document/openapi.ts';

const names = ['leads', 'account', 'manage'] as const;
const operations = names.flatMap((name) =>
  operationsOf(baseDocument(name)).map(({ operation }) => ({ name, operation })),
);

test.each(operations.filter(({ name }) => name !== 'manage'))(
  '$operation.operationId documents what may come from anywhere',
  ({ operation }) => {
    expect(Object.keys(operation.responses as object)).toEqual(
      expect.arrayContaining(['401', '403', '405', '406', '408', '429', '431', '500', '503']),
    );
  },
);

const everywhere = ['X-Request-Id', 'X-Schema-Revision', 'Deprecation', 'Sunset', 'RateLimit-Policy', 'RateLimit'];

interface Responses {
  readonly [status: string]: { readonly headers?: object };
}

test.each(names)('no response of the %s spec lists a header that every response has', (name) => {
  const { components } = baseDocument(name);
  const listed = [
    components.responses as Responses,
    ...operationsOf(baseDocument(name)).map((o) => o.operation.responses),
  ]
    .flatMap((responses) => Object.values(responses as Responses))
    .flatMap(({ headers = {} }) => Object.keys(headers));
  expect(listed.filter((header) => everywhere.includes(header))).toEqual([]);
});

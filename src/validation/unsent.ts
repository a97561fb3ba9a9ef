/** Validates stored requests, which will be made later, in the same way as requests that arrive. */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApiDocument } from '../document/openapi.ts';
import type { InputError } from '../problem/problem.ts';
import type { CompiledOperations } from './compiled.ts';
import { cut, escapePointer } from './error-phrases.ts';
import { withoutExcess } from './excess.ts';
import { readSchemaErrors } from './schema-errors.ts';

/** A request that was not sent, with the names of its parameters. */
export interface UnsentRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/**
 * The mistakes of a request for an operation of a document without a campaign's fields; empty if the request would be
 * accepted. Pointers begin with `/path`, `/query` or `/body`.
 */
export function errorsOfRequest(
  compiled: CompiledOperations,
  document: OpenApiDocument,
  operationId: string,
  { path, query, body }: UnsentRequest,
): readonly InputError[] {
  const operation = compiled.of(document, operationId);
  if (!operation) throw new Error(`the document does not offer ${operationId}`);
  const named = operation.parameters.filter((one) => one.in === 'path');
  const numbers = named.filter(({ schema }) => schema.type === 'integer').map(({ name }) => name);
  const read = Object.entries(path).map(([name, value]) => [
    name,
    numbers.includes(name) && /^\d{1,15}$/.test(value) ? Number(value) : value,
  ]);
  const unknown = Object.keys(path).filter((name) => !named.some((one) => one.name === name));
  const below = (place: string, errors: readonly InputError[]) =>
    errors.map((error) => ({ ...error, pointer: `${place}${error.pointer ?? ''}` }));
  const judged = (judge: ValidateFunction, value: unknown) =>
    judge(value) ? [] : readSchemaErrors(judge.errors ?? [], { fields: [] });
  const unknownBody = { pointer: '', code: 'unknown', detail: 'The operation takes no body.' } as const;
  return [
    ...unknown.map((name) => ({ pointer: `/path/${escapePointer(cut(name))}`, ...unknownParameterOfPath })),
    ...judged(operation.address, { path: Object.fromEntries(read), headers: {} }),
    ...below('/query', judged(operation.query, query)),
    ...below(
      '/body',
      operation.body
        ? judged(operation.body, withoutExcess(body, operation.room))
        : body === undefined
          ? []
          : [unknownBody],
    ),
  ];
}

const unknownParameterOfPath = { code: 'unknown', detail: 'The path of the operation has no such parameter.' } as const;

/** The operations that take a form, each with the operation that takes the same as JSON, and whose schemas judge it. */
import { baseDocument } from './base.ts';
import { operationsOf } from './openapi.ts';

let known: ReadonlyMap<string, string> | undefined;

/** By the operation that takes the form. */
function twins(): ReadonlyMap<string, string> {
  known ??= new Map(
    operationsOf(baseDocument('leads')).flatMap(({ operation }) => {
      const json = operation['x-json-operation'];
      return typeof json === 'string' ? [[operation.operationId, json] as const] : [];
    }),
  );
  return known;
}

/** The operation whose JSON a form for this one stands for; `undefined` where it takes no form. */
export const jsonTwinOf = (operationId: string): string | undefined => twins().get(operationId);

/** The operation that takes what this one takes, as a form. */
export const formTwinOf = (operationId: string): string | undefined =>
  [...twins()].find(([, json]) => json === operationId)?.[0];

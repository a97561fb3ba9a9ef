/**
 * Pairs each operation that takes a form with the operation that takes the same as JSON. The schemas of the JSON operation
 * validate both.
 */
import { baseDocument } from './base.ts';
import { operationsOf } from './openapi.ts';

let twinsByForm: ReadonlyMap<string, string> | undefined;

/** By the id of the operation that takes the form. */
function twins(): ReadonlyMap<string, string> {
  twinsByForm ??= new Map(
    operationsOf(baseDocument('leads')).flatMap(({ operation }) => {
      const json = operation['x-json-operation'];
      return typeof json === 'string' ? [[operation.operationId, json] as const] : [];
    }),
  );
  return twinsByForm;
}

/** The JSON operation for a form operation; `undefined` if the operation takes no form. */
export const jsonTwinOf = (operationId: string): string | undefined => twins().get(operationId);

/** The form operation for a JSON operation. */
export const formTwinOf = (operationId: string): string | undefined =>
  [...twins()].find(([, json]) => json === operationId)?.[0];

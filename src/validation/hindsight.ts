/**
 * Validates an accepted request with a document that is not in effect yet, by the stored shape of the request and by the
 * values that its leads got, as far as they still exist. Unknown values never count as refused.
 */

import { holds } from '../campaign/condition/evaluate.ts';
import type { LeadState } from '../campaign/definition.ts';
import type { SentRequest, SentWrite, StateAfter, ValueShape } from '../campaign/sent-shape.ts';
import { jsonTwinOf } from '../document/json-twin.ts';
import type { Offer } from '../document/offer.ts';
import { type OpenApiDocument, operationsOf, type Schema } from '../document/openapi.ts';
import { timeOfId } from '../ids/ids.ts';
import type { CompiledOperations } from './compiled.ts';
import { escapePointer } from './error-phrases.ts';
import { judgeBodyOf } from './validator.ts';

export interface Past {
  readonly operation: string;
  readonly sent: SentRequest;
}

/** The reason why it would be refused. */
export interface Refusal {
  readonly pointer: string | null;
  readonly parameter: string | null;
  readonly code: string;
}

/** The document that validates it. */
export interface Bench {
  readonly compiled: CompiledOperations;
  readonly document: OpenApiDocument;
  readonly offer: Offer;
}

/** By lead and version: see {@link stateKey}. */
export type States = ReadonlyMap<string, StateAfter>;

export const stateKey = ({ lead, version }: { lead: string; version: number }): string => `${lead} ${version}`;

/** Empty if the request would be accepted. Duplicates are not checked here. */
export function refusalsInHindsight(bench: Bench, { operation, sent }: Past, states: States): readonly Refusal[] {
  const parameters = parametersOf(bench.document).get(operation);
  if (!parameters) return [refusalOfAll(codeOfMissing(bench, operation))];
  return [
    ...Object.entries(sent.query ?? {}).flatMap(([name, values]) => judgeParameter(name, values, parameters.get(name))),
    ...(sent.writes ?? []).flatMap((write) => judgeWrite(bench, write, states.get(stateKey(write)))),
  ];
}

type QueryParameters = ReadonlyMap<string, Schema>;

const parametersByDocument = new WeakMap<OpenApiDocument, ReadonlyMap<string, QueryParameters>>();

/** By operation and name. Cached, because a document validates many requests. */
function parametersOf(document: OpenApiDocument): ReadonlyMap<string, QueryParameters> {
  const found = parametersByDocument.get(document);
  if (found) return found;
  const made = new Map(
    operationsOf(document).map(({ operation, parameters }) => [
      operation.operationId,
      new Map(parameters.filter((one) => one.in === 'query').map((one) => [one.name, one.schema])),
    ]),
  );
  parametersByDocument.set(document, made);
  return made;
}

/** The code of the refusal for an operation that the document does not have. */
function codeOfMissing({ offer }: Bench, operation: string): string {
  if (asJson(operation) === 'createLead' && offer.writes) return 'scope_closed';
  return offer.writes ? 'not_found' : 'insufficient_permission';
}

/** A form is refused for the same reasons as its JSON. */
const asJson = (operation: string): string => jsonTwinOf(operation) ?? operation;

/** A refusal of the request as a whole. */
export const refusalOfAll = (code: string): Refusal => ({ pointer: null, parameter: null, code });

function judgeParameter(name: string, values: readonly string[] | null, schema: Schema | undefined): Refusal[] {
  if (!schema) return [{ pointer: null, parameter: name, code: 'unknown' }];
  const offered = (schema.items as Schema | undefined)?.enum as readonly string[] | undefined;
  const refused = offered !== undefined && values?.some((value) => !offered.includes(value));
  return refused ? [{ pointer: null, parameter: name, code: 'not_allowed' }] : [];
}

function judgeWrite(bench: Bench, write: SentWrite, state: StateAfter | undefined): Refusal[] {
  const { compiled, document, offer } = bench;
  if (write.as === 'createLead' && !offer.creates) return [refusalOfAll('scope_closed')];
  const unknown = new Set<string>();
  const fields = Object.fromEntries(
    Object.entries(write.fields).map(([key, shape]) => {
      const value = sentValue(key, shape, state);
      if (value === undefined) unknown.add(`/fields/${escapePointer(key)}`);
      return [key, value ?? null];
    }),
  );
  const body = { fields, ...(write.status !== undefined && { status: write.status }) };
  const errors = judgeBodyOf(compiled, document, offer.campaign, write.as, body).errors;
  const known = errors.filter(({ pointer = '', code }) => code === 'unknown' || !unknown.has(pointer));
  const refusals = known.map(({ pointer, code }) => ({ pointer: pointer ?? null, parameter: null, code }));
  return refusals.length === 0 && leavesScope(bench, write, state) ? [refusalOfAll('out_of_scope')] : refusals;
}

/** The value that was sent for the field; `undefined` if it is no longer known. */
function sentValue(key: string, shape: ValueShape, state: StateAfter | undefined): unknown {
  if (shape === null || typeof shape !== 'object' || Array.isArray(shape)) return shape;
  return state && Object.hasOwn(state.values, key) ? state.values[key] : undefined;
}

/** Whether the lead would be outside the filter, with the values that the filter itself would fill in. */
function leavesScope({ offer }: Bench, { as, fields, status }: SentWrite, state: StateAfter | undefined) {
  const { condition } = offer;
  if (!condition || !state || state.erased) return false;
  const pinned =
    as === 'createLead' ? offer.fields.filter(({ pin, field }) => pin !== undefined && !(field.key in fields)) : [];
  const lead: LeadState = {
    status: as === 'createLead' && status === undefined ? (offer.statusDefault ?? state.status) : state.status,
    external_id: state.external_id,
    created_at: new Date(timeOfId(state.lead)).toISOString(),
    values: { ...state.values, ...Object.fromEntries(pinned.map(({ pin = '', field }) => [field.key, pin])) },
  };
  return !holds(offer.campaign, condition, lead);
}

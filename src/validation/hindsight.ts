/**
 * A request that was accepted, judged by a document that does not hold yet: by the shape that is kept of it, and by the values
 * that its leads were given, as far as they are still there. What cannot be known is not held against the document.
 */

import { holds } from '../campaign/condition/evaluate.ts';
import type { LeadState } from '../campaign/definition.ts';
import type { SentRequest, SentWrite, StateAfter, ValueShape } from '../campaign/sent-shape.ts';
import { jsonTwinOf } from '../document/json-twin.ts';
import type { Offer } from '../document/offer.ts';
import { type OpenApiDocument, operationsOf, type Schema } from '../document/openapi.ts';
import { timeOfId } from '../ids/ids.ts';
import type { CompiledOperations } from './compiled.ts';
import { escapePointer } from './error-words.ts';
import { judgeBodyOf } from './validator.ts';

export interface Past {
  readonly operation: string;
  readonly sent: SentRequest;
}

/** Why it would be refused. */
export interface Refusal {
  readonly pointer: string | null;
  readonly parameter: string | null;
  readonly code: string;
}

/** What would judge it. */
export interface Bench {
  readonly compiled: CompiledOperations;
  readonly document: OpenApiDocument;
  readonly offer: Offer;
}

/** By lead and version: see {@link stateKey}. */
export type States = ReadonlyMap<string, StateAfter>;

export const stateKey = ({ lead, version }: { lead: string; version: number }): string => `${lead} ${version}`;

/** Nothing where it would be accepted. Duplicates are another matter. */
export function refusalsInHindsight(bench: Bench, { operation, sent }: Past, states: States): readonly Refusal[] {
  const parameters = parametersOf(bench.document).get(operation);
  if (!parameters) return [whole(codeOfMissing(bench, operation))];
  return [
    ...Object.entries(sent.query ?? {}).flatMap(([name, values]) => judgeParameter(name, values, parameters.get(name))),
    ...(sent.writes ?? []).flatMap((write) => judgeWrite(bench, write, states.get(stateKey(write)))),
  ];
}

type QueryParameters = ReadonlyMap<string, Schema>;

const known = new WeakMap<OpenApiDocument, ReadonlyMap<string, QueryParameters>>();

/** By operation and name: a document judges many requests. */
function parametersOf(document: OpenApiDocument): ReadonlyMap<string, QueryParameters> {
  const found = known.get(document);
  if (found) return found;
  const made = new Map(
    operationsOf(document).map(({ operation, parameters }) => [
      operation.operationId,
      new Map(parameters.filter((one) => one.in === 'query').map((one) => [one.name, one.schema])),
    ]),
  );
  known.set(document, made);
  return made;
}

/** Why an operation is refused that the document does not have. */
function codeOfMissing({ offer }: Bench, operation: string): string {
  if (asJson(operation) === 'createLead' && offer.writes) return 'scope_closed';
  return offer.writes ? 'not_found' : 'insufficient_permission';
}

/** A form is refused for what its JSON is refused for. */
const asJson = (operation: string): string => jsonTwinOf(operation) ?? operation;

/** Of the request as a whole. */
export const whole = (code: string): Refusal => ({ pointer: null, parameter: null, code });

function judgeParameter(name: string, values: readonly string[] | null, schema: Schema | undefined): Refusal[] {
  if (!schema) return [{ pointer: null, parameter: name, code: 'unknown' }];
  const offered = (schema.items as Schema | undefined)?.enum as readonly string[] | undefined;
  const refused = offered !== undefined && values?.some((value) => !offered.includes(value));
  return refused ? [{ pointer: null, parameter: name, code: 'not_allowed' }] : [];
}

function judgeWrite(bench: Bench, write: SentWrite, state: StateAfter | undefined): Refusal[] {
  const { compiled, document, offer } = bench;
  if (write.as === 'createLead' && !offer.creates) return [whole('scope_closed')];
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
  const told = errors.filter(({ pointer = '', code }) => code === 'unknown' || !unknown.has(pointer));
  const refusals = told.map(({ pointer, code }) => ({ pointer: pointer ?? null, parameter: null, code }));
  return refusals.length === 0 && leavesScope(bench, write, state) ? [whole('out_of_scope')] : refusals;
}

/** What was sent under the key; `undefined` where nobody knows any more. */
function sentValue(key: string, shape: ValueShape, state: StateAfter | undefined): unknown {
  if (shape === null || typeof shape !== 'object' || Array.isArray(shape)) return shape;
  return state && Object.hasOwn(state.values, key) ? state.values[key] : undefined;
}

/** Whether the lead would be outside the filter: with what the filter itself would have filled in. */
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

/**
 * Searches an example of a new lead that the token's filter accepts, by changing a few values. The values come from the
 * document, or the filter requires them, so leads that the token sees have them too. A value that a filter excludes, such as
 * another vendor's option, never appears.
 */
import type { Comparison, Condition, Scalar } from '../../campaign/condition/condition.ts';
import { resolvePath, type Target } from '../../campaign/condition/condition-path.ts';
import { holds } from '../../campaign/condition/evaluate.ts';
import type { Field, FieldValue, LeadState } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { ownFormats } from '../../campaign/values/formats.ts';
import { normaliseValue } from '../../campaign/values/normalise.ts';
import { compilePattern } from '../../campaign/values/pattern.ts';
import type { FieldOffer, Offer } from '../offer.ts';
import { sampleOf } from './sample.ts';
import { isWritable } from './writable.ts';

/** A lead as it would be stored, without its time. */
export type Draft = Omit<LeadState, 'created_at'>;

/** The limits of a search. If the search needs more, there is no example. */
export interface Budget {
  candidates: number;
  /** For patterns: instructions times characters, as the evaluation of a pattern is counted. */
  steps: number;
}

export const usualBudget: Budget = { candidates: 1_000, steps: 1_000_000 };

/** The draft itself if the filter accepts it; `undefined` if no accepted draft was found. */
export function fitting(offer: Offer, draft: Draft, budget: Budget = { ...usualBudget }): Draft | undefined {
  const { condition } = offer;
  if (!condition || meets(offer, condition, draft)) return draft;
  const found = solve({ offer, budget }, condition, true, draft);
  return found && meets(offer, condition, found) ? found : undefined;
}

interface Search {
  readonly offer: Offer;
  readonly budget: Budget;
}

/**
 * Whether the lead would be in scope if it were created now or at any later time, because a document is read for a long
 * time.
 */
function meets({ campaign }: Offer, condition: Condition, draft: Draft): boolean {
  const createdAt = (created_at: string) => holds(campaign, condition, { ...draft, created_at });
  return createdAt(new Date().toISOString()) && createdAt('2999-12-31T23:59:59.999Z');
}

/**
 * Changes as few values of the draft as possible, so that this part of the condition becomes `wanted`; `undefined` if that
 * fails.
 */
function solve(search: Search, part: Condition, wanted: boolean, draft: Draft): Draft | undefined {
  if (meets(search.offer, part, draft) === wanted) return draft;
  if ('not' in part) return solve(search, part.not, !wanted, draft);
  if ('path' in part) return solveComparison(search, part, wanted, draft);
  const [parts, each] = 'all' in part ? [part.all, wanted] : [part.any, !wanted];
  if (!each) return first(parts, (one) => solve(search, one, wanted, draft));
  return parts.reduce<Draft | undefined>((so, one) => so && solve(search, one, wanted, so), draft);
}

function first<T, R>(all: Iterable<T>, find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function solveComparison(search: Search, part: Comparison, wanted: boolean, draft: Draft): Draft | undefined {
  const { offer } = search;
  const target = resolvePath(offer.campaign, part.path);
  if (!target) return undefined;
  const asked = wanted && part.op !== 'neq' && part.op !== 'not_in' ? [part.value ?? []].flat() : [];
  return first(candidates(search, target, asked), (value) => {
    const changed = withValue(draft, target, value);
    return changed && meets(offer, part, changed) === wanted ? changed : undefined;
  });
}

function withValue(draft: Draft, target: Target, value: FieldValue | null): Draft | undefined {
  switch (target.kind) {
    case 'created_at':
      return undefined;
    case 'status':
      return value === null ? undefined : { ...draft, status: String(value) };
    case 'external_id':
      return { ...draft, external_id: value === null ? null : String(value) };
    case 'field': {
      const { [target.field.key]: _, ...others } = draft.values;
      return { ...draft, values: value === null ? others : { ...others, [target.field.key]: value } };
    }
  }
}

/** The values that may be written at the place, until the budget is used up. */
function* candidates(search: Search, target: Target, asked: readonly Scalar[]): Iterable<FieldValue | null> {
  const { budget } = search;
  for (const value of whatToTry(search.offer, target, asked)) {
    if (budget.candidates <= 0) return;
    budget.candidates -= 1;
    if (fits(search, target, value)) yield value;
  }
}

/** First the values of the condition and their neighbours, then all others. */
function* whatToTry(offer: Offer, target: Target, asked: readonly Scalar[]): Iterable<FieldValue | null> {
  if (target.kind === 'status') yield* offer.statuses.map(({ key }) => key);
  if (target.kind === 'external_id') {
    for (const value of asked) yield* [value, `${value}1`];
    yield* ['crm-4711', null];
  }
  const each = target.kind === 'field' && fieldOffer(offer, target.field);
  if (!each || each.pin !== undefined) return;
  if (each.choices) yield* each.choices;
  else {
    yield* valuesToTry(each, asked);
    const sample = sampleOf(each, offer.campaign);
    if (sample !== undefined) yield sample;
  }
  if (!each.filled) yield null;
}

const valuesToTry = ({ field, options }: FieldOffer, asked: readonly Scalar[]): readonly FieldValue[] =>
  traits[field.type].toTry(
    asked,
    options.map(({ value }) => value),
  );

const fieldOffer = ({ fields }: Offer, { key }: Field): FieldOffer | undefined =>
  fields.find(({ field }) => field.key === key);

function fits({ offer, budget }: Search, target: Target, value: FieldValue | null): boolean {
  if (value === null) return true;
  if (target.kind === 'external_id') return externalId.test(String(value)) && String(value).length <= 200;
  if (target.kind !== 'field') return true;
  const { pattern } = target.field;
  if (pattern !== null) {
    const steps = compilePattern(pattern).size * String(value).length;
    if (steps > budget.steps) return false;
    budget.steps -= steps;
  }
  // A choice is judged by the list of choices alone, and by its normal form.
  const { defaultCountry } = offer.campaign;
  return fieldOffer(offer, target.field)?.choices
    ? normaliseValue(target.field, value, defaultCountry).ok
    : isWritable(target.field, value, defaultCountry);
}

/** The format of a new external id in the base document. */
const externalId = ownFormats['external-id'];

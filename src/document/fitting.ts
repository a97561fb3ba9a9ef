/**
 * An example of a new lead that the token's filter takes, where a few changes of it find one. What it is given comes from what the
 * document offers, or is a value that the filter asks for: such values stand in leads that the token sees. What a filter leaves
 * out, such as another vendor's option, is never told by it.
 */
import type { Comparison, Condition, Scalar } from '../campaign/condition.ts';
import { resolvePath, type Target } from '../campaign/condition-path.ts';
import type { Field, FieldValue, LeadState } from '../campaign/definition.ts';
import { holds } from '../campaign/evaluate.ts';
import { traits } from '../campaign/field-types.ts';
import { normaliseValue } from '../campaign/normalise.ts';
import { compilePattern } from '../campaign/pattern.ts';
import { patterns } from '../campaign/patterns.ts';
import type { FieldOffer, Offer } from './offer.ts';
import { sampleOf } from './sample.ts';

/** A lead as it would be stored, later than any time that a filter may ask for. */
export type Draft = Omit<LeadState, 'created_at'>;

/** The draft itself where the filter takes it, or where nothing better was found. */
export function fitting(offer: Offer, draft: Draft): Draft {
  const { condition } = offer;
  if (!condition || meets(offer, condition, draft)) return draft;
  const found = solve(offer, condition, true, draft);
  return found && meets(offer, condition, found) ? found : draft;
}

const meets = ({ campaign }: Offer, condition: Condition, draft: Draft): boolean =>
  holds(campaign, condition, { ...draft, created_at: '2999-12-31T23:59:59.999Z' });

/** The draft with as little changed as makes this part of the condition what is wanted; `undefined` where nothing does. */
function solve(offer: Offer, part: Condition, wanted: boolean, draft: Draft): Draft | undefined {
  if (meets(offer, part, draft) === wanted) return draft;
  if ('not' in part) return solve(offer, part.not, !wanted, draft);
  if ('path' in part) return solveComparison(offer, part, wanted, draft);
  const [parts, each] = 'all' in part ? [part.all, wanted] : [part.any, !wanted];
  if (!each) return first(parts, (one) => solve(offer, one, wanted, draft));
  return parts.reduce<Draft | undefined>((so, one) => so && solve(offer, one, wanted, so), draft);
}

function first<T, R>(all: Iterable<T>, find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function solveComparison(offer: Offer, part: Comparison, wanted: boolean, draft: Draft): Draft | undefined {
  const target = resolvePath(offer.campaign, part.path);
  if (!target) return undefined;
  const asked = wanted && part.op !== 'neq' && part.op !== 'not_in' ? [part.value ?? []].flat() : [];
  return first(candidates(offer, target, asked), (value) => {
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

/** What may be written at the place: first of what is asked for, and what stands beside it, then whatever there is. */
function candidates(offer: Offer, target: Target, asked: readonly Scalar[]): readonly (FieldValue | null)[] {
  if (target.kind === 'status') return offer.statuses.map(({ key }) => key);
  if (target.kind === 'external_id') return [...asked, ...asked.map((value) => `${value}1`), 'crm-4711', null];
  const each = target.kind === 'field' && offer.fields.find(({ field }) => field.key === target.field.key);
  if (!each || each.pin !== undefined) return [];
  const sample = sampleOf(each, offer.campaign);
  const values = each.choices ?? [...valuesOf(each, asked), ...(sample === undefined ? [] : [sample])];
  return [...values.filter((value) => isWritable(offer, each, value)), ...(each.filled ? [] : [null])];
}

/** What is asked for, in its form, and what stands beside it; or whatever there is to choose from. */
function valuesOf({ field, options }: FieldOffer, asked: readonly Scalar[]): readonly FieldValue[] {
  switch (field.type) {
    case 'select':
      return options.map(({ value }) => value);
    case 'multi_select':
      return options.map(({ value }) => [value]);
    case 'boolean':
      return [true, false];
    case 'integer':
    case 'number':
      return [...asked.flatMap((value) => [Number(value), Number(value) + 1, Number(value) - 1]), 0, 1, 1_000];
    case 'date':
      return asked.flatMap((value) => beside(String(value)).map((time) => time.slice(0, 10)));
    case 'datetime':
      return asked.flatMap((value) => beside(String(value)));
    case 'email':
      return asked.flatMap((value) => [`${value}`, `anna${value}`, `${value}@example.com`]);
    case 'url':
      return asked.flatMap((value) => [`${value}`, `https://www.example.com/${value}`]);
    default:
      // A pattern, or a phone number's plan, may ask for more characters than the filter names.
      return [...asked.flatMap((value) => [0, 1, 2, 3, 4, 6].map((n) => `${value}${'1'.repeat(n)}`)), 'Another'];
  }
}

/** A day or a time, the same a day later, and a day before. */
function beside(text: string): string[] {
  const at = Date.parse(text);
  return Number.isNaN(at) ? [] : [0, 1, -1].map((days) => new Date(at + days * 86_400_000).toISOString());
}

const forms: Partial<Record<Field['type'], RegExp>> = {
  text: new RegExp(patterns.filledLine, 'u'),
  long_text: new RegExp(patterns.filledText, 'u'),
  email: new RegExp(patterns.email, 'u'),
  phone: new RegExp(patterns.phone, 'u'),
  datetime: new RegExp(patterns.storedTime, 'u'),
};

/** What the document and the normal form of the field ask of a value. */
function isWritable({ campaign }: Offer, { field }: FieldOffer, value: FieldValue): boolean {
  const { type, min, max, max_length, pattern } = field;
  if (!normaliseValue(field, value, campaign.defaultCountry).ok) return false;
  if (typeof value === 'number') return value >= (min ?? value) && value <= (max ?? value);
  if (typeof value !== 'string') return true;
  const longest = max_length ?? traits[type].maxLength ?? value.length;
  if ([...value].length > longest || forms[type]?.test(value) === false) return false;
  return pattern === null || compilePattern(pattern).test(value);
}

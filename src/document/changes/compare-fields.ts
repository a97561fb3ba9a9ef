/**
 * Compares the fields of two offers. The changes follow from the effect on requests and responses: the values of a new lead
 * or a change, the values in responses, and the filters of lists.
 */
import { isDeepStrictEqual } from 'node:util';
import { traits } from '../../campaign/field-types.ts';
import { isSameOrder } from '../../campaign/same-order.ts';
import { compilePattern } from '../../campaign/values/pattern.ts';
import type { FieldOffer, Offer } from '../offer.ts';
import { type Change, change, type Facts, nothing } from './change.ts';
import { compareChoices, comparePins } from './compare-values.ts';

export function compareFields(before: Offer, after: Offer): Change[] {
  const old = new Map(before.fields.map((offer) => [offer.field.key, offer]));
  const now = new Map(after.fields.map((offer) => [offer.field.key, offer]));
  return [
    ...[...old.keys()].filter((key) => !now.has(key)).map((key) => change('field', 'breaking', path(key), gone)),
    ...[...now].flatMap(([key, offer]) => {
      const was = old.get(key);
      return was ? compareField(was, offer, before, after) : [added(key, offer, after)];
    }),
    ...(isSameOrder([...old.keys()], [...now.keys()]) ? [] : [change('field_order', 'textual', '', nothing)]),
  ];
}

const path = (key: string): string => `fields.${key}`;
const gone = { from: 'there', to: null } as const;

function added(key: string, { required }: FieldOffer, { creates }: Offer): Change {
  const mustBeSent = required && creates;
  return change('field', mustBeSent ? 'breaking' : 'additive', path(key), {
    from: null,
    to: mustBeSent ? 'required' : 'there',
  });
}

function compareField(was: FieldOffer, is: FieldOffer, before: Offer, after: Offer): Change[] {
  const subject = path(is.field.key);
  const writes = before.writes && after.writes;
  const creates = before.creates && after.creates;
  const pinned = comparePins(subject, was.pin, is.pin, writes, is.filled && after.pins.allowed.has(subject));
  return [
    ...compareTypes(subject, was, is),
    ...pinned,
    ...(writes ? compareRequests(subject, was, is, creates, pinned.length > 0) : []),
    ...compareChoices(subject, valuesOf(was), valuesOf(is), {
      writes,
      listed: was.field.searchable && is.field.searchable,
    }),
    ...compareListing(subject, was, is),
    ...compareWords(subject, was, is),
  ];
}

const valuesOf = ({ field, pin, choices, options, readable }: FieldOffer) => {
  const limited = [field.min, field.max, field.max_length, field.pattern].some((limit) => limit !== null);
  if (field.select === null) return { pin, writable: choices, limited, labelled: [] };
  return {
    pin,
    writable: options.map(({ value }) => value),
    readable: readable.map(({ value }) => value),
    labelled: readable,
  };
};

function compareTypes(subject: string, { field: was }: FieldOffer, { field: is }: FieldOffer): Change[] {
  return was.type === is.type ? [] : [change('type', 'breaking', subject, { from: was.type, to: is.type })];
}

/** The values that a request must and may contain. */
function compareRequests(
  subject: string,
  was: FieldOffer,
  is: FieldOffer,
  creates: boolean,
  pinChanged: boolean,
): Change[] {
  const need = creates ? compareNeed(subject, was, is) : [];
  const emptiness =
    need.some(({ kind }) => kind !== 'default') || pinChanged || was.filled === is.filled
      ? []
      : [change('emptiness', is.filled ? 'breaking' : 'additive', subject, { from: !was.filled, to: !is.filled })];
  return [...need, ...emptiness, ...(isUnrestricted(was) && isUnrestricted(is) ? compareForms(subject, was, is) : [])];
}

/** Whether a new lead must have the field, and its default. A pin is a change of its own. */
function compareNeed(subject: string, was: FieldOffer, is: FieldOffer): Change[] {
  const [from, to] = [was, is].map(({ pin, default: value }) => (pin === undefined ? (value ?? null) : null));
  if (from === undefined || to === undefined) return [];
  if (!was.required && is.required) {
    // A pinned field was filled in. Without its pin the request must contain it.
    return [change('required', 'breaking', subject, { from, to: true })];
  }
  if (was.required && !is.required)
    return is.pin === undefined ? [change('not_required', 'additive', subject, { from: true, to })] : [];
  if (isDeepStrictEqual(from, to) || was.pin !== undefined || is.pin !== undefined) return [];
  return [change('default', 'may_break', subject, { from, to })];
}

/**
 * The filter neither fixes the field nor narrows it to a few values, so bounds, pattern and country apply to what is sent.
 */
export const isUnrestricted = ({ pin, choices }: FieldOffer): boolean => pin === undefined && choices === undefined;

function compareForms(subject: string, { field: was }: FieldOffer, { field: is }: FieldOffer): Change[] {
  const changes: Change[] = [];
  if (was.min !== is.min) {
    const narrower = is.min !== null && (was.min === null || is.min > was.min);
    changes.push(change('minimum', narrower ? 'breaking' : 'additive', subject, { from: was.min, to: is.min }));
  }
  if (was.max !== is.max) {
    const narrower = is.max !== null && (was.max === null || is.max < was.max);
    changes.push(change('maximum', narrower ? 'breaking' : 'additive', subject, { from: was.max, to: is.max }));
  }
  const [longest, longestNow] = [
    was.max_length ?? traits[was.type].maxLength,
    is.max_length ?? traits[is.type].maxLength,
  ];
  if (longest !== undefined && longestNow !== undefined && longest !== longestNow)
    changes.push(compareLengths(subject, { from: longest, to: longestNow }, was.pattern));
  if (was.pattern !== is.pattern)
    changes.push(comparePatterns(subject, { from: was.pattern, to: is.pattern }, longest ?? 0));
  return changes;
}

/**
 * A text longer than the new limit was accepted before, unless the old pattern refused it. That cannot be decided in
 * general, but an example text can show it.
 */
function compareLengths(subject: string, facts: Facts['max_length'], pattern: string | null): Change {
  const { from, to } = facts;
  const taken = (text: string) => text.length > to && (pattern === null || compilePattern(pattern).test(text));
  const narrower = textsUpTo(from).some(taken) ? 'breaking' : 'may_break';
  return change('max_length', to < from ? narrower : 'additive', subject, facts);
}

/**
 * Whether a new pattern accepts all that the old one accepted cannot be decided. If there was no pattern, a text that the
 * new one refuses shows that it is breaking.
 */
function comparePatterns(subject: string, facts: Facts['pattern'], longest: number): Change {
  const { from, to } = facts;
  const refuses = to !== null && from === null && textsUpTo(longest).some((text) => !compilePattern(to).test(text));
  return change('pattern', to === null ? 'additive' : refuses ? 'breaking' : 'may_break', subject, facts);
}

/** Short texts of several kinds, and the longest of each kind. */
const textsUpTo = (longest: number): readonly string[] =>
  ['a', 'A', '0', '-'].flatMap((one) => [one, one.repeat(longest)]);

function compareListing(subject: string, { field: was }: FieldOffer, { field: is }: FieldOffer): Change[] {
  const [from, to] = [was.searchable, is.searchable];
  return from === to ? [] : [change('listing', to ? 'additive' : 'breaking', subject, { from, to })];
}

function compareWords(subject: string, { field: was }: FieldOffer, { field: is }: FieldOffer): Change[] {
  return [
    ...(was.label === is.label ? [] : [change('label', 'textual', subject, { from: was.label, to: is.label })]),
    ...((was.description ?? '') === (is.description ?? '') ? [] : [change('description', 'textual', subject, nothing)]),
  ];
}

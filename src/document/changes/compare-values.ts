/** Compares the values of a field or of the status: in requests, in responses, and in the filters of lists. */
import type { Scalar } from '../../campaign/condition/condition.ts';
import { isSameOrder } from '../../campaign/same-order.ts';
import { type Change, change, nothing } from './change.ts';

export interface Values {
  /** The one value that the token's filter fixes. */
  readonly pin: Scalar | undefined;
  /** The values that may be written. `undefined`: any value. */
  readonly writable: readonly Scalar[] | undefined;
  /** The values in responses and in filters of lists. Absent: any value. */
  readonly readable?: readonly Scalar[];
  /** Whether the field has limits that a value of the filter may not meet. */
  readonly limited?: boolean;
  readonly labelled: readonly { readonly value: string; readonly label: string }[];
}

interface Sides {
  readonly writes: boolean;
  /** Whether lists can be filtered by it, before and now. */
  readonly listed: boolean;
}

/** `neverEmpty`: whether the filter still requires one of a few values. */
export function comparePins(
  subject: string,
  was: Scalar | undefined,
  is: Scalar | undefined,
  writes: boolean,
  neverEmpty: boolean,
): Change[] {
  if (was === is) return [];
  const facts = { from: was ?? null, to: is ?? null, mayBeEmpty: !neverEmpty };
  if (is === undefined) return [change('pin', 'may_break', subject, facts)];
  // For a reader, a new pin is nothing new to handle. A writer may have sent other values.
  return [change('pin', writes || was !== undefined ? 'breaking' : 'additive', subject, facts)];
}

export function compareChoices(subject: string, was: Values, is: Values, sides: Sides): Change[] {
  const written = sides.writes ? compareWritable(subject, was, is) : [];
  return [...written, ...compareReadable(subject, was, is, written, sides), ...compareLabels(subject, was, is, sides)];
}

/**
 * A value that is fixed now has a change of its own. After a pin, the change lists the values that are possible besides the
 * former pin.
 */
function compareWritable(subject: string, was: Values, is: Values): Change[] {
  if (is.pin !== undefined) return [];
  const old = was.pin === undefined ? was.writable : [was.pin];
  const now = is.writable;
  if (!now)
    return old && was.pin === undefined
      ? [change('values_free', is.limited ? 'may_break' : 'additive', subject, { from: old, to: null })]
      : [];
  if (!old) return [change('values_only', 'breaking', subject, { from: null, to: now })];
  const [less, more] = [without(old, now), without(now, old)];
  return [
    ...(less.length > 0 ? [change('values_gone', 'breaking', subject, { from: less, to: null })] : []),
    ...(more.length > 0 ? [change('values_more', 'additive', subject, { from: null, to: more })] : []),
  ];
}

/** Responses may get more values. A list that is filtered by a removed value is refused. */
function compareReadable(
  subject: string,
  { readable: old, pin: wasPin }: Values,
  { readable: now, pin }: Values,
  written: readonly Change[],
  { listed }: Sides,
): Change[] {
  if (!old || !now || pin !== undefined) return [];
  const valuesIn = (kind: Change['kind']) =>
    written.flatMap((one) =>
      one.kind !== kind ? [] : one.kind === 'values_gone' ? one.from : one.kind === 'values_more' ? one.to : [],
    );
  const more = without(without(now, wasPin === undefined ? old : [wasPin]), valuesIn('values_more'));
  // A parameter without any values accepts every text.
  const refused = now.length === 0 ? [] : without(without(old, now), valuesIn('values_gone'));
  return [
    ...(more.length > 0 ? [change('values_read', 'additive', subject, { from: null, to: more })] : []),
    ...(listed && refused.length > 0
      ? [change('values_listed', 'breaking', subject, { from: refused, to: null })]
      : []),
  ];
}

const without = (values: readonly Scalar[], others: readonly Scalar[]): Scalar[] => {
  const known = new Set(others);
  return values.filter((value) => !known.has(value));
};

function compareLabels(subject: string, was: Values, is: Values, { writes }: Sides): Change[] {
  const old = new Map(was.labelled.map((one) => [one.value, one.label]));
  const [offered, offeredNow] = [was, is].map(({ writable }) => new Set(writable ?? []));
  const changes = is.labelled.flatMap(({ value, label }): Change[] => {
    const before = old.get(value);
    if (before === undefined) return [];
    const facts = { from: { value, words: before }, to: { value, words: label } };
    const [did, does] = [offered?.has(value) ?? false, offeredNow?.has(value) ?? false];
    return [
      ...(before === label ? [] : [change('option_label', 'textual', subject, facts)]),
      // For a writer, other changes say which values are accepted.
      ...(writes || did === does
        ? []
        : [change('option_offered', 'textual', subject, { from: null, to: { value, words: does } })]),
    ];
  });
  const same = isSameOrder(
    [...old.keys()],
    is.labelled.map(({ value }) => value),
  );
  return same ? changes : [...changes, change('option_order', 'textual', subject, nothing)];
}

/** Compares the statuses of two offers in the same way as the values of a field. */
import type { Offer } from '../offer.ts';
import { type Change, change } from './change.ts';
import { compareChoices, comparePins } from './compare-values.ts';

const subject = 'status';

export function compareStatuses(before: Offer, after: Offer): Change[] {
  const writes = before.writes && after.writes;
  const pinned = comparePins(subject, before.statusPin, after.statusPin, writes, true);
  return [
    ...pinned,
    ...(before.creates && after.creates && pinned.length === 0 ? compareDefaults(before, after) : []),
    ...compareChoices(subject, valuesOf(before), valuesOf(after), { writes, listed: true }),
    ...compareFixed(before, after),
    ...compareCategories(before, after),
  ];
}

function valuesOf({ statuses, statusPin }: Offer) {
  const values = statuses.map(({ key }) => key);
  return {
    pin: statusPin,
    writable: values,
    readable: values,
    labelled: statuses.map(({ key, label }) => ({ value: key, label })),
  };
}

/** A new lead without a status gets the default status, if the filter allows it. */
function compareDefaults(before: Offer, after: Offer): Change[] {
  const [from, to] = [before.statusDefault ?? null, after.statusDefault ?? null];
  if (from === to) return [];
  if (to === null) return [change('required', 'breaking', subject, { from, to: true })];
  if (from === null) return [change('not_required', 'additive', subject, { from: true, to })];
  return [change('default', 'may_break', subject, { from, to })];
}

/** The single status that the filter requires may be deleted. Its leads are moved to another status. */
function compareFixed({ statusPin: from, statuses: was }: Offer, { statusPin, statuses }: Offer): Change[] {
  const there = (all: Offer['statuses']) => all.some(({ key }) => key === from);
  if (from === undefined || from !== statusPin || there(statuses) || !there(was)) return [];
  return [change('value_gone', 'breaking', subject, { from, to: null })];
}

/** If the filter fixes the status, the document does not show its category. */
function compareCategories(before: Offer, after: Offer): Change[] {
  if (before.statusPin !== undefined && before.statusPin === after.statusPin) return [];
  const old = new Map(before.statuses.map(({ key, category }) => [key, category]));
  return after.statuses.flatMap(({ key, category }) => {
    const was = old.get(key);
    if (was === undefined || was === category) return [];
    const facts = { from: { value: key, words: was }, to: { value: key, words: category } };
    return [change('category', 'textual', subject, facts)];
  });
}

/** Compares the conditions of a filter by the leads that they match, for its tokens and for members. */
import type { Condition } from '../../campaign/condition/condition.ts';
import { reachOf } from '../../campaign/condition/normal-form.ts';
import { type Change, change } from './change.ts';

export function compareConditions(
  kind: 'filter_other' | 'filter_condition',
  subject: string,
  before: Condition,
  after: Condition,
): Change[] {
  const to = reachOf(before, after);
  if (to === 'same') return [];
  return [change(kind, to === 'more' ? 'additive' : 'breaking', subject, { from: null, to })];
}

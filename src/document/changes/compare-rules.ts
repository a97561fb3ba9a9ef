/** Rules on duplicates compared by which new leads they refuse or mark. */
import { isDeepStrictEqual } from 'node:util';
import { type Change, change, type RuleTold } from './change.ts';

export function compareRules(from: RuleTold | null, to: RuleTold | null): Change[] {
  if (isDeepStrictEqual(normal(from), normal(to))) return [];
  return [change('duplicates', classOf(from, to), '', { from, to })];
}

/** The order of fields makes no difference; with one field, it makes none whether all or any must be equal. */
const normal = (rule: RuleTold | null) =>
  rule && { ...rule, fields: rule.fields.toSorted(), match: rule.fields.length === 1 ? 'any' : rule.match };

function classOf(from: RuleTold | null, to: RuleTold | null): Change['class'] {
  // Responses lose a member that they had.
  if (to === null) return from?.action === 'flag' ? 'may_break' : 'additive';
  if (to.action === 'flag') return 'additive';
  return from?.action === 'reject' && findsFewer(from, to) ? 'additive' : 'breaking';
}

/** Whether everything that `to` refuses was refused before. */
function findsFewer(from: RuleTold, to: RuleTold): boolean {
  const within = (rule: RuleTold) => rule.withinDays ?? Number.POSITIVE_INFINITY;
  const reached = from.reach === 'campaign' || to.reach === 'visible';
  return within(to) <= within(from) && reached && comparesMore(from, to);
}

/** Whether leads that are the same by `to` are the same by `from`. */
function comparesMore(from: RuleTold, to: RuleTold): boolean {
  const any = ({ fields, match }: RuleTold) => match === 'any' || fields.length === 1;
  const has = (rule: RuleTold) => (field: string) => rule.fields.includes(field);
  // One equal field of `to` must be enough for `from`; all of them together may be.
  if (any(to)) return any(from) ? to.fields.every(has(from)) : to.fields.length === 1 && from.fields.every(has(to));
  return any(from) ? to.fields.some(has(from)) : from.fields.every(has(to));
}

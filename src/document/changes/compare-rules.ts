/** Compares two duplicate checks by which new leads they refuse or mark. */
import { isDeepStrictEqual } from 'node:util';
import { type Change, change, type VendorRule } from './change.ts';

export function compareRules(from: VendorRule | null, to: VendorRule | null): Change[] {
  if (isDeepStrictEqual(normal(from), normal(to))) return [];
  return [change('duplicates', classOf(from, to), '', { from, to })];
}

/** The order of the fields does not matter. With one field, `any` and `all` are the same. */
const normal = (rule: VendorRule | null) =>
  rule && { ...rule, fields: rule.fields.toSorted(), match: rule.fields.length === 1 ? 'any' : rule.match };

function classOf(from: VendorRule | null, to: VendorRule | null): Change['class'] {
  // Responses lose the member `duplicate_of`.
  if (to === null) return from?.action === 'flag' ? 'may_break' : 'additive';
  if (to.action === 'flag') return 'additive';
  return from?.action === 'reject' && findsFewer(from, to) ? 'additive' : 'breaking';
}

/** Whether `from` refused all leads that `to` refuses. */
function findsFewer(from: VendorRule, to: VendorRule): boolean {
  const within = (rule: VendorRule) => rule.withinDays ?? Number.POSITIVE_INFINITY;
  const reached = from.reach === 'campaign' || to.reach === 'visible';
  return within(to) <= within(from) && reached && comparesMore(from, to);
}

/** Whether two leads that are the same by `to` are always the same by `from`. */
function comparesMore(from: VendorRule, to: VendorRule): boolean {
  const any = ({ fields, match }: VendorRule) => match === 'any' || fields.length === 1;
  const has = (rule: VendorRule) => (field: string) => rule.fields.includes(field);
  // With `any`, one equal field of `to` must be enough for `from`; with `all`, their combination must be.
  if (any(to)) return any(from) ? to.fields.every(has(from)) : to.fields.length === 1 && from.fields.every(has(to));
  return any(from) ? to.fields.some(has(from)) : from.fields.every(has(to));
}

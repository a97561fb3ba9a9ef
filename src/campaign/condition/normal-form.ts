/**
 * Compares conditions by what they match, not by how they are written: `all` and `any` with one part, `eq` and `in` with one
 * value, the order of parts, and repeated parts make no difference.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Comparison, Condition, Scalar } from './condition.ts';

/** The condition in normal form. Conditions that only differ in their writing have the same normal form. */
export function normalForm(condition: Condition): Condition {
  if ('all' in condition) return joined('all', condition.all.map(normalForm));
  if ('any' in condition) return joined('any', condition.any.map(normalForm));
  if ('not' in condition) {
    const inner = normalForm(condition.not);
    return 'not' in inner ? inner.not : { not: inner };
  }
  return normalComparison(condition);
}

function normalComparison({ path, op, value }: Comparison): Condition {
  if (op === 'eq' || op === 'in') return { path, op: 'in', value: sorted([value as Scalar].flat()) };
  if (op === 'neq' || op === 'not_in') return { path, op: 'not_in', value: sorted([value as Scalar].flat()) };
  return value === undefined ? { path, op } : { path, op, value };
}

const sorted = (values: readonly Scalar[]): Scalar[] => [...new Set(values)].sort(byValue);

const byValue = (a: Scalar, b: Scalar): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : byText(a, b);

const byText = (a: unknown, b: unknown): number => {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

type Joint = 'all' | 'any';

function joined(joint: Joint, parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (joint in part ? (part as Record<Joint, readonly Condition[]>)[joint] : [part]));
  const [first, ...rest] = unique(withMergedValues(joint, flat)).sort(byText);
  if (first && rest.length === 0) return first;
  const all = first ? [first, ...rest] : [];
  return joint === 'all' ? { all } : { any: all };
}

const unique = (parts: readonly Condition[]): Condition[] => [
  ...new Map(parts.map((part) => [JSON.stringify(part), part])).values(),
];

/**
 * Merges the values of one path: under `any` the union, under `all` the intersection. Every path that supports `in` has one
 * value.
 */
function withMergedValues(joint: Joint, parts: readonly Condition[]): readonly Condition[] {
  const byPath = new Map<string, readonly Scalar[]>();
  const others: Condition[] = [];
  for (const part of parts) {
    if (!('path' in part) || part.op !== 'in') {
      others.push(part);
      continue;
    }
    const values = part.value as readonly Scalar[];
    const before = byPath.get(part.path);
    byPath.set(part.path, before ? merged(joint, before, values) : values);
  }
  return [...others, ...[...byPath].map(([path, value]): Condition => ({ path, op: 'in', value }))];
}

const merged = (joint: Joint, a: readonly Scalar[], b: readonly Scalar[]): Scalar[] =>
  joint === 'any' ? sorted([...a, ...b]) : a.filter((value) => b.includes(value));

/** How the leads that match a condition compare with those that matched an earlier one. */
export type Reach = 'same' | 'more' | 'fewer' | 'other';

/** `more` and `fewer` only if that is certain, otherwise `other`. */
export function reachOf(before: Condition, after: Condition): Reach {
  const [was, is] = [normalForm(before), normalForm(after)];
  const [wider, narrower] = [implies(was, is), implies(is, was)];
  if (wider && narrower) return 'same';
  return wider ? 'more' : narrower ? 'fewer' : 'other';
}

/** Whether every lead that matches `a` certainly matches `b`. Both are in normal form. */
function implies(a: Condition, b: Condition): boolean {
  if (isDeepStrictEqual(a, b)) return true;
  if ('all' in b) return b.all.every((part) => implies(a, part));
  if ('any' in a) return a.any.every((part) => implies(part, b));
  if ('any' in b && b.any.some((part) => implies(a, part))) return true;
  if ('all' in a) return a.all.some((part) => implies(part, b));
  if ('not' in a && 'not' in b) return implies(b.not, a.not);
  return 'path' in a && 'path' in b && a.path === b.path && impliesOnPath(a, b);
}

const bounds: Readonly<Record<string, { least: boolean; open: boolean }>> = {
  gt: { least: true, open: true },
  gte: { least: true, open: false },
  lt: { least: false, open: true },
  lte: { least: false, open: false },
};

function impliesOnPath(a: Comparison, b: Comparison): boolean {
  const [had, has] = [a.value, b.value].map((value) => (value === undefined ? [] : ([value].flat() as Scalar[])));
  if (!had || !has) return false;
  if (a.op === 'in' && b.op === 'in') return had.every((value) => has.includes(value));
  if (a.op === 'not_in' && b.op === 'not_in') return has.every((value) => had.includes(value));
  if (a.op === 'in' && b.op === 'not_in') return had.every((value) => !has.includes(value));
  if (b.op === 'is_not_empty') return a.op === 'in' || a.op in bounds;
  const [was, is] = [bounds[a.op], bounds[b.op]];
  const [from, to] = [had[0], has[0]];
  // The database compares texts and times, so only numbers are compared here.
  if (!was || !is || was.least !== is.least || typeof from !== 'number' || typeof to !== 'number') return false;
  if (from === to) return is.open ? was.open : true;
  return is.least ? to < from : to > from;
}

/** The condition tree of a filter. Both evaluators, the pins and the descriptions are made from this type. */

export type Operator =
  | 'eq'
  | 'neq'
  | 'in'
  | 'not_in'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'contains'
  | 'starts_with'
  | 'is_empty'
  | 'is_not_empty';

export type Scalar = string | number | boolean;

export interface Comparison {
  /** `fields.<key>`, `status`, `created_at` or `external_id`. */
  readonly path: string;
  readonly op: Operator;
  /** Absent for `is_empty` and `is_not_empty`; a list for `in` and `not_in`. */
  readonly value?: Scalar | readonly Scalar[];
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison;

/** Every comparison of the tree, in order. */
export function* comparisons(condition: Condition): Generator<Comparison> {
  if ('all' in condition) for (const part of condition.all) yield* comparisons(part);
  else if ('any' in condition) for (const part of condition.any) yield* comparisons(part);
  else if ('not' in condition) yield* comparisons(condition.not);
  else yield condition;
}

/** The paths that the tree reads. */
export function pathsOf(condition: Condition): Set<string> {
  return new Set([...comparisons(condition)].map((comparison) => comparison.path));
}

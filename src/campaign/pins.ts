/**
 * What a condition fixes: paths that it pins to one value or narrows to a few, found under nothing but `all`.
 * A pin is filled in by the server, shown as the one value in the document, and refused when sent different.
 */
import type { Condition, Scalar } from './condition.ts';
import { resolvePath } from './condition-path.ts';
import { activeOptions, type Campaign, isRemoved } from './definition.ts';

export interface Pins {
  /** Path (`status`, `fields.<key>`) → the values that the condition allows there; one value is a pin. */
  readonly allowed: ReadonlyMap<string, readonly Scalar[]>;
  /** True when the condition says more than `allowed` does: the document then tells it in general words. */
  readonly more: boolean;
  /**
   * Why no lead can be created under the condition: `contradiction` (no lead can satisfy it), or `gone` (it asks for an
   * option or field that the campaign no longer offers).
   */
  readonly closed: 'contradiction' | 'gone' | undefined;
}

export function pinsOf(campaign: Campaign, condition: Condition | undefined): Pins {
  const allowed = new Map<string, readonly Scalar[]>();
  let more = false;
  let contradiction = false;
  const narrow = (path: string, values: readonly Scalar[]) => {
    const before = allowed.get(path);
    const after = before ? before.filter((value) => values.includes(value)) : [...new Set(values)];
    if (after.length === 0) contradiction = true;
    allowed.set(path, after);
  };
  const walk = (part: Condition): void => {
    const pinnable = 'path' in part && isPinnable(campaign, part.path);
    if ('all' in part) for (const each of part.all) walk(each);
    else if ('any' in part && part.any.length === 1) for (const each of part.any) walk(each);
    else if (pinnable && part.op === 'eq') narrow(part.path, [part.value as Scalar]);
    else if (pinnable && part.op === 'in') narrow(part.path, part.value as readonly Scalar[]);
    else more = true;
  };
  if (condition) walk(condition);
  return { allowed, more, closed: contradiction ? 'contradiction' : closeGone(campaign, allowed) };
}

/** Takes values that the campaign no longer offers out of `allowed`'s choices; `gone` when none is left. */
function closeGone(campaign: Campaign, allowed: Map<string, readonly Scalar[]>): 'gone' | undefined {
  for (const [path, values] of allowed) {
    if (offered(campaign, path, values).length === 0) return 'gone';
  }
  return undefined;
}

/** Those of the values that may be written at the path now. */
export function offered(campaign: Campaign, path: string, values: readonly Scalar[]): readonly Scalar[] {
  const target = resolvePath(campaign, path);
  if (!target) return [];
  if (target.kind === 'status') return values.filter((value) => campaign.statuses.some((s) => s.key === value));
  if (target.kind !== 'field' || isRemoved(campaign, target.field.key)) return [];
  if (target.field.type !== 'select') return values;
  const options = activeOptions(campaign, target.field);
  return values.filter((value) => options.some((option) => option.value === value));
}

function isPinnable(campaign: Campaign, path: string): boolean {
  const target = resolvePath(campaign, path);
  if (target?.kind === 'field') return target.field.type !== 'multi_select';
  return target?.kind === 'status';
}

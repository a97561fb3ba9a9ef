/**
 * The values that a condition fixes: paths that it pins to one value, or narrows to a few. Under `all`, the parts narrow
 * together. Under `any`, a path is narrowed only if every branch narrows it, to the values of all branches. The condition
 * implies the result: every lead that matches the condition has one of these values. The service fills in a pin, shows it as
 * the only value, and refuses any other. Conditions with the same meaning have the same pins.
 */

import { activeOptions, type Campaign, isRemoved } from '../definition.ts';
import { traits } from '../field-types.ts';
import type { Condition, Scalar } from './condition.ts';
import { resolvePath } from './condition-path.ts';
import { normalForm } from './normal-form.ts';

export interface Pins {
  /** Path (`status`, `fields.<key>`) → the values that the condition allows there; one value is a pin. */
  readonly allowed: Allowed;
  /** Whether the condition requires more than `allowed` says. The document then says so in general words. */
  readonly more: boolean;
  /**
   * Why no lead can be created under the condition: `contradiction` (no lead can match it), or `gone` (it needs an option or
   * field that the campaign no longer offers).
   */
  readonly closed: 'contradiction' | 'gone' | undefined;
}

export function pinsOf(campaign: Campaign, condition: Condition | undefined): Pins {
  if (!condition) return { allowed: new Map(), more: false, closed: undefined };
  const { allowed, exact, possible } = narrowingOf(campaign, normalForm(condition));
  return { allowed, more: !exact, closed: possible ? closeGone(campaign, allowed) : 'contradiction' };
}

type Allowed = ReadonlyMap<string, readonly Scalar[]>;

interface Narrowing {
  readonly allowed: Allowed;
  /** Whether the condition requires nothing beyond `allowed`. */
  readonly exact: boolean;
  /** False if no lead can match the condition. */
  readonly possible: boolean;
}

const nothingKnown: Narrowing = { allowed: new Map(), exact: false, possible: true };

function narrowingOf(campaign: Campaign, part: Condition): Narrowing {
  if ('all' in part) return narrowedTogether(part.all.map((each) => narrowingOf(campaign, each)));
  if ('any' in part) return narrowedByEither(part.any.map((each) => narrowingOf(campaign, each)));
  if (!('path' in part) || !isPinnable(campaign, part.path)) return nothingKnown;
  if (part.op === 'eq') return only(part.path, [part.value as Scalar]);
  return part.op === 'in' ? only(part.path, part.value as readonly Scalar[]) : nothingKnown;
}

function only(path: string, values: readonly Scalar[]): Narrowing {
  return { allowed: new Map([[path, [...new Set(values)]]]), exact: true, possible: values.length > 0 };
}

function narrowedTogether(parts: readonly Narrowing[]): Narrowing {
  const allowed = new Map<string, readonly Scalar[]>();
  for (const part of parts)
    for (const [path, values] of part.allowed) {
      const before = allowed.get(path);
      allowed.set(path, before ? before.filter((value) => values.includes(value)) : values);
    }
  const possible = parts.every((part) => part.possible) && [...allowed.values()].every((values) => values.length > 0);
  return { allowed, exact: parts.every((part) => part.exact), possible };
}

/** A branch that no lead can match is ignored. The result is exact only if all branches are about the same single path. */
function narrowedByEither(branches: readonly Narrowing[]): Narrowing {
  const [first, ...rest] = branches.filter((branch) => branch.possible);
  if (!first) return { allowed: branches[0]?.allowed ?? new Map(), exact: false, possible: false };
  if (rest.length === 0) return first;
  const allowed = new Map<string, readonly Scalar[]>();
  for (const [path, values] of first.allowed) {
    const others = rest.map((branch) => branch.allowed.get(path));
    if (others.every((other) => other !== undefined)) allowed.set(path, [...new Set([values, ...others].flat())]);
  }
  const exact = [first, ...rest].every((branch) => branch.exact && branch.allowed.size === 1) && allowed.size === 1;
  return { allowed, exact, possible: true };
}

/** Returns `gone` if the campaign no longer offers any of the allowed values of a path. */
function closeGone(campaign: Campaign, allowed: Allowed): 'gone' | undefined {
  for (const [path, values] of allowed) {
    if (offered(campaign, path, values).length === 0) return 'gone';
  }
  return undefined;
}

/** The values that may still be written at the path. */
export function offered(campaign: Campaign, path: string, values: readonly Scalar[]): readonly Scalar[] {
  const target = resolvePath(campaign, path);
  if (!target) return [];
  if (target.kind === 'status') return values.filter((value) => campaign.statuses.some((s) => s.key === value));
  if (target.kind !== 'field' || isRemoved(campaign, target.field.key)) return [];
  if (!traits[target.field.type].options) return values;
  const options = activeOptions(campaign, target.field);
  return values.filter((value) => options.some((option) => option.value === value));
}

function isPinnable(campaign: Campaign, path: string): boolean {
  const target = resolvePath(campaign, path);
  if (target?.kind === 'field') return traits[target.field.type].stored !== 'list';
  return target?.kind === 'status';
}

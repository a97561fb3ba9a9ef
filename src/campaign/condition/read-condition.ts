/**
 * Reads a condition from untrusted JSON. Both evaluators (`evaluate.ts` in the process, `leads/store/condition-sql.ts` in
 * SQL) can evaluate every accepted condition. All mistakes are reported at once, each with a pointer.
 */
import type { InputCode } from '../../problem/input-codes.ts';
import type { InputError } from '../../problem/problem.ts';
import { activeOptions, type Campaign, type Field, findSelect, isRemoved } from '../definition.ts';
import { traits } from '../field-types.ts';
import { normaliseValue } from '../values/normalise.ts';
import type { Comparison, Condition, Operator, Scalar } from './condition.ts';
import { operatorsOf, resolvePath, type Target } from './condition-path.ts';

const maxDepth = 10;
const maxNodes = 200;
const maxListed = 500;

export type ParsedCondition =
  | { readonly condition: Condition; readonly errors?: undefined }
  | { readonly condition?: undefined; readonly errors: readonly InputError[] };

/**
 * Reads a condition for this campaign. Values are normalised like those of leads, so that both compare equal. `pointer`: the
 * place of the condition in the body.
 */
export function parseCondition(campaign: Campaign, input: unknown, pointer = '/condition'): ParsedCondition {
  const errors: InputError[] = [];
  let nodes = 0;
  const fail = (at: string, code: InputCode, detail: string, allowed?: readonly unknown[]): undefined => {
    errors.push({ pointer: at, code, detail, ...(allowed && { allowed }) });
    return undefined;
  };

  const read = (node: unknown, at: string, depth: number): Condition | undefined => {
    nodes += 1;
    if (nodes > maxNodes)
      return nodes === maxNodes + 1 ? fail(at, 'too_large', `A condition has at most ${maxNodes} parts.`) : undefined;
    if (depth > maxDepth) return fail(at, 'too_deep', `A condition is at most ${maxDepth} levels deep.`);
    if (typeof node !== 'object' || node === null || Array.isArray(node))
      return fail(at, 'type', 'A condition is an object.');
    const keys = Object.keys(node);
    const [only] = keys;
    const members = node as Record<string, unknown>;
    if (keys.length === 1 && (only === 'all' || only === 'any')) {
      const parts = members[only];
      if (!Array.isArray(parts)) return fail(`${at}/${only}`, 'type', `\`${only}\` takes a list of conditions.`);
      if (parts.length === 0) return fail(`${at}/${only}`, 'min_items', `\`${only}\` takes at least one condition.`);
      const read_ = parts
        .map((part, i) => read(part, `${at}/${only}/${i}`, depth + 1))
        .filter((part) => part !== undefined);
      return only === 'all' ? { all: read_ } : { any: read_ };
    }
    if (keys.length === 1 && only === 'not') {
      const part = read(members.not, `${at}/not`, depth + 1);
      return part && { not: part };
    }
    for (const key of keys) {
      if (!['path', 'op', 'value'].includes(key))
        fail(`${at}/${key}`, 'unknown', 'A condition is `all`, `any`, `not`, or has `path`, `op` and `value`.');
    }
    return readComparison(members, at);
  };

  const readComparison = (node: Record<string, unknown>, at: string): Comparison | undefined => {
    const { path, op, value } = node;
    const target = typeof path === 'string' ? resolvePath(campaign, path) : undefined;
    if (typeof path !== 'string' || !target || (target.kind === 'field' && isRemoved(campaign, target.field.key))) {
      return fail(
        `${at}/path`,
        path === undefined ? 'required' : 'not_allowed',
        'A path is `status`, `created_at`, `external_id` or `fields.` and the key of a field of this campaign.',
        ['status', 'created_at', 'external_id', ...campaign.fields.map((f) => `fields.${f.key}`)],
      );
    }
    const offered = operatorsOf(target);
    if (!offered.includes(op as Operator)) {
      return fail(
        `${at}/op`,
        op === undefined ? 'required' : 'not_allowed',
        `\`${path}\` can be compared with ${offered.join(', ')}.`,
        offered,
      );
    }
    const operator = op as Operator;
    if (operator === 'is_empty' || operator === 'is_not_empty') {
      if (value !== undefined) return fail(`${at}/value`, 'unknown', `\`${operator}\` takes no value.`);
      return { path, op: operator };
    }
    if (operator === 'in' || operator === 'not_in') {
      if (!Array.isArray(value))
        return fail(
          `${at}/value`,
          value === undefined ? 'required' : 'type',
          `\`${operator}\` takes a list of values.`,
        );
      if (value.length === 0 || value.length > maxListed)
        return fail(`${at}/value`, 'min_items', `\`${operator}\` takes 1 to ${maxListed} values.`);
      const items = value.map((item, i) => readScalar(target, operator, item, `${at}/value/${i}`));
      return items.some((item) => item === undefined) ? undefined : { path, op: operator, value: items as Scalar[] };
    }
    const scalar = readScalar(target, operator, value, `${at}/value`);
    return scalar === undefined ? undefined : { path, op: operator, value: scalar };
  };

  const readScalar = (target: Target, op: Operator, value: unknown, at: string): Scalar | undefined => {
    if (value === undefined) return fail(at, 'required', 'A value is needed.');
    if (target.kind === 'status') {
      const keys = campaign.statuses.map((s) => s.key);
      return keys.includes(value as string)
        ? (value as string)
        : fail(at, 'not_allowed', 'No status has this key.', keys);
    }
    if (target.kind === 'created_at') {
      const time = typeof value === 'string' ? normaliseValue({ type: 'datetime' }, value, null) : undefined;
      return time?.ok ? (time.value as string) : fail(at, 'format', 'It must be a time such as 2026-11-23T10:15:30Z.');
    }
    if (target.kind === 'field' && traits[target.field.type].options) return readOption(target.field, value, at);
    if (target.kind === 'external_id' || op === 'contains' || op === 'starts_with') {
      if (typeof value !== 'string' || value === '' || [...value].length > 1_000)
        return fail(at, 'type', 'It must be a text of 1 to 1,000 characters.');
      return isStorable(value) ? value : fail(at, 'format', 'The text has characters that cannot be stored.');
    }
    const normal = normaliseValue(target.field, value, campaign.defaultCountry);
    if (!normal.ok) return fail(at, normal.code, `It must be ${normal.form}.`);
    if (normal.value === null) return fail(at, 'required', 'A value is needed. To find empty values, use `is_empty`.');
    return normal.value as Scalar;
  };

  const readOption = (field: Field, value: unknown, at: string): string | undefined => {
    const options = findSelect(campaign, field.select)?.options ?? [];
    if (options.some((option) => option.value === value)) return value as string;
    return fail(
      at,
      'not_allowed',
      `\`${field.key}\` has no such option.`,
      activeOptions(campaign, field).map((o) => o.value),
    );
  };

  const condition = read(input, pointer, 1);
  return errors.length > 0 || !condition ? { errors } : { condition };
}

/** Whether PostgreSQL can store the text: it has no U+0000 and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

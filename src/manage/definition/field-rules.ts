/**
 * Checks which properties a field of a type may have, and whether they fit together. Reports every error at once, with a
 * pointer into the body. Every field that passes can be put into a document.
 */

import { isStorable } from '../../campaign/condition/read-condition.ts';
import { activeOptions, type Campaign, type Field, type FieldValue } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { normaliseValue } from '../../campaign/values/normalise.ts';
import { acceptPattern, compilePattern } from '../../campaign/values/pattern.ts';
import type { InputCode } from '../../problem/input-codes.ts';
import type { InputError } from '../../problem/problem.ts';

/** Returns the field with its default in stored form, and the errors. */
export function judgeField(campaign: Campaign, field: Field): { field: Field; errors: readonly InputError[] } {
  const errors = [
    ...judgeSelect(campaign, field),
    ...judgeSearchable(field),
    ...judgeBounds(field),
    ...judgeLength(field),
    ...judgePattern(field),
  ];
  // The limits must be valid first, because they judge the default.
  if (errors.length > 0 || field.default === null) return { field, errors };
  const judged = judgeDefault(campaign, field, field.default);
  return { field: { ...field, default: judged.value }, errors: judged.errors };
}

const wrong = (pointer: string, code: InputCode, detail: string, allowed?: readonly unknown[]): InputError => ({
  pointer,
  code,
  detail,
  ...(allowed && { allowed }),
});

function judgeSelect(campaign: Campaign, { type, select }: Field): InputError[] {
  const takesOptions = traits[type].options !== undefined;
  if (!takesOptions && select === null) return [];
  if (!takesOptions) return [wrong('/select', 'not_allowed', `A field of the type \`${type}\` has no select.`)];
  const keys = campaign.selects.map((each) => each.key);
  if (select === null) return [wrong('/select', 'required', `A field of the type \`${type}\` needs a select.`, keys)];
  if (keys.includes(select)) return [];
  return [wrong('/select', 'not_allowed', `The campaign has no select \`${select}\`.`, keys)];
}

function judgeSearchable({ type, searchable }: Field): InputError[] {
  const { keyColumn, whyNoKeyColumn: why } = traits[type];
  if (!searchable || keyColumn) return [];
  return [wrong('/searchable', 'not_allowed', `A field of the type \`${type}\` cannot be searchable: ${why}.`)];
}

function judgeBounds(field: Field): InputError[] {
  const given = (['min', 'max'] as const).filter((name) => field[name] !== null);
  const { bounds } = traits[field.type];
  if (!bounds) {
    return given.map((name) =>
      wrong(`/${name}`, 'not_allowed', `A field of the type \`${field.type}\` has no \`${name}\`.`),
    );
  }
  const errors = given.flatMap((name) => {
    const normal = normaliseValue(field, field[name], null);
    if (normal.ok && normal.value !== null) return [];
    return [wrong(`/${name}`, 'type', `\`${name}\` must be ${normal.ok ? 'a value' : normal.form}.`)];
  });
  if (errors.length === 0 && field.min !== null && field.max !== null && field.min > field.max) {
    return [wrong('/max', 'not_allowed', '`max` must not be below `min`.')];
  }
  return errors;
}

function judgeLength({ type, max_length }: Field): InputError[] {
  if (max_length === null) return [];
  const { takesMaxLength, maxLength } = traits[type];
  const longest = takesMaxLength ? maxLength : undefined;
  if (longest === undefined) {
    return [wrong('/max_length', 'not_allowed', `A field of the type \`${type}\` has no \`max_length\`.`)];
  }
  if (max_length <= longest) return [];
  return [wrong('/max_length', 'maximum', `\`max_length\` of the type \`${type}\` is at most ${longest}.`)];
}

function judgePattern({ type, pattern }: Field): InputError[] {
  if (pattern === null) return [];
  if (!traits[type].takesPattern)
    return [wrong('/pattern', 'not_allowed', `A field of the type \`${type}\` has no \`pattern\`.`)];
  try {
    acceptPattern(pattern);
    return [];
  } catch (error) {
    return [wrong('/pattern', 'format', (error as Error).message)];
  }
}

function judgeDefault(
  campaign: Campaign,
  field: Field,
  given: FieldValue,
): { value: FieldValue | null; errors: readonly InputError[] } {
  const refused = (code: InputCode, detail: string, allowed?: readonly unknown[]) => ({
    value: null,
    errors: [wrong('/default', code, detail, allowed)],
  });
  const normal = normaliseValue(field, given, campaign.defaultCountry);
  if (!normal.ok) return refused(normal.code, `\`default\` must be ${normal.form}.`);
  const { value } = normal;
  if (value === null) return { value, errors: [] };
  if (typeof value === 'number' && field.min !== null && value < field.min)
    return refused('minimum', `\`default\` must be at least ${field.min}.`);
  if (typeof value === 'number' && field.max !== null && value > field.max)
    return refused('maximum', `\`default\` must be at most ${field.max}.`);
  const { options: holds, maxLength, form } = traits[field.type];
  if (holds) {
    const options = activeOptions(campaign, field).map((option) => option.value);
    const chosen = Array.isArray(value) ? (value as readonly string[]) : [value as string];
    const fits = chosen.every((option) => options.includes(option));
    return fits ? { value, errors: [] } : refused('not_allowed', '`default` must be an option of the select.', options);
  }
  if (typeof value !== 'string') return { value, errors: [] };
  const longest = field.max_length ?? maxLength ?? Number.POSITIVE_INFINITY;
  if ([...value].length > longest) return refused('max_length', `\`default\` has at most ${longest} characters.`);
  if (!isStorable(value)) return refused('format', '`default` has characters that cannot be stored.');
  if (form && !form.test(value)) return refused('format', '`default` does not have the form that its type asks for.');
  if (field.required && value.trim() === '') return refused('required', '`default` cannot be blank.');
  if (field.pattern !== null && !compilePattern(field.pattern).test(value)) {
    return refused('pattern', '`default` must match `pattern`.');
  }
  return { value, errors: [] };
}

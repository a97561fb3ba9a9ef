/**
 * The parts that adding a vendor will create: the field that identifies vendors, and the vendor's option. An option with the vendor's
 * name is used if it exists. All of it is one request.
 */
import type { Shape } from '../../api/client.ts';

type Field = Shape<'Field'>;
type Select = Shape<'Select'>;
type Option = Shape<'Option'>;

/** The ways to identify vendors. */
export type Identified =
  | { readonly kind: 'field'; readonly field: Field; readonly select: Select | undefined }
  /** A new field with the options of an existing select that no field uses yet. */
  | { readonly kind: 'select'; readonly select: Select }
  /** A new field with a new select. */
  | { readonly kind: 'new' };

export interface VendorValues extends Record<string, unknown> {
  label: string;
  /** Name of the choice. Empty for the first one. */
  field: string;
  /** Label of the new field. */
  new_field: string;
  permission: Shape<'Permission'>;
  expires_at: string | null;
}

export const newField = 'new';

/** The choices by name. The field `source` comes first, or else the first field. */
export function choicesOf(fields: readonly Field[], selects: readonly Select[]): ReadonlyMap<string, Identified> {
  const bySource = (one: { readonly key: string }, other: { readonly key: string }) =>
    Number(other.key === 'source') - Number(one.key === 'source');
  const offered = fields.filter(({ type }) => type === 'select').sort(bySource);
  const idle = selects.filter(({ key }) => !fields.some(({ select }) => select === key)).sort(bySource);
  return new Map<string, Identified>([
    ...offered.map((field) => {
      const select = selects.find(({ key }) => key === field.select);
      return [`field:${field.key}`, { kind: 'field', field, select }] as const;
    }),
    ...idle.map((select) => [`select:${select.key}`, { kind: 'select', select }] as const),
    [newField, { kind: 'new' }],
  ]);
}

export const optionsOf = (chosen: Identified): readonly Option[] =>
  chosen.kind === 'new' ? [] : (chosen.select?.options ?? []);

/** The option with this label. One that is offered comes before an archived one. */
export function optionCalled(label: string, chosen: Identified): Option | undefined {
  const wanted = label.trim().toLowerCase();
  const called = optionsOf(chosen).filter((option) => option.label.toLowerCase() === wanted);
  return called.find(({ archived }) => !archived) ?? called[0];
}

export function bodyOf({ label, new_field, permission, expires_at }: VendorValues, chosen: Identified) {
  const option = optionCalled(label, chosen);
  const vendor = {
    label: option?.label ?? label.trim(),
    permission,
    expires_at,
    ...(option && { option: option.value }),
  };
  if (chosen.kind === 'field') return { ...vendor, field: chosen.field.key };
  if (chosen.kind === 'new') return { ...vendor, new_field: { label: new_field.trim() } };
  return { ...vendor, new_field: { label: chosen.select.label, select: chosen.select.key } };
}

const fieldName = ({ new_field }: VendorValues, chosen: Identified): string => {
  if (chosen.kind === 'new') return new_field.trim();
  return chosen.kind === 'field' ? chosen.field.label : chosen.select.label;
};

/** The existing filter that the vendor would get: it has the option's name and matches exactly that option. */
export function filterThere(
  filters: readonly Shape<'Filter'>[],
  option: Option | undefined,
  chosen: Identified,
): Shape<'Filter'> | undefined {
  if (!option || chosen.kind !== 'field') return undefined;
  const path = `fields.${chosen.field.key}`;
  return filters.find(
    ({ name, condition }) =>
      name === option.label &&
      'path' in condition &&
      condition.path === path &&
      condition.op === 'eq' &&
      condition.value === option.value,
  );
}

/** Says what will be created, in a sentence or two. */
export function promise(values: VendorValues, chosen: Identified, filters: readonly Shape<'Filter'>[]): string {
  const { label, permission } = values;
  const option = optionCalled(label, chosen);
  const name = option?.label ?? (label.trim() || 'the vendor');
  const field = fieldName(values, chosen);
  const taken = !option
    ? ''
    : option.archived
      ? `“${name}” is an archived option of ${field}. It will be offered again. `
      : `“${name}” is already an option of ${field}. The vendor gets it. `;
  const does = permission === 'read' ? 'reads' : 'reads and writes';
  if (filterThere(filters, option, chosen))
    return `${taken}This creates a token that ${does} exactly the leads of the existing filter “${name}”.`;
  const parts = [
    ...(chosen.kind === 'field' ? [] : [`the field “${field}”`]),
    ...(option ? [] : [`the option “${name}”`]),
    `the filter “${name}” (${field} is ${name})`,
  ];
  return `${taken}This creates ${parts.join(', ')} and a token that ${does} exactly those leads.`;
}

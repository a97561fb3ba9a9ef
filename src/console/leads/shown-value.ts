/** A value of a lead in words: options by label, yes and no, numbers in groups. An empty value is a dash. */
import type { Shape } from '../api/client.ts';
import { traits } from '../campaign/fields/field-types.ts';

export interface Labels {
  readonly fields: readonly Shape<'Field'>[];
  readonly selects: readonly Shape<'Select'>[];
  readonly statuses: readonly Shape<'Status'>[];
  /** The zone in which times are shown. */
  readonly zone: string;
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

/** `path` is `status`, `external_id`, or `fields.` and a key. */
export function shownValue({ fields, selects, statuses, zone }: Labels, path: string, value: unknown): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '–';
  if (path === 'status') return statuses.find(({ key }) => key === value)?.label ?? String(value);
  const field = fields.find(({ key }) => `fields.${key}` === path);
  const words = field && traits[field.type].words;
  if (words && typeof value === 'string') return words(value, zone);
  const options = selects.find(({ key }) => key === field?.select)?.options ?? [];
  const one = (item: unknown) => options.find((option) => option.value === item)?.label ?? plain(item);
  return Array.isArray(value) ? value.map(one).join(', ') : one(value);
}

function plain(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numbers.format(value);
  return String(value);
}

/** The label of a path. */
export const nameOfPath = ({ fields }: Labels, path: string): string =>
  fields.find(({ key }) => `fields.${key}` === path)?.label ?? (path === 'status' ? 'Status' : 'External id');

/** The field by which people know a lead: its name, or else the first text field. */
export function titleField({ fields }: Labels): Shape<'Field'> | undefined {
  const texts = fields.filter(({ type }) => traits[type].names);
  return texts.find(({ key }) => /(^|_)name$/.test(key)) ?? texts[0];
}

/** The name that people know a lead by. */
export function titleOf({ id, external_id, fields }: Shape<'Lead'>, labels: Labels): string {
  const key = titleField(labels)?.key;
  return String((key && fields[key]) ?? external_id ?? `Lead ${id.slice(-6)}`);
}

/** A value of a lead as people read it: options by label, yes and no, numbers grouped; what is empty is a dash. */
import type { Shape } from '../api/client.ts';
import { traits } from '../campaign/fields/field-types.ts';

export interface Labels {
  readonly fields: readonly Shape<'Field'>[];
  readonly selects: readonly Shape<'Select'>[];
  readonly statuses: readonly Shape<'Status'>[];
  /** The zone that times are shown in. */
  readonly zone: string;
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

/** `path`: `status`, `external_id`, or `fields.` and a key. */
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

/** The name that a person knows the path by. */
export const nameOfPath = ({ fields }: Labels, path: string): string =>
  fields.find(({ key }) => `fields.${key}` === path)?.label ?? (path === 'status' ? 'Status' : 'External id');

/** The field that people know a lead by: its name, else the first text of it. */
export function titleField({ fields }: Labels): Shape<'Field'> | undefined {
  const texts = fields.filter(({ type }) => traits[type].names);
  return texts.find(({ key }) => /(^|_)name$/.test(key)) ?? texts[0];
}

/** What a person would call the lead. */
export function titleOf({ id, external_id, fields }: Shape<'Lead'>, labels: Labels): string {
  const key = titleField(labels)?.key;
  return String((key && fields[key]) ?? external_id ?? `Lead ${id.slice(-6)}`);
}

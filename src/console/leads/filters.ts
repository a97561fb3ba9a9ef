/** What a list can be narrowed by, from the campaign: each with the names of its parameters, which are those of the Lead API. */
import type { Choice } from '../filters/paths.ts';
import type { ListSearch } from './queries.ts';
import { type Labels, shownValue } from './shown-value.ts';

export interface ListFilter {
  /** `status`, `external_id`, `created_at`, `updated_at`, or `fields.` and a key. */
  readonly name: string;
  readonly label: string;
  readonly kind: 'choices' | 'text' | 'numbers' | 'days' | 'times';
  readonly choices?: readonly Choice[];
}

const ranged: readonly ListFilter['kind'][] = ['numbers', 'days', 'times'];

export function listFilters({ fields, selects, statuses }: Labels): ListFilter[] {
  const own = fields
    .filter(({ searchable }) => searchable)
    .map(({ key, label, type, select }): ListFilter => {
      const name = `fields.${key}`;
      const options = selects.find((one) => one.key === select)?.options;
      if (options) return { name, label, kind: 'choices', choices: options };
      if (type === 'boolean') return { name, label, kind: 'choices', choices: truth };
      if (type === 'integer' || type === 'number') return { name, label, kind: 'numbers' };
      if (type === 'date') return { name, label, kind: 'days' };
      return { name, label, kind: type === 'datetime' ? 'times' : 'text' };
    });
  return [
    {
      name: 'status',
      label: 'Status',
      kind: 'choices',
      choices: statuses.map(({ key, label }) => ({ value: key, label })),
    },
    ...own,
    { name: 'created_at', label: 'Created', kind: 'times' },
    { name: 'updated_at', label: 'Changed', kind: 'times' },
    { name: 'external_id', label: 'External id', kind: 'text' },
  ];
}

const truth: readonly Choice[] = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
];

/** The parameters that the filter sets. */
export const namesOf = ({ name, kind }: ListFilter): readonly string[] =>
  ranged.includes(kind) ? [`${name}.gte`, `${name}.lt`] : [name];

export const isSet = (filter: ListFilter, search: ListSearch): boolean =>
  namesOf(filter).some((name) => search[name] !== undefined);

/** As it stands on its chip: "Status: New, Contacted", "Created: from 1 Nov 2026". */
export function wordsOf(filter: ListFilter, search: ListSearch, labels: Labels): string {
  const { name, label, kind, choices } = filter;
  if (!ranged.includes(kind)) {
    const values = kind === 'choices' ? (search[name] ?? '').split(',') : [search[name] ?? ''];
    const told = values.map(
      (value) => choices?.find((one) => one.value === value)?.label ?? shownValue(labels, '', value),
    );
    return `${label}: ${told.join(', ')}`;
  }
  const told = (value: string) => (kind === 'times' ? value.slice(0, 10) : value);
  const [from, to] = namesOf(filter).map((one) => search[one]);
  return [`${label}:`, from && `from ${told(from)}`, to && `below ${told(to)}`].filter(Boolean).join(' ');
}

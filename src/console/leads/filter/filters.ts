/** The filters that the list of a campaign offers, each with the names of its parameters in the Lead API. */
import { type FieldType, type FieldTypeEntry, traits } from '../../campaign/fields/field-types.ts';
import type { Choice } from '../../filters/paths.ts';
import type { Labels } from '../shown-value.ts';

export interface ListFilter {
  /** `status`, `external_id`, `created_at`, `updated_at`, or `fields.` and a key. */
  readonly name: string;
  readonly label: string;
  /** `choices` takes several values, `choice` one. */
  readonly kind: FieldTypeEntry['filter'];
  /** The type of the values, for a filter on a field. */
  readonly type?: FieldType;
  readonly choices?: readonly Choice[];
}

/** By the names of parameters. */
export type FilterValues = Readonly<Record<string, string | undefined>>;

/** A value that is being entered and does not apply yet. */
export interface FilterDraft {
  readonly filter: ListFilter;
  readonly draft: FilterValues;
  readonly put: (name: string, value: string | undefined) => void;
}

const truth: readonly Choice[] = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
];

export function listFilters({ fields, selects, statuses }: Labels): ListFilter[] {
  const own = fields
    .filter(({ searchable }) => searchable)
    .map(({ key, label, type, select }): ListFilter => {
      const name = `fields.${key}`;
      const options = selects.find((one) => one.key === select)?.options;
      const shared = { name, label, type, kind: traits[type].filter };
      if (shared.kind === 'choice') return { ...shared, choices: truth };
      return shared.kind === 'choices' ? { ...shared, choices: (options ?? []).map(choiceOf) } : shared;
    });
  const states = statuses.map(({ key, label }) => ({ value: key, label }));
  return [
    { name: 'status', label: 'Status', kind: 'choices', choices: states },
    ...own,
    { name: 'created_at', label: 'Created', kind: 'times' },
    { name: 'updated_at', label: 'Changed', kind: 'times' },
    { name: 'external_id', label: 'External id', kind: 'text' },
  ];
}

const choiceOf = ({ value, label, archived }: Labels['selects'][number]['options'][number]): Choice => ({
  value,
  label: archived ? `${label} (archived)` : label,
});

/** The parameters that the filter sets: days and numbers with both ends, times up to the beginning of the next day. */
export function namesOf({ name, kind }: ListFilter): readonly [string] | readonly [string, string] {
  if (kind === 'range' || kind === 'days') return [`${name}.gte`, `${name}.lte`];
  return kind === 'times' ? [`${name}.gte`, `${name}.lt`] : [name];
}

/**
 * The values that a condition of this campaign can compare: status, time of creation, external id and every field, each with its
 * label.
 */
import type { Shape } from '../api/client.ts';
import { operatorsByType, type PathType, wordOf } from './operators.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Path {
  readonly name: string;
  readonly label: string;
  readonly type: PathType;
  /** The values, if they come from a list. */
  readonly choices: readonly Choice[] | undefined;
}

export interface Parts {
  readonly fields: readonly Shape<'Field'>[];
  readonly selects: readonly Shape<'Select'>[];
  readonly statuses: readonly Shape<'Status'>[];
}

export function pathsOf({ fields, selects, statuses }: Parts): Path[] {
  const choicesOf = (key: string | null) =>
    selects
      .find((select) => select.key === key)
      ?.options.map(({ value, label, archived }) => ({ value, label: archived ? `${label} (archived)` : label }));
  return [
    {
      name: 'status',
      label: 'Status',
      type: 'status',
      choices: statuses.map(({ key, label }) => ({ value: key, label })),
    },
    ...fields.map(({ key, label, type, select }) => ({
      name: `fields.${key}`,
      label,
      type,
      choices: choicesOf(select),
    })),
    { name: 'created_at', label: 'Created', type: 'created_at', choices: undefined },
    { name: 'external_id', label: 'External id', type: 'external_id', choices: undefined },
  ];
}

export const operatorChoices = ({ type }: Path) =>
  operatorsByType[type].map((operator) => ({ name: operator, value: operator, label: wordOf(operator, type) }));

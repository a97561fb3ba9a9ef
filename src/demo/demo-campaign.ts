/**
 * The description of a demo campaign, and short forms for its fields and options. Only data: nothing here reads or writes
 * the database.
 */

import type { Permission } from '../access/tokens.ts';
import type { Condition } from '../campaign/condition/condition.ts';
import type { Field, FieldType, Option, Select, Status } from '../campaign/definition.ts';

export interface DemoToken {
  readonly name: string;
  readonly permission: Permission;
  /** The name of the filter that the token is tied to. */
  readonly filter: string;
}

export interface DemoCampaign {
  readonly slug: string;
  readonly name: string;
  readonly default_country: string;
  readonly fields: readonly Field[];
  readonly selects: readonly Select[];
  readonly statuses: readonly Status[];
  readonly filters: readonly { readonly name: string; readonly condition: Condition }[];
  readonly tokens: readonly DemoToken[];
}

/**
 * Makes a field: `field('zip', 'text', 'Zip code', { searchable: true })`. Missing properties are off or without a limit.
 */
export function field(key: string, type: FieldType, label: string, rest: Partial<Field> = {}): Field {
  return {
    key,
    type,
    label,
    description: null,
    required: false,
    searchable: false,
    select: null,
    min: null,
    max: null,
    max_length: null,
    pattern: null,
    default: null,
    ...rest,
  };
}

/** Makes options in the given order: `options({ tile: 'Tile' })`. */
export function options(labels: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label, archived: false }));
}

/**
 * What a campaign of the demo account is described by, and two short forms to write its fields and options in. Plain
 * data: nothing here reads or writes the database.
 */
import type { Permission } from '../access/tokens.ts';
import type { Condition } from '../campaign/condition/condition.ts';
import type { Field, Option, Select, Status } from '../campaign/definition.ts';
import type { DemoType } from './values.ts';

/** A field of a type that the demo has values of. */
export interface DemoField extends Field {
  readonly type: DemoType;
}

export interface DemoToken {
  readonly name: string;
  readonly permission: Permission;
  /** Name of the filter that it is tied to. */
  readonly filter: string;
}

export interface DemoCampaign {
  readonly slug: string;
  readonly name: string;
  readonly default_country: string;
  readonly fields: readonly DemoField[];
  readonly selects: readonly Select[];
  readonly statuses: readonly Status[];
  readonly filters: readonly { readonly name: string; readonly condition: Condition }[];
  readonly tokens: readonly DemoToken[];
}

/** `field('zip', 'text', 'Zip code', { searchable: true })`: what is not named is off or without limit. */
export function field(key: string, type: DemoType, label: string, rest: Partial<DemoField> = {}): DemoField {
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

/** `options({ tile: 'Tile' })`: in the order given. */
export function options(labels: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label, archived: false }));
}

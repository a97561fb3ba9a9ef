/** The differences of a definition's parts in words. Each property has the name that its form uses. */
import type { Shape } from '../../api/client.ts';
import { nameOfCountry } from '../fields/countries.ts';

export type PartChange = Shape<'PartChange'>;

const nouns: Readonly<Record<PartChange['kind'], string>> = {
  campaign: 'Campaign',
  field: 'Field',
  select: 'Select',
  option: 'Option',
  status: 'Status',
  filter: 'Filter',
  duplicate_rule: 'Duplicate check',
};

/** A heading, with the lines below it. */
export interface PartGroup {
  readonly title: string;
  readonly parts: readonly PartChange[];
}

const titles: Readonly<Record<PartChange['kind'], string>> = {
  campaign: 'Campaign',
  field: 'Fields',
  select: 'Selects',
  option: 'Options',
  status: 'Statuses',
  filter: 'Filters',
  duplicate_rule: 'Duplicate check',
};

/** In the order of the page. Each select has its own group of options. */
export function groupsOf(parts: readonly PartChange[], nameOfSelect: (key: string) => string): PartGroup[] {
  const titleOf = ({ kind, select }: PartChange) =>
    select === null ? titles[kind] : `Options of ${nameOfSelect(select)}`;
  return [...new Set(parts.map(titleOf))].map((title) => ({
    title,
    parts: parts.filter((part) => titleOf(part) === title),
  }));
}

/** One word for the change of the part. */
export function verbOf({ change, properties }: PartChange): string {
  const archived = properties.find(({ property }) => property === 'archived');
  if (archived) return archived.to === true ? 'Archived' : 'Offered again';
  return { added: 'Added', changed: 'Changed', removed: 'Removed', reordered: 'Order' }[change];
}

/** The name of the part. */
export function nameOf({ kind, label, change, select }: PartChange): string {
  if (change === 'reordered') return select === null ? `${titles[kind]}, in another order` : 'In another order';
  return kind === 'duplicate_rule' ? nouns[kind] : label;
}

const propertyNames: Readonly<Record<string, string>> = {
  label: 'Name',
  name: 'Name',
  type: 'Type',
  description: 'Description',
  required: 'Required',
  searchable: 'Filterable',
  select: 'Select',
  min: 'Minimum',
  max: 'Maximum',
  max_length: 'Maximum length',
  pattern: 'Pattern',
  default: 'Default',
  category: 'Meaning',
  is_default: 'For new leads',
  condition: 'Condition',
  default_country: 'Country',
  support_contact: 'Support contact',
  vendor_notes: 'Notes for every vendor',
  fields: 'Compared fields',
  match: 'When',
  within_days: 'Days to look back',
  action: 'The new lead',
  reach: 'Compared with',
};

const valueNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  category: { open: 'open', won: 'won', lost: 'lost' },
  match: { any: 'any of these fields is equal', all: 'all of these fields are equal' },
  action: { reject: 'is refused', flag: 'is accepted, and marked' },
  reach: { visible: 'the leads that the vendor sees', campaign: 'all leads of the campaign' },
};

/** `Required: yes → no`, a line for each property. `archived` has no line, because the verb says it. */
export function detailsOf({ properties }: PartChange): string[] {
  return properties
    .filter(({ property }) => property !== 'archived')
    .map(({ property, from, to }) => {
      const name = propertyNames[property] ?? property;
      return `${name}: ${valueWords(property, from)} → ${valueWords(property, to)}`;
    });
}

function valueWords(property: string, value: unknown): string {
  if (value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(String).join(', ') || 'none';
  const text = String(value);
  if (property === 'default_country') return nameOfCountry(text);
  return valueNames[property]?.[text] ?? text;
}

/** Why a restore does not change the part, and its current value. */
export function staysWords(part: PartChange): string {
  const { kind, change, properties } = part;
  if (change === 'added') {
    if (kind === 'option') return 'was added later; it stays archived';
    return kind === 'select'
      ? 'was added later; it stays, and its options are archived'
      : 'was created later; it stays';
  }
  if (change === 'removed') return 'was deleted later; it does not come back';
  if (change === 'reordered') return 'stays as it is';
  return properties
    .map(({ property, to }) => `${propertyNames[property] ?? property} stays: ${valueWords(property, to)}`)
    .join('; ');
}

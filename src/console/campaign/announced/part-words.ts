/** Says what an announced change will do to a part, in words that go before "on 27 Dec 2026": `becomes required`. */
import type { Shape } from '../../api/client.ts';

export type Part = Shape<'PartChange'>;

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** `becomes required and is renamed to “Zip code”`. Empty if nothing visible changes. */
export function partWords({ kind, change, properties }: Part): string {
  if (change === 'removed') return kind === 'duplicate_rule' ? 'is switched off' : 'is deleted';
  if (change === 'added') return kind === 'duplicate_rule' ? 'is switched on' : 'is added';
  if (kind === 'duplicate_rule') return 'changes';
  return list.format(properties.map(({ property, to }) => (words[property] ?? otherWords(property))(to)));
}

type Words = (value: unknown) => string;

const either =
  (yes: string, no: string): Words =>
  (value) =>
    value ? yes : no;
const limit =
  (name: string): Words =>
  (value) =>
    value === null ? `loses its ${name}` : `gets the ${name} ${Array.isArray(value) ? value.join(', ') : value}`;
const text =
  (name: string, article = 'another'): Words =>
  (value) =>
    value === null ? `loses its ${name}` : `gets ${article} ${name}`;
const renamed: Words = (value) => `is renamed to “${value}”`;

const words: Readonly<Record<string, Words>> = {
  archived: either('is archived', 'is offered again'),
  category: (value) => `changes its meaning to ${value}`,
  condition: () => 'starts to match other leads',
  default: limit('default'),
  default_country: (value) =>
    value === null ? 'loses its country of phone numbers' : `gets ${value} as the country of phone numbers`,
  description: text('description'),
  is_default: either('is given to new leads', 'is no longer given to new leads'),
  label: renamed,
  max: limit('maximum'),
  max_length: limit('maximum length'),
  min: limit('minimum'),
  name: renamed,
  pattern: text('pattern'),
  required: either('becomes required', 'becomes optional'),
  searchable: either('becomes filterable', 'is no longer filterable'),
  support_contact: text('support contact'),
  vendor_notes: text('notes for vendors', 'other'),
};

const otherWords =
  (name: string): Words =>
  () =>
    `gets another ${name.replaceAll('_', ' ')}`;

/** The filters of lists. Several operations take the same filters, so the page lists them once. */
import { traits } from '../campaign/field-types.ts';
import type { Offer } from '../document/offer.ts';
import { type OpenApiDocument, operationsOf, type Parameter } from '../document/openapi.ts';
import { code, plain } from '../document/words/markdown-text.ts';
import type { Table } from './table.ts';

const notFilters: ReadonlySet<string> = new Set(['sort', 'limit', 'cursor', 'wait', 'dry_run', 'filter']);

/** The filter parameters, in the order of the document. An operation that takes one filter takes all of them. */
export function filtersOf(document: OpenApiDocument): readonly Parameter[] {
  const counting = operationsOf(document).find(({ operation }) => operation.operationId === 'countLeads');
  return counting?.parameters.filter(({ name, in: place }) => place === 'query' && !notFilters.has(name)) ?? [];
}

/** One row for each field or other name, with the endings of its ranges. */
export function filterTable(document: OpenApiDocument, { fields }: Offer): Table {
  const names = new Map<string, string[]>();
  for (const { name } of filtersOf(document)) {
    const [, base = name, operator] = /^(.+)\.(gte?|lte?)$/.exec(name) ?? [];
    const operators = names.get(base) ?? [];
    names.set(base, operators);
    if (operator !== undefined) operators.push(operator);
    else operators.unshift('');
  }
  return {
    head: ['Filter', 'Endings', 'Leads whose …'],
    rows: [...names].map(([base, operators]) => ({
      cells: [
        code(base),
        `${operators.includes('') ? '' : 'only '}${operators
          .filter((operator) => operator !== '')
          .map((operator) => code(`.${operator}`))
          .join(' ')}`,
        meaningOf(base, fields),
      ],
    })),
  };
}

/** Above the table. Markdown. */
export const filterWords =
  'A lead must match all filters of a request. With an ending, a filter is a range: `created_at.gte` is at or after, `.gt` after, `.lt` before, `.lte` at or before.';

const meanings: Readonly<Record<string, string>> = {
  status: 'status is one of these, separated by commas',
  external_id: '`external_id` is this',
  created_at: 'creation is after, or before, this time',
  updated_at: 'last change is after, or before, this time',
};

function meaningOf(base: string, fields: Offer['fields']): string {
  const offer = fields.find(({ field }) => `fields.${field.key}` === base);
  if (!offer) return meanings[base] ?? '';
  const { label, type } = offer.field;
  const { options, ignoresCase } = traits[type];
  if (options === 'one') return `${plain(label)} is one of these options, separated by commas`;
  if (ignoresCase) return `${plain(label)} is this, in upper or lower case`;
  return `${plain(label)} is this`;
}

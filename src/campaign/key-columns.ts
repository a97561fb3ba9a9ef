/**
 * Assigns key columns: to searchable fields, and to fields that filters pin or bound. A column is text or numeric. The
 * number of columns is fixed, so a campaign can run out of them; a field that would need another column is then refused.
 */
import { comparisons } from './condition/condition.ts';
import { pinsOf } from './condition/pins.ts';
import type { Campaign, Field, KeyColumn } from './definition.ts';
import { traits } from './field-types.ts';

export const textColumns = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't10'] as const;
export const numberColumns = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'] as const;
export type KeyColumnName = (typeof textColumns)[number] | (typeof numberColumns)[number];
export const keyColumnNames: readonly KeyColumnName[] = [...textColumns, ...numberColumns];

/** The number of characters of a text in a key column. */
export const keyLength = 200;

export interface Assignment {
  readonly columns: readonly KeyColumn[];
  /** Searchable fields for which no column of their kind is left. */
  readonly refused: readonly Field[];
}

/**
 * Assigns columns to the fields that need one. A field keeps the column that it has; a column that no field needs becomes
 * free.
 */
export function assignKeyColumns(campaign: Campaign): Assignment {
  const wanted = wantedFields(campaign);
  const kept = campaign.keyColumns.filter((column) => wanted.some((field) => field.key === column.field));
  const columns: KeyColumn[] = [...kept];
  const refused: Field[] = [];
  for (const field of wanted) {
    if (columns.some((column) => column.field === field.key)) continue;
    const names = traits[field.type].keyColumn === 'number' ? numberColumns : textColumns;
    const free = names.find((name) => !columns.some((column) => column.column === name));
    if (free) columns.push({ column: free, field: field.key, state: 'filling' });
    else if (field.searchable) refused.push(field);
  }
  return { columns, refused };
}

function wantedFields(campaign: Campaign): readonly Field[] {
  const filtered = new Set<string>();
  for (const filter of campaign.filters) {
    for (const path of pinsOf(campaign, filter.condition).allowed.keys()) filtered.add(path);
    for (const { path, op } of 'all' in filter.condition
      ? filter.condition.all.flatMap((part) => [...comparisons(part)])
      : comparisons(filter.condition)) {
      if (['gt', 'gte', 'lt', 'lte'].includes(op)) filtered.add(path);
    }
  }
  // Fields of filters come first, because every request of a vendor reads them. Searches are less frequent.
  const fields = [...campaign.fields, ...campaign.removedFields].filter((field) => traits[field.type].keyColumn);
  return [
    ...fields.filter((field) => filtered.has(`fields.${field.key}`)),
    ...campaign.fields.filter(
      (field) => traits[field.type].keyColumn && field.searchable && !filtered.has(`fields.${field.key}`),
    ),
  ];
}

/** The column that may be read for this field, if it has one and older leads have been filled in. */
export function readyColumn(campaign: Campaign, key: string): KeyColumnName | undefined {
  const column = campaign.keyColumns.find((c) => c.field === key && c.state === 'ready');
  return column?.column as KeyColumnName | undefined;
}

/** The key columns of a row, computed from its values: the same text for every campaign, whatever its assignment. */
import { type RawBuilder, sql } from 'kysely';
import type { Campaign } from '../../campaign/definition.ts';
import { keyColumnNames, keyLength, numberColumns, textColumns } from '../../campaign/key-columns.ts';

export const keyColumnList: RawBuilder<unknown> = sql.join(keyColumnNames.map((name) => sql.ref(name)));

/** Field keys by column, `null` where a column is not assigned: the one parameter of {@link keyValues}. */
export function keysByColumn(campaign: Campaign): readonly (string | null)[] {
  return keyColumnNames.map((name) => campaign.keyColumns.find((c) => c.column === name)?.field ?? null);
}

/** The expressions for all key columns, in the order of {@link keyColumnList}; `keys` is a `text[]` expression. */
export function keyValues(values: RawBuilder<unknown>, keys: RawBuilder<unknown>): readonly RawBuilder<unknown>[] {
  return [
    ...textColumns.map((_, i) => sql`left(${values} ->> ${keys}[${sql.lit(i + 1)}], ${sql.lit(keyLength)})`),
    ...numberColumns.map((_, i) => sql`(${values} ->> ${keys}[${sql.lit(textColumns.length + i + 1)}])::numeric`),
  ];
}

/** What one key column must hold for the stored row `l`: the field's number, or the first characters of its text. */
export function storedKeyValue(column: string, field: string): RawBuilder<unknown> {
  const isNumber = (numberColumns as readonly string[]).includes(column);
  return isNumber
    ? sql`(l.values ->> ${field}::text)::numeric`
    : sql`left(l.values ->> ${field}::text, ${sql.lit(keyLength)})`;
}

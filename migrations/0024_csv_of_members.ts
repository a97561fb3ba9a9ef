/** The CSV format of a member's spreadsheet: the separator of cells, and the decimal sign. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table members
  add column csv_separator text not null default ',' check (csv_separator in (',', ';')),
  add column csv_decimal text not null default '.' check (csv_decimal in ('.', ',')),
  add check (csv_separator <> csv_decimal);
`)
    .execute(db);
}

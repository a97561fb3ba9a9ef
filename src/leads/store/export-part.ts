/**
 * Leads as text, newest first, one part at a time. Each part is one statement, which takes the guard and continues behind the last
 * part. The number of leads and of characters in a part is bounded.
 */
import { type RawBuilder, sql } from 'kysely';
import type { CsvForm } from '../../access/csv-form.ts';
import type { Grant } from '../../access/grant.ts';
import { currentRow, guardCte, guardHolds } from './guard.ts';
import { csvLine } from './lead-csv.ts';
import { leadJson } from './lead-json.ts';
import { matching, type Narrowing } from './scope.ts';
import type { LeadDatabase } from './tables.ts';

/** The most characters of a part, unless a single lead has more. */
const longestPart = 250_000;

export interface ExportQuery extends Narrowing {
  readonly format: 'csv' | 'ndjson';
  /** The form of CSV for a spreadsheet; left out: CSV for programs. */
  readonly csv?: CsvForm | undefined;
  /** The most leads of the part. */
  readonly limit: number;
  /** The last lead of the previous part. */
  readonly after: string | undefined;
}

export interface ExportPart {
  /** Whole lines, each with its end. */
  readonly text: string;
  readonly leads: number;
  /** The last lead of this part; undefined if the part is empty. */
  readonly last: string | undefined;
}

export async function readExportPart(db: LeadDatabase, grant: Grant, query: ExportQuery): Promise<ExportPart> {
  const row = currentRow((await exportStatement(grant, query).execute(db)).rows);
  return { text: row.text, leads: row.leads, last: row.last ?? undefined };
}

interface ExportRow {
  readonly current: boolean;
  readonly text: string;
  readonly leads: number;
  readonly last: string | null;
}

/** Exported for the test that keeps its text. */
export function exportStatement(grant: Grant, query: ExportQuery): RawBuilder<ExportRow> {
  const { campaign } = grant;
  const line =
    query.format === 'csv'
      ? sql`${csvLine(campaign, query.csv)} || e'\\r\\n'`
      : sql`${leadJson(campaign, 'l')} || e'\\n'`;
  const rest = query.after === undefined ? [] : [sql<boolean>`l.id < ${query.after}::uuid`];
  // Not prepared: the text names the campaign's columns, and thousands of rows deserve a plan of their own.
  return sql<ExportRow>`/* unprepared */
    with ${guardCte(grant)},
    page as materialized (
      select l.id, ${line} as line from leads l where ${matching(grant, query, rest)} order by l.id desc limit ${sql.lit(query.limit)}),
    measured as (select p.*, sum(length(p.line)) over (order by p.id desc) as reach, row_number() over (order by p.id desc) as n from page p),
    part as materialized (select m.id, m.line from measured m where m.reach <= ${sql.lit(longestPart)} or m.n = 1)
    select ${guardHolds} as current, coalesce(string_agg(p.line, '' order by p.id desc), '') as text, count(*)::int as leads,
      (select q.id from part q order by q.id limit 1) as last
    from part p`;
}

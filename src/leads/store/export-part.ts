/**
 * Leads as text, newest first, a part at a time: each part is one statement that takes the guard and goes on where the one
 * before ended. A part is bounded in leads and in characters, whatever the leads hold.
 */
import { type RawBuilder, sql } from 'kysely';
import type { CsvForm } from '../../access/csv-form.ts';
import type { Grant } from '../../access/grant.ts';
import { currentRow, guardCte, guarded } from './guard.ts';
import { csvLine } from './lead-csv.ts';
import { leadJson } from './lead-json.ts';
import { matching, type Narrowing } from './scope.ts';
import type { LeadDatabase } from './tables.ts';

/** Characters of a part at most, unless a single lead has more. */
const longestPart = 250_000;

export interface ExportQuery extends Narrowing {
  readonly format: 'csv' | 'ndjson';
  /** Of CSV for a spreadsheet; without it, for programs. */
  readonly csv?: CsvForm | undefined;
  /** Leads that are looked at. */
  readonly limit: number;
  /** The last lead of the part before. */
  readonly after: string | undefined;
}

export interface ExportPart {
  /** Whole lines, each with its end. */
  readonly text: string;
  readonly leads: number;
  /** The last lead of this part; undefined when there is none. */
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
  // Its text has a campaign's columns, and it reads thousands of rows: it is planned for what it is asked, not kept.
  return sql<ExportRow>`/* unprepared */
    with ${guardCte(grant)},
    page as materialized (
      select l.id, ${line} as line from leads l where ${matching(grant, query, rest)} order by l.id desc limit ${sql.lit(query.limit)}),
    measured as (select p.*, sum(length(p.line)) over (order by p.id desc) as reach, row_number() over (order by p.id desc) as n from page p),
    part as materialized (select m.id, m.line from measured m where m.reach <= ${sql.lit(longestPart)} or m.n = 1)
    select ${guarded} as current, coalesce(string_agg(p.line, '' order by p.id desc), '') as text, count(*)::int as leads,
      (select q.id from part q order by q.id limit 1) as last
    from part p`;
}

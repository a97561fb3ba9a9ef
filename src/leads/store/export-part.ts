/**
 * Leads as text, newest first, one part at a time. Each part is one statement, which takes the guard and continues behind the last
 * part. The number of leads and of bytes in a part is bounded.
 */
import { type RawBuilder, sql } from 'kysely';
import type { CsvForm } from '../../access/csv-form.ts';
import type { Grant } from '../../access/grant.ts';
import { unprepared } from '../../database/prepared.ts';
import { inTurns } from '../../operation/turns.ts';
import { currentRow, type GuardedRow, guardCte, guardHolds } from './guard.ts';
import { csvLine } from './lead-csv.ts';
import { leadLine, linesOf, linesTogether, readLine } from './lead-text.ts';
import { matching, type Narrowing } from './scope.ts';
import type { LeadDatabase } from './tables.ts';

/** A part ends with the lead that reaches this number of bytes. */
const longestPart = 100_000;

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
  if (query.format === 'csv') {
    const { text, leads, last } = currentRow((await csvStatement(grant, query).execute(db)).rows);
    return { text, leads, last: last ?? undefined };
  }
  const lines = linesOf(currentRow((await linesStatement(grant, query).execute(db)).rows).lines);
  const leads = await inTurns(lines, (line) => readLine(grant.campaign, line));
  return { text: leads.map(({ json }) => `${json}\n`).join(''), leads: leads.length, last: leads.at(-1)?.id };
}

interface CsvRow {
  readonly current: boolean;
  readonly text: string;
  readonly leads: number;
  readonly last: string | null;
}

/** The text names the campaign's columns, and thousands of rows deserve a plan of their own. */
const planned = sql.raw(unprepared);

/** Exported for the test that keeps its text. */
export function csvStatement(grant: Grant, query: ExportQuery): RawBuilder<CsvRow> {
  const line = sql`${csvLine(grant.campaign, query.csv)} || e'\\r\\n'`;
  return sql<CsvRow>`${planned}
    with ${guardCte(grant)}
    select ${guardHolds} as current, coalesce(string_agg(p.line, ''), '') as text, count(*)::int as leads, (array_agg(p.id))[count(*)] as last
    from ${partOf(grant, query, line)} p`;
}

/** Exported for the test that keeps its text. */
export function linesStatement(grant: Grant, query: ExportQuery): RawBuilder<GuardedRow & { lines: string | null }> {
  return sql`${planned}
    with ${guardCte(grant)}
    select ${guardHolds} as current, ${linesTogether(sql`p.line`)} as lines from ${partOf(grant, query, leadLine('l'))} p`;
}

/**
 * A subquery: the newest leads, as many as `longestPart` allows, each with its id and its line. Without a sort and without a stored
 * result: either would take longer than making the lines.
 */
function partOf(grant: Grant, query: ExportQuery, line: RawBuilder<unknown>): RawBuilder<unknown> {
  const rest = query.after === undefined ? [] : [sql<boolean>`l.id < ${query.after}::uuid`];
  return sql`(
      select m.id, m.line from (
        select r.*, sum(octet_length(r.line)) over (order by r.id desc rows unbounded preceding) - octet_length(r.line) as before from (
          select l.id, ${line} as line from leads l where ${matching(grant, query, rest)} order by l.id desc limit ${sql.lit(query.limit)}) r) m
      where m.before < ${sql.lit(longestPart)})`;
}

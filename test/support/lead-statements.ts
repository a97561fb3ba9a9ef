/**
 * The text of every statement on leads for one grant, as the driver gets it, followed by its parameters. Reviewers read them
 * in `test/golden/sql/`.
 */
import { Kysely, PostgresDialect, type RawBuilder } from 'kysely';
import type { Grant } from '../../src/access/grant.ts';
import type { Condition } from '../../src/campaign/condition/condition.ts';
import type { ConfigTables } from '../../src/database/tables.ts';
import { countStatement } from '../../src/leads/store/counts.ts';
import { eraseStatement, lockStatement } from '../../src/leads/store/erase-leads.ts';
import { csvStatement, linesStatement } from '../../src/leads/store/export-part.ts';
import { insertStatement } from '../../src/leads/store/insert-leads.ts';
import { changesStatement } from '../../src/leads/store/lead-changes.ts';
import { historyStatement } from '../../src/leads/store/lead-history.ts';
import { foldStatement, patchStatement } from '../../src/leads/store/patch-leads.ts';
import { getStatement, type ListQuery, listStatement } from '../../src/leads/store/read-leads.ts';
import type { WriteForm } from '../../src/leads/store/split-writes.ts';
import { fixtures, grantOf } from './fixtures.ts';

/** Compiles statements, and never connects. */
const db = new Kysely<ConfigTables>({
  dialect: new PostgresDialect({ pool: () => Promise.reject(new Error('nothing is run here')) }),
});

const id = '01930000-0000-7000-8000-000000000001';
const another = '01930000-0000-7000-8000-000000000002';
const lead = { id, createdAt: Date.UTC(2026, 10, 23), status: 'new', values: { name: 'Anna', roof_area: 12.5 } };
const all: ListQuery = { conditions: [], updated: [], sort: '-created_at', limit: 50, after: undefined };
const filtered: ListQuery = {
  ...all,
  conditions: [
    { path: 'status', op: 'in', value: ['new', 'won'] },
    { path: 'fields.zip', op: 'gte', value: '5000' },
    { path: 'fields.roof_area', op: 'lt', value: 100 },
    { path: 'created_at', op: 'gte', value: '2026-11-01T00:00:00.000Z' },
  ],
};
const byEmail: ListQuery = { ...all, conditions: [{ key: 'email', folded: 'kim@example.com' }] };
const updated: ListQuery = {
  ...all,
  sort: 'updated_at',
  updated: [{ op: 'gt', at: '2026-11-01T00:00:00.000Z' }],
  after: { id, updatedAt: '2026-11-23T10:15:30.123Z' },
};

type Statements = Readonly<Record<string, (grant: Grant) => RawBuilder<unknown>>>;

const reads: Statements = {
  'get a lead': (grant) => getStatement(grant, id),
  'read the history of a lead': (grant) => historyStatement(grant, id, { limit: 50, before: undefined }),
  'read the history of a lead, the next page': (grant) => historyStatement(grant, id, { limit: 50, before: 7 }),
  'look at the changes, from the oldest on': (grant) => changesStatement(grant, { after: 'oldest', limit: 200 }),
  'look at the changes behind a place': (grant) =>
    changesStatement(grant, { after: { seq: '1234', mark: '0123456789abcdef' }, limit: 200 }),
  'list leads': (grant) => listStatement(grant, all),
  'list leads by status, key columns and time': (grant) => listStatement(grant, filtered),
  'list leads by an e-mail address': (grant) => listStatement(grant, byEmail),
  'list leads as they were updated, the next page': (grant) => listStatement(grant, updated),
  'count leads by status, key columns and time': (grant) => countStatement(grant, filtered),
  'export leads as CSV': (grant) => csvStatement(grant, { ...filtered, format: 'csv', limit: 500, after: undefined }),
  'export leads as JSON lines, the next part': (grant) =>
    linesStatement(grant, { ...all, format: 'ndjson', limit: 4_000, after: id }),
};

const writes = (form: WriteForm): Statements => ({
  'create a lead': (grant) => insertStatement(grant, [{ ...lead, externalId: null }], form),
  'create two leads': (grant) =>
    insertStatement(
      grant,
      [
        { ...lead, externalId: 'A-1001' },
        { ...lead, id: another, externalId: null },
      ],
      form,
    ),
  'change one lead many times in a batch': (grant) =>
    foldStatement(
      grant,
      [
        { id, status: 'won', values: {} },
        { id, values: { name: null }, versions: [2] },
      ],
      form,
    ),
  'update a lead': (grant) => patchStatement(grant, [{ id, status: 'won', values: { name: null } }], form),
  'update two leads': (grant) =>
    patchStatement(
      grant,
      [
        { id, externalId: 'A-1002', values: {}, versions: [7] },
        { id: another, values: { name: 'Bo' } },
      ],
      form,
    ),
  'lock leads, to delete them': (grant) => lockStatement(grant, [{ id, versions: [7] }]),
});

const statements: Statements = {
  ...reads,
  ...writes('whole'),
  'erase leads': (grant) => eraseStatement(grant, [id]),
};

/** The statements as a cluster gets them. A write is followed by statements with its rows: see `split-writes`. */
export const splitStatements: Statements = { ...reads, ...writes('split') };

const mixed: Condition = {
  all: [
    { path: 'fields.source', op: 'in', value: ['vendor-xyz', 'nordic-leads'] },
    {
      any: [
        { path: 'fields.household_size', op: 'gte', value: 3 },
        { path: 'fields.interests', op: 'contains', value: 'battery' },
      ],
    },
    { not: { path: 'fields.zip', op: 'starts_with', value: '50' } },
    { path: 'fields.name', op: 'contains', value: 'Anna' },
  ],
};

const { rich } = fixtures;
const withMine = (condition: Condition) => ({
  ...rich,
  filters: rich.filters.map((filter) => (filter.name === 'Mine' ? { ...filter, condition } : filter)),
});
const notReady = { ...rich, keyColumns: rich.keyColumns.map((column) => ({ ...column, state: 'filling' as const })) };

/** By name of the golden file. */
export const statementGrants: Readonly<Record<string, () => Grant>> = {
  broad: () => grantOf(rich, 'broad'),
  campaign: () => grantOf(rich, 'campaign'),
  'pinned-by-key-column': () => grantOf(rich, 'scoped-read-write'),
  'pinned-by-column-not-ready': () => grantOf(notReady, 'scoped-read-write'),
  'any-not-contains': () => grantOf(withMine(mixed), 'scoped-read-write'),
  'filter-gone': () => grantOf(rich, 'scoped-filter-gone'),
};

/** All statements of one grant, as one file. */
export function statementTexts(grant: Grant): string {
  return `${Object.entries(statements)
    .map(([name, make]) => {
      const { sql, parameters } = make(grant).compile(db);
      return [`-- To ${name}:`, layOut(sql), ...parameters.map(describeParameter)].join('\n');
    })
    .join('\n\n')}\n`;
}

const describeParameter = (value: unknown, index: number): string =>
  `-- $${index + 1} = ${Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : JSON.stringify(value)}`;

/** Removes the indentation of the sources, and folds lines at 120 characters. */
function layOut(sql: string): string {
  const lines = sql.split('\n').filter((line) => line.trim() !== '');
  const margin = Math.min(...lines.map((line) => line.length - line.trimStart().length).filter((n) => n > 0));
  return lines.flatMap((line) => fold(line.slice(0, margin).trim() === '' ? line.slice(margin) : line)).join('\n');
}

function fold(line: string): string[] {
  const indent = `${/^ */.exec(line)?.[0] ?? ''}    `;
  const folded: string[] = [];
  let rest = line;
  while (rest.length > 120) {
    const breaks = [...rest.slice(0, 120).matchAll(/(?<=,) | (?=(?:and|or|from|then|else|case) )/g)].map(
      (m) => m.index,
    );
    const last = breaks.filter((index) => index > indent.length).pop();
    if (last === undefined) break;
    folded.push(rest.slice(0, last));
    rest = indent + rest.slice(last + 1);
  }
  return [...folded, rest];
}

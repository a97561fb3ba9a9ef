/**
 * Writes on a database that is distributed by Citus. There, a statement that changes data in its CTEs becomes many commands on every
 * node. A write is therefore split: one statement judges the items and returns what is to be written; then the leads are written, and
 * then their events. Each is a statement of the campaign's node, and all are one transaction, which locks the leads in its first step.
 */
import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { type KeyColumnName, numberColumns } from '../../campaign/key-columns.ts';
import { isDistributed } from '../../database/citus-dialect.ts';
import { unprepared } from '../../database/prepared.ts';
import type { RecordedEvents } from './events.ts';
import type { LeadDatabase, LeadTransaction } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** How a write is made: as one statement, or split. Part of a statement's variant (see `statement`). */
export type WriteForm = 'whole' | 'split';

const types = {
  id: 'uuid',
  status: 'text',
  external_id: 'text',
  version: 'integer',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  values: 'jsonb',
  match_keys: 'jsonb',
  duplicate_of: 'uuid',
} as const;

type ColumnName = keyof typeof types | KeyColumnName;

const typeOf = (column: ColumnName): string =>
  column in types
    ? types[column as keyof typeof types]
    : (numberColumns as readonly string[]).includes(column)
      ? 'numeric'
      : 'text';

export interface SplitWrite {
  readonly kind: 'created' | 'updated';
  /** The columns to write, apart from the key columns of fields. They begin with id, status, external id, version and values. */
  readonly columns: readonly (keyof typeof types)[];
}

const common = ['id', 'status', 'external_id', 'version', 'values'] as const;
export const insertion: SplitWrite = {
  kind: 'created',
  columns: [...common, 'created_at', 'updated_at', 'match_keys', 'duplicate_of'],
};
export const change: SplitWrite = { kind: 'updated', columns: [...common, 'updated_at', 'match_keys'] };
export const foldedChange: SplitWrite = { kind: 'updated', columns: [...common, 'updated_at'] };

const columnsOf = ({ columns }: SplitWrite, campaign: Campaign): readonly ColumnName[] => [
  ...columns,
  ...campaign.keyColumns.map(({ column }) => column as KeyColumnName),
];

/** The columns that the judging statement of a split write adds to each row. All are texts, so that no value is changed on its way. */
export interface JudgedRow {
  /** The columns of the lead; null if this item writes nothing. */
  readonly new_row?: readonly (string | null)[] | null;
  /** Status, external id and values before. */
  readonly old_state?: readonly (string | null)[] | null;
}

/** SQL: the columns of {@link JudgedRow}, from the rows that are to be written. A whole write has no such columns. */
export function judgedColumns(
  form: WriteForm,
  write: SplitWrite,
  campaign: Campaign,
  { row, isWritten, old }: { row: string; isWritten: RawBuilder<boolean>; old?: readonly RawBuilder<unknown>[] },
): RawBuilder<unknown> {
  if (form === 'whole') return sql``;
  const texts = columnsOf(write, campaign).map((name) => sql`${sql.ref(`${row}.${name}`)}::text`);
  const state = old ? sql`array[${sql.join(old.map((part) => sql`${part}::text`))}]` : sql`null::text[]`;
  return sql`, case when ${isWritten} then array[${sql.join(texts)}] end as new_row, case when ${isWritten} then ${state} end as old_state`;
}

/**
 * Runs a write in the form that suits the database. `judge` runs its statement and returns the rows, which the split form then writes.
 */
export async function runWrite<Row extends JudgedRow>(
  db: LeadDatabase,
  grant: Grant,
  write: SplitWrite,
  judge: (db: LeadDatabase, form: WriteForm) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  if (!isDistributed(db)) return judge(db, 'whole');
  return inTransaction(db, async (trx) => {
    const rows = await judge(trx, 'split');
    await writeJudged(trx, grant, write, rows);
    return rows;
  });
}

async function writeJudged(
  trx: LeadTransaction,
  grant: Grant,
  write: SplitWrite,
  rows: readonly JudgedRow[],
): Promise<void> {
  const judged = rows.flatMap(({ new_row, old_state }) =>
    new_row ? [{ lead: new_row, before: old_state ?? null }] : [],
  );
  if (judged.length === 0) return;
  const version = common.indexOf('version');
  judged.sort((a, b) => Number(a.lead[version]) - Number(b.lead[version]));
  // If a lead has several changes, its row keeps the last.
  const leads = [...new Map(judged.map(({ lead }) => [lead[0], lead])).values()];
  const columns = columnsOf(write, grant.campaign);
  await trx.executeQuery(
    write.kind === 'created' ? insertQuery(grant, columns, leads) : updateQuery(grant, columns, leads),
  );
  await trx.executeQuery(
    eventsQuery(
      grant,
      judged.map(({ lead: [id, status, externalId, version, values], before }) => ({
        lead: id,
        version,
        kind: write.kind,
        before,
        after: [status, externalId, values] as State,
      })),
    ),
  );
}

type Text = string | null | undefined;
type State = readonly Text[];

/** Numbers parameters: `add(value)` returns its place in the text. */
function parameters(): { readonly values: unknown[]; readonly add: (value: unknown) => string } {
  const values: unknown[] = [];
  return { values, add: (value) => `$${values.push(value)}` };
}

/** The text of several rows depends on their number, so preparing it would not pay. */
export const nameless = (rows: readonly unknown[]): string => (rows.length > 1 ? `${unprepared} ` : '');

/** The texts are built by hand: as parts of Kysely they would take longer than the statement. */
function insertQuery({ campaign }: Grant, columns: readonly ColumnName[], leads: readonly State[]): CompiledQuery {
  const { values, add } = parameters();
  const id = add(campaign.id);
  const rows = leads.map(
    (lead) => `(${id}, ${columns.map((name, i) => `${add(lead[i])}::${typeOf(name)}`).join(', ')})`,
  );
  return CompiledQuery.raw(
    `${nameless(leads)}insert into leads (campaign_id, ${columns.map((name) => `"${name}"`).join(', ')}) values ${rows.join(', ')}`,
    values,
  );
}

function updateQuery({ campaign }: Grant, columns: readonly ColumnName[], leads: readonly State[]): CompiledQuery {
  const { values, add } = parameters();
  const id = add(campaign.id);
  const [first] = leads;
  if (first && leads.length === 1) {
    const [named, ...set] = columns.map((name, i) => `"${name}" = ${add(first[i])}::${typeOf(name)}`);
    return CompiledQuery.raw(`update leads set ${set.join(', ')} where campaign_id = ${id} and ${named}`, values);
  }
  const lists = columns.map((name, i) => `${add(leads.map((lead) => lead[i]))}::${typeOf(name)}[]`);
  const set = columns.slice(1).map((name) => `"${name}" = n."${name}"`);
  return CompiledQuery.raw(
    `update leads l set ${set.join(', ')} from unnest(${lists.join(', ')}) as n(${columns.map((name) => `"${name}"`).join(', ')})
     where l.campaign_id = ${id} and l.id = n.id`,
    values,
  );
}

interface NewEvent {
  readonly lead: Text;
  readonly version: Text | number;
  readonly kind: RecordedEvents['kind'];
  readonly before: State | string | null;
  readonly after: State | null;
}

/** Inserts events. A state is given by its parts, or as JSON. */
export function eventsQuery({ campaign, actor }: Grant, events: readonly NewEvent[]): CompiledQuery {
  const { values, add } = parameters();
  const [id, actorKind, actorId] = [add(campaign.id), add(actor.kind), add(actor.id)];
  const state = (of: State | string | null) =>
    typeof of === 'string'
      ? `${add(of)}::jsonb`
      : of
        ? `jsonb_build_object('status', ${add(of[0])}::text, 'external_id', ${add(of[1])}::text, 'values', ${add(of[2])}::jsonb)`
        : 'null';
  const rows = events.map(
    ({ lead, version, kind, before, after }) =>
      `(${id}, ${add(lead)}::uuid, ${add(version)}::integer, '${kind}', clock_timestamp(), ${actorKind}, ${actorId}::uuid, ${state(before)}, ${state(after)})`,
  );
  return CompiledQuery.raw(
    `${nameless(events)}insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, actor_id, before, after) values ${rows.join(', ')}`,
    values,
  );
}

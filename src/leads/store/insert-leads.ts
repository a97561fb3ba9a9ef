/**
 * Inserts leads: one statement takes the guard, checks the new rows against the scope, and writes leads and events. External ids, and
 * leads under the duplicate check, must be unique: they are claimed before, in the same transaction, so that the statement sees
 * what an earlier holder of the claim has committed.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Actor, Grant } from '../../access/grant.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { matchKeysOf } from '../../campaign/duplicates.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import { sizeOf } from './batch-order.ts';
import { underClaims } from './claim.ts';
import type { RowSource } from './condition-sql.ts';
import { duplicateColumns, probeColumns } from './duplicates.ts';
import { recordEvents, stateJson } from './events.ts';
import { currentRow, guardCte, guardHolds } from './guard.ts';
import { keyColumnList, keyValues } from './key-columns.ts';
import { leadLine } from './lead-text.ts';
import { inOrder, type OutcomeRow, readOutcome, type WriteOutcome } from './outcome.ts';
import { fits, visible, withExternalId } from './scope.ts';
import { shareStatements } from './shared-statements.ts';
import { insertion, judgedColumns, runWrite, type WriteForm } from './split-writes.ts';
import { perGrant, type Slots } from './statement.ts';
import type { LeadDatabase } from './tables.ts';

export interface NewLead {
  readonly id: string;
  /** The time inside the id, in milliseconds. */
  readonly createdAt: number;
  readonly status: string;
  readonly externalId: string | null;
  /** In stored form, without empty values. */
  readonly values: Readonly<Record<string, unknown>>;
}

export function insertLead(db: LeadDatabase, grant: Grant, lead: NewLead): Promise<WriteOutcome> {
  return underClaims(db, grant.campaign, lead, (on) => insertShared(on, grant, lead));
}

const insertShared = shareStatements<NewLead, WriteOutcome>({
  async alone(db, grant, lead) {
    const { campaign } = grant;
    const slots = slotsOfLead(campaign, lead);
    const rows = await runWrite(db, grant, insertion, (on, form) => runInsert(on, grant, slots, form));
    return readOutcome(campaign, currentRow(rows), 'create');
  },
  async together(db, grant, leads) {
    return inOrder(await insertLeads(db, grant, leads)).map((row) => readOutcome(grant.campaign, row, 'create'));
  },
  sizeOf: ({ values }) => sizeOf(values),
});

/** The rows of one statement, which claims nothing: see {@link takeClaims}. */
export async function insertLeads(
  db: LeadDatabase,
  grant: Grant,
  leads: readonly NewLead[],
): Promise<readonly OutcomeRow[]> {
  return runWrite(db, grant, insertion, async (on, form) => {
    if (leads.some(({ externalId }) => externalId !== null))
      return (await insertStatement(grant, leads, form).execute(on)).rows;
    return runInsertMany(on, grant, { rows: JSON.stringify(rowsOfLeads(grant.campaign, leads)) }, form);
  });
}

const runInsert = perGrant(
  ['id', 'status', 'external_id', 'values', 'at', 'match_keys', 'probes', 'since'],
  (grant, parameters, form: WriteForm) => insertStatementFrom(grant, inputOfLead(parameters), { form }),
);

const runInsertMany = perGrant(['rows'], (grant, { rows }, form: WriteForm) =>
  insertStatementFrom(grant, inputOfRows(rows), { form, shared: true }),
);

const insertedRow: RowSource = {
  id: sql`i.id`,
  status: sql`i.status`,
  externalId: sql`i.external_id`,
  values: sql`i.values`,
  column: undefined,
};

/** Exported for the test that keeps its text. */
export function insertStatement(
  grant: Grant,
  leads: readonly NewLead[],
  form: WriteForm = 'whole',
): RawBuilder<OutcomeRow> {
  const { campaign } = grant;
  const [lead] = leads;
  const one = lead && leads.length === 1;
  const input = one
    ? inputOfLead(slotsOfLead(campaign, lead))
    : inputOfRows(JSON.stringify(rowsOfLeads(campaign, leads)));
  return insertStatementFrom(grant, input, { form });
}

/** `shared`: no lead has an external id. Then the planner chooses a plan once for all (`plan_cache_mode`). */
function insertStatementFrom(
  grant: Grant,
  input: RawBuilder<unknown>,
  { form, shared = false }: { readonly form: WriteForm; readonly shared?: boolean },
): RawBuilder<OutcomeRow> {
  const { campaign, actor } = grant;
  const taken = sql`case when i.external_id is not null
          then exists (select from ${withExternalId(grant, sql`i.external_id`)} l where ${visible(grant)}) else false end`;
  const duplicate = duplicateColumns(grant, form);
  const columns = sql`(campaign_id, id, status, external_id, version, created_at, updated_at, values, match_keys, duplicate_of, ${keyColumnList})`;
  const rows = sql`
      select ${campaign.id}::uuid, j.id, j.status, j.external_id, 1, j.at, j.at, j.values, j.match_keys, coalesce(j.seen, j.known),
        ${sql.join(keyValues(campaign, sql`j.values`))}
      from judged j where ${guardHolds} and j.fits and not j.taken and not ${duplicate.rejected}`;
  const written =
    form === 'split'
      ? sql`written ${columns} as materialized (${rows})`
      : sql`written as (
      insert into leads ${columns}${rows}
      returning campaign_id, id, status, external_id, version, created_at, updated_at, values),
    event as (${recordEvents(actor, { kind: 'created', alias: 'w', from: sql`written w`, before: sql`null`, after: stateJson('w') })})`;
  return sql<OutcomeRow>`
    with ${guardCte(grant)},
    input as (${input}),
    judged as materialized (
      select i.*, ${fits(grant, insertedRow)} as fits, ${duplicate.seen} as seen, ${duplicate.known} as known,
        ${shared ? sql`false` : taken} as taken
      from input i),
    ${written}
    select j.ord, ${guardHolds} as current, true as found, true as matches, j.fits, j.taken, j.seen as duplicate_of,
      ${duplicate.rejected} as rejected, true as changed, ${leadLine('w')} as lead${judgedColumns(form, insertion, campaign, { row: 'w', isWritten: sql`w.id is not null` })}
    from judged j left join written w on w.id = j.id`;
}

type LeadSlots = Slots<'id' | 'status' | 'external_id' | 'values' | 'at' | 'match_keys' | 'probes' | 'since'>;

/** A new lead under the names of its columns. */
function rowOfLead(campaign: Campaign, { id, createdAt, status, externalId, values }: NewLead) {
  const matchKeys = matchKeysOf(campaign, values);
  return {
    id,
    at: new Date(createdAt).toISOString(),
    status,
    external_id: externalId,
    values,
    match_keys: matchKeys ?? null,
    ...probeColumns(campaign, matchKeys, createdAt),
  };
}

function slotsOfLead(campaign: Campaign, lead: NewLead): LeadSlots {
  const { values, match_keys, probes, since, ...row } = rowOfLead(campaign, lead);
  return {
    ...row,
    values: JSON.stringify(values),
    match_keys: match_keys && JSON.stringify(match_keys),
    probes: JSON.stringify(probes),
    since: since ?? null,
  };
}

/** One lead as parameters. */
function inputOfLead(lead: LeadSlots): RawBuilder<unknown> {
  return sql`
      select 0 as ord, ${lead.id}::uuid as id, ${lead.status}::text collate "C" as status, ${lead.external_id}::text collate "C" as external_id,
        ${lead.values}::jsonb as values, ${lead.at}::timestamptz as at,
        ${lead.match_keys}::jsonb as match_keys,
        ${lead.probes}::jsonb as probes, ${lead.since}::uuid as since`;
}

const rowsOfLeads = (campaign: Campaign, leads: readonly NewLead[]) =>
  leads.map((lead, ord) => ({ ord, ...rowOfLead(campaign, lead) }));

/** Several leads as one JSON document: `rowsOfLeads` as text. */
function inputOfRows(rows: unknown): RawBuilder<unknown> {
  return sql`
      select i.ord, i.id, i.status collate "C" as status, i.external_id collate "C" as external_id, i.values, i.at,
        nullif(i.match_keys, 'null') as match_keys, i.probes, i.since
      from jsonb_to_recordset(${rows}::jsonb)
        as i(ord int, id uuid, at timestamptz, status text, external_id text, values jsonb, match_keys jsonb, probes jsonb, since uuid)`;
}

/** Inserts many leads at once, with their events, without guard and checks: for demo data and benchmarks, not for requests. */
export async function seedLeads(
  db: Database | DatabaseTransaction,
  campaign: Campaign,
  actor: Actor,
  leads: readonly NewLead[],
): Promise<void> {
  const rows = leads.map(({ id, createdAt, status, externalId, values }) => ({
    id,
    at: new Date(createdAt).toISOString(),
    status,
    external_id: externalId,
    values,
  }));
  const events = recordEvents(actor, {
    kind: 'created',
    alias: 'w',
    from: sql`written w`,
    at: sql`w.created_at`,
    before: sql`null`,
    after: stateJson('w'),
  });
  await sql`
    with input as (
      select i.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(id uuid, at timestamptz, status text, external_id text, values jsonb)),
    written as (
      insert into leads (campaign_id, id, status, external_id, version, created_at, updated_at, values, ${keyColumnList})
      select ${campaign.id}::uuid, i.id, i.status, i.external_id, 1, i.at, i.at, i.values, ${sql.join(keyValues(campaign, sql`i.values`))}
      from input i
      returning *)
    ${events}`.execute(db);
}

/**
 * Changes stored leads: one statement locks the old rows, computes the new ones from them, checks those against the scope, and writes
 * rows and events. Without the lock, an event would record an outdated *before*, and a patch would overwrite what another writer has
 * changed. A patch that changes nothing writes no version and no event.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { matchKeysOf } from '../../campaign/duplicates.ts';
import { sizeOf } from './batch-order.ts';
import { underClaims } from './claim.ts';
import type { RowSource } from './condition-sql.ts';
import { recordEvents, stateJson } from './events.ts';
import { currentRow, guardCte, guardHolds } from './guard.ts';
import { keyAssignments, keyColumnsOf } from './key-columns.ts';
import { leadLine } from './lead-text.ts';
import { inOrder, type OutcomeRow, readOutcome, type WriteOutcome } from './outcome.ts';
import { fits, idIfVisible, visible, withExternalId } from './scope.ts';
import { runAlone, shareStatements } from './shared-statements.ts';
import { change, foldedChange, judgedColumns, runWrite, type WriteForm } from './split-writes.ts';
import { perGrant, type Slots } from './statement.ts';
import type { LeadDatabase } from './tables.ts';
import { multirangeOf, type Versions } from './versions.ts';

export interface LeadPatch {
  readonly status?: string | undefined;
  /** `null` clears it; `undefined` leaves it. */
  readonly externalId?: string | null | undefined;
  /** In stored form; `null` clears a field. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The lead must have one of these versions; `undefined`: any. */
  readonly versions?: Versions | undefined;
}

/** A patch with the id of its lead. */
export interface LeadPatchById extends LeadPatch {
  readonly id: string;
}

export function patchLead(db: LeadDatabase, grant: Grant, id: string, patch: LeadPatch): Promise<WriteOutcome> {
  return underClaims(db, grant.campaign, { externalId: patch.externalId }, (on) =>
    patchShared(on, grant, { ...patch, id }),
  );
}

const patchShared = shareStatements<LeadPatchById, WriteOutcome>({
  async alone(db, grant, patch) {
    const { campaign } = grant;
    const slots = slotsOfPatch(campaign, patch);
    const rows = await runWrite(db, grant, change, (on, form) => runPatch(on, grant, slots, form));
    return readOutcome(campaign, currentRow(rows), 'update');
  },
  /** A lead that another writer has locked is skipped, so that the others need not wait for it. Not found: it may have been skipped. */
  async together(db, grant, patches) {
    return inOrder(await patchLeads(db, grant, patches)).map((row) =>
      row.found ? readOutcome(grant.campaign, row, 'update') : runAlone,
    );
  },
  waits: true,
  nameOf: ({ id }) => id,
  sizeOf: ({ values }) => sizeOf(values),
});

/**
 * The rows of one statement; the patches are for different leads. If no patch sets an external id, it skips leads that others have locked:
 * a batch has locked its leads before.
 */
export async function patchLeads(
  db: LeadDatabase,
  grant: Grant,
  patches: readonly LeadPatchById[],
): Promise<readonly OutcomeRow[]> {
  return runWrite(db, grant, change, async (on, form) => {
    if (patches.some(({ externalId }) => externalId !== undefined))
      return (await patchStatement(grant, patches, form).execute(on)).rows;
    return runPatchMany(on, grant, { rows: JSON.stringify(rowsOfPatches(grant.campaign, patches)) }, form);
  });
}

/** The outcome rows of many patches to few leads: see {@link foldStatement}. */
export const foldPatches = (
  db: LeadDatabase,
  grant: Grant,
  patches: readonly LeadPatchById[],
): Promise<readonly OutcomeRow[]> =>
  runWrite(db, grant, foldedChange, async (on, form) => (await foldStatement(grant, patches, form).execute(on)).rows);

const runPatch = perGrant(
  ['lead_id', 'to_status', 'has_external_id', 'to_external_id', 'patch', 'patch_keys', 'versions'],
  (grant, row, form: WriteForm) => patchStatementFrom(grant, inputOfPatch(row), { form }),
);

const runPatchMany = perGrant(['rows'], (grant, { rows }, form: WriteForm) =>
  patchStatementFrom(grant, inputOfRows(rows), { form, shared: true }),
);

const patchedRow: RowSource = {
  id: sql`n.id`,
  status: sql`n.new_status`,
  externalId: sql`n.new_external_id`,
  values: sql`n.new_values`,
  column: undefined,
};

/** The patches are for different leads. Exported for the test that keeps its text. */
export function patchStatement(
  grant: Grant,
  patches: readonly LeadPatchById[],
  form: WriteForm = 'whole',
): RawBuilder<OutcomeRow> {
  const { campaign } = grant;
  const [patch] = patches;
  const one = patch && patches.length === 1;
  return patchStatementFrom(
    grant,
    one ? inputOfPatch(slotsOfPatch(campaign, patch)) : inputOfRows(JSON.stringify(rowsOfPatches(campaign, patches))),
    { form },
  );
}

/**
 * `shared`: no patch sets an external id, and leads that are locked are skipped. Without external ids the planner chooses a plan once for
 * all (`plan_cache_mode`).
 */
function patchStatementFrom(
  grant: Grant,
  input: RawBuilder<unknown>,
  { form, shared = false }: { readonly form: WriteForm; readonly shared?: boolean },
): RawBuilder<OutcomeRow> {
  const { campaign, actor } = grant;
  const taken = sql`case when n.has_external_id and n.new_external_id is not null
          then exists (select from ${withExternalId(grant, sql`n.new_external_id`)} l where ${visible(grant)} and l.id <> n.id) else false end`;
  const events = recordEvents(actor, {
    kind: 'updated',
    alias: 'w',
    from: sql`written w join judged j on j.id = w.id`,
    before: stateJson('j'),
    after: stateJson('w'),
  });
  const isWritten = sql`j.matches and j.fits and not j.taken and j.changed`;
  const written =
    form === 'split'
      ? sql`written as materialized (
      select j.id, j.new_status as status, j.new_external_id as external_id, j.version + 1 as version, j.created_at,
        greatest(clock_timestamp(), j.updated_at)::timestamptz(3) as updated_at, j.new_values as values, j.new_match_keys as match_keys,
        ${keyColumnsOf(campaign, sql`j.new_values`)}
      from judged j where ${isWritten})`
      : sql`written as (
      update leads l set status = j.new_status, external_id = j.new_external_id, values = j.new_values, match_keys = j.new_match_keys,
        version = j.version + 1, updated_at = greatest(clock_timestamp(), j.updated_at), ${keyAssignments(campaign, sql`j.new_values`)}
      from judged j
      where l.campaign_id = j.campaign_id and l.id = j.id and ${isWritten}
      returning l.campaign_id, l.id, l.status, l.external_id, l.version, l.created_at, l.updated_at, l.values),
    event as (${events})`;
  const toWrite = {
    row: 'w',
    isWritten: sql<boolean>`w.id is not null`,
    old: [sql`j.status`, sql`j.external_id`, sql`j.values`],
  };
  return sql<OutcomeRow>`
    with ${guardCte(grant)},
    input as (${input}),
    old as materialized (
      select i.*, l.campaign_id, l.id, l.status, l.external_id, l.version, l.created_at, l.updated_at, l.values, l.match_keys
      from input i join leads l on ${visible(grant)} and l.id = ${idIfVisible(grant, sql`i.lead_id`)} order by l.id
      for update of l ${shared ? sql`skip locked` : sql``}),
    new as materialized (
      select o.*, coalesce(o.to_status, o.status) collate "C" as new_status,
        case when o.has_external_id then o.to_external_id else o.external_id end collate "C" as new_external_id,
        jsonb_strip_nulls(o.values || o.patch) as new_values,
        case when o.patch_keys is null then o.match_keys else jsonb_strip_nulls(coalesce(o.match_keys, '{}') || o.patch_keys) end as new_match_keys
      from old o),
    judged as materialized (
      select n.*, n.versions is null or n.versions @> n.version::bigint as matches, ${fits(grant, patchedRow)} as fits,
        ${shared ? sql`false` : taken} as taken,
        (n.new_status, n.new_external_id, n.new_values) is distinct from (n.status, n.external_id, n.values) as changed
      from new n),
    ${written}
    select i.ord, ${guardHolds} as current, j.id is not null as found, j.matches, j.fits, j.taken, j.changed,
      case when w.id is null then ${leadLine('j')} else ${leadLine('w')} end as lead${judgedColumns(form, change, campaign, toWrite)}
    from input i left join judged j on j.ord = i.ord left join written w on w.id = j.id`;
}

type PatchSlots = Slots<
  'lead_id' | 'to_status' | 'has_external_id' | 'to_external_id' | 'patch' | 'patch_keys' | 'versions'
>;

/** A patch under the names of the statement's columns. */
function rowOfPatch(campaign: Campaign, { id, status, externalId, values, versions }: LeadPatchById) {
  return {
    lead_id: id,
    to_status: status ?? null,
    has_external_id: externalId !== undefined,
    to_external_id: externalId ?? null,
    patch: values,
    patch_keys: matchKeysOf(campaign, values) ?? null,
    versions: multirangeOf(versions),
  };
}

function slotsOfPatch(campaign: Campaign, patch: LeadPatchById): PatchSlots {
  const row = rowOfPatch(campaign, patch);
  return {
    ...row,
    patch: JSON.stringify(row.patch),
    patch_keys: row.patch_keys && JSON.stringify(row.patch_keys),
  };
}

/** One patch as parameters. */
function inputOfPatch(row: PatchSlots): RawBuilder<unknown> {
  return sql`
      select 0 as ord, ${row.lead_id}::uuid as lead_id, ${row.to_status}::text as to_status, ${row.has_external_id}::boolean as has_external_id,
        ${row.to_external_id}::text as to_external_id, ${row.patch}::jsonb as patch,
        ${row.patch_keys}::jsonb as patch_keys, ${row.versions}::int8multirange as versions`;
}

const rowsOfPatches = (campaign: Campaign, patches: readonly LeadPatchById[]) =>
  patches.map((patch, ord) => ({ ord, ...rowOfPatch(campaign, patch) }));

/** Several patches as one JSON document: `rowsOfPatches` as text. */
function inputOfRows(rows: unknown): RawBuilder<unknown> {
  return sql`
      select i.ord, i.lead_id, i.to_status, i.has_external_id, i.to_external_id, i.patch, nullif(i.patch_keys, 'null') as patch_keys, i.versions
      from jsonb_to_recordset(${rows}::jsonb)
        as i(ord int, lead_id uuid, to_status text, has_external_id boolean, to_external_id text, patch jsonb, patch_keys jsonb, versions int8multirange)`;
}

const foldedRow: RowSource = {
  id: sql`n.id`,
  status: sql`n.new_status`,
  externalId: sql`n.external_id`,
  values: sql`n.new_values`,
  column: undefined,
};

/**
 * Applies many patches to each of a few leads, in their order and without external ids. Each patch has its own outcome, version and
 * event, as if it were a request of its own; only the row is written once. One statement for each patch would hold a connection
 * for seconds. Exported for the batch and for the test that keeps its text.
 */
export function foldStatement(
  grant: Grant,
  patches: readonly LeadPatchById[],
  form: WriteForm = 'whole',
): RawBuilder<OutcomeRow> {
  const { campaign, actor } = grant;
  const rows = patches.map(({ id, status, values, versions }, ord) => ({
    ord,
    lead_id: id,
    to_status: status ?? null,
    patch: values,
    versions: multirangeOf(versions),
  }));
  const events = recordEvents(actor, {
    kind: 'updated',
    alias: 'j',
    from: sql`steps j where j.changed`,
    before: stateJson('j', { status: sql`j.old_status`, values: sql`j.old_values` }),
    after: stateJson('j'),
  });
  const written =
    form === 'split'
      ? sql`written as (
      select s.*, ${keyColumnsOf(campaign, sql`s.values`)}
      from steps s)`
      : sql`last as materialized (
      select distinct on (s.id) s.* from steps s order by s.id, s.step desc),
    written as (
      update leads l set status = s.status, values = s.values, version = s.version, updated_at = s.updated_at, ${keyAssignments(campaign, sql`s.values`)}
      from last s join old o on o.id = s.id
      where l.campaign_id = s.campaign_id and l.id = s.id and s.version > o.version),
    event as (${events})`;
  const toWrite = {
    row: 'j',
    isWritten: sql<boolean>`j.changed`,
    old: [sql`j.old_status`, sql`j.external_id`, sql`j.old_values`],
  };
  return sql<OutcomeRow>`
    with recursive ${guardCte(grant)},
    input as materialized (
      select i.*, row_number() over (partition by i.lead_id order by i.ord) as step
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as i(ord int, lead_id uuid, to_status text, patch jsonb, versions int8multirange)),
    old as materialized (
      select l.* from leads l where ${visible(grant)} and l.id = any(array(select ${idIfVisible(grant, sql`i.lead_id`)} from input i)) order by l.id for update of l),
    steps as (
      select o.campaign_id, o.id, 0::bigint as step, o.status, o.external_id, o.values, o.version, o.created_at, o.updated_at,
        o.status as old_status, o.values as old_values, true as matches, true as fits, false as changed
      from old o
      union all
      select n.campaign_id, n.id, n.step + 1, case when t.applies then n.new_status else n.status end collate "C", n.external_id,
        case when t.applies then n.new_values else n.values end, n.version + t.applies::int, n.created_at,
        case when t.applies then greatest(clock_timestamp(), n.updated_at)::timestamptz(3) else n.updated_at end,
        n.status, n.values, t.matches, t.fits, t.applies
      from (
        select s.*, i.versions, coalesce(i.to_status, s.status) collate "C" as new_status, jsonb_strip_nulls(s.values || i.patch) as new_values
        from steps s join input i on i.lead_id = s.id and i.step = s.step + 1) n,
      lateral (select n.versions is null or n.versions @> n.version::bigint as matches, ${fits(grant, foldedRow)} as fits,
        (n.new_status, n.new_values) is distinct from (n.status, n.values) as differs) j,
      lateral (select j.matches, j.fits, j.matches and j.fits and j.differs as applies) t),
    ${written}
    select i.ord, ${guardHolds} as current, j.id is not null as found, j.matches, j.fits, false as taken, j.changed,
      ${leadLine('j')} as lead${judgedColumns(form, foldedChange, campaign, toWrite)}
    from input i left join ${form === 'split' ? sql`written` : sql`steps`} j on j.id = i.lead_id and j.step = i.step`;
}

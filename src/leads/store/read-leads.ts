/** Reads leads: one by id, or a page. Each is one statement, and the text is joined from its rows. */
import { type RawBuilder, sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import type { Database } from '../../database/connection.ts';
import { inTurns } from '../../operation/turns.ts';
import { currentRow, currentRows, type GuardedRow, guardCte, guardHolds } from './guard.ts';
import { hasLead, leadLine, linesOf, linesTogether, type MaybeLead, readLine, timeText } from './lead-text.ts';
import type { WrittenLead } from './outcome.ts';
import { idIfVisible, matching, type Narrowing, readsValues, visible } from './scope.ts';
import { shareStatements } from './shared-statements.ts';
import { perGrant, type Slots } from './statement.ts';
import type { LeadDatabase } from './tables.ts';

export type Sort = 'created_at' | '-created_at' | 'updated_at' | '-updated_at';

export interface ListQuery extends Narrowing {
  readonly sort: Sort;
  readonly limit: number;
  /** The last lead of the previous page. */
  readonly after: { readonly id: string; readonly updatedAt: string } | undefined;
}

export interface Page {
  /** The leads, as JSON text separated by commas. */
  readonly data: string;
  /** The last lead of this page, if there is another page. */
  readonly last: { readonly id: string; readonly updatedAt: string } | undefined;
}

type ReadRow = GuardedRow & MaybeLead;

const lineFor = ({ actor }: Grant): RawBuilder<unknown> => leadLine('l', actor.kind !== 'token');

/** The lead with this id; `null` if the grant sees no such lead. */
export const readLead = shareStatements<string, WrittenLead | null>({
  async alone(db, grant, id) {
    const row = currentRow(await runGet(db, grant, { id }));
    return hasLead(row) ? readLine(grant.campaign, row.lead) : null;
  },
  async together(db, grant, ids) {
    const found = currentRows(await runGetMany(db, grant, { ids })).filter(hasLead);
    const leads = found.map(({ lead }) => readLine(grant.campaign, lead));
    const byId = new Map(leads.map((lead) => [lead.id, lead]));
    return ids.map((id) => byId.get(id) ?? null);
  },
});

const runGet = perGrant(['id'], (grant, { id }) => getStatement(grant, id));
const runGetMany = perGrant(['ids'], (grant, { ids }) => getManyStatement(grant, ids));

/** `id`: a text. Exported for the test that keeps its text. */
export function getStatement(grant: Grant, id: unknown): RawBuilder<ReadRow> {
  return sql<ReadRow>`
    with ${guardCte(grant)}
    select ${guardHolds} as current, ${lineFor(grant)} as lead
    from guard left join lateral (select * from leads l where ${visible(grant)} and l.id = ${idIfVisible(grant, sql`${id}::uuid`)}) l on true`;
}

/** `ids`: a list of texts. Exported for the test that keeps its text. */
export function getManyStatement(grant: Grant, ids: unknown): RawBuilder<ReadRow> {
  // Only a scope that reads values needs a look at each id.
  const named = readsValues(grant)
    ? sql`array(select ${idIfVisible(grant, sql`i.id`)} from unnest(${ids}::uuid[]) i(id))`
    : sql`${ids}::uuid[]`;
  return sql<ReadRow>`
    with ${guardCte(grant)}
    select ${guardHolds} as current, ${lineFor(grant)} as lead
    from guard left join lateral (select * from leads l where ${visible(grant)} and l.id = any(${named})) l on true`;
}

export async function readPage(db: LeadDatabase, grant: Grant, query: ListQuery): Promise<Page> {
  const found = linesOf(currentRow(await runList(db, grant, query)).leads);
  const page = await inTurns(found.slice(0, query.limit), (line) => readLine(grant.campaign, line));
  const last = found.length > page.length ? page.at(-1) : undefined;
  let data = '';
  // Joined by hand: the text is written once, with the rest of its response.
  for (const { json } of page) data += data === '' ? json : `,${json}`;
  return {
    data,
    last: last && { id: last.id, updatedAt: timeText(last.updatedAt) },
  };
}

/** A page, in one text: reading rows one by one would take this process longer than all the rest of a list. */
type PageRow = GuardedRow & { readonly leads: string | null };

/**
 * Most requests have no filters. The text then depends only on the order, the size of the page, and whether it is the first page.
 */
async function runList(db: LeadDatabase, grant: Grant, query: ListQuery): Promise<readonly PageRow[]> {
  const { conditions, updated, sort, limit, after } = query;
  if (conditions.length + updated.length > 0) return (await listStatement(grant, query).execute(db)).rows;
  const { id, updatedAt } = after ?? {};
  return runPlainList(db, grant, { id, updatedAt }, `${sort} ${limit}${after ? ' after' : ''}`);
}

const runPlainList = perGrant(['id', 'updatedAt'], (grant, after, variant) => {
  const [sort, limit, next] = variant.split(' ');
  const page = { sort: sort as Sort, limit: Number(limit), after: next === undefined ? undefined : after };
  return listStatement(grant, { conditions: [], updated: [], ...page });
});

/** Exported for the test that keeps its text. */
export function listStatement(
  grant: Grant,
  query: Omit<ListQuery, 'after'> & { readonly after: After | undefined },
): RawBuilder<PageRow> {
  const order = orders[query.sort];
  const where = matching(grant, query, query.after ? [order.after(query.after)] : []);
  // One lead more than requested shows whether there is another page. The limit is part of the text, so that the plan of a prepared
  // statement knows how few leads are requested.
  return sql<PageRow>`
    with ${guardCte(grant)}
    select ${guardHolds} as current, (
      select ${linesTogether(sql`p.lead`)} from (
        select ${lineFor(grant)} as lead from leads l where ${where} ${order.by} limit ${sql.lit(query.limit + 1)}) p) as leads`;
}

/** Texts, as in {@link ListQuery}. */
type After = Slots<'id' | 'updatedAt'>;

const orders: Readonly<Record<Sort, { by: RawBuilder<unknown>; after: (last: After) => RawBuilder<boolean> }>> = {
  '-created_at': { by: sql`order by l.id desc`, after: ({ id }) => sql`l.id < ${id}::uuid` },
  created_at: { by: sql`order by l.id`, after: ({ id }) => sql`l.id > ${id}::uuid` },
  '-updated_at': {
    by: sql`order by l.updated_at desc, l.id desc`,
    after: ({ id, updatedAt }) => sql`(l.updated_at, l.id) < (${updatedAt}::timestamptz, ${id}::uuid)`,
  },
  updated_at: {
    by: sql`order by l.updated_at, l.id`,
    after: ({ id, updatedAt }) => sql`(l.updated_at, l.id) > (${updatedAt}::timestamptz, ${id}::uuid)`,
  },
};

export interface LeadAddress {
  readonly campaignId: string;
  readonly id: string;
}

/**
 * The ids of the leads that still exist, for the audit log, which names erased leads too. `addresses`: in campaigns of the
 * account that asks.
 */
export async function existingLeads(db: Database, addresses: readonly LeadAddress[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select l.id from jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb) as a("campaignId" uuid, id uuid)
    join leads l on l.campaign_id = a."campaignId" and l.id = a.id`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

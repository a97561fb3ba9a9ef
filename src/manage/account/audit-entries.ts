/**
 * Reads entries of the audit log: chosen by actor, action, object and time, newest first, each with whether its object still
 * exists. Pages are cut by id, which contains the time, so each filter needs only one index.
 */
import { type RawBuilder, sql } from 'kysely';
import { normaliseValue } from '../../campaign/values/normalise.ts';
import { firstIdAt } from '../../ids/ids.ts';
import { type InputError, refuseInput } from '../../problem/problem.ts';
import type { ManageContext, Shape } from '../context.ts';

type Entry = Shape<'AuditEntry'>;

/** The choice, with the names of the query's parameters. */
export interface AuditChoice {
  readonly actor?: string | undefined;
  readonly action?: Entry['action'] | undefined;
  readonly object_kind?: Entry['object']['kind'] | undefined;
  readonly object?: string | undefined;
  readonly campaign?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Refuses a time that does not exist with 400. `before`: id of the entry after which the page begins. */
export async function readEntries(
  { db, member, leads }: Pick<ManageContext, 'db' | 'member' | 'leads'>,
  { actor, action, object_kind: kind, object, campaign, from, to }: AuditChoice,
  { limit, before }: { readonly limit: number; readonly before: string | undefined },
): Promise<Entry[]> {
  const times = readTimes({ from, to });
  let page = entries(db, member.accountId).limit(limit);
  if (actor !== undefined) page = page.where('audit_log.actor_id', '=', actor);
  if (action !== undefined) page = page.where('action', '=', action);
  if (kind !== undefined) page = page.where('object_kind', '=', kind);
  if (object !== undefined) page = page.where('object_id', '=', object);
  if (campaign !== undefined) page = page.where('audit_log.campaign', '=', campaign);
  if (times.from !== undefined) page = page.where('audit_log.id', '>=', firstIdAt(times.from));
  if (times.to !== undefined) page = page.where('audit_log.id', '<', firstIdAt(times.to));
  if (before !== undefined) page = page.where('audit_log.id', '<', before);
  const rows = await page.execute();
  const there = await leads.existing(
    rows.flatMap(({ object_kind, object_id, campaign_id }) =>
      object_kind === 'lead' && object_id !== null && campaign_id !== null
        ? [{ campaignId: campaign_id, id: object_id }]
        : [],
    ),
  );
  const defined = await existingParts(db, rows);
  return rows.map((row) => toEntry(row, there, defined));
}

/** The kinds of objects that are parts of a campaign, with the rows of those that exist. */
const parts: Readonly<Partial<Record<Row['object_kind'], RawBuilder<unknown>>>> = {
  field: sql`select p.key from fields p where p.removed_at is null and`,
  select: sql`select p.key from selects p where`,
  option: sql`select p.value as key from options p where`,
  vendor: sql`select p.value as key from options p where`,
  status: sql`select p.key from statuses p where p.removed_at is null and`,
  filter: sql`select p.id::text as key from filters p where`,
};

/** The parts of campaigns that still exist: as {@link nameOfPart} names them. A statement for each campaign, which lies on one node. */
async function existingParts(db: ManageContext['db'], rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const campaignId of new Set(rows.flatMap(({ campaign_id }) => campaign_id ?? []))) {
    const inCampaign = rows.filter(({ campaign_id, object_kind }) => campaign_id === campaignId && parts[object_kind]);
    const kinds = [...new Set(inCampaign.map(({ object_kind }) => object_kind))];
    if (kinds.length === 0) continue;
    const of = kinds.map(
      (kind) =>
        sql`select ${sql.lit(kind)}::text as object_kind, key as object_id from (${parts[kind]} p.campaign_id = ${campaignId}) k`,
    );
    const ids = [...new Set(inCampaign.map(({ object_id }) => object_id))];
    const { rows: there } = await sql<Pick<Row, 'object_kind' | 'object_id'>>`
      select object_kind, object_id from (${sql.join(of, sql` union all `)}) existing where object_id = any(${ids}::text[])`.execute(
      db,
    );
    for (const part of there) found.add(nameOfPart({ ...part, campaign_id: campaignId }));
  }
  return found;
}

const nameOfPart = ({ campaign_id, object_kind, object_id }: Pick<Row, 'campaign_id' | 'object_kind' | 'object_id'>) =>
  `${campaign_id} ${object_kind} ${object_id}`;

/**
 * Whether the object still exists, in a campaign that was not deleted. A revoked token counts as existing. Leads and parts of campaigns
 * are looked up apart.
 */
const exists = sql<boolean>`case object_kind
  when 'account' then true
  when 'member' then exists (
    select from members m where m.account_id = audit_log.account_id and m.id::text = object_id and m.removed_at is null)
  when 'token' then exists (select from tokens t where t.account_id = audit_log.account_id and t.id::text = object_id)
  else c.id is not null end`;

const entries = (db: ManageContext['db'], accountId: string) =>
  db
    .selectFrom('audit_log')
    .leftJoin('campaigns as c', (join) =>
      join
        .onRef('c.slug', '=', 'audit_log.campaign')
        .onRef('c.account_id', '=', 'audit_log.account_id')
        .on('c.deleted_at', 'is', null),
    )
    .select(['audit_log.id', 'at', 'actor_kind', 'actor_id', 'actor_name', 'action', 'object_kind', 'object_id'])
    .select([
      'object_name',
      'audit_log.campaign',
      'details',
      'address',
      'c.id as campaign_id',
      'c.name as campaign_name',
    ])
    .select(exists.as('exists'))
    .where('audit_log.account_id', '=', accountId)
    .orderBy('audit_log.id', 'desc');

type Row = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

function toEntry(row: Row, leads: ReadonlySet<string>, defined: ReadonlySet<string>): Entry {
  const { object_kind: kind, object_id: id, object_name: name } = row;
  const isThere = kind === 'lead' ? leads.has(id ?? '') : parts[kind] ? defined.has(nameOfPart(row)) : row.exists;
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { id: row.actor_id, name: row.actor_name, kind: row.actor_kind },
    action: row.action,
    object: { kind, id, name, exists: isThere },
    campaign: row.campaign,
    campaign_name: row.campaign_name,
    details: row.details,
    address: row.address,
  };
}

/** The times in milliseconds. The schema's pattern accepts some times that do not exist, such as the 30th of February. */
function readTimes(given: { from?: string | undefined; to?: string | undefined }): { from?: number; to?: number } {
  const errors: InputError[] = [];
  const times: { from?: number; to?: number } = {};
  for (const parameter of ['from', 'to'] as const) {
    const time =
      given[parameter] === undefined ? undefined : normaliseValue({ type: 'datetime' }, given[parameter], null);
    if (time?.ok) times[parameter] = Date.parse(String(time.value));
    else if (time) errors.push({ parameter, code: time.code, detail: `\`${parameter}\` must be ${time.form}.` });
  }
  if (errors.length > 0) throw refuseInput('invalid_parameter', errors);
  return times;
}

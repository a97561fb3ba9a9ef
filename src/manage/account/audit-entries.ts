/**
 * Reads entries of the audit log: chosen by actor, action, object and time, newest first, each with whether its object still
 * exists. Pages are cut by id, which contains the time, so each filter needs only one index.
 */
import { sql } from 'kysely';
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
  return rows.map((row) => toEntry(row, there));
}

/** Whether the object still exists, in a campaign that was not deleted. A revoked token counts as existing. */
const exists = sql<boolean>`case object_kind
  when 'account' then true
  when 'member' then exists (
    select from members m where m.account_id = audit_log.account_id and m.id::text = object_id and m.removed_at is null)
  when 'token' then exists (select from tokens t where t.account_id = audit_log.account_id and t.id::text = object_id)
  when 'field' then exists (select from fields f where f.campaign_id = c.id and f.key = object_id and f.removed_at is null)
  when 'select' then exists (select from selects s where s.campaign_id = c.id and s.key = object_id)
  when 'option' then exists (select from options o where o.campaign_id = c.id and o.value = object_id)
  when 'vendor' then exists (select from options o where o.campaign_id = c.id and o.value = object_id)
  when 'status' then exists (select from statuses s where s.campaign_id = c.id and s.key = object_id and s.removed_at is null)
  when 'filter' then exists (select from filters f where f.campaign_id = c.id and f.id::text = object_id)
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

function toEntry(row: Row, leads: ReadonlySet<string>): Entry {
  const { object_kind: kind, object_id: id, object_name: name } = row;
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { id: row.actor_id, name: row.actor_name, kind: row.actor_kind },
    action: row.action,
    object: { kind, id, name, exists: kind === 'lead' ? leads.has(id ?? '') : row.exists },
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

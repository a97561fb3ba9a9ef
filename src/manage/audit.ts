/**
 * The audit log as owners and admins read it: newest first, by actor, action, object and time. Pages go by the id, which
 * holds the time, so that each filter has one index to walk.
 */
import { normaliseValue } from '../campaign/normalise.ts';
import type { Database } from '../database/connection.ts';
import { firstIdAt } from '../ids/ids.ts';
import { type InputError, refuseInput } from '../problem/problem.ts';
import type { ManageHandler, Shape } from './context.ts';
import { requireAuditor } from './role.ts';

const defaultLimit = 50;

export const listAudit: ManageHandler<'listAudit'> = async ({ query }, context) => {
  requireAuditor(context);
  const { cursor, limit = defaultLimit, from, to, actor, action, object_kind: kind, object } = query;
  const { accountId } = context.member;
  const binding = JSON.stringify(['audit', accountId, actor, action, kind, object, from, to]);
  const [before] = cursor === undefined ? [] : context.cursors.open(binding, cursor);
  const times = readTimes({ from, to });

  let page = entries(context.db, accountId).limit(limit + 1);
  if (actor !== undefined) page = page.where('actor_id', '=', actor);
  if (action !== undefined) page = page.where('action', '=', action);
  if (kind !== undefined) page = page.where('object_kind', '=', kind);
  if (object !== undefined) page = page.where('object_id', '=', object);
  if (times.from !== undefined) page = page.where('id', '>=', firstIdAt(times.from));
  if (times.to !== undefined) page = page.where('id', '<', firstIdAt(times.to));
  if (before !== undefined) page = page.where('id', '<', before);

  const rows = await page.execute();
  const data = rows.slice(0, limit).map(toEntry);
  const last = rows.length > limit ? data.at(-1) : undefined;
  return { status: 200, body: { data, next_cursor: last ? context.cursors.seal(binding, [last.id]) : null } };
};

const columns = [
  'id',
  'at',
  'actor_kind',
  'actor_id',
  'actor_name',
  'action',
  'object_kind',
  'object_id',
  'object_name',
  'campaign',
  'details',
  'address',
] as const;

const entries = (db: Database, accountId: string) =>
  db.selectFrom('audit_log').select(columns).where('account_id', '=', accountId).orderBy('id', 'desc');

type Row = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

function toEntry(row: Row): Shape<'AuditEntry'> {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { id: row.actor_id, name: row.actor_name, kind: row.actor_kind },
    action: row.action,
    object: { kind: row.object_kind, id: row.object_id, name: row.object_name },
    campaign: row.campaign,
    details: row.details,
    address: row.address,
  };
}

/** In milliseconds. A time that a schema lets through may still be none, such as the 30th of February. */
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

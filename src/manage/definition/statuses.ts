/**
 * Statuses of a campaign: exactly one is the default. A key is never used again. Refuses with 409 `in_use` to remove the
 * default, and a status that leads have or filters use, unless the request says how.
 */
import { sql } from 'kysely';
import type { Campaign, Status } from '../../campaign/definition.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { notFoundByName, refuse, refuseInput } from '../../problem/problem.ts';
import type { DefinitionContext, DefinitionHandler, ManageHandler } from '../context.ts';
import { changeDefinition, changesBetween, findCampaign } from './definition-change.ts';
import { count, filtersOnStatus, inUse, refuseWhileFiltered } from './in-use.ts';
import { nextPosition, refuseOtherOrder } from './order.ts';
import { revisionTag } from './revision-tag.ts';

const statusOf = (campaign: Campaign, key: string): Status => {
  const status = campaign.statuses.find((each) => each.key === key);
  if (!status) throw notFoundByName('status', key);
  return status;
};

const rows = (trx: DatabaseTransaction, campaign: Campaign) =>
  trx.updateTable('statuses').where('campaign_id', '=', campaign.id);

/** Runs before another status becomes the default, because there is never more than one. */
const giveUpDefault = (trx: DatabaseTransaction, campaign: Campaign) =>
  rows(trx, campaign).set({ is_default: false }).where('is_default', '=', true).execute();

export const listStatuses: ManageHandler<'listStatuses'> = async ({ path }, context) => {
  const campaign = await findCampaign(context, path.slug);
  return { status: 200, headers: revisionTag(campaign), body: { data: [...campaign.statuses] } };
};

export const createStatus: DefinitionHandler<'createStatus'> = async ({ path, headers, body }, context) => {
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'status.create',
    async apply(trx, before) {
      await refuseSpentKey(trx, before, body.key);
      if (body.is_default) await giveUpDefault(trx, before);
      await trx
        .insertInto('statuses')
        .values({
          campaign_id: before.id,
          key: body.key,
          label: body.label,
          category: body.category,
          is_default: body.is_default ?? false,
          position: await nextPosition(trx, 'statuses', before.id),
        })
        .execute();
      return { result: undefined, changes: [{ kind: 'status_added', key: body.key }], id: body.key, name: body.label };
    },
  });
  return { status: 201, headers: revisionTag(campaign), body: statusOf(campaign, body.key) };
};

async function refuseSpentKey(trx: DatabaseTransaction, campaign: Campaign, key: string): Promise<void> {
  const row = await trx
    .selectFrom('statuses')
    .select('removed_at')
    .where('campaign_id', '=', campaign.id)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return;
  const detail = row.removed_at
    ? `A removed status had the key \`${key}\`: it is not used again.`
    : `There is a status \`${key}\` already.`;
  throw refuse('already_exists', detail, { errors: [{ pointer: '/key', code: 'already_exists', detail }] });
}

export const updateStatus: DefinitionHandler<'updateStatus'> = async ({ path, headers, body }, context) => {
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'status.update',
    async apply(trx, before) {
      const status = statusOf(before, path.key);
      if (body.is_default === false && status.is_default) {
        const detail = 'One status is the default: make another the default instead.';
        throw refuseInput('invalid_request', [
          { pointer: '/is_default', code: 'not_allowed', detail, allowed: [true] },
        ]);
      }
      const after = { ...status, ...body };
      if (after.is_default && !status.is_default) await giveUpDefault(trx, before);
      const { label, category, is_default } = after;
      await rows(trx, before).set({ label, category, is_default }).where('key', '=', path.key).execute();
      const changes = changesBetween('status_changed', { key: path.key }, status, after);
      return { result: undefined, changes, id: path.key, name: after.label };
    },
  });
  return { status: 200, headers: revisionTag(campaign), body: statusOf(campaign, path.key) };
};

export const deleteStatus: DefinitionHandler<'deleteStatus'> = async ({ path, query, headers }, context) => {
  await changeDefinition(context, {
    path,
    headers,
    action: 'status.delete',
    async apply(trx, campaign) {
      const status = statusOf(campaign, path.key);
      if (status.is_default) throw inUse('It is the default: make another status the default first.', [], []);
      const using = filtersOnStatus(campaign, status.key);
      if (!query.force) await refuseWhileFiltered(trx, `\`${status.key}\``, using);
      const moved = await freeOfLeads(trx, context, campaign, status, query.move_to);
      await rows(trx, campaign).set({ removed_at: new Date() }).where('key', '=', status.key).execute();
      const change = { kind: 'status_removed', key: status.key, ...(moved > 0 && { moved_to: query.move_to, moved }) };
      return { result: undefined, changes: [change], id: status.key, name: status.label };
    },
  });
  return { status: 204 };
};

export const orderStatuses: ManageHandler<'orderStatuses'> = async ({ path, headers, body }, context) => {
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'status.order',
    async apply(trx, before) {
      const keys = before.statuses.map((status) => status.key);
      refuseOtherOrder({ member: 'keys', thing: 'status' }, keys, body.keys);
      await rows(trx, before)
        .set({ position: sql<number>`array_position(${body.keys}::text[], key) - 1` })
        .where('removed_at', 'is', null)
        .execute();
      const changes = changesBetween('statuses_ordered', {}, { keys }, { keys: body.keys });
      return { result: undefined, changes, id: before.slug, name: before.name };
    },
  });
  return { status: 200, headers: revisionTag(campaign), body: { data: [...campaign.statuses] } };
};

/** Moves the status' leads to `moveTo`. Without it, refuses with their number. */
async function freeOfLeads(
  trx: DatabaseTransaction,
  { leads, member }: DefinitionContext,
  campaign: Campaign,
  status: Status,
  moveTo: string | undefined,
): Promise<number> {
  if (moveTo === undefined) {
    const having = await leads.countByStatus(trx, campaign.id, status.key);
    if (having > 0)
      throw inUse(`It is the status of ${count(having, 'lead')}; name another in \`move_to\`.`, [], [], having);
    return 0;
  }
  const allowed = campaign.statuses.map((other) => other.key).filter((key) => key !== status.key);
  if (!allowed.includes(moveTo)) {
    const detail = `\`move_to\` must be another status of the campaign.`;
    throw refuseInput('invalid_parameter', [{ parameter: 'move_to', code: 'not_allowed', detail, allowed }]);
  }
  return leads.moveStatus(trx, campaign.id, status.key, moveTo, { kind: 'member', id: member.id });
}

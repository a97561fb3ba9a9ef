/**
 * Announced changes: planned changes that take effect by themselves at a set time (`take-effect.ts`). Announcing, moving and
 * withdrawing one makes a revision, because it changes what documents say.
 */
import type { Selectable } from 'kysely';
import { namesOf } from '../../access/members.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { deltaBetween, isEmpty, withDelta } from '../../campaign/delta.ts';
import { partsBetween } from '../../campaign/parts.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import type { ConfigTables } from '../../database/tables.ts';
import { describeChanges } from '../../document/changes/sentences.ts';
import { newId } from '../../ids/ids.ts';
import { notFound, refuseInput } from '../../problem/problem.ts';
import type { ManageContext, ManageHandler, Shape } from '../context.ts';
import { changeDefinition, changesBetween, findCampaign } from '../definition/definition-change.ts';
import { revisionTag } from '../definition/revision-tag.ts';
import { whatChanges } from '../definition/what-changes.ts';
import { judgeChange, type PlannedChange, tryChange } from './planned-change.ts';

type Row = Pick<Selectable<ConfigTables['announced_changes']>, (typeof columns)[number]>;

const columns = [
  'campaign_id',
  'id',
  'change',
  'delta',
  'note',
  'at',
  'announced_at',
  'told_at',
  'announced_by',
  'state',
  'ended_at',
  'revision',
  'problem',
] as const;

/** How many ended changes the list shows. */
const overShown = 50;

export const listAnnouncedChanges: ManageHandler<'listAnnouncedChanges'> = async ({ path }, context) => {
  const campaign = await findCampaign(context, path.slug);
  const rows = (over: boolean) =>
    context.db
      .selectFrom('announced_changes')
      .select(columns)
      .where('campaign_id', '=', campaign.id)
      .where('state', over ? '!=' : '=', 'announced');
  const toCome = await rows(false).orderBy('at').orderBy('id').execute();
  const over = await rows(true).orderBy('ended_at', 'desc').orderBy('id', 'desc').limit(overShown).execute();
  const data = await toAnnouncedChanges(context, campaign, [...toCome, ...over]);
  return { status: 200, headers: revisionTag(campaign), body: { data } };
};

export const announceChange: ManageHandler<'announceChange'> = async ({ path, headers, body }, context) => {
  judgeChange(context, path.slug, body.change);
  refuseTime(body.at);
  const { campaign, result } = await changeDefinition(context, {
    path,
    headers,
    action: 'campaign.announce_change',
    async apply(trx, before) {
      refuseTooMany(before);
      const earlier = await changesBefore(trx, before, body.at);
      const { from, to } = await tryChange(context, trx, before, body.change, earlier);
      const delta = deltaBetween(from, to);
      if (isEmpty(delta)) throw refuseInput('invalid_request', [changesNothing]);
      const row = {
        ...{ id: newId(), campaign_id: before.id, note: body.note ?? null },
        ...{ at: new Date(body.at), announced_at: new Date(), announced_by: context.member.id },
      };
      await trx
        .insertInto('announced_changes')
        .values({
          ...row,
          change: JSON.stringify(body.change),
          delta: JSON.stringify(delta),
          keys: delta.duplicateRule ? 'filling' : null,
        })
        .execute();
      const announcement = { ...noted('change_announced', row), parts: partsBetween(from, to) };
      return { result: row.id, changes: [announcement], id: before.slug, name: before.name };
    },
  });
  return { status: 201, headers: revisionTag(campaign), body: await readOne(context, campaign, result) };
};

export const updateAnnouncedChange: ManageHandler<'updateAnnouncedChange'> = async (request, context) => {
  const { path, headers, body } = request;
  if (body.at !== undefined) refuseTime(body.at);
  const { campaign, result } = await changeDefinition(context, {
    path,
    headers,
    action: 'campaign.move_change',
    async apply(trx, { id: campaignId, slug, name }) {
      const row = await findToCome(trx, campaignId, path.id);
      const before = { at: row.at.toISOString(), note: row.note };
      const after = {
        at: body.at === undefined ? before.at : new Date(body.at).toISOString(),
        note: body.note === undefined ? before.note : body.note,
      };
      await update(trx, row, { ...after, told_at: new Date() });
      const changes = changesBetween('announced_change_changed', { id: row.id }, before, after);
      return { result: row.id, changes, id: slug, name };
    },
  });
  return { status: 200, headers: revisionTag(campaign), body: await readOne(context, campaign, result) };
};

export const withdrawAnnouncedChange: ManageHandler<'withdrawAnnouncedChange'> = async (request, context) => {
  const { path, headers } = request;
  await changeDefinition(context, {
    path,
    headers,
    action: 'campaign.withdraw_change',
    async apply(trx, { id: campaignId, slug, name }) {
      const row = await findToCome(trx, campaignId, path.id);
      await update(trx, row, { state: 'withdrawn', ended_at: new Date() });
      return { result: undefined, changes: [noted('change_withdrawn', row)], id: slug, name };
    },
  });
  return { status: 204 };
};

const changesNothing = { pointer: '/change', code: 'not_allowed', detail: 'The change has no effect.' } as const;

/** Announced changes of a campaign at one time. Each makes another document for every token. */
const mostAnnounced = 20;

function refuseTooMany({ announced }: Campaign): void {
  if (announced.length < mostAnnounced) return;
  const detail = `${mostAnnounced} changes are announced already: withdraw one first, or wait for the next.`;
  throw refuseInput('invalid_request', [{ pointer: '', code: 'not_allowed', detail }]);
}

/** The announcement as a revision records it. */
const noted = (kind: string, { id, at }: Pick<Row, 'id' | 'at'>) => ({ kind, id, at: at.toISOString() });

const lastDay = Date.UTC(3000, 0, 1);

function refuseTime(at: string): void {
  const time = Date.parse(at);
  if (time > Date.now() && time < lastDay) return;
  const detail =
    time < lastDay
      ? '`at` must be in the future: use the operation itself to make a change now.'
      : '`at` must be before the year 3000.';
  throw refuseInput('invalid_request', [{ pointer: '/at', code: time < lastDay ? 'minimum' : 'maximum', detail }]);
}

async function changesBefore(trx: DatabaseTransaction, campaign: Campaign, at: string): Promise<PlannedChange[]> {
  const rows = await trx
    .selectFrom('announced_changes')
    .select('change')
    .where('campaign_id', '=', campaign.id)
    .where('state', '=', 'announced')
    .where('at', '<=', new Date(at))
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ change }) => change as PlannedChange);
}

/** Throws 404 if the change has ended, or belongs to another campaign. */
async function findToCome(trx: DatabaseTransaction, campaignId: string, id: string): Promise<Row> {
  const row = await findRow(trx, campaignId, id);
  if (row?.state !== 'announced') throw notFound('announced change');
  return row;
}

function findRow(db: Database, campaignId: string, id: string): Promise<Row | undefined> {
  return db
    .selectFrom('announced_changes')
    .select(columns)
    .where('campaign_id', '=', campaignId)
    .where('id', '=', id)
    .executeTakeFirst();
}

async function update(
  trx: DatabaseTransaction,
  { campaign_id, id }: Row,
  values: Partial<{ at: string; note: string | null; told_at: Date; state: Row['state']; ended_at: Date }>,
): Promise<void> {
  await trx
    .updateTable('announced_changes')
    .set(values)
    .where('campaign_id', '=', campaign_id)
    .where('id', '=', id)
    .execute();
}

async function readOne(context: ManageContext, campaign: Campaign, id: string): Promise<Shape<'AnnouncedChange'>> {
  const row = await findRow(context.db, campaign.id, id);
  const [shown] = row ? await toAnnouncedChanges(context, campaign, [row]) : [];
  if (!shown) throw notFound('announced change');
  return shown;
}

async function toAnnouncedChanges(
  { db }: ManageContext,
  campaign: Campaign,
  rows: readonly Row[],
): Promise<Shape<'AnnouncedChange'>[]> {
  const names = await namesOf(
    db,
    rows.map((row) => row.announced_by),
  );
  const toCome = await changesToCome(campaign);
  return rows.map((row) => {
    const name = names.get(row.announced_by ?? '');
    return {
      id: row.id,
      change: row.change as PlannedChange,
      at: row.at.toISOString(),
      note: row.note,
      state: row.state,
      ...(toCome.get(row.id) ?? { changes: [], parts: [] }),
      announced_at: row.announced_at.toISOString(),
      announced_by: row.announced_by !== null && name !== undefined ? { id: row.announced_by, name } : null,
      ended_at: row.ended_at?.toISOString() ?? null,
      revision: row.revision,
      problem: row.problem,
    };
  });
}

/** The changes by the announced change's id, each compared with the definition that holds until then. */
async function changesToCome(campaign: Campaign) {
  const definitions = [campaign];
  for (const { delta } of campaign.announced) definitions.push(withDelta(definitions.at(-1) ?? campaign, delta));
  const [, ...changes] = await whatChanges(definitions);
  const partsOf = (i: number) => partsBetween(definitions[i] ?? campaign, definitions[i + 1] ?? campaign);
  return new Map(
    campaign.announced.map(({ id }, i) => [
      id,
      { changes: describeChanges(changes[i] ?? [], 'to_come'), parts: partsOf(i) },
    ]),
  );
}

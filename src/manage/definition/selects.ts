/**
 * Selects of a campaign: created with their options, renamed, given further options, put in order. A key is never used again,
 * and no operation removes a select.
 */
import { sql } from 'kysely';
import type { Campaign, Select } from '../../campaign/definition.ts';
import type { Change } from '../../campaign/revise.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { type InputError, refuse, refuseInput } from '../../problem/problem.ts';
import type { ManageHandler, Shape } from '../context.ts';
import { changeDefinition, changesBetween, findCampaign } from './definition-change.ts';
import { insertOptions, selectOf, valueFor } from './options.ts';
import { nextPosition, refuseOtherOrder } from './order.ts';
import { revisionTag } from './revision-tag.ts';

/** A definition has read-only lists; the spec's types do not. */
const toSelect = (select: Select): Shape<'Select'> => select as Shape<'Select'>;

export const listSelects: ManageHandler<'listSelects'> = async ({ path }, context) => {
  const campaign = await findCampaign(context, path.slug);
  return { status: 200, headers: revisionTag(campaign), body: { data: campaign.selects.map(toSelect) } };
};

export const createSelect: ManageHandler<'createSelect'> = async ({ path, headers, body }, context) => {
  const { campaign, result } = await changeDefinition(context, {
    path,
    headers,
    action: 'select.create',
    async apply(trx, before) {
      const { select, change } = await addSelect(trx, before, body);
      return { result: select, changes: [change], id: select.key, name: select.label };
    },
  });
  return { status: 201, headers: revisionTag(campaign), body: toSelect(result) };
};

/** Adds a select with its options. Refuses a key that is taken with 409, and an option that is given twice with 422. */
export async function addSelect(
  trx: DatabaseTransaction,
  campaign: Campaign,
  { key, label, options: given = [] }: Shape<'SelectCreate'>,
): Promise<{ select: Select; change: Change }> {
  if (campaign.selects.some((select) => select.key === key)) {
    const detail = `There is a select \`${key}\` already.`;
    throw refuse('already_exists', detail, { errors: [{ pointer: '/key', code: 'already_exists', detail }] });
  }
  const options = await readOptions(given);
  await trx
    .insertInto('selects')
    .values({
      campaign_id: campaign.id,
      key,
      label,
      position: await nextPosition(trx, 'selects', campaign.id),
    })
    .execute();
  await insertOptions(trx, campaign.id, key, options);
  const select = { key, label, options: options.map((option) => ({ ...option, archived: false })) };
  return { select, change: { kind: 'select_added', key } };
}

export const updateSelect: ManageHandler<'updateSelect'> = async ({ path, headers, body }, context) => {
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'select.update',
    async apply(trx, before) {
      const { key, label } = selectOf(before, path.key);
      const after = { label, ...body };
      await trx.updateTable('selects').set(after).where('campaign_id', '=', before.id).where('key', '=', key).execute();
      const changes = changesBetween('select_changed', { key }, { label }, after);
      return { result: undefined, changes, id: key, name: after.label };
    },
  });
  return { status: 200, headers: revisionTag(campaign), body: toSelect(selectOf(campaign, path.key)) };
};

export const createOptions: ManageHandler<'createOptions'> = async ({ path, headers, body }, context) => {
  const { campaign, result } = await changeDefinition(context, {
    path,
    headers,
    action: 'select.add_options',
    async apply(trx, before) {
      const { key, label, options } = selectOf(before, path.key);
      const added = await readOptions(
        body.options,
        options.map(({ value }) => value),
      );
      await insertOptions(trx, before.id, key, added, options.length);
      const changes = added.map(({ value }) => ({ kind: 'option_added', select: key, value }));
      return { result: added.map((option) => ({ ...option, archived: false })), changes, id: key, name: label };
    },
  });
  return { status: 201, headers: revisionTag(campaign), body: { data: result } };
};

export const orderOptions: ManageHandler<'orderOptions'> = async ({ path, headers, body }, context) => {
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'select.order_options',
    async apply(trx, before) {
      const { key, label, options } = selectOf(before, path.key);
      const values = options.map(({ value }) => value);
      refuseOtherOrder({ member: 'values', thing: 'option' }, values, body.values);
      await trx
        .updateTable('options')
        .set({ position: sql<number>`array_position(${body.values}::text[], value) - 1` })
        .where('campaign_id', '=', before.id)
        .where('select_key', '=', key)
        .execute();
      const changes = changesBetween('options_ordered', { key }, { values }, { values: body.values });
      return { result: undefined, changes, id: key, name: label };
    },
  });
  return { status: 200, headers: revisionTag(campaign), body: { data: [...selectOf(campaign, path.key).options] } };
};

/** Given values come first, so that a value made from a label never takes a given one. `there`: values that exist already. */
async function readOptions(
  given: readonly Shape<'OptionCreate'>[],
  there: readonly string[] = [],
): Promise<{ value: string; label: string }[]> {
  const errors = given.flatMap(({ value }, i): InputError[] => {
    if (value === undefined || given.findIndex((other) => other.value === value) === i) return [];
    return [{ pointer: `/options/${i}/value`, code: 'repeated', detail: `\`${value}\` is given twice.` }];
  });
  if (errors.length > 0) throw refuseInput('invalid_request', errors);
  const existing = given.flatMap(({ value }, i): InputError[] => {
    if (value === undefined || !there.includes(value)) return [];
    const detail = `There is an option \`${value}\` already.`;
    return [{ pointer: `/options/${i}/value`, code: 'already_exists', detail }];
  });
  if (existing.length > 0) throw refuse('already_exists', 'Some of the options exist already.', { errors: existing });
  const taken = new Set([...there, ...given.flatMap(({ value }) => value ?? [])]);
  const options: { value: string; label: string }[] = [];
  for (const { value, label } of given) {
    const unused = value ?? (await valueFor(label, taken));
    taken.add(unused);
    options.push({ value: unused, label });
  }
  return options;
}

/**
 * Options of a select. A value never changes. An option is archived, never deleted, so that stored leads stay readable. An
 * option that filters use is archived only with `force`.
 */
import { type Campaign, findSelect, type Option, type Select } from '../../campaign/definition.ts';
import type { Change } from '../../campaign/revise.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { notFoundByName, refuse, refuseInput } from '../../problem/problem.ts';
import type { DefinitionHandler } from '../context.ts';
import { changeDefinition, changesBetween } from './definition-change.ts';
import { filtersOnOption, refuseWhileFiltered } from './in-use.ts';
import { revisionTag } from './revision-tag.ts';
import { firstFree, slugify } from './slug.ts';

export function selectOf(campaign: Campaign, key: string): Select {
  const select = findSelect(campaign, key);
  if (!select) throw notFoundByName('select', key);
  return select;
}

function optionOf(campaign: Campaign, key: string, value: string): Option {
  const option = selectOf(campaign, key).options.find((each) => each.value === value);
  if (!option) throw notFoundByName('option', value);
  return option;
}

/** A value made from the label, for an option without one. */
export function valueFor(label: string, taken: ReadonlySet<string>): Promise<string> {
  return firstFree(slugify(label) || 'option', (value) => taken.has(value));
}

/** Appends options to a select, in order. */
export async function insertOptions(
  trx: DatabaseTransaction,
  campaignId: string,
  select: string,
  options: readonly { value: string; label: string }[],
  from = 0,
): Promise<void> {
  if (options.length === 0) return;
  await trx
    .insertInto('options')
    .values(
      options.map(({ value, label }, i) => ({
        campaign_id: campaignId,
        select_key: select,
        value,
        label,
        position: from + i,
      })),
    )
    .execute();
}

/** Adds one option. Refuses with 409 if the value exists, archived or not. */
export async function addOption(
  trx: DatabaseTransaction,
  campaign: Campaign,
  select: Select,
  given: { readonly label: string; readonly value?: string },
): Promise<{ option: Option; change: Change }> {
  const taken = new Set(select.options.map((option) => option.value));
  const value = given.value ?? (await valueFor(given.label, taken));
  if (taken.has(value)) {
    const archived = select.options.some((option) => option.value === value && option.archived);
    const detail = `There is an option \`${value}\` already${archived ? '; it is archived, and can be restored' : ''}.`;
    throw refuse('already_exists', detail, { errors: [{ pointer: '/value', code: 'already_exists', detail }] });
  }
  await insertOptions(trx, campaign.id, select.key, [{ value, label: given.label }], select.options.length);
  return {
    option: { value, label: given.label, archived: false },
    change: { kind: 'option_added', select: select.key, value },
  };
}

/** Offers an archived option again. */
export async function restoreOption(
  trx: DatabaseTransaction,
  campaign: Campaign,
  { key }: Select,
  option: Option,
): Promise<{ option: Option; changes: Change[] }> {
  const after = { ...option, archived: false };
  await trx
    .updateTable('options')
    .set({ archived_at: null })
    .where('campaign_id', '=', campaign.id)
    .where('select_key', '=', key)
    .where('value', '=', option.value)
    .execute();
  const changes = changesBetween('option_changed', { select: key, value: option.value }, option, after);
  return { option: after, changes };
}

export const createOption: DefinitionHandler<'createOption'> = async ({ path, headers, body }, context) => {
  const { campaign, result } = await changeDefinition(context, {
    path,
    headers,
    action: 'option.create',
    async apply(trx, before) {
      const { option, change } = await addOption(trx, before, selectOf(before, path.key), body);
      return { result: option, changes: [change], id: option.value, name: option.label };
    },
  });
  return { status: 201, headers: revisionTag(campaign), body: result };
};

export const updateOption: DefinitionHandler<'updateOption'> = async ({ path, headers, body }, context) => {
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'option.update',
    async apply(trx, before) {
      const option = optionOf(before, path.key, path.value);
      if (body.archived && !option.archived) {
        const detail = 'Use `deleteOption` to archive an option: it checks that no filter uses the option.';
        throw refuseInput('invalid_request', [{ pointer: '/archived', code: 'not_allowed', detail, allowed: [false] }]);
      }
      const after = { ...option, ...body };
      await trx
        .updateTable('options')
        .set({ label: after.label, ...(!after.archived && { archived_at: null }) })
        .where('campaign_id', '=', before.id)
        .where('select_key', '=', path.key)
        .where('value', '=', path.value)
        .execute();
      const id = { select: path.key, value: path.value };
      const changes = changesBetween('option_changed', id, option, after);
      return { result: undefined, changes, id: path.value, name: after.label };
    },
  });
  return { status: 200, headers: revisionTag(campaign), body: optionOf(campaign, path.key, path.value) };
};

export const deleteOption: DefinitionHandler<'deleteOption'> = async ({ path, query, headers }, context) => {
  await changeDefinition(context, {
    path,
    headers,
    action: 'option.archive',
    async apply(trx, campaign) {
      const option = optionOf(campaign, path.key, path.value);
      if (option.archived) return { result: undefined, changes: [], id: option.value, name: option.label };
      const using = filtersOnOption(campaign, path.key, option.value);
      if (!query.force) await refuseWhileFiltered(trx, `\`${option.value}\``, using);
      await trx
        .updateTable('options')
        .set({ archived_at: new Date() })
        .where('campaign_id', '=', campaign.id)
        .where('select_key', '=', path.key)
        .where('value', '=', option.value)
        .execute();
      const change = { kind: 'option_archived', select: path.key, value: option.value };
      return { result: undefined, changes: [change], id: option.value, name: option.label };
    },
  });
  return { status: 204 };
};

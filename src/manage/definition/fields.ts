/**
 * Fields of a campaign. Key, type and select never change, and a key is never used again. `field-rules.ts` refuses what the
 * type does not allow. A field that filters use is removed only with `force`.
 */

import { sql } from 'kysely';
import type { Campaign, Field } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import { assignKeyColumns } from '../../campaign/key-columns.ts';
import type { Change } from '../../campaign/revise.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { timeOfId } from '../../ids/ids.ts';
import { notFoundByName, refuse, refuseInput } from '../../problem/problem.ts';
import type { DefinitionHandler, ManageHandler, Shape } from '../context.ts';
import { changeDefinition, changesBetween, findCampaign } from './definition-change.ts';
import { dropFromRule, refuseWhileCompared } from './duplicate-rule.ts';
import { judgeField } from './field-rules.ts';
import { filtersOnField, refuseWhileFiltered } from './in-use.ts';
import { nextPosition, refuseOtherOrder } from './order.ts';
import { revisionTag } from './revision-tag.ts';
import { addSelect } from './selects.ts';
import { firstFreeKey } from './slug.ts';

/** A definition has read-only lists; the spec's types do not. */
export const toField = (campaign: Campaign, field: Field): Shape<'Field'> =>
  ({ ...field, search_state: searchState(campaign, field) }) as Shape<'Field'>;

const allFields = (campaign: Campaign) => campaign.fields.map((field) => toField(campaign, field));

function searchState({ keyColumns }: Campaign, { key }: Field): Shape<'Field'>['search_state'] {
  const column = keyColumns.find((each) => each.field === key);
  if (!column) return null;
  const { state, filledTo } = column;
  return { state, filled_to: state === 'filling' && filledTo ? new Date(timeOfId(filledTo)).toISOString() : null };
}

const fieldOf = (campaign: Campaign, key: string): Field => {
  const field = campaign.fields.find((each) => each.key === key);
  if (!field) throw notFoundByName('field', key);
  return field;
};

export const listFields: ManageHandler<'listFields'> = async ({ path }, context) => {
  const campaign = await findCampaign(context, path.slug);
  return { status: 200, headers: revisionTag(campaign), body: { data: allFields(campaign) } };
};

export const createField: DefinitionHandler<'createField'> = async ({ path, headers, body }, context) => {
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'field.create',
    async apply(trx, before) {
      const { changes } = await addField(trx, before, body);
      return { result: undefined, changes, id: body.key, name: body.label };
    },
  });
  return { status: 201, headers: revisionTag(campaign), body: toField(campaign, fieldOf(campaign, body.key)) };
};

/**
 * Adds a field, and a select if the field brings its own options. Refuses a used key with 409, and a field that fits no type
 * with 422.
 */
export async function addField(
  trx: DatabaseTransaction,
  campaign: Campaign,
  { options, ...given }: Shape<'FieldCreate'>,
): Promise<{ campaign: Campaign; field: Field; changes: Change[] }> {
  refuseSpentKey(campaign, given.key);
  const added = options && (await addOwnSelect(trx, campaign, given, options));
  const selects = added ? [...campaign.selects, added.select] : campaign.selects;
  const before = { ...campaign, selects };
  const empty = { description: null, select: null, min: null, max: null, max_length: null, pattern: null };
  const draft = { ...empty, default: null, required: false, searchable: false, ...given };
  const judged = judgeField(before, added ? { ...draft, select: added.select.key } : draft);
  if (judged.errors.length > 0) throw refuseInput('invalid_request', judged.errors);
  const searchable = given.searchable ?? (traits[draft.type].options === 'one' && hasRoom(before, judged.field));
  const field = { ...judged.field, searchable };
  await insertField(trx, before, field);
  const changes = [...(added ? [added.change] : []), { kind: 'field_added', key: field.key }];
  return { campaign: { ...before, fields: [...before.fields, field] }, field, changes };
}

/** Adds a select with the field's label. It has the field's key too, unless another select has that key. */
async function addOwnSelect(
  trx: DatabaseTransaction,
  campaign: Campaign,
  { key, label, type, select }: Omit<Shape<'FieldCreate'>, 'options'>,
  options: Shape<'OptionCreate'>[],
) {
  const refused = (detail: string) =>
    refuseInput('invalid_request', [{ pointer: '/options', code: 'not_allowed', detail }]);
  if (!traits[type].options) throw refused(`A field of the type \`${type}\` has no options.`);
  if (select !== undefined && select !== null) throw refused('`options` cannot be combined with `select`.');
  const isTaken = (candidate: string) => campaign.selects.some((other) => other.key === candidate);
  return addSelect(trx, campaign, { key: await firstFreeKey(key, isTaken), label, options });
}

function refuseSpentKey(campaign: Campaign, key: string): void {
  const spent = campaign.removedFields.some((field) => field.key === key);
  if (!spent && !campaign.fields.some((field) => field.key === key)) return;
  const detail = spent
    ? `A removed field had the key \`${key}\`: it is not used again.`
    : `There is a field \`${key}\` already.`;
  throw refuse('already_exists', detail, { errors: [{ pointer: '/key', code: 'already_exists', detail }] });
}

/** Whether a key column is left for the field. Selects become filterable by default as long as there are columns. */
function hasRoom(campaign: Campaign, field: Field): boolean {
  const fields = [...campaign.fields, { ...field, searchable: true }];
  return assignKeyColumns({ ...campaign, fields }).refused.length === 0;
}

/** The columns of a field that may change. */
export const changeableColumns = (field: Field) => ({
  label: field.label,
  description: field.description,
  required: field.required,
  searchable: field.searchable,
  min: field.min,
  max: field.max,
  max_length: field.max_length,
  pattern: field.pattern,
  default_value: field.default === null ? null : JSON.stringify(field.default),
});

async function insertField(trx: DatabaseTransaction, campaign: Campaign, field: Field): Promise<void> {
  const { key, type, select } = field;
  await trx
    .insertInto('fields')
    .values({
      campaign_id: campaign.id,
      key,
      type,
      select_key: select,
      ...changeableColumns(field),
      position: await nextPosition(trx, 'fields', campaign.id),
    })
    .execute();
}

export const updateField: DefinitionHandler<'updateField'> = async ({ path, headers, body }, context) => {
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'field.update',
    async apply(trx, before) {
      const field = fieldOf(before, path.key);
      const judged = judgeField(before, { ...field, ...body, default: newDefault(field, body) });
      if (judged.errors.length > 0) throw refuseInput('invalid_request', judged.errors);
      const after = { ...judged.field, default: judged.field.default ?? ('default' in body ? null : field.default) };
      await trx
        .updateTable('fields')
        .set(changeableColumns(after))
        .where('campaign_id', '=', before.id)
        .where('key', '=', path.key)
        .execute();
      const changes = changesBetween('field_changed', { key: path.key }, field, after);
      return { result: undefined, changes, id: path.key, name: after.label };
    },
  });
  return { status: 200, headers: revisionTag(campaign), body: toField(campaign, fieldOf(campaign, path.key)) };
};

/**
 * The default to judge. An unchanged default is judged again only with new limits, because its option may be archived by now.
 */
function newDefault(field: Field, body: Shape<'FieldUpdate'>): Field['default'] {
  if (body.default !== undefined) return body.default;
  const limited = (['min', 'max', 'max_length', 'pattern'] as const).some((limit) => body[limit] !== undefined);
  return limited ? field.default : null;
}

export const deleteField: DefinitionHandler<'deleteField'> = async ({ path, query, headers }, context) => {
  await changeDefinition(context, {
    path,
    headers,
    action: 'field.delete',
    async apply(trx, campaign) {
      const field = fieldOf(campaign, path.key);
      const using = filtersOnField(campaign, field.key);
      if (!query.force) await refuseWhileFiltered(trx, `\`${field.key}\``, using);
      if (!query.force) refuseWhileCompared(campaign, field.key);
      await dropFromRule(trx, campaign, field.key);
      await trx
        .updateTable('fields')
        .set({ removed_at: new Date(), searchable: false })
        .where('campaign_id', '=', campaign.id)
        .where('key', '=', field.key)
        .execute();
      return {
        result: undefined,
        changes: [{ kind: 'field_removed', key: field.key }],
        id: field.key,
        name: field.label,
      };
    },
  });
  return { status: 204 };
};

export const orderFields: ManageHandler<'orderFields'> = async ({ path, headers, body }, context) => {
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'field.order',
    async apply(trx, before) {
      const keys = before.fields.map((field) => field.key);
      refuseOtherOrder({ member: 'keys', thing: 'field' }, keys, body.keys);
      await trx
        .updateTable('fields')
        .set({ position: sql<number>`array_position(${body.keys}::text[], key) - 1` })
        .where('campaign_id', '=', before.id)
        .where('removed_at', 'is', null)
        .execute();
      const changes = changesBetween('fields_ordered', {}, { keys }, { keys: body.keys });
      return { result: undefined, changes, id: before.slug, name: before.name };
    },
  });
  return { status: 200, headers: revisionTag(campaign), body: { data: allFields(campaign) } };
};

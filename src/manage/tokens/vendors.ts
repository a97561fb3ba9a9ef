/**
 * A vendor in one step: an option, a filter on it, a token that is tied to the filter, and the field that identifies vendors,
 * if the campaign has no such field yet. All in one transaction: a failure leaves nothing behind. The objects are the same as
 * those of their own operations.
 */

import { isDeepStrictEqual } from 'node:util';
import type { Campaign, Field, Filter, Option, Select } from '../../campaign/definition.ts';
import type { Change } from '../../campaign/revise.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import type { InputCode } from '../../problem/input-codes.ts';
import { type InputError, refuse, refuseInput } from '../../problem/problem.ts';
import type { ManageHandler, Shape } from '../context.ts';
import { changeDefinition } from '../definition/definition-change.ts';
import { addField, toField } from '../definition/fields.ts';
import { addFilter, toFilter } from '../definition/filters.ts';
import { addOption, restoreOption, selectOf } from '../definition/options.ts';
import { revisionTag } from '../definition/revision-tag.ts';
import { firstFreeKey } from '../definition/slug.ts';
import { addToken, readToken } from './create-token.ts';
import { readExpiry } from './token-input.ts';

export const createVendor: ManageHandler<'createVendor'> = async ({ path, headers, body }, context) => {
  const { label, permission } = body;
  const { campaign, result } = await changeDefinition(context, {
    path,
    headers,
    action: 'vendor.create',
    async apply(trx, before) {
      const { expiresAt, errors } = readExpiry(body.expires_at);
      const all = [...judgeVendor(before, body), ...errors];
      if (all.length > 0) throw refuseInput('invalid_request', all);
      const { field, option, ...told } = await vendorOption(trx, before, body);
      const { filter, changes } = await vendorFilter(trx, before, field, option, label);
      const tie = { scope: 'filter', campaignId: before.id, filterId: filter.id } as const;
      const tokenId = await addToken(trx, context, { name: label, permission, expiresAt, ...tie }, before);
      return {
        result: { field, option, filter, tokenId },
        changes: [...told.changes, ...changes],
        id: option.value,
        name: label,
      };
    },
  });
  const { option } = result;
  const token = await readToken(context, context.db, result.tokenId, campaign);
  const filter = await toFilter(context, campaign, result.filter);
  const field = toField(campaign, result.field);
  return { status: 201, headers: revisionTag(campaign), body: { field, option, filter, token } };
};

type Wanted = Shape<'VendorCreate'>;

function judgeVendor(campaign: Campaign, { field, new_field: made, option }: Wanted): InputError[] {
  const keys = campaign.fields.filter(({ type }) => type === 'select').map(({ key }) => key);
  const wrong = (pointer: string, code: InputCode, detail: string, allowed?: readonly string[]) => [
    { pointer, code, detail, ...(allowed && { allowed }) },
  ];
  if (field === undefined && !made) return wrong('/field', 'required', 'Vendors are identified by a field.', keys);
  if (field !== undefined && made)
    return wrong('/new_field', 'not_allowed', 'Vendors are identified by one field: `field` or `new_field`.');
  if (field !== undefined && !keys.includes(field))
    return wrong('/field', 'not_allowed', 'Vendors are identified by a field of the type `select`.', keys);
  const selects = campaign.selects.map(({ key }) => key);
  if (made?.select !== undefined && !selects.includes(made.select))
    return wrong('/new_field/select', 'not_allowed', `The campaign has no select \`${made.select}\`.`, selects);
  const key = made ? made.select : campaign.fields.find((one) => one.key === field)?.select;
  const values = campaign.selects.find((one) => one.key === key)?.options.map(({ value }) => value) ?? [];
  if (option !== undefined && !values.includes(option))
    return wrong('/option', 'not_allowed', `There is no option \`${option}\`.`, values);
  return [];
}

interface Placed {
  readonly field: Field;
  readonly option: Option;
  readonly changes: readonly Change[];
}

/** The option of the existing field, or of a new field. The request was validated before. */
async function vendorOption(trx: DatabaseTransaction, before: Campaign, body: Wanted): Promise<Placed> {
  const { label, new_field: wanted } = body;
  if (!wanted) {
    const field = before.fields.find(({ key }) => key === body.field) as Field;
    return { field, ...(await takeOption(trx, before, selectOf(before, field.select ?? ''), body)) };
  }
  const isSpent = (key: string) => [...before.fields, ...before.removedFields].some((field) => field.key === key);
  const key = wanted.key ?? (await firstFreeKey(wanted.label, isSpent));
  const offers = wanted.select === undefined ? { options: [{ label }] } : { select: wanted.select };
  const made = await addField(trx, before, { key, label: wanted.label, type: 'select', ...offers });
  const select = selectOf(made.campaign, made.field.select ?? '');
  if (wanted.select === undefined)
    return { field: made.field, option: select.options[0] as Option, changes: made.changes };
  const { option, changes } = await takeOption(trx, before, select, body);
  return { field: made.field, option, changes: [...made.changes, ...changes] };
}

/** The given option, offered again if it was archived; else a new one. */
async function takeOption(trx: DatabaseTransaction, campaign: Campaign, select: Select, body: Wanted) {
  if (body.option !== undefined) {
    const there = select.options.find(({ value }) => value === body.option) as Option;
    return there.archived ? restoreOption(trx, campaign, select, there) : { option: there, changes: [] };
  }
  refuseTakenLabel(select, body.label);
  const { option, change } = await addOption(trx, campaign, select, { label: body.label });
  return { option, changes: [change] };
}

/** With two options of the same label, people could not tell which of them the vendor's leads have. */
function refuseTakenLabel({ options }: Select, label: string): void {
  const taken = options.find((option) => option.label === label);
  if (!taken) return;
  const detail = `There is an option "${label}" already: send its value \`${taken.value}\` as \`option\` to take it.`;
  throw refuse('already_exists', detail, { errors: [{ pointer: '/label', code: 'already_exists', detail }] });
}

/** A filter with that name is used if it matches exactly the vendor's leads. */
async function vendorFilter(
  trx: DatabaseTransaction,
  campaign: Campaign,
  field: Field,
  option: Option,
  name: string,
): Promise<{ filter: Filter; changes: readonly Change[] }> {
  const condition = { path: `fields.${field.key}`, op: 'eq', value: option.value } as const;
  const there = campaign.filters.find(
    (filter) => filter.name === name && isDeepStrictEqual(filter.condition, condition),
  );
  if (there) return { filter: there, changes: [] };
  const { filter, change } = await addFilter(trx, campaign, { name, condition }, '/label');
  return { filter, changes: [change] };
}

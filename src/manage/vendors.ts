/**
 * A vendor in one step: an option, a filter on it, a token that is tied to the filter. All in one transaction: what fails
 * leaves nothing behind. The things are those of their own addresses.
 */
import type { Campaign, Field, Select } from '../campaign/definition.ts';
import { refuse, refuseInput } from '../problem/problem.ts';
import type { ManageHandler } from './context.ts';
import { changeDefinition } from './definition-change.ts';
import { addFilter, toFilter } from './filters.ts';
import { addOption, selectOf } from './options.ts';
import { revisionTag } from './revision.ts';
import { addToken, readToken } from './tokens.ts';

export const createVendor: ManageHandler<'createVendor'> = async ({ path, headers, body }, context) => {
  const { label, permission } = body;
  const { campaign, result } = await changeDefinition(context, {
    path,
    headers,
    action: 'vendor.create',
    async apply(trx, before) {
      const field = vendorField(before, body.field);
      const select = selectOf(before, field.select ?? '');
      refuseTakenLabel(select, label);
      const { option, change: optionAdded } = await addOption(trx, before, select, { label });
      const condition = { path: `fields.${field.key}`, op: 'eq', value: option.value } as const;
      const { filter, change: filterAdded } = await addFilter(trx, before, { name: label, condition }, '/label');
      const tie = { scope: 'filter', campaignId: before.id, filterId: filter.id } as const;
      const tokenId = await addToken(trx, context, { name: label, permission, ...tie }, before);
      return {
        result: { option, filter, tokenId },
        changes: [optionAdded, filterAdded],
        id: option.value,
        name: label,
      };
    },
  });
  const token = await readToken(context, context.db, result.tokenId, campaign);
  const filter = await toFilter(context, campaign, result.filter);
  return { status: 201, headers: revisionTag(campaign), body: { option: result.option, filter, token } };
};

/** Two options that people cannot tell apart would hide which of them the vendor's leads have. */
function refuseTakenLabel({ options }: Select, label: string): void {
  if (!options.some((option) => option.label === label)) return;
  const detail = `There is an option "${label}" already: make a filter and a token for it one by one.`;
  throw refuse('already_exists', detail, { errors: [{ pointer: '/label', code: 'already_exists', detail }] });
}

function vendorField(campaign: Campaign, key: string): Field {
  const selects = campaign.fields.filter((field) => field.type === 'select');
  const field = selects.find((one) => one.key === key);
  if (field) return field;
  const detail = 'Vendors are told apart by a field of the type `select`.';
  const allowed = selects.map((one) => one.key);
  throw refuseInput('invalid_request', [{ pointer: '/field', code: 'not_allowed', detail, allowed }]);
}

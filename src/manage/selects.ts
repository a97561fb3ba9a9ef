/** Selects of a campaign: made with their options in one go. A key is never used again; nothing here removes a select. */
import { sql } from 'kysely';
import type { Select } from '../campaign/definition.ts';
import { type InputError, refuse, refuseInput } from '../problem/problem.ts';
import type { ManageHandler, Shape } from './context.ts';
import { changeDefinition, findCampaign } from './definition-change.ts';
import { insertOptions, valueFor } from './options.ts';
import { revisionTag } from './revision.ts';

/** A list in a definition is read-only; in the spec's types it is not. */
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
      if (before.selects.some((select) => select.key === body.key)) {
        const detail = `There is a select \`${body.key}\` already.`;
        throw refuse('already_exists', detail, { errors: [{ pointer: '/key', code: 'already_exists', detail }] });
      }
      const options = await readOptions(body.options ?? []);
      await trx
        .insertInto('selects')
        .values({
          campaign_id: before.id,
          key: body.key,
          label: body.label,
          position: sql<number>`(select coalesce(max(position), -1) + 1 from selects where campaign_id = ${before.id})`,
        })
        .execute();
      await insertOptions(trx, before.id, body.key, options);
      const select = { key: body.key, label: body.label, options: options.map((one) => ({ ...one, archived: false })) };
      return { result: select, changes: [{ kind: 'select_added', key: body.key }], id: body.key, name: body.label };
    },
  });
  return { status: 201, headers: revisionTag(campaign), body: result };
};

/** Given values first, so that one which is made from a label never takes one that was asked for. */
async function readOptions(given: readonly Shape<'OptionCreate'>[]): Promise<{ value: string; label: string }[]> {
  const errors = given.flatMap(({ value }, i): InputError[] => {
    if (value === undefined || given.findIndex((one) => one.value === value) === i) return [];
    return [{ pointer: `/options/${i}/value`, code: 'repeated', detail: `\`${value}\` is given twice.` }];
  });
  if (errors.length > 0) throw refuseInput('invalid_request', errors);
  const taken = new Set(given.flatMap(({ value }) => value ?? []));
  const options: { value: string; label: string }[] = [];
  for (const { value, label } of given) {
    const made = value ?? (await valueFor(label, taken));
    taken.add(made);
    options.push({ value: made, label });
  }
  return options;
}

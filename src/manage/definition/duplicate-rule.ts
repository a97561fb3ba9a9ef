/**
 * A campaign's duplicate check, if it has one. Fields with several values are refused, because nothing says when two lists
 * are equal. Fields that were not compared before make the rule *filling*, until older leads have their match keys.
 */

import { insertRule } from '../../campaign/create.ts';
import type { Campaign, DuplicateRule } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { type InputError, refuseInput } from '../../problem/problem.ts';
import type { DefinitionHandler, ManageHandler, Shape } from '../context.ts';
import { changeDefinition, changesBetween, findCampaign } from './definition-change.ts';
import { inUse } from './in-use.ts';
import { revisionTag } from './revision-tag.ts';

const withoutRule: Shape<'DuplicateRule'> = {
  fields: [],
  match: 'any',
  within_days: null,
  action: 'reject',
  reach: 'visible',
  state: 'ready',
};

function shapeOf(rule: DuplicateRule | null): Shape<'DuplicateRule'> {
  if (!rule) return withoutRule;
  const { fields, match, withinDays, action, reach, state } = rule;
  return { fields: [...fields], match, within_days: withinDays, action, reach, state };
}

export const getDuplicateRule: ManageHandler<'getDuplicateRule'> = async ({ path }, context) => {
  const campaign = await findCampaign(context, path.slug);
  return { status: 200, headers: revisionTag(campaign), body: shapeOf(campaign.duplicateRule) };
};

export const setDuplicateRule: DefinitionHandler<'setDuplicateRule'> = async ({ path, headers, body }, context) => {
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'duplicate_rule.update',
    async apply(trx, before) {
      const errors = judgeFields(before, body.fields);
      if (errors.length > 0) throw refuseInput('invalid_request', errors);
      const { within_days, ...rest } = body;
      const state = stateOf(before.duplicateRule, body.fields);
      const after = body.fields.length > 0 ? { ...rest, withinDays: within_days ?? null, state } : null;
      const changes = changesBetween('duplicate_rule_changed', {}, shapeOf(before.duplicateRule), shapeOf(after));
      if (changes.length > 0) await store(trx, before, after);
      return { result: undefined, changes, id: before.slug, name: before.name };
    },
  });
  return { status: 200, headers: revisionTag(campaign), body: shapeOf(campaign.duplicateRule) };
};

function judgeFields(campaign: Campaign, keys: readonly string[]): InputError[] {
  const fields = campaign.fields.filter((field) => traits[field.type].stored !== 'list');
  const allowed = fields.map((field) => field.key);
  return keys.flatMap((key, i) => {
    if (allowed.includes(key)) return [];
    const several = campaign.fields.some((field) => field.key === key);
    const detail = several
      ? `\`${key}\` holds several values and cannot be compared.`
      : `There is no field \`${key}\`.`;
    return [{ pointer: `/fields/${i}`, code: 'not_allowed', detail, allowed }];
  });
}

/** Match keys are stored by field. A field that was compared all the time has all its keys. */
function stateOf(before: DuplicateRule | null, fields: readonly string[]): DuplicateRule['state'] {
  return before?.state === 'ready' && fields.every((key) => before.fields.includes(key)) ? 'ready' : 'filling';
}

/** Replaces the rule. Null removes it, and so does a rule that compares no fields. */
async function store(trx: DatabaseTransaction, campaign: Campaign, rule: DuplicateRule | null): Promise<void> {
  await trx.deleteFrom('duplicate_rules').where('campaign_id', '=', campaign.id).execute();
  if (rule && rule.fields.length > 0) await insertRule(trx, campaign.id, rule);
}

/** Replaces the rule with an earlier one. */
export async function restoreRule(
  trx: DatabaseTransaction,
  campaign: Campaign,
  rule: DuplicateRule | null,
): Promise<void> {
  await store(trx, campaign, rule && { ...rule, state: stateOf(campaign.duplicateRule, rule.fields) });
}

/** Refuses with 409 `in_use` to remove a field that the rule compares. */
export function refuseWhileCompared({ duplicateRule }: Campaign, key: string): void {
  if (duplicateRule?.fields.includes(key)) throw inUse(`\`${key}\` is compared by the duplicate check.`, [], []);
}

/** Takes a removed field out of the rule. */
export async function dropFromRule(trx: DatabaseTransaction, campaign: Campaign, key: string): Promise<void> {
  const rule = campaign.duplicateRule;
  if (!rule?.fields.includes(key)) return;
  const fields = rule.fields.filter((other) => other !== key);
  await store(trx, campaign, { ...rule, fields });
}

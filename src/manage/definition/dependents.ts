/**
 * Shows what depends on a part of a campaign's definition before it is changed: the filters, tokens and leads that a refusal
 * `in_use` would name. The console can then say in numbers what an admin is about to do.
 */

import type { Condition } from '../../campaign/condition/condition.ts';
import type { Campaign, Filter } from '../../campaign/definition.ts';
import { traits } from '../../campaign/field-types.ts';
import type { InputCode } from '../../problem/input-codes.ts';
import { notFound, notFoundByName, refuseInput } from '../../problem/problem.ts';
import type { ManageHandler, Shape } from '../context.ts';
import { findCampaign } from './definition-change.ts';
import { filtersOnField, filtersOnOption, filtersOnStatus, tiedTokens } from './in-use.ts';

interface Part {
  readonly filters: readonly Filter[];
  /** A condition for the leads that have the part; undefined if the question makes no sense, null if no lead can have it. */
  readonly having?: Condition | null;
  readonly compared?: boolean;
}

export const listDependents: ManageHandler<'listDependents'> = async ({ path, query }, context) => {
  const campaign = await findCampaign(context, path.slug);
  const { filters, having, compared = false } = partOf(campaign, query);
  // For a filter, only its tokens are listed. It is not a dependent of itself.
  const named = query.filter === undefined ? filters.map(({ id, name }) => ({ id, name })) : [];
  const tokens = await tiedTokens(context.db, filters);
  const actor = { kind: 'member', id: context.member.id } as const;
  const body: Shape<'Dependents'> = {
    leads: having ? await context.leads.countHaving(campaign, having, actor) : noLeads(having),
    filters: named,
    tokens: tokens.map(({ id, name, state }) => ({ id, name, state })),
    duplicate_rule: compared,
  };
  return { status: 200, body };
};

const noLeads = (having: null | undefined) => (having === null ? { count: 0, exact: true } : null);

interface DependentsQuery {
  readonly field?: string;
  readonly select?: string;
  readonly option?: string;
  readonly status?: string;
  readonly filter?: string;
}

function partOf(campaign: Campaign, query: DependentsQuery): Part {
  const { field, select, option, status, filter } = query;
  refuseMany(query);
  if (field !== undefined) return fieldPart(campaign, field);
  if (status !== undefined) return statusPart(campaign, status);
  if (select !== undefined && option !== undefined) return optionPart(campaign, select, option);
  const found = campaign.filters.find(({ id }) => id === filter?.toLowerCase());
  if (!found) throw notFound('filter');
  return { filters: [found] };
}

/** Exactly one part per request. */
function refuseMany({ option, ...parts }: DependentsQuery): void {
  const given = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const refused = (parameter: string, code: InputCode, detail: string) =>
    refuseInput('invalid_parameter', [{ parameter, code, detail }]);
  if (given.length === 0)
    throw refused('field', 'required', 'Name exactly one part: `field`, `select` with `option`, `status` or `filter`.');
  const [first, second] = given;
  if (second) throw refused(second, 'not_allowed', `\`${second}\` cannot be combined with \`${first}\`.`);
  if (first === 'select' && option === undefined)
    throw refused('option', 'required', '`option` is needed with `select`.');
  if (first !== 'select' && option !== undefined)
    throw refused('option', 'not_allowed', '`option` can only be used with `select`.');
}

function fieldPart(campaign: Campaign, key: string): Part {
  if (!campaign.fields.some((field) => field.key === key)) throw notFoundByName('field', key);
  return {
    filters: filtersOnField(campaign, key),
    having: { path: `fields.${key}`, op: 'is_not_empty' },
    compared: campaign.duplicateRule?.fields.includes(key) ?? false,
  };
}

function statusPart(campaign: Campaign, key: string): Part {
  if (!campaign.statuses.some((status) => status.key === key)) throw notFoundByName('status', key);
  return { filters: filtersOnStatus(campaign, key), having: { path: 'status', op: 'eq', value: key } };
}

function optionPart(campaign: Campaign, key: string, value: string): Part {
  const select = campaign.selects.find((each) => each.key === key);
  if (!select?.options.some((each) => each.value === value)) throw notFoundByName('option', value);
  const any = campaign.fields
    .filter((field) => field.select === key)
    .map((field): Condition => {
      return { path: `fields.${field.key}`, op: traits[field.type].stored === 'list' ? 'contains' : 'eq', value };
    });
  return { filters: filtersOnOption(campaign, key, value), having: any.length > 0 ? { any } : null };
}

/**
 * Filters of a campaign: named conditions, to which tokens are tied. A condition is read part by part, and every wrong part
 * is reported with its pointer. A filter with tokens is deleted only with `force`; its tokens then match nothing.
 */
import type { Condition } from '../../campaign/condition/condition.ts';
import { describeCondition } from '../../campaign/condition/describe.ts';
import { parseCondition } from '../../campaign/condition/read-condition.ts';
import type { Campaign, Filter } from '../../campaign/definition.ts';
import type { Change } from '../../campaign/revise.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { newId } from '../../ids/ids.ts';
import type { JsonText } from '../../operation/handler.ts';
import { notFound, refuse, refuseInput } from '../../problem/problem.ts';
import type { DefinitionHandler, ManageContext, ManageHandler, Shape } from '../context.ts';
import { changeDefinition, changesBetween, findCampaign } from './definition-change.ts';
import { count, inUse, tiedTokens, tokensOf } from './in-use.ts';
import { revisionTag } from './revision-tag.ts';

/** The filters as the API shows them: with their condition in words, and with their tokens. */
export async function toFilters(
  { db }: Pick<ManageContext, 'db'>,
  campaign: Campaign,
  filters: readonly Filter[],
): Promise<Shape<'Filter'>[]> {
  const tied = await tiedTokens(db, filters);
  return filters.map(({ id, name, condition }) => ({
    id,
    name,
    // A condition has read-only lists; the spec's types do not.
    condition: condition as Shape<'Condition'>,
    summary: describeCondition(campaign, condition),
    tokens: tied
      .filter(({ filterId }) => filterId === id)
      .map((token) => ({ id: token.id, name: token.name, state: token.state })),
  }));
}

export async function toFilter(
  context: Pick<ManageContext, 'db'>,
  campaign: Campaign,
  filter: Filter,
): Promise<Shape<'Filter'>> {
  const [shown] = await toFilters(context, campaign, [filter]);
  if (!shown) throw new Error('a filter was not shown');
  return shown;
}

const filterOf = (campaign: Campaign, id: string): Filter => {
  const filter = campaign.filters.find((each) => each.id === id.toLowerCase());
  if (!filter) throw notFound('filter');
  return filter;
};

function readCondition(campaign: Campaign, input: unknown): Condition {
  const { condition, errors } = parseCondition(campaign, input);
  if (errors) throw refuseInput('invalid_request', errors);
  return condition;
}

function refuseTakenName(campaign: Campaign, name: string, pointer: string, except?: Filter): void {
  if (!campaign.filters.some((filter) => filter.name === name && filter.id !== except?.id)) return;
  const detail = `There is a filter with the name "${name}" already.`;
  throw refuse('already_exists', detail, { errors: [{ pointer, code: 'already_exists', detail }] });
}

/** Adds a filter. Refuses a name that is taken with 409, at `pointer`. */
export async function addFilter(
  trx: DatabaseTransaction,
  campaign: Campaign,
  { name, condition }: Omit<Filter, 'id'>,
  pointer = '/name',
): Promise<{ filter: Filter; change: Change }> {
  refuseTakenName(campaign, name, pointer);
  const id = newId();
  await trx
    .insertInto('filters')
    .values({ campaign_id: campaign.id, id, name, condition: JSON.stringify(condition), created_at: new Date() })
    .execute();
  return { filter: { id, name, condition }, change: { kind: 'filter_added', id, name } };
}

export const listFilters: ManageHandler<'listFilters'> = async ({ path }, context) => {
  const campaign = await findCampaign(context, path.slug);
  return {
    status: 200,
    headers: revisionTag(campaign),
    body: { data: await toFilters(context, campaign, campaign.filters) },
  };
};

export const getFilter: ManageHandler<'getFilter'> = async ({ path }, context) => {
  const campaign = await findCampaign(context, path.slug);
  return {
    status: 200,
    headers: revisionTag(campaign),
    body: await toFilter(context, campaign, filterOf(campaign, path.id)),
  };
};

export const createFilter: ManageHandler<'createFilter'> = async ({ path, headers, body }, context) => {
  const { campaign, result } = await changeDefinition(context, {
    path,
    headers,
    action: 'filter.create',
    async apply(trx, before) {
      const condition = readCondition(before, body.condition);
      const { filter, change } = await addFilter(trx, before, { name: body.name, condition });
      return { result: filter, changes: [change], id: filter.id, name: filter.name };
    },
  });
  return { status: 201, headers: revisionTag(campaign), body: await toFilter(context, campaign, result) };
};

export const updateFilter: DefinitionHandler<'updateFilter'> = async ({ path, headers, body }, context) => {
  const { campaign } = await changeDefinition(context, {
    path,
    headers,
    action: 'filter.update',
    async apply(trx, before) {
      const filter = filterOf(before, path.id);
      const after = {
        ...filter,
        ...(body.name !== undefined && { name: body.name }),
        ...(body.condition !== undefined && { condition: readCondition(before, body.condition) }),
      };
      refuseTakenName(before, after.name, '/name', filter);
      await trx
        .updateTable('filters')
        .set({ name: after.name, condition: JSON.stringify(after.condition) })
        .where('campaign_id', '=', before.id)
        .where('id', '=', filter.id)
        .execute();
      return {
        result: undefined,
        changes: changesBetween('filter_changed', { id: filter.id }, filter, after),
        id: filter.id,
        name: after.name,
      };
    },
  });
  return {
    status: 200,
    headers: revisionTag(campaign),
    body: await toFilter(context, campaign, filterOf(campaign, path.id)),
  };
};

export const deleteFilter: DefinitionHandler<'deleteFilter'> = async ({ path, query, headers }, context) => {
  await changeDefinition(context, {
    path,
    headers,
    action: 'filter.delete',
    async apply(trx, campaign) {
      const { id, name } = filterOf(campaign, path.id);
      const tokens = await tokensOf(trx, [{ id }]);
      if (tokens.length > 0 && !query.force) {
        throw inUse(`The filter decides what ${count(tokens.length, 'token')} may see.`, [], tokens);
      }
      // The tokens keep the scope `filter`. Without a filter they match nothing, instead of everything.
      await trx
        .updateTable('tokens')
        .set((eb) => ({ filter_id: null, version: eb('version', '+', 1) }))
        .where('filter_id', '=', id)
        .execute();
      await trx.deleteFrom('filters').where('campaign_id', '=', campaign.id).where('id', '=', id).execute();
      return { result: undefined, changes: [{ kind: 'filter_removed', id, name }], id, name };
    },
  });
  return { status: 204 };
};

export const previewFilter: ManageHandler<'previewFilter'> = async ({ path, body }, context) => {
  const campaign = await findCampaign(context, path.slug);
  const condition = readCondition(campaign, body.condition);
  const actor = { kind: 'member', id: context.member.id } as const;
  const { matching, exact, sample } = await context.leads.previewFilter(campaign, condition, actor);
  return { status: 200, body: jsonText({ matching, exact, summary: describeCondition(campaign, condition) }, sample) };
};

/** The sample is JSON text already, made by PostgreSQL. */
function jsonText(counted: Omit<Shape<'Preview'>, 'sample'>, sample: string) {
  return `${JSON.stringify(counted).slice(0, -1)},"sample":${sample}}` as JsonText<Shape<'Preview'>>;
}

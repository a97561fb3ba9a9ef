/** How much the tokens of a campaign, or the broad ones of the account, are used: every day of the time that is asked for. */
import { sql } from 'kysely';
import type { ManageContext, ManageHandler, Shape } from './context.ts';
import { findCampaign } from './definition-change.ts';

type Of = { readonly campaignId: string } | { readonly accountId: string };

/** One statement for all of them: days without requests are there as well. */
async function usageOf({ db }: ManageContext, of: Of, days: number): Promise<Shape<'TokenUsage'>[]> {
  const theirs =
    'campaignId' in of
      ? sql`t.campaign_id = ${of.campaignId}`
      : sql`t.account_id = ${of.accountId} and t.scope = 'account'`;
  const { rows } = await sql<Shape<'TokenUsage'>>`
    select t.id as token_id, jsonb_agg(jsonb_build_object('date', d.day, 'accepted', coalesce(u.accepted, 0),
      'refused', coalesce(u.refused, 0)) order by d.day) as days
    from tokens t
    cross join (select ((now() at time zone 'UTC')::date - n) as day from generate_series(0, ${days}::int - 1) n) d
    left join token_usage u on u.token_id = t.id and u.day = d.day
    where ${theirs} and t.revoked_at is null
    group by t.id order by t.id desc`.execute(db);
  return rows;
}

export const listCampaignTokenUsage: ManageHandler<'listCampaignTokenUsage'> = async ({ path, query }, context) => {
  const { id } = await findCampaign(context, path.slug);
  return { status: 200, body: { data: await usageOf(context, { campaignId: id }, query.days ?? 30) } };
};

export const listAccountTokenUsage: ManageHandler<'listAccountTokenUsage'> = async ({ query }, context) => ({
  status: 200,
  body: { data: await usageOf(context, { accountId: context.member.accountId }, query.days ?? 30) },
});

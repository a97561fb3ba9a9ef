/**
 * How much tokens are used, day by day. For a campaign: its own tokens, and each broad token that sent requests to it. For
 * the account: its broad tokens, in all campaigns together. A revoked token is listed if it was used in the given time.
 */
import { type RawBuilder, sql } from 'kysely';
import type { ManageContext, ManageHandler, Shape } from '../context.ts';
import { findCampaign } from '../definition/definition-change.ts';
import { shownState } from './shown-token.ts';

interface Which {
  /** Condition on `tokens t`: the tokens to list, used or not. */
  readonly own: RawBuilder<boolean>;
  /** Condition on `token_usage u`. */
  readonly counted: RawBuilder<boolean>;
}

type Row = Omit<Shape<'TokenUsage'>, 'state'> & Parameters<typeof shownState>[0] & { readonly archived: boolean };

/** One statement for all tokens. Days without requests are included. */
async function usageOf({ db, member }: ManageContext, { own, counted }: Which, days: number) {
  const { rows } = await sql<Row>`
    with days as (
      select (now() at time zone 'UTC')::date - n as day from generate_series(0, ${days}::int - 1) n
    ), used as (
      select u.token_id, u.day, sum(u.accepted) as accepted, sum(u.refused) as refused
      from token_usage u join tokens t on t.id = u.token_id
      where t.account_id = ${member.accountId} and u.day in (select day from days) and ${counted}
      group by u.token_id, u.day
    )
    select t.id as token_id, t.name, t.scope, t.paused, t.expires_at as "expiresAt", t.revoked_at as "revokedAt",
      exists (select from campaigns c where c.id = t.campaign_id and c.archived_at is not null) as archived,
      jsonb_agg(jsonb_build_object('date', d.day, 'accepted', coalesce(u.accepted, 0), 'refused', coalesce(u.refused, 0))
        order by d.day) as days
    from tokens t cross join days d left join used u on u.token_id = t.id and u.day = d.day
    where t.account_id = ${member.accountId}
      and (${own} and t.revoked_at is null or t.id in (select token_id from used))
    group by t.id order by t.id desc`.execute(db);
  return rows.map(
    ({ token_id, name, scope, days, archived, ...token }): Shape<'TokenUsage'> => ({
      token_id,
      name,
      scope,
      state: shownState(token, archived),
      days,
    }),
  );
}

export const listCampaignTokenUsage: ManageHandler<'listCampaignTokenUsage'> = async ({ path, query }, context) => {
  const { id } = await findCampaign(context, path.slug);
  const which = { own: sql<boolean>`t.campaign_id = ${id}`, counted: sql<boolean>`u.campaign_id = ${id}` };
  return { status: 200, body: { data: await usageOf(context, which, query.days ?? 30) } };
};

export const listAccountTokenUsage: ManageHandler<'listAccountTokenUsage'> = async ({ query }, context) => {
  const broad = sql<boolean>`t.scope = 'account'`;
  return { status: 200, body: { data: await usageOf(context, { own: broad, counted: broad }, query.days ?? 30) } };
};

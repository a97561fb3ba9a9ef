/** The last requests of one token from the request log. For a broad token, those in all campaigns of the account. */
import { type RawBuilder, sql } from 'kysely';
import { lastRequests } from '../../access/kept-requests.ts';
import type { StoredRequest } from '../../access/request-log.ts';
import type { ManageContext, ManageHandler, Shape } from '../context.ts';
import { findToken } from './change-token.ts';

const defaultLimit = 50;

interface Row extends StoredRequest {
  readonly at: Date;
  readonly slug: string;
  readonly lead: string | null;
}

type Outcome = 'accepted' | 'refused' | 'wrote';

const having: Readonly<Record<Outcome, RawBuilder<boolean>>> = {
  accepted: sql`status < 400`,
  refused: sql`status >= 400`,
  wrote: sql`sent is not null and sent ? 'writes'`,
};

export const listTokenRequests: ManageHandler<'listTokenRequests'> = async ({ path, query }, context) => {
  const { cursor, limit = defaultLimit, outcome } = query ?? {};
  const token = await findToken(context, path.id);
  const binding = JSON.stringify(['token requests', token.id, outcome]);
  const [before] = cursor === undefined ? [] : context.cursors.open(binding, cursor);
  await context.writeRequests();
  const rows = await readRequests(context, token, { outcome, before, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    status: 200,
    body: {
      data: rows.slice(0, limit).map(shown),
      next_cursor: last ? context.cursors.seal(binding, [last.id]) : null,
    },
  };
};

/** Reads campaign by campaign, because the index begins with the campaign, and at most a page from each. */
async function readRequests(
  { db, member }: ManageContext,
  token: { readonly id: string; readonly campaignId: string | null },
  { outcome, before, limit }: { outcome: Outcome | undefined; before: string | undefined; limit: number },
): Promise<readonly Row[]> {
  const campaign = token.campaignId === null ? sql`true` : sql`c.id = ${token.campaignId}`;
  const ofCampaign = lastRequests({
    campaignId: sql`c.id`,
    tokenId: token.id,
    ...(outcome && { having: having[outcome] }),
    before,
    limit,
  });
  const { rows } = await sql<Row>`
    select r.id, r.at, c.slug, r.operation, r.status, r.code, r.errors, r.sent -> 'writes' -> 0 ->> 'lead' as lead, r.request_id, r.duration_ms
    from campaigns c cross join lateral ${ofCampaign} r
    where c.account_id = ${member.accountId} and ${campaign}
    order by r.id desc limit ${limit}`.execute(db);
  return rows;
}

function shown({ id: _id, at, slug, errors, ...rest }: Row): Shape<'TokenRequest'> {
  return { at: at.toISOString(), campaign: slug, errors: errors ?? [], ...rest };
}

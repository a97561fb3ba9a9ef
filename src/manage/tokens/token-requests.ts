/** The last requests of one token from the request log. For a broad token, those in all campaigns of the account. */
import { type RawBuilder, sql } from 'kysely';
import type { StoredRequest } from '../../access/request-log.ts';
import type { ManageHandler, Shape } from '../context.ts';
import { findToken } from './change-token.ts';
import { newestRequests } from './requests-of-token.ts';

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
  const page = { ...(outcome && { having: having[outcome] }), before, limit: limit + 1 };
  const ofAccount = { ...token, accountId: context.member.accountId };
  const rows = await newestRequests<Row>(context.db, ofAccount, page, columns);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    status: 200,
    body: {
      data: rows.slice(0, limit).map(shown),
      next_cursor: last ? context.cursors.seal(binding, [last.id]) : null,
    },
  };
};

const columns = sql`
      r.id, r.at, c.slug, r.operation, r.status, r.code, r.errors, r.sent -> 'writes' -> 0 ->> 'lead' as lead, r.request_id, r.duration_ms`;

function shown({ id: _id, at, slug, errors, ...rest }: Row): Shape<'TokenRequest'> {
  return { at: at.toISOString(), campaign: slug, errors: errors ?? [], ...rest };
}

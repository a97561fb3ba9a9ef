/**
 * `GET /leads/changes`: the change feed. Each look at the database takes the guard. Between two looks, a held poll has no connection
 * and no transaction. May refuse with 400 `invalid_cursor` and 410 `feed_reset`.
 */
import type { components, operations } from '../generated/leads.ts';
import type { Handler, JsonText } from '../operation/handler.ts';
import { refuse } from '../problem/problem.ts';
import type { LeadContext } from './context.ts';
import { fingerprint } from './cursor.ts';
import type { Changes, ChangesQuery, Place } from './store/lead-changes.ts';

type ChangeList = components['schemas']['LeadChangeList'];

export const defaultLimit = 200;
/** The poll answers after this many milliseconds even if it found only events of other scopes, or many without a number. */
const longestSearch = 1_000;

export const listLeadChanges: Handler<operations['listLeadChanges'], LeadContext> = async ({ query }, context) => {
  const { cursor, limit = defaultLimit, wait = 0 } = query ?? {};
  const { grant, cursors } = context;
  const binding = fingerprint([grant.actor.id, grant.campaign.id, 'changes']);
  const scope = fingerprint(grant.scope);
  const after = cursor === undefined ? 'oldest' : cursor === 'latest' ? 'latest' : open();
  const { data, place } = await look(context, { after, limit }, wait * 1_000);
  const next = cursors.seal(binding, [place.seq, scope, place.mark ?? '']);
  return {
    status: 200,
    body: `{"data":[${data}],"next_cursor":${JSON.stringify(next)}}` as JsonText<ChangeList>,
  };

  function open(): Place {
    const [seq = '', madeFor, mark = ''] = cursors.open(binding, cursor ?? '');
    if (madeFor !== scope) throw reset("The token's filter has changed since this cursor was given.");
    return { seq, mark: mark === '' ? null : mark };
  }
};

function reset(why: string) {
  return refuse(
    'feed_reset',
    `${why} Start over: take \`next_cursor\` of \`GET /leads/changes?cursor=latest\`, read the whole list, then go on from that cursor.`,
  );
}

/**
 * Looks until it finds events, until the end of the feed is reached and `wait` milliseconds are over, or until the search was too
 * long.
 */
async function look(context: LeadContext, query: ChangesQuery, wait: number): Promise<Changes> {
  const { grant, store, feed, seat, startedAt } = context;
  const waited = () => performance.now() - startedAt;
  const ear = wait > 0 ? feed.listen(grant.campaign.id) : undefined;
  try {
    let held = false;
    for (let { after } = query; ; ) {
      const changes = await (held ? lookTogether(context, { ...query, after }) : store.changes({ ...query, after }));
      if (changes.reset)
        throw reset('The events behind this cursor were deleted, or the database was restored to an earlier time.');
      if (changes.count > 0) return changes;
      const atEnd = !changes.more && !changes.unnumbered;
      if (!atEnd && waited() > Math.max(wait, longestSearch)) return changes;
      if (after !== 'latest') after = changes.place;
      if (changes.more && after !== 'latest') continue;
      if (changes.unnumbered) await feed.number(grant.campaign.id);
      else if (!ear || after === 'latest' || feed.isOver() || waited() >= wait) return changes;
      else {
        held = true;
        seat.rest();
        await ear.wait(wait - waited());
      }
    }
  } finally {
    ear?.close();
  }
}

/** An event wakes all held polls of a token at the same place. One of them takes a share of work and looks for all. */
function lookTogether({ grant, store, feed, seat }: LeadContext, query: ChangesQuery): Promise<Changes> {
  const { actor, campaign, guard } = grant;
  const key = [actor.id, campaign.id, guard.epoch, guard.token?.version, JSON.stringify(query.after), query.limit].join(
    ' ',
  );
  return feed.share(key, async () => {
    await seat.work();
    try {
      return await store.changes(query);
    } finally {
      seat.rest();
    }
  });
}

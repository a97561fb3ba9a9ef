/**
 * Shows the effects of a change of a token before it is made: the changes in its document, and which of its last accepted
 * requests would be refused. Judges them by the documents before and after, by whether the token is accepted at all, and by
 * its limits. Refuses what `updateToken` refuses.
 */

import { standingOf } from '../../access/token-settings.ts';
import { stateOf } from '../../access/tokens.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { loadCampaigns } from '../../campaign/load.ts';
import { type Change, withoutRepeats } from '../../document/changes/change.ts';
import { differenceBetween } from '../../document/changes/changelog.ts';
import { documentOf } from '../../document/document-of.ts';
import { offerOf } from '../../document/offer.ts';
import type { DocumentSubject } from '../../document/publish.ts';
import { limitOf, perMinute } from '../../limits/per-minute.ts';
import { createTurns, inTurns } from '../../operation/turns.ts';
import { refuseInput } from '../../problem/problem.ts';
import { type Bench, type Refusal, refusalOfAll, refusalsInHindsight } from '../../validation/hindsight.ts';
import { type LastRequest, readLastRequests } from '../changes/last-requests.ts';
import { readStates } from '../changes/past-requests.ts';
import { impactOf } from '../changes/token-impact.ts';
import type { ManageContext, ManageHandler } from '../context.ts';
import { requireEditor } from '../role.ts';
import { campaignOf, findToken, merge, refuseRevoked, subjectOf } from './change-token.ts';
import { shownState, type TokenRow } from './shown-token.ts';
import { type Settings, settingsOf } from './token-input.ts';

export const previewTokenChange: ManageHandler<'previewTokenChange'> = async ({ path, body }, context) => {
  requireEditor(context);
  const row = await findToken(context, path.id);
  refuseRevoked(row);
  const own = await campaignOf(context.db, row);
  const { after, errors } = merge(row, own, body);
  if (errors.length > 0) throw refuseInput('invalid_request', errors);
  const change = { row, before: settingsOf(row), after };
  const state = shownState(row, row.archivedAt !== null);
  const requests = await readLastRequests(context, row);
  const changes: Change[] = [];
  const refusals: (readonly Refusal[])[] = [];
  const judged: LastRequest[] = [];
  const byCampaign = Map.groupBy(requests, ({ campaignId }) => campaignId);
  for await (const campaign of campaignsOf(context, own, [...byCampaign.keys()])) {
    const [was, is] = [change.before, after].map((settings) => subjectOf(row, standingOf(settings), campaign));
    if (!was || !is) continue;
    changes.push(...differenceBetween(was, is));
    const ofCampaign = byCampaign.get(campaign.id) ?? [];
    judged.push(...ofCampaign);
    refusals.push(...(state === 'active' ? await refusalsOf(context, change, [was, is], ofCampaign) : []));
  }
  return {
    status: 200,
    body: impactOf({ id: row.id, name: row.name, state, changes: withoutRepeats(changes) }, judged, refusals),
  };
};

/** The token's own campaign. For a broad token, the campaigns that it has sent requests to, or else any campaign. */
async function* campaignsOf(
  { db, member }: ManageContext,
  own: Campaign | undefined,
  used: readonly string[],
): AsyncIterable<Campaign> {
  if (own) return yield own;
  const any = db.selectFrom('campaigns').select('id').where('account_id', '=', member.accountId);
  const ids =
    used.length > 0 ? used : (await any.where('deleted_at', 'is', null).limit(1).execute()).map(({ id }) => id);
  for await (const campaign of loadCampaigns(db, ids)) if (campaign) yield campaign;
}

interface TokenChange {
  readonly row: TokenRow;
  readonly before: Settings;
  readonly after: Settings;
}

/** For each request, the reasons why the change would have it refused. */
async function refusalsOf(
  context: ManageContext,
  { row, before, after }: TokenChange,
  [was, is]: readonly DocumentSubject[],
  requests: readonly LastRequest[],
): Promise<(readonly Refusal[])[]> {
  if (!was || !is) return [];
  if (stateOf({ paused: after.paused, expiresAt: after.expiresAt, revokedAt: null }) !== 'active')
    return requests.map(() => [refusalOfAll('invalid_token')]);
  const states = await readStates(context, is.campaign, requests);
  const [then, now] = [benchOf(context, is), benchOf(context, was)];
  const overLimit = limitsBetween(row, before, after);
  const judge = (request: LastRequest): readonly Refusal[] => {
    if (overLimit(request)) return [refusalOfAll('rate_limited')];
    const refused = refusalsInHindsight(then, request, states);
    // A request that would be refused today anyway does not count against the change.
    return refused.length > 0 && refusalsInHindsight(now, request, states).length === 0 ? refused : [];
  };
  return inTurns(requests, judge, createTurns());
}

function benchOf({ compiled, publicUrl }: ManageContext, subject: DocumentSubject): Bench {
  const offer = offerOf(subject);
  return { compiled, document: documentOf(offer, publicUrl), offer };
}

/** Whether a request exceeds a lowered limit. A request over the earlier limit was never accepted. */
function limitsBetween({ scope }: TokenRow, before: Settings, after: Settings): (request: LastRequest) => boolean {
  const limits = [before, after].map((settings) => {
    const own = { ...settings, scope };
    return (['requests', 'writes'] as const).map((what) => limitOf(own, what, perMinute) ?? Number.POSITIVE_INFINITY);
  });
  const [[requestsThen = 0, writesThen = 0] = [], [requests = 0, writes = 0] = []] = limits;
  return ({ requestsInMinute, writesInMinute, sent }) =>
    (requests < requestsThen && requestsInMinute > requests) ||
    (writes < writesThen && sent.writes !== undefined && writesInMinute > writes);
}

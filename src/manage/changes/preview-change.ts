/**
 * Shows the effects of a change before it is made: for each token, the changes in its document, and which of its last
 * accepted requests would be refused. The change is made and rolled back, so the requests are judged by the real definition.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Campaign } from '../../campaign/definition.ts';
import { partsBetween } from '../../campaign/parts.ts';
import { describeChanges } from '../../document/changes/sentences.ts';
import { createTurns, inTurns } from '../../operation/turns.ts';
import { refusalOfAll, refusalsInHindsight } from '../../validation/hindsight.ts';
import type { ManageContext, ManageHandler, Shape } from '../context.ts';
import { findCampaign } from '../definition/definition-change.ts';
import { revisionTag } from '../definition/revision-tag.ts';
import { whatStays } from '../definition/revisions.ts';
import { whatChanges } from '../definition/what-changes.ts';
import { affectedTokens } from './affected-tokens.ts';
import { duplicatesAmong } from './past-duplicates.ts';
import { type PastRequest, readPastRequests } from './past-requests.ts';
import { judgeChange, type PlannedChange, type Tried, tryChange } from './planned-change.ts';
import { impactOf } from './token-impact.ts';

export const previewChange: ManageHandler<'previewChange'> = async ({ path, body }, context) => {
  judgeChange(context, path.slug, body.change);
  const campaign = await findCampaign(context, path.slug);
  const tried = await context.db.transaction().execute((trx) => tryChange(context, trx, campaign, body.change));
  const tokens = await impactsOf(context, tried);
  const [, changes = []] = await whatChanges([tried.from, tried.to]);
  const affected = tokens.filter(({ refused }) => refused > 0).length;
  const parts = partsBetween(tried.from, tried.to);
  const stays = await staysOf(context, tried, body.change);
  return {
    status: 200,
    headers: revisionTag(tried.from),
    body: { changes: describeChanges(changes, 'now'), parts, stays, affected, tokens },
  };
};

/** The parts that restoring a revision does not bring back. */
async function staysOf({ db }: ManageContext, { to }: Tried, { operation, path }: PlannedChange) {
  return operation === 'restoreRevision' ? await whatStays(db, to, Number(path?.revision)) : [];
}

async function impactsOf(context: ManageContext, tried: Tried): Promise<Shape<'TokenImpact'>[]> {
  const turns = createTurns();
  const tokens = await affectedTokens(context, tried, turns);
  const ids = tokens.map(({ id }) => id);
  const past = await readPastRequests(context, tried.from, ids);
  const duplicates = sameRule(tried)
    ? new Set<string>()
    : await duplicatesAmong(tried.to, past, new Map(tokens.map(({ id, scope }) => [id, scope])), turns);
  const byToken = Map.groupBy(past.requests, ({ tokenId }) => tokenId);
  const impacts: Shape<'TokenImpact'>[] = [];
  for (const token of tokens) {
    const requests = byToken.get(token.id) ?? [];
    const { from, to } = requests.length > 0 ? token.benches() : {};
    const judge = (request: PastRequest) => {
      if (!from || !to) return [];
      const asJudged = token.asJudged(request);
      const then = refusalsInHindsight(to, asJudged, past.states);
      if (then.length === 0) return duplicates.has(request.id) ? [duplicate] : [];
      // A request that would be refused today anyway does not count against the change.
      return refusalsInHindsight(from, asJudged, past.states).length === 0 ? then : [];
    };
    impacts.push(impactOf(token, requests, await inTurns(requests, judge, turns)));
  }
  return impacts.toSorted((a, b) => b.refused - a.refused);
}

const duplicate = refusalOfAll('duplicate_lead');

function sameRule({ from, to }: Tried): boolean {
  const rule = ({ duplicateRule }: Campaign) => duplicateRule && { ...duplicateRule, state: undefined };
  return isDeepStrictEqual(rule(from), rule(to));
}

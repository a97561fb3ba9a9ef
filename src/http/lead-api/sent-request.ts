/** Gathers the shape of an accepted request for the request log: see `campaign/sent-shape`. */

import type { Response } from 'express';
import type { Grant } from '../../access/grant.ts';
import type { RequestLog } from '../../access/request-log.ts';
import { type SentRequest, type SentWrite, shapeOfQuery, shapeOfWrite } from '../../campaign/sent-shape.ts';
import type { LeadContext } from '../../leads/context.ts';
import { stateOf } from '../request-state.ts';

/** For a batch: only its first items are kept. */
const mostWrites = 20;

export interface SentGathering {
  readonly noteForLog: LeadContext['noteForLog'];
  /** Leaves the gathered shape in the state of the request, once the request has been carried out. */
  keep(res: Response, query: Readonly<Record<string, unknown>>): void;
}

/** Gathers nothing for members, and for tokens no more than the log wants. */
export function gatherSent({ actor, campaign }: Grant, log: Pick<RequestLog, 'takesShape'>): SentGathering {
  const writes: SentWrite[] = [];
  let wanted: boolean | undefined;
  // Only requests that have a shape are counted against the log's budget.
  const isWanted = (): boolean => {
    wanted ??= actor.kind === 'token' && actor.id !== null && log.takesShape(actor.id, campaign.id);
    return wanted;
  };
  return {
    noteForLog(as, body, lead) {
      if (writes.length < mostWrites && isWanted()) writes.push(shapeOfWrite(campaign, as, body, lead));
    },
    keep(res, sent) {
      const query = shapeOfQuery(campaign, sent);
      const shape: SentRequest = { ...(query && { query }), ...(writes.length > 0 && { writes }) };
      stateOf(res).sent = Object.keys(shape).length > 0 && isWanted() ? shape : undefined;
    },
  };
}

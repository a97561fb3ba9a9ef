/**
 * How much of its token's share an operation takes before it starts. A page of many leads is more work than a page of few,
 * and one poll or export too many is refused at once. Throws 429 `too_many_in_flight`.
 */
import type { Request } from 'express';
import type { Grant } from '../../access/grant.ts';
import type { OperationEntry } from '../../document/openapi.ts';
import { defaultLimit as usualChanges } from '../../leads/list-lead-changes.ts';
import { defaultLimit as usualLeads } from '../../leads/list-query.ts';
import { type Seat, sharedWork, wholeShare, workOf } from '../../limits/in-flight.ts';
import { readQuery } from '../../validation/query.ts';
import { sentQuery } from '../../validation/sent-query.ts';

/** Leads or events on a page that count as one unit of work. */
const leadsOfUnit = 50;

/** Writes that share statements, and the longest body with which they do. */
const sharingWrites: ReadonlySet<string> = new Set(['createLead', 'updateLead', 'upsertLead']);
const longestShared = 16_384;

/**
 * Whether a write may share its statement or transaction. It may not if it needs one of its own: a dry run, a member's write, which is
 * audited, and a write that looks for announced changes.
 */
export function sharesWrite({ operation }: OperationEntry, { campaign, actor }: Grant, dryRun: boolean): boolean {
  return (
    sharingWrites.has(operation.operationId) && actor.kind === 'token' && campaign.announced.length === 0 && !dryRun
  );
}

/** For a request with a body of this many bytes. */
export const workOfBody = (bytes: number, isShared: boolean): number =>
  isShared && bytes <= longestShared ? sharedWork : workOf(bytes);

/** For a request without a body. Its parameters are not validated yet; a wrong one counts as little work. */
export async function takeShare(seat: Seat, { operation, parameters }: OperationEntry, req: Request): Promise<void> {
  const { operationId } = operation;
  if (operationId === 'getLead') return seat.work(sharedWork);
  const paged = parameters.find(({ name, in: place }) => place === 'query' && name === 'limit');
  if (operationId === 'exportLeads') {
    seat.hold('exports');
    // All exports of a token read one part at a time, because a part has many leads.
    return seat.work(wholeShare);
  }
  if (!paged) return seat.work();
  const { limit, wait } = readQuery(sentQuery(req).values, parameters).values;
  if (typeof wait === 'number' && wait > 0) seat.hold('polls');
  const absent = operationId === 'listLeadChanges' ? usualChanges : usualLeads;
  const count = typeof limit === 'number' ? Math.min(limit, Number(paged.schema.maximum)) : absent;
  return seat.work(Math.max(1, Math.ceil(count / leadsOfUnit)));
}

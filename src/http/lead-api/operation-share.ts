/**
 * What an operation takes of its token's share before anything is done for it, by what it is asked for: a page of many leads is more
 * work than one of few, and a poll or an export too many is refused at once. Throws 429 `too_many_in_flight`.
 */
import type { Request } from 'express';
import type { OperationEntry } from '../../document/openapi.ts';
import { defaultLimit as usualChanges } from '../../leads/list-lead-changes.ts';
import { defaultLimit as usualLeads } from '../../leads/list-query.ts';
import { type Seat, wholeShare } from '../../limits/in-flight.ts';
import { readQuery } from '../../validation/query.ts';
import { sentQuery } from '../../validation/sent-query.ts';

/** Leads or events of a page that are one unit of work. */
const leadsOfUnit = 50;

/** Of a request without a body. What is asked for may be wrong still: then it counts as little. */
export async function takeShare(seat: Seat, { operation, parameters }: OperationEntry, req: Request): Promise<void> {
  const { operationId } = operation;
  const paged = parameters.find(({ name, in: place }) => place === 'query' && name === 'limit');
  if (operationId === 'exportLeads') {
    seat.hold('exports');
    // One part at a time of all exports of the token: a part reads many leads.
    return seat.work(wholeShare);
  }
  if (!paged) return seat.work();
  const { limit, wait } = readQuery(sentQuery(req).values, parameters).values;
  if (typeof wait === 'number' && wait > 0) seat.hold('polls');
  const absent = operationId === 'listLeadChanges' ? usualChanges : usualLeads;
  const most = typeof limit === 'number' ? Math.min(limit, Number(paged.schema.maximum)) : absent;
  return seat.work(Math.max(1, Math.ceil(most / leadsOfUnit)));
}

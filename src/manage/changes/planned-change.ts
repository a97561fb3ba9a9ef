/**
 * A change of a definition that is not made yet: the request of this API that would make it. It is tried by making it and
 * taking it back, in one transaction: so what a preview tells, and what an announcement refuses, is what the operation does.
 */

import type { Campaign } from '../../campaign/definition.ts';
import { loadCampaign } from '../../campaign/load.ts';
import { noDocuments } from '../../campaign/revise.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { inSavepoint, takenBack } from '../../database/savepoint.ts';
import { baseDocument } from '../../document/base.ts';
import { handlerOf } from '../../operation/handler.ts';
import { type InputError, notFound, Problem, refuse, refuseInput } from '../../problem/problem.ts';
import { errorsOfRequest } from '../../validation/unsent.ts';
import type { DefinitionContext, DefinitionHandler, ManageContext, Shape } from '../context.ts';
import { updateCampaign } from '../definition/campaigns.ts';
import { setDuplicateRule } from '../definition/duplicate-rule.ts';
import { createField, deleteField, updateField } from '../definition/fields.ts';
import { deleteFilter, updateFilter } from '../definition/filters.ts';
import { createOption, deleteOption, updateOption } from '../definition/options.ts';
import { restoreRevision } from '../definition/revisions.ts';
import { createStatus, deleteStatus, updateStatus } from '../definition/statuses.ts';

export type PlannedChange = Shape<'PlannedChange'>;

const handlers = {
  updateCampaign,
  createField,
  updateField,
  deleteField,
  createOption,
  updateOption,
  deleteOption,
  createStatus,
  updateStatus,
  deleteStatus,
  setDuplicateRule,
  updateFilter,
  deleteFilter,
  restoreRevision,
} satisfies { [Id in PlannedChange['operation']]: DefinitionHandler<Id> };

/** Refuses with 422 a change that its operation would not take as a request, at its place below `/change`. */
export function judgeChange({ compiled }: ManageContext, slug: string, change: PlannedChange): void {
  const { operation, path = {}, query = {}, body } = change;
  const request = { path: { ...path, slug }, query, body };
  const found = errorsOfRequest(compiled, baseDocument('manage'), operation, request);
  const errors = found.map((error) => ({ ...error, pointer: `/change${error.pointer}` }));
  if (errors.length > 0) throw refuseInput('invalid_request', errors);
}

/** Makes it, in the transaction of `context.db` where that is one. Refuses as its operation does, with places below `/change`. */
export async function performChange(context: DefinitionContext, slug: string, change: PlannedChange): Promise<void> {
  const { operation, path = {}, query = {}, body } = change;
  const handler = handlerOf<DefinitionContext>(handlers, operation);
  try {
    await handler({ path: { ...path, slug }, query, headers: {}, body: body ?? {} }, context);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message, headers, extensions, errors } = error;
    throw refuse(code, message, { headers, extensions, ...(errors && { errors: errors.map(inChange) }) });
  }
}

export interface Tried {
  /** The definition before the change, and with it. */
  readonly from: Campaign;
  readonly to: Campaign;
}

/** What the change would make of the definition, once the `earlier` ones are made; nothing of it stays. */
export function tryChange(
  context: DefinitionContext,
  trx: DatabaseTransaction,
  campaign: Campaign,
  change: PlannedChange,
  earlier: readonly PlannedChange[] = [],
): Promise<Tried> {
  const { leads } = context;
  // Leads are not moved to be moved back.
  const trying = {
    ...context,
    member: context.member,
    db: trx,
    noteDocuments: noDocuments,
    leads: { ...leads, moveStatus: (_: unknown, id: string, from: string) => leads.countByStatus(trx, id, from) },
  };
  const read = async () => {
    const read = await loadCampaign(trx, { id: campaign.id });
    if (!read) throw notFound('campaign');
    return read;
  };
  return takenBack(trx, async () => {
    for (const one of earlier) await performIfPossible(trying, trx, campaign.slug, one);
    const from = await read();
    await performChange(trying, campaign.slug, change);
    return { from, to: await read() };
  });
}

/** One that cannot be made any more will fail at its time, and changes nothing. */
function performIfPossible(
  context: DefinitionContext,
  trx: DatabaseTransaction,
  slug: string,
  change: PlannedChange,
): Promise<void> {
  return inSavepoint(trx, () => performChange(context, slug, change)).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
  });
}

function inChange(error: InputError): InputError {
  if (error.parameter !== undefined) {
    const { parameter, ...rest } = error;
    return { ...rest, pointer: `/change/query/${parameter}` };
  }
  return { ...error, pointer: `/change/body${error.pointer ?? ''}` };
}

/**
 * A planned change of a definition: the request of this API that would make it. To try it, the change is made and rolled back
 * in one transaction. So a preview shows, and an announcement refuses, exactly what the operation itself would.
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

/** Refuses with 422 a change that its operation would refuse as a request. The pointers start with `/change`. */
export function judgeChange({ compiled }: ManageContext, slug: string, change: PlannedChange): void {
  const { operation, path = {}, query = {}, body } = change;
  const request = { path: { ...path, slug }, query, body };
  const found = errorsOfRequest(compiled, baseDocument('manage'), operation, request);
  const errors = found.map((error) => ({ ...error, pointer: `/change${error.pointer}` }));
  if (errors.length > 0) throw refuseInput('invalid_request', errors);
}

/**
 * Makes the change, in the transaction of `context.db` if it is one. Refuses as the operation does, with pointers below
 * `/change`.
 */
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

/** The definition before and after the change, with the `earlier` changes made first. Everything is rolled back. */
export function tryChange(
  context: DefinitionContext,
  trx: DatabaseTransaction,
  campaign: Campaign,
  change: PlannedChange,
  earlier: readonly PlannedChange[] = [],
): Promise<Tried> {
  const { leads } = context;
  // Moving leads only to roll the move back would be wasted work, so they are only counted.
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
    for (const planned of earlier) await performIfPossible(trying, trx, campaign.slug, planned);
    const from = await read();
    await performChange(trying, campaign.slug, change);
    return { from, to: await read() };
  });
}

/** An earlier change that can no longer be made will fail at its time and change nothing, so it is skipped. */
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

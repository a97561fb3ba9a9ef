/**
 * Makes announced changes whose time has come, as their own operation makes them. Any number of processes may run this. Each
 * change is made under the lock of the campaign's head, in one transaction with the note that it is done. All processes see
 * it at once, through the epoch, as they see any other change.
 */
import { writeAudit } from '../../access/audit.ts';
import { findMember, type Member } from '../../access/members.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { loadCampaign } from '../../campaign/load.ts';
import { type NoteDocuments, reviseWithin } from '../../campaign/revise.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import { Problem } from '../../problem/problem.ts';
import type { DefinitionContext } from '../context.ts';
import { type PlannedChange, performChange } from './planned-change.ts';

type Effects = Pick<DefinitionContext, 'db' | 'leads' | 'noteDocuments' | 'publicUrl'>;

interface Due {
  readonly campaignId: string;
  readonly id: string;
  readonly change: PlannedChange;
  readonly announcedBy: string | null;
  readonly note: string | null;
}

/** Makes the changes that are due, the oldest first. Returns their number. */
export async function takeEffect(effects: Effects, isStopping: () => boolean): Promise<number> {
  let count = 0;
  for (const due of await listDue(effects.db)) {
    if (isStopping()) break;
    if (await makeOrFail(effects, due)) count += 1;
  }
  return count;
}

async function listDue(db: Database): Promise<Due[]> {
  const rows = await db
    .selectFrom('announced_changes')
    .select(['campaign_id as campaignId', 'id', 'change', 'announced_by as announcedBy', 'note'])
    .where('state', '=', 'announced')
    .where('at', '<=', (eb) => eb.fn<Date>('clock_timestamp'))
    .orderBy('at')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows as unknown as Due[];
}

/** Returns false if another process was first. */
async function makeOrFail(effects: Effects, due: Due): Promise<boolean> {
  const { db } = effects;
  try {
    return await db
      .transaction()
      .execute(async (trx) => (await isStillDue(trx, due)) && (await make(effects, trx, due)));
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    return db
      .transaction()
      .execute(async (trx) => (await isStillDue(trx, due)) && (await fail(effects, trx, due, error)));
  }
}

/** Waits for other changes of the definition. The second statement then sees their effects. */
async function isStillDue(trx: DatabaseTransaction, { campaignId, id }: Due): Promise<boolean> {
  await trx.selectFrom('campaign_heads').select('epoch').where('campaign_id', '=', campaignId).forUpdate().execute();
  const row = await trx
    .selectFrom('announced_changes')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .where('id', '=', id)
    .where('state', '=', 'announced')
    .where('at', '<=', (eb) => eb.fn<Date>('clock_timestamp'))
    .executeTakeFirst();
  return row !== undefined;
}

async function make(effects: Effects, trx: DatabaseTransaction, due: Due): Promise<boolean> {
  const before = await loadCampaign(trx, { id: due.campaignId });
  // The announcement ends before the change is made, so that no document announces it any more.
  await end(trx, due, { state: before ? 'done' : 'withdrawn' });
  if (!before) return true;
  const noteDocuments = asTold(effects, before, due.note);
  const member = await announcerOf(trx, due, before.accountId);
  await performChange({ ...effects, noteDocuments, db: trx, member, address: null }, before.slug, due.change);
  const changed = await loadCampaign(trx, { id: due.campaignId });
  // A change that changes nothing makes no revision. One is needed all the same, so that documents stop announcing it.
  const after =
    changed?.revision === before.revision ? await revise(trx, due, 'change_was_made', noteDocuments) : changed;
  return end(trx, due, { state: 'done', revision: after?.revision ?? null });
}

async function fail(effects: Effects, trx: DatabaseTransaction, due: Due, { message }: Problem): Promise<boolean> {
  const before = await loadCampaign(trx, { id: due.campaignId });
  await end(trx, due, { state: 'failed', problem: message });
  if (!before) return true;
  const campaign = await revise(trx, due, 'change_failed', asTold(effects, before));
  await writeAudit(trx, {
    accountId: campaign.accountId,
    actor: { kind: 'system', id: null, name: null },
    action: 'campaign.fail_change',
    object: { kind: 'campaign', id: campaign.slug, name: campaign.name },
    campaign: campaign.slug,
    details: { id: due.id, change: due.change, problem: message },
    address: null,
  });
  return true;
}

/**
 * Compares documents with the campaign from before the announcement ended, because their changelogs have had the announced change since its announcement. A change that was made carries the announcement's note.
 */
function asTold(effects: Effects, before: Campaign, note: string | null = null): NoteDocuments {
  return async (trx, campaign) => {
    const end = await effects.noteDocuments(trx, campaign);
    return (changed) => end({ ...changed, before, note });
  };
}

/** Makes a revision that only ends the announcement. */
async function revise(
  trx: DatabaseTransaction,
  { campaignId, id }: Due,
  kind: string,
  noteDocuments: NoteDocuments,
): Promise<Campaign> {
  const apply = async () => ({ result: undefined, changes: [{ kind, id }] });
  return (await reviseWithin(trx, { campaignId, changedBy: null, apply, noteDocuments })).campaign;
}

async function end(
  trx: DatabaseTransaction,
  { campaignId, id }: Due,
  values: { state: 'done' | 'failed' | 'withdrawn'; revision?: number | null; problem?: string },
): Promise<true> {
  await trx
    .updateTable('announced_changes')
    .set({ ...values, ended_at: new Date() })
    .where('campaign_id', '=', campaignId)
    .where('id', '=', id)
    .execute();
  return true;
}

/** The change counts as made by the member who announced it, even if that member could no longer make it. */
async function announcerOf(trx: DatabaseTransaction, { announcedBy }: Due, accountId: string): Promise<Member> {
  const member = announcedBy === null ? undefined : await findMember(trx, announcedBy);
  const account = { accountName: '', accountColor: null, hasLogo: false };
  const gone = {
    id: announcedBy ?? '',
    email: '',
    name: 'A former member',
    timeZone: null,
    csvSeparator: ',' as const,
    csvDecimal: '.' as const,
    credential: null,
    ...account,
  };
  return { ...(member ?? gone), role: 'admin', accountId };
}

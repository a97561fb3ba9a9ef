/**
 * Many writes in one transaction. It takes all claims, locks the existing leads in the order of their ids so that two batches never
 * deadlock, and then carries out the items in waves. No two items of a wave touch the same lead, so that a wave needs one statement
 * for each kind of write. Items that touch the same lead are in different waves, in their order.
 */
import { sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { keyedFields } from '../../campaign/duplicates.ts';
import { inTurns } from '../../operation/turns.ts';
import { foldedItems, inParts, sizeOf, type Touch, wavesOf } from './batch-order.ts';
import { claimsOf, takeClaims } from './claim.ts';
import { type Erasure, eraseLeads } from './erase-leads.ts';
import { currentRows, guardCte, guardHolds } from './guard.ts';
import { insertLead, insertLeads, type NewLead } from './insert-leads.ts';
import {
  type Effect,
  type ItemOutcome,
  inOrder,
  type OutcomeRow,
  type Refusal,
  readOutcome,
  type WriteOutcome,
} from './outcome.ts';
import { foldPatches, type LeadPatch, type LeadPatchById, patchLead, patchLeads } from './patch-leads.ts';
import { idIfVisible, visible, withExternalId } from './scope.ts';
import { shareStatements } from './shared-statements.ts';
import type { LeadDatabase, LeadTransaction } from './tables.ts';
import { inTransaction, limitLockWaits } from './transaction.ts';
import { hasVersion } from './versions.ts';

export interface Upsert {
  readonly externalId: string;
  /** The change, if the grant sees the lead. */
  readonly patch: Omit<LeadPatch, 'externalId'>;
  /** The new lead, if the grant sees no lead; `undefined` if it cannot create one. */
  readonly create: NewLead | undefined;
  /** Refuses to change an existing lead. */
  readonly onlyCreate: boolean;
  /** Refuses to create a lead. */
  readonly onlyChange: boolean;
}

export type WriteItem =
  | { readonly create: NewLead }
  | { readonly update: LeadPatchById }
  | { readonly upsert: Upsert }
  | { readonly erase: Erasure };

interface Holder {
  readonly id: string;
  readonly version: number;
}

/** The visible leads by their external id. */
type Holders = ReadonlyMap<string, readonly Holder[]>;

/** Everything but an erasure. */
export type Write = Exclude<WriteItem, { readonly erase: Erasure }>;

/** The write of one request. Writes that claim something share a transaction: see {@link writeShared}. */
export function writeOne(db: LeadDatabase, grant: Grant, write: Write): Promise<WriteOutcome> {
  const claims = claimsOf(grant.campaign, claimantOf(write));
  return claims.length > 0 ? writeShared(db, grant, write) : writeAlone(db, grant, write);
}

/**
 * Several of them are a batch. It waits for locks of others only for a moment: if that is not enough, each write runs alone, so that one
 * contended lead or external id does not hold up the others.
 */
const writeShared = shareStatements<Write, WriteOutcome>({
  alone: writeAlone,
  together: async (db, grant, writes) =>
    // No erasure, so there is no other outcome.
    (await writeBatch(db, grant, writes, { anyOrder: true, locksWithinMs: 100 })) as readonly WriteOutcome[],
  waits: true,
  sizeOf: sizeOfWrite,
});

async function writeAlone(db: LeadDatabase, grant: Grant, write: Write): Promise<WriteOutcome> {
  if ('create' in write) return insertLead(db, grant, write.create);
  if ('update' in write) return patchLead(db, grant, write.update.id, write.update);
  const [outcome] = await writeBatch(db, grant, [write]);
  return outcome as WriteOutcome;
}

interface BatchOptions {
  /** The items are requests of their own. Only those that share a name keep their order. */
  readonly anyOrder?: boolean;
  /** How long the batch waits for each lock before it fails with 55P03. */
  readonly locksWithinMs?: number;
}

/** The outcome of each item, in order. */
export function writeBatch(
  db: LeadDatabase,
  grant: Grant,
  items: readonly WriteItem[],
  { anyOrder = false, locksWithinMs }: BatchOptions = {},
): Promise<readonly ItemOutcome[]> {
  return inTransaction(db, async (trx) => {
    if (locksWithinMs !== undefined) await limitLockWaits(trx, locksWithinMs);
    const claims = items.flatMap((item) => claimsOf(grant.campaign, claimantOf(item)));
    await takeClaims(trx, grant.campaign.id, claims);
    let holders = await lockLeads(trx, grant, items);
    const outcomes: ItemOutcome[] = [];
    const touches = items.map((item) => touchOf(grant, item, holders));
    const folded = await foldUpdates(trx, grant, items, touches, outcomes);
    const rest = [...items.keys()].filter((index) => !folded.has(index));
    const touchesOfRest = rest.map((index) => touches[index] as Touch);
    const waves = wavesOf(
      anyOrder ? touchesOfRest.map(({ names }) => ({ names, measured: undefined })) : touchesOfRest,
    );
    for (const [number, ofRest] of waves.entries()) {
      const indexes = ofRest.map((i) => rest[i] as number);
      const wave = indexes.map((index) => items[index] as WriteItem);
      if (number > 0) holders = await lockLeads(trx, grant, wave);
      const results = await writeWave(trx, grant, wave, holders);
      for (const [i, index] of indexes.entries()) outcomes[index] = results[i] as ItemOutcome;
    }
    return outcomes;
  });
}

/**
 * Carries out the patches that can be folded (`foldedItems`), and returns their indexes. Folds no patch if leads have match keys,
 * because each patch then computes its own.
 */
async function foldUpdates(
  trx: LeadTransaction,
  grant: Grant,
  items: readonly WriteItem[],
  touches: readonly Touch[],
  outcomes: ItemOutcome[],
): Promise<ReadonlySet<number>> {
  if (keyedFields(grant.campaign).length > 0) return new Set();
  const patchAt = (index: number): LeadPatchById | undefined => {
    const item = items[index];
    return item && 'update' in item && item.update.externalId === undefined ? item.update : undefined;
  };
  const folded = foldedItems(
    touches.map(({ names }) => names),
    (index) => patchAt(index) !== undefined,
  );
  if (folded.size === 0) return folded;
  const indexes = [...folded].sort((a, b) => a - b);
  // If the patches of one lead are in several parts, each part continues from the state that the last one left.
  for (const part of inParts(indexes, (index) => patchAt(index)?.values ?? {})) {
    const patches = part.map((index) => patchAt(index) as LeadPatchById);
    const rows = await foldPatches(trx, grant, patches);
    for (const [i, outcome] of (await outcomesOf(grant, rows, 'update')).entries())
      outcomes[part[i] as number] = outcome;
  }
  return folded;
}

/** The outcomes of one statement, in the order of its items. */
const outcomesOf = ({ campaign }: Grant, rows: readonly OutcomeRow[], effect: Effect): Promise<WriteOutcome[]> =>
  inTurns(inOrder(rows), (row) => readOutcome(campaign, row, effect));

function claimantOf(item: WriteItem) {
  if ('create' in item) return item.create;
  if ('upsert' in item) return { externalId: item.upsert.externalId, values: item.upsert.create?.values };
  return 'update' in item ? { externalId: item.update.externalId } : {};
}

const externalIdOf = (item: WriteItem): string | undefined => claimantOf(item).externalId ?? undefined;

const idOf = (item: WriteItem): string | undefined =>
  'update' in item ? item.update.id : 'erase' in item ? item.erase.id : undefined;

/** The approximate size of a write, in characters. */
export function sizeOfWrite(write: Write): number {
  return sizeOf(valuesOf(write));
}

/** All values that an item may write. */
function valuesOf(item: WriteItem): Readonly<Record<string, unknown>> {
  if ('create' in item) return item.create.values;
  if ('update' in item) return item.update.values;
  return 'upsert' in item ? { ...item.upsert.create?.values, ...item.upsert.patch.values } : {};
}

/** The names that an item shares with others that read or change the same. */
function touchOf({ campaign }: Grant, item: WriteItem, holders: Holders): Touch {
  const externalId = externalIdOf(item);
  const held = externalId === undefined ? [] : (holders.get(externalId) ?? []);
  const id = idOf(item);
  const creates = 'create' in item || ('upsert' in item && held.length === 0);
  const values = valuesOf(item);
  return {
    names: [
      ...(externalId === undefined ? [] : [`external ${externalId}`]),
      ...[...held.map((holder) => holder.id), ...(id === undefined ? [] : [id])].map((leadId) => `lead ${leadId}`),
      ...(campaign.duplicateRule
        ? claimsOf(campaign, { values }).map((claim) => `equal ${claim.toString('hex')}`)
        : []),
    ],
    measured: campaign.duplicateRule ? creates : undefined,
  };
}

/**
 * Locks the leads that the items name by id or external id, in the order of their ids; returns which lead holds which external
 * id.
 */
async function lockLeads(trx: LeadTransaction, grant: Grant, items: readonly WriteItem[]): Promise<Holders> {
  const ids = items.flatMap((item) => idOf(item) ?? []);
  const externalIds = items.flatMap((item) => externalIdOf(item) ?? []);
  const holders = new Map<string, Holder[]>();
  if (ids.length + externalIds.length === 0) return holders;
  const { rows } = await sql<{ current: boolean; id: string | null; external_id: string | null; version: number }>`
    with ${guardCte(grant)},
    found as materialized (
      select l.id from unnest(${externalIds}::text[]) e(external_id), lateral ${withExternalId(grant, sql`e.external_id`)} l
      where ${visible(grant)}
      union all select ${idIfVisible(grant, sql`i.id`)} from unnest(${ids}::uuid[]) i(id)),
    named as materialized (
      select l.id, l.external_id, l.version from leads l
      where ${visible(grant)} and l.id = any(array(select f.id from found f))
      order by l.id for update of l)
    select ${guardHolds} as current, n.id, n.external_id, n.version from guard left join named n on true`.execute(trx);
  for (const { id, external_id: externalId, version } of currentRows(rows)) {
    if (id === null || externalId === null) continue;
    holders.set(externalId, [...(holders.get(externalId) ?? []), { id, version }]);
  }
  return holders;
}

/** An item, once it is known which leads hold its external id. */
type Decided = Exclude<WriteItem, { upsert: Upsert }> | { readonly refused: Refusal };

function decide(item: WriteItem, holders: Holders): Decided {
  if (!('upsert' in item)) return item;
  const { externalId, patch, create, onlyCreate, onlyChange } = item.upsert;
  const held = holders.get(externalId) ?? [];
  const [holder, another] = held;
  const { versions } = patch;
  if (holder && onlyCreate) return { refused: { why: 'exists' } };
  if (onlyChange && !held.some(({ version }) => hasVersion(versions, version)))
    return { refused: { why: 'stale_version' } };
  if (another) return { refused: { why: 'external_id_ambiguous' } };
  if (holder) return { update: { ...patch, id: holder.id } };
  return create ? { create } : { refused: { why: 'cannot_create' } };
}

async function writeWave(
  trx: LeadTransaction,
  grant: Grant,
  items: readonly WriteItem[],
  holders: Holders,
): Promise<readonly ItemOutcome[]> {
  const decided = items.map((item) => decide(item, holders));
  const outcomes = new Map<Decided, ItemOutcome>();
  const inserts = decided.filter((item) => 'create' in item);
  const patches = decided.filter((item) => 'update' in item);
  const erasures = decided.filter((item) => 'erase' in item);
  for (const part of inParts(inserts, (item) => item.create.values)) {
    const rows = await insertLeads(
      trx,
      grant,
      part.map((item) => item.create),
    );
    for (const [i, outcome] of (await outcomesOf(grant, rows, 'create')).entries())
      outcomes.set(part[i] as Decided, outcome);
  }
  for (const part of inParts(patches, (item) => item.update.values)) {
    const rows = await patchLeads(
      trx,
      grant,
      part.map((item) => item.update),
    );
    for (const [i, outcome] of (await outcomesOf(grant, rows, 'update')).entries())
      outcomes.set(part[i] as Decided, outcome);
  }
  if (erasures.length > 0) {
    const erased = await eraseLeads(
      trx,
      grant,
      erasures.map((item) => item.erase),
    );
    for (const [i, outcome] of erased.entries()) outcomes.set(erasures[i] as Decided, outcome);
  }
  return decided.map((item) => ('refused' in item ? item : (outcomes.get(item) as ItemOutcome)));
}

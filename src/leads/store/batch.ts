/**
 * Many writes in one transaction, set by set: claims first, then the rows that are there already, locked in the order of
 * their ids (two batches never wait for each other), then the items in waves. Within a wave no two items touch the same
 * lead, so each kind is one statement; items that touch the same one come in later waves, in their order.
 */
import { sql } from 'kysely';
import type { Grant } from '../../access/grant.ts';
import { keyedFields } from '../../campaign/duplicates.ts';
import { foldedPlaces, inParts, type Touch, wavesOf } from './batch-order.ts';
import { claimsOf, takeClaims } from './claim.ts';
import { type Erasure, eraseLeads } from './erase-leads.ts';
import { currentRows, guardCte, guarded } from './guard.ts';
import { insertStatement, type NewLead } from './insert-leads.ts';
import { type ItemOutcome, inOrder, type Refusal, readOutcome } from './outcome.ts';
import { foldStatement, type LeadPatch, type LeadPatchById, patchStatement } from './patch-leads.ts';
import { askedId, visible, withExternalId } from './scope.ts';
import type { LeadDatabase, LeadTransaction } from './tables.ts';
import { inTransaction } from './transaction.ts';
import { hasVersion } from './versions.ts';

export interface Upsert {
  readonly externalId: string;
  /** What is changed where the grant sees the lead. */
  readonly patch: Omit<LeadPatch, 'externalId'>;
  /** What is created where it sees none; `undefined` where nothing can be. */
  readonly create: NewLead | undefined;
  /** Refuses a lead that is there. */
  readonly onlyCreate: boolean;
  /** Refuses one that is not. */
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

/** External ids, each with the visible leads that have it. */
type Holders = ReadonlyMap<string, readonly Holder[]>;

/** What became of each item, in order. */
export function writeBatch(
  db: LeadDatabase,
  grant: Grant,
  items: readonly WriteItem[],
): Promise<readonly ItemOutcome[]> {
  return inTransaction(db, async (trx) => {
    const claims = items.flatMap((item) => claimsOf(grant.campaign, claimantOf(item)));
    await takeClaims(trx, grant.campaign.id, claims);
    let holders = await lockLeads(trx, grant, items);
    const outcomes: ItemOutcome[] = [];
    const touches = items.map((item) => touchOf(grant, item, holders));
    const folded = await foldUpdates(trx, grant, items, touches, outcomes);
    const places = [...items.keys()].filter((place) => !folded.has(place));
    const waves = wavesOf(places.map((place) => touches[place] as Touch));
    for (const [number, ofRest] of waves.entries()) {
      const wave = ofRest.map((i) => places[i] as number);
      const part = wave.map((place) => items[place] as WriteItem);
      if (number > 0) holders = await lockLeads(trx, grant, part);
      const results = await writeWave(trx, grant, part, holders);
      for (const [i, place] of wave.entries()) outcomes[place] = results[i] as ItemOutcome;
    }
    return outcomes;
  });
}

/** Carries out the changes that are folded, and tells which those are. Where leads have keys of duplicates, each change has its own. */
async function foldUpdates(
  trx: LeadTransaction,
  grant: Grant,
  items: readonly WriteItem[],
  touches: readonly Touch[],
  outcomes: ItemOutcome[],
): Promise<ReadonlySet<number>> {
  if (keyedFields(grant.campaign).length > 0) return new Set();
  const patchAt = (place: number): LeadPatchById | undefined => {
    const item = items[place];
    return item && 'update' in item && item.update.externalId === undefined ? item.update : undefined;
  };
  const folded = foldedPlaces(
    touches.map(({ names }) => names),
    (place) => patchAt(place) !== undefined,
  );
  if (folded.size === 0) return folded;
  const places = [...folded].sort((a, b) => a - b);
  // Those of one lead that are in several parts go on from where the part before has left it.
  for (const part of inParts(places, (place) => patchAt(place)?.values ?? {})) {
    const patches = part.map((place) => patchAt(place) as LeadPatchById);
    const { rows } = await foldStatement(grant, patches).execute(trx);
    for (const [i, row] of inOrder(rows).entries()) outcomes[part[i] as number] = readOutcome(row, 'update');
  }
  return folded;
}

function claimantOf(item: WriteItem) {
  if ('create' in item) return item.create;
  if ('upsert' in item) return { externalId: item.upsert.externalId, values: item.upsert.create?.values };
  return 'update' in item ? { externalId: item.update.externalId } : {};
}

const externalIdOf = (item: WriteItem): string | undefined => claimantOf(item).externalId ?? undefined;

const idOf = (item: WriteItem): string | undefined =>
  'update' in item ? item.update.id : 'erase' in item ? item.erase.id : undefined;

/** What an item reads or changes that another may change or read. */
function touchOf({ campaign }: Grant, item: WriteItem, holders: Holders): Touch {
  const externalId = externalIdOf(item);
  const held = externalId === undefined ? [] : (holders.get(externalId) ?? []);
  const id = idOf(item);
  const creates = 'create' in item || ('upsert' in item && held.length === 0);
  const values =
    'create' in item
      ? item.create.values
      : 'update' in item
        ? item.update.values
        : 'upsert' in item
          ? { ...item.upsert.create?.values, ...item.upsert.patch.values }
          : {};
  return {
    names: [
      ...(externalId === undefined ? [] : [`external ${externalId}`]),
      ...[...held.map((one) => one.id), ...(id === undefined ? [] : [id])].map((one) => `lead ${one}`),
      ...(campaign.duplicateRule
        ? claimsOf(campaign, { values }).map((claim) => `equal ${claim.toString('hex')}`)
        : []),
    ],
    measured: campaign.duplicateRule ? creates : undefined,
  };
}

/** Locks the leads that the items name by id or external id, in the order of their ids, and tells who holds which. */
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
      union all select ${askedId(grant, sql`i.id`)} from unnest(${ids}::uuid[]) i(id)),
    named as materialized (
      select l.id, l.external_id, l.version from leads l
      where ${visible(grant)} and l.id = any(array(select f.id from found f))
      order by l.id for update of l)
    select ${guarded} as current, n.id, n.external_id, n.version from guard left join named n on true`.execute(trx);
  for (const { id, external_id: externalId, version } of currentRows(rows)) {
    if (id === null || externalId === null) continue;
    holders.set(externalId, [...(holders.get(externalId) ?? []), { id, version }]);
  }
  return holders;
}

/** What one item comes to, once it is known who holds its external id. */
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
  const creations = decided.filter((one) => 'create' in one);
  const changes = decided.filter((one) => 'update' in one);
  const deletions = decided.filter((one) => 'erase' in one);
  for (const part of inParts(creations, (one) => one.create.values)) {
    const leads = part.map((one) => one.create);
    const { rows } = await insertStatement(grant, leads).execute(trx);
    for (const [i, row] of inOrder(rows).entries()) outcomes.set(part[i] as Decided, readOutcome(row, 'create'));
  }
  for (const part of inParts(changes, (one) => one.update.values)) {
    const patches = part.map((one) => one.update);
    const { rows } = await patchStatement(grant, patches).execute(trx);
    for (const [i, row] of inOrder(rows).entries()) outcomes.set(part[i] as Decided, readOutcome(row, 'update'));
  }
  if (deletions.length > 0) {
    const erased = await eraseLeads(
      trx,
      grant,
      deletions.map((one) => one.erase),
    );
    for (const [i, outcome] of erased.entries()) outcomes.set(deletions[i] as Decided, outcome);
  }
  return decided.map((one) => ('refused' in one ? one : (outcomes.get(one) as ItemOutcome)));
}

/**
 * Works out what a change of a campaign's definition does to the documents of its tokens, in the same transaction: it
 * compares each token's document before and after the change. A document that differs gets a new revision and an entry in
 * its changelog. Other tokens get nothing, so that they learn nothing about changes that concern others.
 */
import { setImmediate as others } from 'node:timers/promises';
import { sql } from 'kysely';
import { pinsOfScope, scopeOf } from '../access/grant.ts';
import type { Campaign } from '../campaign/definition.ts';
import type { Made, NoteDocuments } from '../campaign/revise.ts';
import type { DatabaseTransaction } from '../database/connection.ts';
import type { Change } from '../document/changes/change.ts';
import { differenceBetween } from '../document/changes/changelog.ts';
import type { DocumentSubject } from '../document/publish.ts';
import { addChanges, type NewEntry } from './stored.ts';

export function createNoteDocuments(): NoteDocuments {
  return async (trx, campaign) => {
    const tokens = await lockTokens(trx, campaign);
    return async (made) => {
      const known = new Map<string, readonly Change[]>();
      const entries: NewEntry[] = [];
      const rest = createRest(trx);
      for (const token of tokens) {
        const [before, after] = [subjectOf(token, made.before), subjectOf(token, made.after)];
        if (!before || !after) continue;
        // The document's statements about the token alone do not change here.
        const key = JSON.stringify([token.permission, before.scope, after.scope]);
        const changes = known.get(key) ?? differenceBetween(before, after, calledOffIn(made));
        if (!known.has(key)) await rest();
        known.set(key, changes);
        if (changes.length > 0) entries.push({ tokenId: token.id, ownChanges: token.ownChanges, told: changes });
      }
      await addChanges(trx, { campaignId: campaign.id, at: made.at, note: made.note ?? null }, entries);
    };
  };
}

/** PostgreSQL ends a transaction that is idle for 15 seconds. */
const maxIdleMs = 2_000;

/**
 * Many tokens take a while. In between, other requests are served, and a small statement keeps the transaction from being
 * idle.
 */
function createRest(trx: DatabaseTransaction): () => Promise<void> {
  let lastStatement = performance.now();
  return async () => {
    await others();
    if (performance.now() - lastStatement < maxIdleMs) return;
    await sql`select 1`.execute(trx);
    lastStatement = performance.now();
  };
}

/** Returns a function that says whether this change of the campaign called off an announced change. */
function calledOffIn({ changes }: Made): (id: string) => boolean {
  const over = changes.filter(({ kind }) => kind === 'change_withdrawn' || kind === 'change_failed');
  return (id) => over.some((one) => one.id === id);
}

/**
 * The tokens that reach the campaign, locked so that they cannot change before the commit: two changes at the same time then
 * make two changes of the document. A token that the change itself creates gets its first document from it.
 */
function lockTokens(trx: DatabaseTransaction, { id, accountId }: Campaign) {
  return trx
    .selectFrom('tokens')
    .select(['id', 'scope', 'permission', 'own_changes as ownChanges'])
    .select(['account_id as accountId', 'campaign_id as campaignId', 'filter_id as filterId'])
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('campaign_id', '=', id), eb('scope', '=', 'account')]))
    .orderBy('id')
    .forShare()
    .execute();
}

type LockedToken = Awaited<ReturnType<typeof lockTokens>>[number];

function subjectOf(token: LockedToken, campaign: Campaign): DocumentSubject | undefined {
  const scope = scopeOf(token, campaign);
  return scope && { campaign, permission: token.permission, scope, pins: pinsOfScope(campaign, scope) };
}

/**
 * What a change of a campaign's definition does to the documents of its tokens, worked out with the change itself: the document of
 * each token before and after it. Documents that differ get a new revision, and what they tell becomes an entry of the changelog.
 * A token whose document is the same is left as it is, so that it learns nothing of what concerns others.
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
        // What the document says of the token alone is the same before and after.
        const key = JSON.stringify([token.permission, before.scope, after.scope]);
        const told = known.get(key) ?? differenceBetween(before, after, calledOffIn(made));
        if (!known.has(key)) await rest();
        known.set(key, told);
        if (told.length > 0) entries.push({ tokenId: token.id, ownChanges: token.ownChanges, told });
      }
      await addChanges(trx, { campaignId: campaign.id, at: made.at, note: made.note ?? null }, entries);
    };
  };
}

/** PostgreSQL ends a transaction that is idle for 15 seconds. */
const idleAtMost = 2_000;

/** Many tokens take a while, in which other requests want to be answered, and the database wants to hear of us. */
function createRest(trx: DatabaseTransaction): () => Promise<void> {
  let heard = performance.now();
  return async () => {
    await others();
    if (performance.now() - heard < idleAtMost) return;
    await sql`select 1`.execute(trx);
    heard = performance.now();
  };
}

/** Which announced changes the change of the campaign called off. */
function calledOffIn({ changes }: Made): (id: string) => boolean {
  const over = changes.filter(({ kind }) => kind === 'change_withdrawn' || kind === 'change_failed');
  return (id) => over.some((one) => one.id === id);
}

/**
 * The tokens that reach the campaign. Locked, so that none becomes another before the change is committed: two changes at once are then
 * two changes of its document. One that the change itself makes has its first document with it.
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

/**
 * One token: shown, changed, revoked. Every change raises its version, so that no process answers under the old grant.
 * A token that is tied to a filter never turns wider; a revoked one is never changed again (422).
 */
import { isDeepStrictEqual } from 'node:util';
import { writeAudit } from '../../access/audit.ts';
import { pinsOfScope, scopeOf, termsOf } from '../../access/grant.ts';
import { noteStanding, type Standing } from '../../access/token-standing.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { loadCampaign } from '../../campaign/load.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { differenceBetween } from '../../document/changes/changelog.ts';
import type { DocumentSubject } from '../../document/publish.ts';
import { type InputError, notFound, refuse, refuseInput } from '../../problem/problem.ts';
import type { ManageContext, ManageHandler, Shape } from '../context.ts';
import { changesBetween } from '../definition/definition-change.ts';
import { actorOf, requireEditor } from '../role.ts';
import { judgeFilter, limitsOf, notesOf, readExpiry, readToken } from './create-token.ts';
import { shownTokens, type TokenRow, toToken } from './shown-token.ts';

/** A token of the member's account, also when it is revoked. Refuses with 404. */
export async function findToken({ db, member }: ManageContext, id: string): Promise<TokenRow> {
  const row = await shownTokens(db)
    .where('tokens.id', '=', id)
    .where('tokens.account_id', '=', member.accountId)
    .executeTakeFirst();
  if (!row) throw notFound('token');
  return row;
}

export const campaignOf = (db: ManageContext['db'] | DatabaseTransaction, { campaignId }: TokenRow) =>
  campaignId === null ? Promise.resolve(undefined) : loadCampaign(db, { id: campaignId });

export interface LockedToken {
  readonly row: TokenRow;
  /** The token's own; undefined for a broad token. */
  readonly campaign: Campaign | undefined;
}

/** Runs a change of a token that is not revoked, with its row and its campaign's head locked. Refuses with 403, 404, 422. */
export async function changeToken<T>(
  context: ManageContext,
  id: string,
  change: (trx: DatabaseTransaction, token: LockedToken) => Promise<T>,
): Promise<T> {
  requireEditor(context);
  const { campaignId } = await findToken(context, id);
  return context.db.transaction().execute(async (trx) => {
    // The campaign's head first, as everywhere: its filters then stay as they are.
    if (campaignId !== null) {
      const head = trx.selectFrom('campaign_heads').select('epoch').where('campaign_id', '=', campaignId);
      await head.forUpdate().execute();
    }
    await trx.selectFrom('tokens').select('id').where('id', '=', id).forUpdate().execute();
    const row = await shownTokens(trx).where('tokens.id', '=', id).executeTakeFirstOrThrow();
    refuseRevoked(row);
    return change(trx, { row, campaign: await campaignOf(trx, row) });
  });
}

/** Refuses with 422 a token that is never changed again. */
export function refuseRevoked({ revokedAt }: Pick<TokenRow, 'revokedAt'>): void {
  if (revokedAt) throw refuse('invalid_request', 'The token has been revoked: nothing of it can be changed any more.');
}

export const getToken: ManageHandler<'getToken'> = async ({ path }, context) => {
  const row = await findToken(context, path.id);
  return { status: 200, body: toToken(row, await campaignOf(context.db, row), context.publicUrl) };
};

export const updateToken: ManageHandler<'updateToken'> = async ({ path, body }, context) => {
  const token = await changeToken(context, path.id, async (trx, { row, campaign }) => {
    const { after, errors } = merge(row, campaign, body);
    if (errors.length > 0) throw refuseInput('invalid_request', errors);
    const before = settingsOf(row);
    const [change] = changesBetween('token_changed', {}, before, after);
    if (change) {
      const [was, is] = [standingOf(before), standingOf(after)];
      const own_changes = row.ownChanges + (documentDiffers(row, campaign, was, is) ? 1 : 0);
      await trx
        .updateTable('tokens')
        .set((eb) => ({
          ...after,
          own_changes,
          version: eb('version', '+', 1),
        }))
        .where('id', '=', row.id)
        .execute();
      if (!isDeepStrictEqual(was, is)) await noteStanding(trx, row.id, is, own_changes);
      await writeTokenAudit(trx, context, { id: row.id, name: after.name, slug: row.slug }, { before, after });
    }
    return readToken(context, trx, row.id, campaign);
  });
  return { status: 200, body: token };
};

/** Pausing and resuming are acts of their own: who looks for them finds them, and neither reads like the other. */
async function writeTokenAudit(
  trx: DatabaseTransaction,
  context: ManageContext,
  { id, name, slug }: Pick<TokenRow, 'id' | 'name' | 'slug'>,
  { before: { paused: was, ...before }, after: { paused, ...after } }: { before: Settings; after: Settings },
): Promise<void> {
  const row = { ...actorOf(context), object: { kind: 'token', id, name } as const, campaign: slug };
  if (was !== paused) await writeAudit(trx, { ...row, action: paused ? 'token.pause' : 'token.resume' });
  const [change] = changesBetween('token_changed', {}, before, after);
  if (change) await writeAudit(trx, { ...row, action: 'token.update', details: { from: change.from, to: change.to } });
}

/** A token of the account has a document for each of its campaigns: whatever they tell of is counted. */
function documentDiffers(row: TokenRow, campaign: Campaign | undefined, before: Standing, after: Standing): boolean {
  if (!campaign || isDeepStrictEqual(before, after)) return !isDeepStrictEqual(before, after);
  const [was, is] = [subjectOf(row, before, campaign), subjectOf(row, after, campaign)];
  return differenceBetween(was, is).length > 0;
}

/** What the document of a token depends on in a campaign, were its settings these. */
export function subjectOf(row: TokenRow, standing: Standing, campaign: Campaign): DocumentSubject {
  const token = { ...row, ...standing };
  const scope = scopeOf(token, campaign) ?? { kind: 'nothing' };
  return { campaign, permission: token.permission, scope, pins: pinsOfScope(campaign, scope), terms: termsOf(token) };
}

export function settingsOf(row: TokenRow) {
  return {
    name: row.name,
    permission: row.permission,
    scope: row.scope,
    filter_id: row.filterId,
    expires_at: row.expiresAt,
    requests_per_minute: row.requestsPerMinute,
    writes_per_minute: row.writesPerMinute,
    notes: row.notes,
    paused: row.paused,
  };
}

export type Settings = ReturnType<typeof settingsOf>;

/** What its document tells of. */
export const standingOf = (settings: Settings): Standing => ({
  scope: settings.scope,
  filterId: settings.filter_id,
  permission: settings.permission,
  requestsPerMinute: settings.requests_per_minute,
  writesPerMinute: settings.writes_per_minute,
  notes: settings.notes,
  paused: settings.paused,
  expiresAt: settings.expires_at,
});

/** What the settings become, and why they cannot. */
export function merge(
  row: TokenRow,
  campaign: Campaign | undefined,
  body: Shape<'TokenUpdate'>,
): { after: Settings; errors: InputError[] } {
  const limits = limitsOf(body.rate_limit, row);
  const filter = judgeFilterChange(row, campaign, body.filter_id);
  // What was set before may have passed meanwhile; sent back as it is, it is no change.
  const same = body.expires_at === undefined || body.expires_at === (row.expiresAt?.toISOString() ?? null);
  const expiry = same ? { expiresAt: row.expiresAt, errors: [] } : readExpiry(body.expires_at);
  const after: Settings = {
    name: body.name ?? row.name,
    permission: body.permission ?? row.permission,
    scope: filter.scope,
    filter_id: filter.filterId,
    expires_at: expiry.expiresAt,
    requests_per_minute: limits.requestsPerMinute,
    writes_per_minute: limits.writesPerMinute,
    notes: body.notes === undefined ? row.notes : notesOf(body.notes),
    paused: body.paused ?? row.paused,
  };
  return { after, errors: [...filter.errors, ...expiry.errors] };
}

/** A filter may be replaced by another of the same campaign, and a campaign's token be tied to one; never the other way. */
function judgeFilterChange(row: TokenRow, campaign: Campaign | undefined, given: string | null | undefined) {
  const { scope, filterId } = row;
  const refused = (detail: string) => ({
    scope,
    filterId,
    errors: [{ pointer: '/filter_id', code: 'not_allowed', detail } as const],
  });
  if (given === undefined) return { scope, filterId, errors: [] };
  if (given === null) {
    if (scope !== 'filter') return { scope, filterId, errors: [] };
    return refused('A token that is tied to a filter never turns wider: make another token instead.');
  }
  if (!campaign) return refused('A token of the account has no filter.');
  return { scope: 'filter' as const, filterId: given.toLowerCase(), errors: judgeFilter(campaign, given) };
}

export const revokeToken: ManageHandler<'revokeToken'> = async ({ path }, context) => {
  requireEditor(context);
  const { id, name, slug, revokedAt } = await findToken(context, path.id);
  if (revokedAt) return { status: 204 };
  await context.db.transaction().execute(async (trx) => {
    const revoked = await trx
      .updateTable('tokens')
      .set((eb) => ({ revoked_at: new Date(), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!revoked) return;
    const object = { kind: 'token', id, name } as const;
    await writeAudit(trx, { ...actorOf(context), action: 'token.revoke', object, campaign: slug });
  });
  return { status: 204 };
};

/**
 * One token: shown, changed, revoked. Every change raises its version, so that no process answers under the old grant. A
 * token that is tied to a filter never gets a wider scope. A revoked token never changes again (422).
 */
import { isDeepStrictEqual } from 'node:util';
import { writeAudit } from '../../access/audit.ts';
import { pinsOfScope, scopeOf, termsOf } from '../../access/grant.ts';
import { noteStanding, rowOfStanding, type Standing, standingOf } from '../../access/token-settings.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { loadCampaign } from '../../campaign/load.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { differenceBetween } from '../../document/changes/changelog.ts';
import type { DocumentSubject } from '../../document/publish.ts';
import { type InputError, notFound, refuse, refuseInput } from '../../problem/problem.ts';
import type { ManageContext, ManageHandler, Shape } from '../context.ts';
import { changesBetween } from '../definition/definition-change.ts';
import { actorOf, requireEditor } from '../role.ts';
import { readToken } from './create-token.ts';
import { shownTokens, type TokenRow, toToken } from './shown-token.ts';
import { judgeFilter, readSettings, type Settings, settingsOf } from './token-input.ts';

/** A token of the member's account, also a revoked one. Throws 404. */
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
  /** The token's own campaign; undefined for a broad token. */
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
    // Locks the campaign's head first, as everywhere, so that its filters stay as they are.
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

/** Refuses a revoked token, which never changes again, with 422. */
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
    const [rowBefore, rowAfter] = [rowOf(before), rowOf(after)];
    const [change] = changesBetween('token_changed', {}, rowBefore, rowAfter);
    if (change) {
      const [was, is] = [standingOf(before), standingOf(after)];
      const own_changes = row.ownChanges + (documentDiffers(row, campaign, was, is) ? 1 : 0);
      await trx
        .updateTable('tokens')
        .set((eb) => ({
          ...rowAfter,
          own_changes,
          version: eb('version', '+', 1),
        }))
        .where('id', '=', row.id)
        .execute();
      if (!isDeepStrictEqual(was, is)) await noteStanding(trx, row.id, is, own_changes);
      const changed = { id: row.id, name: after.name, slug: row.slug };
      await writeTokenAudit(trx, context, changed, { before: rowBefore, after: rowAfter });
    }
    return readToken(context, trx, row.id, campaign);
  });
  return { status: 200, body: token };
};

/**
 * Pausing and resuming are separate actions in the audit log, so that each can be found, and the two are easy to tell apart.
 */
async function writeTokenAudit(
  trx: DatabaseTransaction,
  context: ManageContext,
  { id, name, slug }: Pick<TokenRow, 'id' | 'name' | 'slug'>,
  { before: { paused: was, ...before }, after: { paused, ...after } }: Record<'before' | 'after', SettingsRow>,
): Promise<void> {
  const row = { ...actorOf(context), object: { kind: 'token', id, name } as const, campaign: slug };
  if (was !== paused) await writeAudit(trx, { ...row, action: paused ? 'token.pause' : 'token.resume' });
  const [change] = changesBetween('token_changed', {}, before, after);
  if (change) await writeAudit(trx, { ...row, action: 'token.update', details: { from: change.from, to: change.to } });
}

/** A broad token has a document for each of its campaigns, and counts any difference in the settings. */
function documentDiffers(row: TokenRow, campaign: Campaign | undefined, before: Standing, after: Standing): boolean {
  if (!campaign || isDeepStrictEqual(before, after)) return !isDeepStrictEqual(before, after);
  const [was, is] = [subjectOf(row, before, campaign), subjectOf(row, after, campaign)];
  return differenceBetween(was, is).length > 0;
}

/** The subject of the token's document in a campaign, if it had these settings. */
export function subjectOf(row: TokenRow, standing: Standing, campaign: Campaign): DocumentSubject {
  const token = { ...row, ...standing };
  const scope = scopeOf(token, campaign) ?? { kind: 'nothing' };
  return { campaign, permission: token.permission, scope, pins: pinsOfScope(campaign, scope), terms: termsOf(token) };
}

/** The settings under the names of their columns, which are also their names in the audit log. */
const rowOf = ({ name, ...standing }: Settings) => ({ name, ...rowOfStanding(standing) });

type SettingsRow = ReturnType<typeof rowOf>;

/** The settings after the change, or the errors in it. */
export function merge(
  row: TokenRow,
  campaign: Campaign | undefined,
  body: Shape<'TokenUpdate'>,
): { after: Settings; errors: InputError[] } {
  const filter = judgeFilterChange(row, campaign, body.filter_id);
  const { settings, errors } = readSettings(body, {
    ...settingsOf(row),
    scope: filter.scope,
    filterId: filter.filterId,
  });
  return { after: settings, errors: [...filter.errors, ...errors] };
}

/**
 * A filter may be replaced by another filter of the same campaign, and a campaign's token may be tied to one, but not the
 * reverse.
 */
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

/**
 * Tokens of a campaign and of the account: listed and made. A token's secret is never in an answer here; it is told by
 * reveal alone. A filter must be one of the campaign's own.
 */

import { writeAudit } from '../../access/audit.ts';
import { createToken, type NewToken } from '../../access/tokens.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { reviseWithin } from '../../campaign/revise.ts';
import { normaliseValue } from '../../campaign/values/normalise.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import type { InputCode } from '../../problem/input-codes.ts';
import { type InputError, refuseInput } from '../../problem/problem.ts';
import type { ManageContext, ManageHandler, Shape } from '../context.ts';
import { findCampaign } from '../definition/definition-change.ts';
import { actorOf, requireEditor } from '../role.ts';
import { shownTokens, toToken } from './shown-token.ts';

export const listCampaignTokens: ManageHandler<'listCampaignTokens'> = async ({ path }, context) => {
  const campaign = await findCampaign(context, path.slug);
  const rows = await shownTokens(context.db)
    .where('tokens.campaign_id', '=', campaign.id)
    .where('tokens.revoked_at', 'is', null)
    .execute();
  return { status: 200, body: { data: rows.map((row) => toToken(row, campaign, context.publicUrl)) } };
};

export const listAccountTokens: ManageHandler<'listAccountTokens'> = async (_, { db, member, publicUrl }) => {
  const rows = await shownTokens(db)
    .where('tokens.account_id', '=', member.accountId)
    .where('tokens.scope', '=', 'account')
    .where('tokens.revoked_at', 'is', null)
    .execute();
  return { status: 200, body: { data: rows.map((row) => toToken(row, undefined, publicUrl)) } };
};

type Granted = Pick<NewToken, 'name' | 'permission' | 'scope' | 'campaignId' | 'filterId'> & Partial<NewToken>;

/** Makes a token for the member, with its audit row; returns its id. `campaign`: its own; undefined for a broad token. */
export async function addToken(
  trx: DatabaseTransaction,
  context: ManageContext,
  token: Granted,
  campaign?: Campaign,
): Promise<string> {
  const { member, vault } = context;
  const id = await createToken(trx, vault, { ...token, accountId: member.accountId, createdBy: member.id });
  await writeAudit(trx, {
    ...actorOf(context),
    action: 'token.create',
    object: { kind: 'token', id, name: token.name },
    campaign: campaign?.slug ?? null,
    details: { scope: token.scope, permission: token.permission, filter_id: token.filterId },
  });
  return id;
}

export async function readToken(
  { publicUrl }: ManageContext,
  db: ManageContext['db'] | DatabaseTransaction,
  id: string,
  campaign: Campaign | undefined,
): Promise<Shape<'Token'>> {
  const row = await shownTokens(db).where('tokens.id', '=', id).executeTakeFirstOrThrow();
  return toToken(row, campaign, publicUrl);
}

export const createCampaignToken: ManageHandler<'createCampaignToken'> = async ({ path, body }, context) => {
  requireEditor(context);
  const { id: campaignId } = await findCampaign(context, path.slug);
  const token = await context.db.transaction().execute(async (trx) => {
    // Under the campaign's lock, so that the filter is not deleted meanwhile; the definition itself does not change.
    const { result, campaign } = await reviseWithin(trx, {
      campaignId,
      changedBy: context.member.id,
      noteDocuments: context.noteDocuments,
      async apply(_, campaign) {
        const filterId = body.filter_id ?? null;
        const { expiresAt, errors } = readExpiry(body.expires_at);
        const all = [...errors, ...judgeFilter(campaign, filterId)];
        if (all.length > 0) throw refuseInput('invalid_request', all);
        const granted = {
          name: body.name,
          permission: body.permission,
          scope: filterId === null ? 'campaign' : 'filter',
          campaignId,
          filterId,
          expiresAt,
          notes: notesOf(body.notes),
          ...limitsOf(body.rate_limit),
        } satisfies Granted;
        const id = await addToken(trx, context, granted, campaign);
        return { result: id, changes: [] };
      },
    });
    return readToken(context, trx, result, campaign);
  });
  return { status: 201, body: token };
};

export const createAccountToken: ManageHandler<'createAccountToken'> = async ({ body }, context) => {
  requireEditor(context);
  const { expiresAt, errors } = readExpiry(body.expires_at);
  if (errors.length > 0) throw refuseInput('invalid_request', errors);
  const token = await context.db.transaction().execute(async (trx) => {
    const { name, permission, rate_limit } = body;
    const told = { expiresAt, notes: notesOf(body.notes) };
    const broad = { scope: 'account', campaignId: null, filterId: null } as const;
    const id = await addToken(trx, context, { name, permission, ...broad, ...told, ...limitsOf(rate_limit) });
    return readToken(context, trx, id, undefined);
  });
  return { status: 201, body: token };
};

/** Whether the filter is one of the campaign; null is no filter at all. */
export function judgeFilter(campaign: Campaign, id: string | null): InputError[] {
  if (id === null || campaign.filters.some((filter) => filter.id === id.toLowerCase())) return [];
  const allowed = campaign.filters.map((filter) => filter.id);
  return [{ pointer: '/filter_id', code: 'not_allowed', detail: 'The campaign has no such filter.', allowed }];
}

/** A time to come, or null for never. */
export function readExpiry(given: string | null | undefined): { expiresAt: Date | null; errors: InputError[] } {
  if (given === null || given === undefined) return { expiresAt: null, errors: [] };
  const refused = (code: InputCode, detail: string) => ({
    expiresAt: null,
    errors: [{ pointer: '/expires_at', code, detail }],
  });
  const time = normaliseValue({ type: 'datetime' }, given, null);
  if (!time.ok || time.value === null)
    return refused('format', `\`expires_at\` must be ${time.ok ? 'a time' : time.form}.`);
  const expiresAt = new Date(String(time.value));
  return expiresAt > new Date() ? { expiresAt, errors: [] } : refused('not_allowed', '`expires_at` lies in the past.');
}

/** As they were written; nothing but blanks is nothing. */
export const notesOf = (given: string | null | undefined): string | null => (given?.trim() ? given : null);

/** Absent members keep what `before` has. */
export function limitsOf(
  given: Shape<'RateLimitInput'> | undefined,
  before: { requestsPerMinute: number | null; writesPerMinute: number | null } = {
    requestsPerMinute: null,
    writesPerMinute: null,
  },
) {
  if (given === undefined) return before;
  if (given === null) return { requestsPerMinute: null, writesPerMinute: null };
  const { requests_per_minute = before.requestsPerMinute, writes_per_minute = before.writesPerMinute } = given;
  return { requestsPerMinute: requests_per_minute, writesPerMinute: writes_per_minute };
}

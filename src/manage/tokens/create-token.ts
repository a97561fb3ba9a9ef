/**
 * Tokens of a campaign and of the account: listed and created. These responses never contain a token's secret; only `reveal`
 * shows it. A filter must belong to the campaign.
 */

import { writeAudit } from '../../access/audit.ts';
import { newStanding } from '../../access/token-settings.ts';
import { createToken, type NewToken } from '../../access/tokens.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { reviseWithin } from '../../campaign/revise.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { refuseInput } from '../../problem/problem.ts';
import type { ManageContext, ManageHandler, Shape } from '../context.ts';
import { findCampaign } from '../definition/definition-change.ts';
import { actorOf, requireEditor } from '../role.ts';
import { shownTokens, toToken } from './shown-token.ts';
import { judgeFilter, readSettings } from './token-input.ts';

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

/**
 * Creates a token for the member, with its audit row. Returns its id. `campaign`: the token's own; undefined for a broad
 * token.
 */
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
    // Under the campaign's lock, so that the filter is not deleted meanwhile. The definition itself does not change.
    const { result, campaign } = await reviseWithin(trx, {
      campaignId,
      changedBy: context.member.id,
      noteDocuments: context.noteDocuments,
      async apply(_, campaign) {
        const filterId = body.filter_id ?? null;
        const scope = filterId === null ? 'campaign' : 'filter';
        const { settings, errors } = readSettings(body, {
          ...newStanding,
          name: body.name,
          permission: body.permission,
          scope,
          filterId,
        });
        const all = [...errors, ...judgeFilter(campaign, filterId)];
        if (all.length > 0) throw refuseInput('invalid_request', all);
        const id = await addToken(trx, context, { ...settings, campaignId }, campaign);
        return { result: id, changes: [] };
      },
    });
    return readToken(context, trx, result, campaign);
  });
  return { status: 201, body: token };
};

export const createAccountToken: ManageHandler<'createAccountToken'> = async ({ body }, context) => {
  requireEditor(context);
  const { name, permission } = body;
  const broad = { ...newStanding, name, permission, scope: 'account', filterId: null } as const;
  const { settings, errors } = readSettings(body, broad);
  if (errors.length > 0) throw refuseInput('invalid_request', errors);
  const token = await context.db.transaction().execute(async (trx) => {
    const id = await addToken(trx, context, { ...settings, campaignId: null });
    return readToken(context, trx, id, undefined);
  });
  return { status: 201, body: token };
};

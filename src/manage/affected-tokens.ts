/** The tokens whose documents, or whose leads, a change makes different, with what judged and what would judge their requests. */
import { pinsOfScope, type Scope, scopeOf } from '../access/grant.ts';
import type { Permission } from '../access/tokens.ts';
import type { Campaign } from '../campaign/definition.ts';
import type { Change } from '../document/changes/change.ts';
import { compare } from '../document/changes/compare.ts';
import { documentOf } from '../document/document-of.ts';
import { offerOf } from '../document/offer.ts';
import type { Bench } from '../validation/hindsight.ts';
import type { ManageContext, Shape } from './context.ts';
import type { Tried } from './planned-change.ts';
import { shownState } from './token-shape.ts';

type Judging = Omit<Bench, 'compiled'> & { readonly scope: Scope };

export interface Affected {
  readonly id: string;
  readonly name: string;
  readonly state: Shape<'Token'>['state'];
  readonly changes: readonly Change[];
  readonly from: Judging;
  readonly to: Judging;
}

/** Revoked ones apart. */
export async function affectedTokens(
  { db, member, publicUrl }: ManageContext,
  { from, to }: Tried,
): Promise<readonly Affected[]> {
  const rows = await db
    .selectFrom('tokens')
    .select(['id', 'name', 'scope', 'permission', 'paused'])
    .select(['account_id as accountId', 'campaign_id as campaignId', 'filter_id as filterId'])
    .select(['expires_at as expiresAt', 'revoked_at as revokedAt'])
    .where('account_id', '=', member.accountId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('campaign_id', '=', from.id), eb('scope', '=', 'account')]))
    .orderBy('id')
    .execute();
  const judging = keep((campaign: Campaign, scope: Scope, permission: Permission): Judging => {
    const offer = offerOf({ campaign, permission, scope, pins: pinsOfScope(campaign, scope) });
    const condition = scope.kind === 'condition' ? scope.condition : undefined;
    return { document: documentOf(offer, publicUrl), offer, condition, scope };
  });
  return rows.flatMap((row) => {
    const [was, is] = [scopeOf(row, from), scopeOf(row, to)];
    if (!was || !is) return [];
    const [before, after] = [judging(from, was, row.permission), judging(to, is, row.permission)];
    const changes = compare(before, after);
    if (changes.length === 0) return [];
    return [{ id: row.id, name: row.name, state: shownState(row, from.archived), changes, from: before, to: after }];
  });
}

/** Tokens of one scope and permission have one document. */
function keep(make: (campaign: Campaign, scope: Scope, permission: Permission) => Judging): typeof make {
  const made = new Map<Campaign, Map<string, Judging>>();
  return (campaign, scope, permission) => {
    const ofCampaign = made.get(campaign) ?? new Map<string, Judging>();
    made.set(campaign, ofCampaign);
    const key = JSON.stringify([scope, permission]);
    const one = ofCampaign.get(key) ?? make(campaign, scope, permission);
    ofCampaign.set(key, one);
    return one;
  };
}

/**
 * The tokens whose documents or leads a change affects, with the documents that judged their requests and those that would
 * judge them.
 */
import { pinsOfScope, type Scope, scopeOf } from '../../access/grant.ts';
import type { Permission } from '../../access/tokens.ts';
import type { Campaign } from '../../campaign/definition.ts';
import type { Change } from '../../document/changes/change.ts';
import { offerAndScopeOf } from '../../document/changes/changelog.ts';
import { compare, type OfferAndScope } from '../../document/changes/compare.ts';
import { documentOf } from '../../document/document-of.ts';
import type { OpenApiDocument } from '../../document/openapi.ts';
import { inTurns, type Turns } from '../../operation/turns.ts';
import type { Bench, Past } from '../../validation/hindsight.ts';
import type { ManageContext, Shape } from '../context.ts';
import { shownState } from '../tokens/shown-token.ts';
import { asSentBy, type Likeness, likenessOf } from './alike.ts';
import type { Tried } from './planned-change.ts';

export interface Affected {
  readonly id: string;
  readonly name: string;
  readonly state: Shape<'Token'>['state'];
  readonly changes: readonly Change[];
  /** The leads that the token will see. */
  readonly scope: Scope;
  /** The documents that judged its requests, and those that would judge them. Pass requests through {@link asJudged} first. */
  benches(): { readonly from: Bench; readonly to: Bench };
  asJudged(request: Past): Past;
}

/** Revoked tokens are left out. */
export async function affectedTokens(context: ManageContext, tried: Tried, turns: Turns): Promise<readonly Affected[]> {
  const { db, member } = context;
  const rows = await db
    .selectFrom('tokens')
    .select(['id', 'name', 'scope', 'permission', 'paused'])
    .select(['account_id as accountId', 'campaign_id as campaignId', 'filter_id as filterId'])
    .select(['expires_at as expiresAt', 'revoked_at as revokedAt'])
    .where('account_id', '=', member.accountId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('campaign_id', '=', tried.from.id), eb('scope', '=', 'account')]))
    .orderBy('id')
    .execute();
  const groups = new Map<string, Group>();
  const look = (row: (typeof rows)[number]): readonly Affected[] => {
    const [was, is] = [scopeOf(row, tried.from), scopeOf(row, tried.to)];
    if (!was || !is) return [];
    const { permission } = row;
    const likeness = likenessOf(tried, was, is, permission);
    const group = groups.get(likeness.key) ?? groupOf(context, tried, { likeness, was, is, permission });
    groups.set(likeness.key, group);
    if (group.changes.length === 0) return [];
    const bench = (campaign: Campaign, document: OpenApiDocument, scope: Scope): Bench => ({
      compiled: context.compiled,
      document,
      offer: knownUnder(campaign, scope, permission).offer,
    });
    return [
      {
        ...{ id: row.id, name: row.name, state: shownState(row, tried.from.archived) },
        ...{ changes: group.changes, scope: is },
        benches() {
          const [from, to] = group.documents();
          return { from: bench(tried.from, from, was), to: bench(tried.to, to, is) };
        },
        asJudged: ({ operation, sent }) => ({ operation, sent: asSentBy(group.likeness, likeness, sent) }),
      },
    ];
  };
  return (await inTurns(rows, look, turns)).flat();
}

const knownUnder = (campaign: Campaign, scope: Scope, permission: Permission): OfferAndScope =>
  offerAndScopeOf({ campaign, permission, scope, pins: pinsOfScope(campaign, scope) });

/**
 * Tokens for which the change means the same, with the documents of the first of them. They are made when a request needs
 * them.
 */
interface Group {
  readonly likeness: Likeness;
  readonly changes: readonly Change[];
  documents(): readonly [from: OpenApiDocument, to: OpenApiDocument];
}

interface Member {
  readonly likeness: Likeness;
  readonly was: Scope;
  readonly is: Scope;
  readonly permission: Permission;
}

function groupOf({ publicUrl }: ManageContext, tried: Tried, { likeness, was, is, permission }: Member): Group {
  const [before, after] = [knownUnder(tried.from, was, permission), knownUnder(tried.to, is, permission)];
  let documents: ReturnType<Group['documents']> | undefined;
  return {
    likeness,
    changes: compare(before, after),
    documents: () => (documents ??= [documentOf(before.offer, publicUrl), documentOf(after.offer, publicUrl)]),
  };
}

/** The tokens whose documents, or whose leads, a change makes different, with what judged and what would judge their requests. */
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
import { shownState } from '../tokens/token-shape.ts';
import { asSentBy, type Likeness, likenessOf } from './alike.ts';
import type { Tried } from './planned-change.ts';

export interface Affected {
  readonly id: string;
  readonly name: string;
  readonly state: Shape<'Token'>['state'];
  readonly changes: readonly Change[];
  /** What it sees with the change. */
  readonly scope: Scope;
  /** What judged its requests, and what would judge them: of a request as {@link asJudged} gives it. */
  benches(): { readonly from: Bench; readonly to: Bench };
  asJudged(request: Past): Past;
}

/** Revoked ones apart. */
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
      offer: known(campaign, scope, permission).offer,
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

const known = (campaign: Campaign, scope: Scope, permission: Permission): OfferAndScope =>
  offerAndScopeOf({ campaign, permission, scope, pins: pinsOfScope(campaign, scope) });

/** Tokens that the change means the same for, with the documents of the first: made when a request is judged by them. */
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
  const [before, after] = [known(tried.from, was, permission), known(tried.to, is, permission)];
  let made: ReturnType<Group['documents']> | undefined;
  return {
    likeness,
    changes: compare(before, after),
    documents: () => (made ??= [documentOf(before.offer, publicUrl), documentOf(after.offer, publicUrl)]),
  };
}

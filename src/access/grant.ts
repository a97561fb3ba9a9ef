/**
 * A grant: what one request may do with the leads of one campaign. Only this file makes one. Its scope starts from
 * "nothing"; a token of the scope `filter` whose filter is gone stays there and never becomes a wider one.
 */
import type { Condition } from '../campaign/condition/condition.ts';
import { type Pins, pinsOf } from '../campaign/condition/pins.ts';
import type { Campaign } from '../campaign/definition.ts';
import { type Standing, standingOf } from './token-standing.ts';
import type { Permission, PresentedToken, Token } from './tokens.ts';

export type Scope =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'everything' }
  | {
      readonly kind: 'condition';
      readonly condition: Condition;
      /** Id of the filter that it comes from, where it does. */
      readonly filter?: string;
    };

/** Who acts, as events and audit rows record it. */
export interface Actor {
  readonly kind: 'token' | 'member' | 'system';
  readonly id: string | null;
}

/** What every lead statement compares, so that no stale grant passes. */
export interface Guard {
  readonly epoch: string;
  /** Absent for members and the system: they have no token that could end. */
  readonly token?: { readonly id: string; readonly version: number; readonly credential: Buffer };
}

/** What a document tells of the token itself, beside what its grant says. */
export type Terms = Omit<Standing, 'filterId' | 'permission'>;

export function termsOf(token: Standing): Terms {
  const { filterId: _filter, permission: _permission, ...terms } = standingOf(token);
  return terms;
}

/**
 * The revision of the token's document: 1, and one more for each change of it. What the token brings to the sum is confirmed with its
 * version, what the campaign brings with its epoch: a request that passes the guard tells the revision that judged it.
 */
export const revisionOf = (token: Pick<Token, 'id' | 'ownChanges'>, campaign: Pick<Campaign, 'documentChanges'>) =>
  1 + token.ownChanges + (campaign.documentChanges[token.id] ?? 0);

declare const made: unique symbol;

export interface Grant {
  readonly [made]: true;
  readonly actor: Actor;
  readonly campaign: Campaign;
  readonly permission: Permission;
  /** Of the account as a whole: it is told the names of whoever else has changed a lead. */
  readonly broad: boolean;
  readonly scope: Scope;
  readonly pins: Pins;
  /** Absent for members and the system. */
  readonly terms?: Terms;
  /** Of the token's own document, which no change rises that concerns others alone; the campaign's, for members. */
  readonly revision: number;
  readonly guard: Guard;
}

/**
 * What a token's scope is in this campaign; `undefined` when the token does not reach it: it does not exist for it. That the
 * campaign is archived is not asked: its documents change meanwhile, and are there again once it is brought back.
 */
export function scopeOf(
  token: Pick<Token, 'accountId' | 'scope' | 'campaignId' | 'filterId'>,
  campaign: Campaign,
): Scope | undefined {
  if (token.accountId !== campaign.accountId) return undefined;
  if (token.scope === 'account') return { kind: 'everything' };
  if (token.campaignId !== campaign.id) return undefined;
  if (token.scope === 'campaign') return { kind: 'everything' };
  const filter = campaign.filters.find((f) => f.id === token.filterId);
  return filter ? { kind: 'condition', condition: filter.condition, filter: filter.id } : { kind: 'nothing' };
}

/** What a scope of the campaign is once its definition has become another: that of the same filter. */
export function scopeOnceChanged(scope: Scope, campaign: Campaign): Scope {
  if (scope.kind !== 'condition' || scope.filter === undefined) return scope;
  const filter = campaign.filters.find(({ id }) => id === scope.filter);
  return filter ? { ...scope, condition: filter.condition } : { kind: 'nothing' };
}

const conditionOf = (scope: Scope): Condition | undefined => (scope.kind === 'condition' ? scope.condition : undefined);

/** The pins of a scope; a scope of nothing is closed. */
export function pinsOfScope(campaign: Campaign, scope: Scope): Pins {
  const pins = pinsOf(campaign, conditionOf(scope));
  return scope.kind === 'nothing' ? { ...pins, closed: 'gone' } : pins;
}

/** One grant for each reading of a token and of a campaign: neither ever changes, and what is made of a grant can be kept by it. */
const grants = new WeakMap<PresentedToken, WeakMap<Campaign, Grant>>();

/** The grant of a token in a campaign, or `undefined` when the token does not reach the campaign. */
export function grantOfToken(token: PresentedToken, campaign: Campaign): Grant | undefined {
  const known = grants.get(token)?.get(campaign);
  if (known) return known;
  const made = makeGrantOfToken(token, campaign);
  if (!made) return undefined;
  const ofToken = grants.get(token) ?? new WeakMap<Campaign, Grant>();
  grants.set(token, ofToken.set(campaign, made));
  return made;
}

function makeGrantOfToken(token: PresentedToken, campaign: Campaign): Grant | undefined {
  const scope = campaign.archived ? undefined : scopeOf(token, campaign);
  if (!scope) return undefined;
  return grant({
    actor: { kind: 'token', id: token.id },
    campaign,
    permission: token.permission,
    broad: token.scope === 'account',
    scope,
    pins: pinsOfScope(campaign, scope),
    terms: termsOf(token),
    revision: revisionOf(token, campaign),
    guard: { epoch: campaign.epoch, token: { id: token.id, version: token.version, credential: token.credential } },
  });
}

/** The grant of a signed-in member, or of the system: the whole campaign, or what a previewed condition matches. */
export function grantOfMember(actor: Actor, campaign: Campaign, permission: Permission, condition?: Condition): Grant {
  const scope: Scope = condition ? { kind: 'condition', condition } : { kind: 'everything' };
  return grant({
    actor,
    campaign,
    permission,
    broad: true,
    scope,
    pins: pinsOfScope(campaign, scope),
    revision: campaign.revision,
    guard: { epoch: campaign.epoch },
  });
}

function grant(parts: Omit<Grant, typeof made>): Grant {
  return parts as Grant;
}

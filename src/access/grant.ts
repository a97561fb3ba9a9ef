/**
 * A grant: the rights of one request to the leads of one campaign. Only this file makes grants. A scope starts from
 * "nothing". A token of the scope `filter` keeps that scope when its filter is deleted, and never gets a wider one.
 */
import type { Condition } from '../campaign/condition/condition.ts';
import { type Pins, pinsOf } from '../campaign/condition/pins.ts';
import type { Campaign } from '../campaign/definition.ts';
import { type Standing, standingOf } from './token-settings.ts';
import type { Permission, PresentedToken, Token } from './tokens.ts';

export type Scope =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'everything' }
  | {
      readonly kind: 'condition';
      readonly condition: Condition;
      /** Id of the filter that the condition comes from, if any. */
      readonly filter?: string;
    };

/** The author of an action, as events and audit rows record it. */
export interface Actor {
  readonly kind: 'token' | 'member' | 'system';
  readonly id: string | null;
}

/** The values that every lead statement compares, so that no stale grant passes. */
export interface Guard {
  readonly epoch: string;
  /** Absent for members and the system, whose tokens cannot end because they have no tokens. */
  readonly token?: { readonly id: string; readonly version: number; readonly credential: Buffer };
}

/** The settings of the token that its document shows beside what the grant permits: notes, limits, pause and expiry. */
export type Terms = Omit<Standing, 'filterId' | 'permission'>;

export function termsOf(token: Standing): Terms {
  const { filterId: _filter, permission: _permission, ...terms } = standingOf(token);
  return terms;
}

/**
 * The revision of the token's document: 1, plus one for each change of it. The guard confirms the token's part with the
 * token's version, and the campaign's part with its epoch. So a request that passes the guard states the revision that judged
 * it.
 */
export const revisionOf = (token: Pick<Token, 'id' | 'ownChanges'>, campaign: Pick<Campaign, 'documentChanges'>) =>
  1 + token.ownChanges + (campaign.documentChanges[token.id] ?? 0);

declare const grantBrand: unique symbol;

export interface Grant {
  readonly [grantBrand]: true;
  readonly actor: Actor;
  readonly campaign: Campaign;
  readonly permission: Permission;
  /** Whether the grant covers the whole account. Only then does the request see the names of others who changed a lead. */
  readonly broad: boolean;
  readonly scope: Scope;
  readonly pins: Pins;
  /** Absent for members and the system. */
  readonly terms?: Terms;
  /**
   * The revision of the token's own document, which rises only when that document changes. For members, the campaign's
   * revision.
   */
  readonly revision: number;
  readonly guard: Guard;
}

/**
 * The token's scope in this campaign; `undefined` if the token does not reach the campaign. Archived campaigns have a scope
 * too, because their documents may change meanwhile, and return when the campaign is brought back.
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

/** The same scope after a change of the definition, with the current condition of its filter. */
export function scopeOnceChanged(scope: Scope, campaign: Campaign): Scope {
  if (scope.kind !== 'condition' || scope.filter === undefined) return scope;
  const filter = campaign.filters.find(({ id }) => id === scope.filter);
  return filter ? { ...scope, condition: filter.condition } : { kind: 'nothing' };
}

const conditionOf = (scope: Scope): Condition | undefined => (scope.kind === 'condition' ? scope.condition : undefined);

/** The pins of a scope. A scope of nothing is closed. */
export function pinsOfScope(campaign: Campaign, scope: Scope): Pins {
  const pins = pinsOf(campaign, conditionOf(scope));
  return scope.kind === 'nothing' ? { ...pins, closed: 'gone' } : pins;
}

/**
 * One grant for each pair of a loaded token and a loaded campaign. Neither ever changes, so results can be cached by the
 * grant.
 */
const grants = new WeakMap<PresentedToken, WeakMap<Campaign, Grant>>();

/** The grant of a token in a campaign, or `undefined` if the token does not reach the campaign. */
export function grantOfToken(token: PresentedToken, campaign: Campaign): Grant | undefined {
  const known = grants.get(token)?.get(campaign);
  if (known) return known;
  const grant = makeGrantOfToken(token, campaign);
  if (!grant) return undefined;
  const ofToken = grants.get(token) ?? new WeakMap<Campaign, Grant>();
  grants.set(token, ofToken.set(campaign, grant));
  return grant;
}

function makeGrantOfToken(token: PresentedToken, campaign: Campaign): Grant | undefined {
  const scope = campaign.archived ? undefined : scopeOf(token, campaign);
  if (!scope) return undefined;
  return brand({
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

/** The grant of a signed-in member, or of the system: for the whole campaign, or for a previewed condition. */
export function grantOfMember(actor: Actor, campaign: Campaign, permission: Permission, condition?: Condition): Grant {
  const scope: Scope = condition ? { kind: 'condition', condition } : { kind: 'everything' };
  return brand({
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

function brand(parts: Omit<Grant, typeof grantBrand>): Grant {
  return parts as Grant;
}

/**
 * Compares the offer of a token before a change with the offer after it, property by property. Only the token's own offer
 * counts, so changes that concern other vendors are not part of the result. Offers are compared, never documents.
 */

import type { Scope } from '../../access/grant.ts';
import { traits } from '../../campaign/field-types.ts';
import { limitOf } from '../../limits/per-minute.ts';
import type { Offer } from '../offer.ts';
import { vendorRule } from '../words/duplicates.ts';
import { type Limits, usualLimits } from '../words/limits.ts';
import { type Change, change, gravestFirst, nothing } from './change.ts';
import { compareConditions } from './compare-conditions.ts';
import { compareFields, isUnrestricted } from './compare-fields.ts';
import { compareRules } from './compare-rules.ts';
import { compareStatuses } from './compare-statuses.ts';

/** The offer of a token, and its scope. */
export interface OfferAndScope {
  readonly offer: Offer;
  readonly scope: Scope;
}

/**
 * The changes from `before` to `after`, breaking changes first. The result is empty if a vendor finds no difference.
 *
 * `lastWithFilter`: the token's offer when it last had its filter. A token that gets a filter again is compared with this offer. Announcements are in `compare-announced`.
 */
export function compare(
  before: OfferAndScope,
  after: OfferAndScope,
  lastWithFilter = before,
  limits = usualLimits,
): readonly Change[] {
  const [hadScope, hasScope] = [before, after].map(({ scope }) => scope.kind !== 'nothing');
  const terms = compareTerms(before.offer, after.offer, limits);
  if (hadScope && !hasScope) return gravestFirst([change('filter_deleted', 'breaking', '', nothing), ...terms]);
  const regains = !hadScope && hasScope;
  const from = regains ? lastWithFilter : before;
  // The token never saw a lead, so there is nothing to compare with.
  if (regains && from.scope.kind === 'nothing')
    return gravestFirst([...seesAgain(before.offer, after.offer), ...terms]);
  return gravestFirst([
    ...(regains
      ? seesAgain(before.offer, after.offer)
      : [...compareScopes(before.scope, after.scope), ...compareRights(before.offer, after.offer)]),
    ...terms,
    ...compareFields(from.offer, after.offer),
    ...compareStatuses(from.offer, after.offer),
    ...compareCountries(from.offer, after.offer),
    ...compareDuplicates(from.offer, after.offer),
    ...compareCampaigns(from.offer, after.offer),
  ]);
}

/** The token got a filter again. Its rights are compared with those that it had without one. */
function seesAgain(before: Offer, after: Offer): Change[] {
  const creation = after.creates ? [change('creation', 'additive', '', { from: false, to: true })] : [];
  return [change('filter_again', 'additive', '', nothing), ...creation, ...comparePermissions(before, after)];
}

function compareScopes(before: Scope, after: Scope): Change[] {
  if (before.kind === 'everything')
    return after.kind === 'condition' ? [change('filter_tied', 'breaking', '', nothing)] : [];
  if (after.kind === 'everything') return [change('filter_freed', 'additive', '', nothing)];
  if (before.kind !== 'condition' || after.kind !== 'condition') return [];
  return compareConditions('filter_other', '', before.condition, after.condition);
}

function comparePermissions({ permission: from }: Offer, { permission: to }: Offer): Change[] {
  return from === to ? [] : [change('permission', to === 'read' ? 'breaking' : 'additive', '', { from, to })];
}

function compareRights(before: Offer, after: Offer): Change[] {
  const permissions = comparePermissions(before, after);
  if (permissions.length > 0 || before.creates === after.creates) return permissions;
  const facts = { from: before.creates, to: after.creates };
  return [change('creation', after.creates ? 'additive' : 'breaking', '', facts)];
}

/** Compares the terms of the token. A document without a token, for example of a past definition, has no terms. */
function compareTerms(
  { terms: was, writes: wroteBefore }: Offer,
  { terms: is, writes }: Offer,
  limits: Limits,
): Change[] {
  if (!was || !is) return [];
  const compareLimit = (what: 'requests' | 'writes'): Change[] => {
    const limitIn = (terms: typeof was) => limitOf(terms, what, limits.perMinute) ?? null;
    const [from, to] = [limitIn(was), limitIn(is)];
    if (from === to) return [];
    const lower = to !== null && (from === null || to < from);
    return [change('limit', lower ? 'breaking' : 'additive', what, { from, to })];
  };
  return [
    ...(was.paused === is.paused
      ? []
      : [change('pause', is.paused ? 'breaking' : 'additive', '', { from: was.paused, to: is.paused })]),
    ...compareExpiry(was.expiresAt?.toISOString() ?? null, is.expiresAt?.toISOString() ?? null),
    ...compareLimit('requests'),
    ...(wroteBefore && writes ? compareLimit('writes') : []),
    ...((was.notes ?? '') === (is.notes ?? '') ? [] : [change('token_notes', 'textual', '', nothing)]),
  ];
}

function compareExpiry(from: string | null, to: string | null): Change[] {
  if (from === to) return [];
  const sooner = to !== null && (from === null || to < from);
  return [change('end', sooner ? 'breaking' : 'additive', '', { from, to })];
}

/** The default country. It matters only where a phone field is written, or where lists are filtered by it. */
function compareCountries(before: Offer, after: Offer): Change[] {
  const [from, to] = [before.campaign.defaultCountry, after.campaign.defaultCountry];
  const countryMatters = ({ fields, writes }: Offer, key: string) =>
    fields.some(
      (one) =>
        one.field.key === key &&
        traits[one.field.type].readsCountry &&
        ((writes && isUnrestricted(one)) || one.field.searchable),
    );
  const concerned = before.fields.some(
    ({ field: { key } }) => countryMatters(before, key) && countryMatters(after, key),
  );
  if (from === to || !concerned) return [];
  return [change('country', from === null ? 'additive' : 'breaking', '', { from, to })];
}

function compareDuplicates(before: Offer, after: Offer): Change[] {
  // A token that could not create before, or cannot now, has another change that says so.
  return before.creates && after.creates ? compareRules(vendorRule(before), vendorRule(after)) : [];
}

function compareCampaigns({ campaign: was }: Offer, { campaign: is }: Offer): Change[] {
  return [
    ...(was.name === is.name ? [] : [change('campaign_name', 'textual', '', { from: was.name, to: is.name })]),
    ...(was.accountName === is.accountName
      ? []
      : [change('account_name', 'textual', '', { from: was.accountName, to: is.accountName })]),
    ...(was.supportContact === is.supportContact
      ? []
      : [change('support', 'textual', '', { from: was.supportContact, to: is.supportContact })]),
    ...((was.vendorNotes ?? '') === (is.vendorNotes ?? '') ? [] : [change('campaign_notes', 'textual', '', nothing)]),
  ];
}

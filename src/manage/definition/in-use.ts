/**
 * Finds what depends on a field, option, status or filter: the filters whose condition names it, and the tokens that are tied
 * to these. A part in use is removed only with `force`; its tokens then match nothing.
 */
import { type Comparison, comparisons } from '../../campaign/condition/condition.ts';
import type { Campaign, Filter } from '../../campaign/definition.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import { refuse } from '../../problem/problem.ts';
import { shownState } from '../tokens/shown-token.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface TiedToken extends Named {
  readonly filterId: string;
  readonly state: 'active' | 'archived' | 'paused' | 'expired';
}

/** The filters that have a comparison for which `names` returns true. */
function filtersWith(campaign: Campaign, names: (comparison: Comparison) => boolean): readonly Filter[] {
  return campaign.filters.filter((filter) => [...comparisons(filter.condition)].some(names));
}

export const filtersOnField = (campaign: Campaign, key: string): readonly Filter[] =>
  filtersWith(campaign, ({ path }) => path === `fields.${key}`);

export const filtersOnStatus = (campaign: Campaign, key: string): readonly Filter[] =>
  filtersWith(campaign, ({ path, value }) => path === 'status' && [value].flat().includes(key));

/** `select`: key of the option's select. */
export function filtersOnOption(campaign: Campaign, select: string, option: string): readonly Filter[] {
  const paths = campaign.fields.filter((field) => field.select === select).map((field) => `fields.${field.key}`);
  return filtersWith(campaign, ({ path, value }) => paths.includes(path) && [value].flat().includes(option));
}

/** The tokens that are tied to one of the filters, without revoked ones. */
export async function tokensOf(
  db: Database | DatabaseTransaction,
  filters: readonly { readonly id: string }[],
): Promise<Named[]> {
  return (await tiedTokens(db, filters)).map(({ id, name }) => ({ id, name }));
}

/** The same tokens, each with its filter and its state. */
export async function tiedTokens(
  db: Database | DatabaseTransaction,
  filters: readonly { readonly id: string }[],
): Promise<TiedToken[]> {
  if (filters.length === 0) return [];
  const rows = await db
    .selectFrom('tokens')
    .leftJoin('campaigns', 'campaigns.id', 'tokens.campaign_id')
    .select(['tokens.id', 'tokens.name', 'filter_id as filterId'])
    .select(['paused', 'expires_at as expiresAt', 'revoked_at as revokedAt', 'archived_at as archivedAt'])
    .where(
      'filter_id',
      'in',
      filters.map((filter) => filter.id),
    )
    .where('revoked_at', 'is', null)
    .orderBy('tokens.name')
    .execute();
  return rows.map(({ id, name, filterId, archivedAt, ...row }) => ({
    id,
    name,
    filterId: filterId ?? '',
    state: shownState(row, archivedAt !== null) as TiedToken['state'],
  }));
}

/** Refuses with 409 `in_use` while filters use `what`. */
export async function refuseWhileFiltered(
  trx: DatabaseTransaction,
  what: string,
  filters: readonly Filter[],
): Promise<void> {
  if (filters.length === 0) return;
  const used = filters.map(({ id, name }) => ({ id, name }));
  throw inUse(`${what} is used by ${count(used.length, 'filter')}.`, used, await tokensOf(trx, filters));
}

export function inUse(detail: string, filters: readonly Named[], tokens: readonly Named[], leads?: number): Error {
  return refuse('in_use', detail, {
    extensions: { used_by: { filters, tokens }, ...(leads !== undefined && { leads }) },
  });
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

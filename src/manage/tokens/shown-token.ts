/**
 * A token as the console sees it, never with its secret. `summary` is made from the grant itself, so it follows the same
 * rules that decide what the token may do.
 */
import { sql } from 'kysely';
import { pinsOfScope, scopeOf } from '../../access/grant.ts';
import { selectStanding } from '../../access/token-settings.ts';
import { stateOf } from '../../access/tokens.ts';
import { describeCondition, labelOfPath } from '../../campaign/condition/describe.ts';
import type { Pins } from '../../campaign/condition/pins.ts';
import type { Campaign } from '../../campaign/definition.ts';
import type { Database, DatabaseTransaction } from '../../database/connection.ts';
import type { Shape } from '../context.ts';

interface PreviousSecret {
  readonly prefix: string;
  readonly validUntil: string;
  readonly lastUsedAt: string | null;
}

/** The replaced secret that is still accepted. It ends at the latest with the token. Times are in JSON's form. */
const previousSecret = sql<PreviousSecret | null>`(
  select jsonb_build_object('prefix', c.prefix, 'validUntil', least(c.valid_until, tokens.expires_at), 'lastUsedAt', c.last_used_at)
  from token_credentials c
  where c.token_id = tokens.id and tokens.revoked_at is null and least(c.valid_until, tokens.expires_at) > clock_timestamp()
    and c.valid_until is not null
  order by c.created_at desc limit 1)`;

/** A query of tokens with everything that is shown of them. The caller selects the tokens. */
export function shownTokens(db: Database | DatabaseTransaction) {
  return db
    .selectFrom('tokens')
    .leftJoin('campaigns', 'campaigns.id', 'tokens.campaign_id')
    .leftJoin('members', 'members.id', 'tokens.created_by')
    .select(selectStanding('tokens'))
    .select([
      'tokens.id',
      'tokens.account_id as accountId',
      'tokens.campaign_id as campaignId',
      'tokens.name',
      'tokens.docs_id as docsId',
      'tokens.revoked_at as revokedAt',
      'tokens.own_changes as ownChanges',
      'tokens.created_at as createdAt',
      'tokens.created_by as creatorId',
      'members.name as creatorName',
      'campaigns.slug',
      'campaigns.archived_at as archivedAt',
      sql<string>`(select c.prefix from token_credentials c where c.token_id = tokens.id
        order by c.valid_until desc nulls first, c.created_at desc limit 1)`.as('prefix'),
      sql<Date | null>`(select max(u.last_used_at) from token_usage u where u.token_id = tokens.id)`.as('lastUsedAt'),
      previousSecret.as('previousSecret'),
    ])
    .orderBy('tokens.id', 'desc');
}

export type TokenRow = Awaited<ReturnType<ReturnType<typeof shownTokens>['executeTakeFirstOrThrow']>>;

/** `campaign`: the token's own; undefined for a broad token, or if the campaign is deleted. */
export function toToken(row: TokenRow, campaign: Campaign | undefined, publicUrl: string): Shape<'Token'> {
  const { requestsPerMinute, writesPerMinute } = row;
  const filter = campaign?.filters.find((one) => one.id === row.filterId);
  const limited = requestsPerMinute !== null || writesPerMinute !== null;
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    campaign: row.slug,
    permission: row.permission,
    filter: filter ? { id: filter.id, name: filter.name } : null,
    summary: summarise(row, campaign),
    prefix: row.prefix,
    previous_secret: toPreviousSecret(row.previousSecret),
    docs_url: `${publicUrl}/docs/${row.docsId}`,
    state: shownState(row, row.archivedAt !== null),
    rate_limit: limited ? { requests_per_minute: requestsPerMinute, writes_per_minute: writesPerMinute } : null,
    notes: row.notes,
    created_by: row.creatorId && row.creatorName ? { id: row.creatorId, name: row.creatorName } : null,
    created_at: row.createdAt.toISOString(),
    last_used_at: row.lastUsedAt?.toISOString() ?? null,
    expires_at: row.expiresAt?.toISOString() ?? null,
  };
}

type State = ReturnType<typeof stateOf> | 'archived';

/** The token's state, with that of its campaign: tokens of an archived campaign are not accepted. */
export function shownState(row: Parameters<typeof stateOf>[0], archived: boolean): State {
  const state = stateOf(row);
  return state === 'active' && archived ? 'archived' : state;
}

function toPreviousSecret(previous: PreviousSecret | null): Shape<'Token'>['previous_secret'] {
  if (!previous) return null;
  const { prefix, validUntil, lastUsedAt } = previous;
  return {
    prefix,
    valid_until: new Date(validUntil).toISOString(),
    last_used_at: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
  };
}

/** "Reads and writes leads whose Source is Vendor XYZ; Source is filled in." */
function summarise(row: TokenRow, campaign: Campaign | undefined): string {
  const verb = row.permission === 'read' ? 'Reads' : 'Reads and writes';
  if (row.scope === 'account') return `${verb} every lead of every campaign.`;
  const scope = campaign && scopeOf(row, campaign);
  if (!scope) return 'Reaches nothing: its campaign is gone.';
  if (campaign.archived) return 'Reaches nothing while its campaign is archived.';
  if (scope.kind === 'everything') return `${verb} every lead of the campaign.`;
  if (scope.kind === 'nothing') return 'Matches nothing: its filter is gone.';
  const whose = `${verb} leads whose ${describeCondition(campaign, scope.condition)}`;
  return row.permission === 'read' ? `${whose}.` : `${whose}${filledIn(campaign, pinsOfScope(campaign, scope))}.`;
}

function filledIn(campaign: Campaign, { allowed, closed }: Pins): string {
  if (closed === 'gone') return '; none can be created, for the filter asks for what the campaign no longer offers';
  if (closed === 'contradiction') return '; there can be none, for the filter contradicts itself';
  const labels = [...allowed].flatMap(([path, values]) => (values.length === 1 ? [labelOfPath(campaign, path)] : []));
  if (labels.length === 0) return '';
  const last = labels.pop();
  return `; ${labels.length > 0 ? `${labels.join(', ')} and ${last} are` : `${last} is`} filled in`;
}

/**
 * Tokens as stored: making one, giving it a credential, finding it by secret or by documentation address, and revealing
 * it. A token has one credential, or two for a while after a rotation.
 */
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import { newDocsId, newId } from '../ids/ids.ts';
import { hashSecret, newSecret, prefixOf } from './token-format.ts';
import { noteStanding, type Permission, type Standing } from './token-standing.ts';
import type { Vault } from './vault.ts';

export type { Permission };

export interface NewToken extends Pick<Standing, 'scope' | 'filterId' | 'permission'> {
  readonly accountId: string;
  readonly campaignId: string | null;
  readonly name: string;
  readonly expiresAt?: Date | null;
  readonly requestsPerMinute?: number | null;
  readonly writesPerMinute?: number | null;
  /** What its vendor is told, in Markdown. */
  readonly notes?: string | null;
  readonly createdBy: string | null;
}

/** A token together with one of its credentials, as a request presents it. */
export interface Token extends Standing {
  readonly id: string;
  readonly accountId: string;
  readonly campaignId: string | null;
  readonly name: string;
  readonly version: number;
  readonly docsId: string;
  /** How often a change of the token itself has changed its documents. */
  readonly ownChanges: number;
  readonly paused: boolean;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface PresentedToken extends Token {
  readonly credential: Buffer;
  readonly prefix: string;
  readonly validUntil: Date | null;
  /** Whether token or credential had ended when it was read, by the database's clock: the one that the guard goes by. */
  readonly ended: boolean;
}

/** Inserts a token with its first credential; returns its id. */
export async function createToken(trx: DatabaseTransaction, vault: Vault, token: NewToken): Promise<string> {
  const id = newId();
  await trx
    .insertInto('tokens')
    .values({
      id,
      account_id: token.accountId,
      scope: token.scope,
      campaign_id: token.campaignId,
      filter_id: token.filterId,
      name: token.name,
      permission: token.permission,
      requests_per_minute: token.requestsPerMinute ?? null,
      writes_per_minute: token.writesPerMinute ?? null,
      notes: token.notes ?? null,
      expires_at: token.expiresAt ?? null,
      docs_id: newDocsId(),
      created_by: token.createdBy,
      created_at: new Date(),
    })
    .execute();
  const { requestsPerMinute = null, writesPerMinute = null, notes = null, expiresAt = null } = token;
  await noteStanding(trx, id, { ...token, requestsPerMinute, writesPerMinute, notes, expiresAt, paused: false }, 0);
  await issueCredential(trx, vault, id);
  return id;
}

/** Gives the token a new credential and returns its secret. */
export async function issueCredential(trx: DatabaseTransaction, vault: Vault, tokenId: string): Promise<string> {
  const secret = newSecret();
  const { sealed, dataKeyId } = await vault.seal(trx, tokenId, secret);
  await trx
    .insertInto('token_credentials')
    .values({
      hash: hashSecret(secret),
      token_id: tokenId,
      prefix: prefixOf(secret),
      sealed,
      data_key_id: dataKeyId,
      created_at: new Date(),
    })
    .execute();
  return secret;
}

/** The secret of the token's newest credential. */
export async function revealSecret(db: Database | DatabaseTransaction, vault: Vault, tokenId: string): Promise<string> {
  const row = await db
    .selectFrom('token_credentials')
    .select(['sealed', 'data_key_id'])
    .where('token_id', '=', tokenId)
    .where('valid_until', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return vault.open(db, tokenId, { sealed: row.sealed, dataKeyId: row.data_key_id });
}

/**
 * Gives the token a new secret. The previous one stays valid for `graceSeconds` more, or ends at once with 0; one from before
 * it ends at once, so that never more than two are valid. Raises the token's version, so that no process answers by an old
 * secret from its cache.
 */
export async function rotateSecret(
  trx: DatabaseTransaction,
  vault: Vault,
  tokenId: string,
  graceSeconds: number,
): Promise<string> {
  await endPreviousSecrets(trx, tokenId);
  // The use of the current secret was noted as the token's own; what is used from now on is told apart.
  await trx
    .updateTable('token_credentials')
    .set({
      valid_until: sql<Date>`clock_timestamp() + make_interval(secs => ${graceSeconds})`,
      last_used_at: sql<Date>`(select max(u.last_used_at) from token_usage u
        where u.token_id = ${tokenId} and u.last_used_at >= token_credentials.created_at)`,
    })
    .where('token_id', '=', tokenId)
    .where('valid_until', 'is', null)
    .execute();
  return issueCredential(trx, vault, tokenId);
}

/** Ends every secret that was replaced and is still valid; returns whether there was one. Raises the token's version. */
export async function endPreviousSecrets(trx: DatabaseTransaction, tokenId: string): Promise<boolean> {
  await trx
    .updateTable('tokens')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', tokenId)
    .execute();
  const ended = await trx
    .updateTable('token_credentials')
    .set({ valid_until: sql<Date>`clock_timestamp()` })
    .where('token_id', '=', tokenId)
    .where('valid_until', '>', sql<Date>`clock_timestamp()`)
    .returning('prefix')
    .execute();
  return ended.length > 0;
}

const columns = [
  'tokens.id',
  'tokens.account_id as accountId',
  'tokens.scope',
  'tokens.campaign_id as campaignId',
  'tokens.filter_id as filterId',
  'tokens.name',
  'tokens.permission',
  'tokens.version',
  'tokens.docs_id as docsId',
  'tokens.paused',
  'tokens.expires_at as expiresAt',
  'tokens.revoked_at as revokedAt',
  'tokens.requests_per_minute as requestsPerMinute',
  'tokens.writes_per_minute as writesPerMinute',
  'tokens.notes',
  'tokens.own_changes as ownChanges',
] as const;

/** The token that has this secret, whatever its state, or `undefined`. */
export function findBySecret(db: Database, hash: Buffer): Promise<PresentedToken | undefined> {
  return db
    .selectFrom('token_credentials')
    .innerJoin('tokens', 'tokens.id', 'token_credentials.token_id')
    .select([
      ...columns,
      'token_credentials.hash as credential',
      'token_credentials.prefix',
      'token_credentials.valid_until as validUntil',
      sql<boolean>`coalesce(least(tokens.expires_at, token_credentials.valid_until) <= clock_timestamp(), false)`.as(
        'ended',
      ),
    ])
    .where('token_credentials.hash', '=', hash)
    .executeTakeFirst();
}

/** The token whose documentation is at this address, revoked ones left out. */
export function findByDocsId(db: Database, docsId: string): Promise<Token | undefined> {
  return db
    .selectFrom('tokens')
    .select(columns)
    .where('docs_id', '=', docsId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

/** `active`, `paused`, `expired` or `revoked`, at the time `now`. */
export function stateOf(
  token: Pick<Token, 'paused' | 'expiresAt' | 'revokedAt'>,
  now = new Date(),
): 'active' | 'paused' | 'expired' | 'revoked' {
  if (token.revokedAt) return 'revoked';
  if (token.expiresAt && token.expiresAt <= now) return 'expired';
  return token.paused ? 'paused' : 'active';
}

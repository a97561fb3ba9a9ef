/**
 * Tokens as stored: creating one, giving it a credential, finding it by secret or by documentation address, and revealing it.
 * A token has one credential, or two for a while after a rotation.
 */
import { sql } from 'kysely';
import { type Database, type DatabaseTransaction, readClock } from '../database/connection.ts';
import { newDocsId, newId } from '../ids/ids.ts';
import { hashSecret, newSecret, prefixOf } from './token-format.ts';
import {
  newStanding,
  noteStanding,
  type Permission,
  rowOfStanding,
  type Standing,
  selectStanding,
  standingOf,
} from './token-settings.ts';
import type { Vault } from './vault.ts';

export type { Permission };

type Needed = Pick<Standing, 'scope' | 'filterId' | 'permission'>;

/** Settings that are left out are those of `newStanding`. */
export type NewToken = Needed &
  Partial<Omit<Standing, keyof Needed>> & {
    readonly accountId: string;
    readonly campaignId: string | null;
    readonly name: string;
    readonly createdBy: string | null;
  };

/** A token together with one of its credentials, as a request presents it. */
export interface Token extends Standing {
  readonly id: string;
  readonly accountId: string;
  readonly campaignId: string | null;
  readonly name: string;
  readonly version: number;
  readonly docsId: string;
  /** How often changes of the token itself have changed its documents. */
  readonly ownChanges: number;
  readonly revokedAt: Date | null;
}

export interface PresentedToken extends Token {
  readonly credential: Buffer;
  readonly prefix: string;
  readonly validUntil: Date | null;
  /** Whether token or credential had ended when it was read, by the database's clock, which the guard uses too. */
  readonly ended: boolean;
}

/** Inserts a token with its first credential. Returns its id. */
export async function createToken(trx: DatabaseTransaction, vault: Vault, token: NewToken): Promise<string> {
  const id = newId();
  const standing = standingOf({ ...newStanding, ...token });
  await trx
    .insertInto('tokens')
    .values({
      id,
      account_id: token.accountId,
      campaign_id: token.campaignId,
      name: token.name,
      ...rowOfStanding(standing),
      docs_id: newDocsId(),
      created_by: token.createdBy,
      created_at: new Date(),
    })
    .execute();
  await noteStanding(trx, id, standing, 0);
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
 * Gives the token a new secret. The previous one stays valid for `graceSeconds` more, or ends at once with 0. An even older
 * one ends at once, so that at most two are valid. Raises the token's version, so that no process accepts an old secret from
 * its cache.
 */
export async function rotateSecret(
  trx: DatabaseTransaction,
  vault: Vault,
  tokenId: string,
  graceSeconds: number,
): Promise<string> {
  await endPreviousSecrets(trx, tokenId);
  const { rows } = await sql<{ ends: string; used: string | null }>`
    select (clock_timestamp() + make_interval(secs => ${graceSeconds}))::text as ends, (
      select max(u.last_used_at)::text from token_usage u, token_credentials c
      where u.token_id = ${tokenId} and c.token_id = ${tokenId} and c.valid_until is null and u.last_used_at >= c.created_at) as used`.execute(
    trx,
  );
  // So far, uses of the current secret were noted as the token's own. From now on, uses of the previous secret are noted
  // with that secret.
  await trx
    .updateTable('token_credentials')
    .set({ valid_until: rows[0]?.ends ?? null, last_used_at: rows[0]?.used ?? null })
    .where('token_id', '=', tokenId)
    .where('valid_until', 'is', null)
    .execute();
  return issueCredential(trx, vault, tokenId);
}

/** Ends every replaced secret that is still valid. Returns whether there was one. Raises the token's version. */
export async function endPreviousSecrets(trx: DatabaseTransaction, tokenId: string): Promise<boolean> {
  await trx
    .updateTable('tokens')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', tokenId)
    .execute();
  const now = await readClock(trx);
  const ended = await trx
    .updateTable('token_credentials')
    .set({ valid_until: now })
    .where('token_id', '=', tokenId)
    .where('valid_until', '>', sql<Date>`${now}::timestamptz`)
    .returning('prefix')
    .execute();
  return ended.length > 0;
}

const columns = [
  'tokens.id',
  'tokens.account_id as accountId',
  'tokens.campaign_id as campaignId',
  'tokens.name',
  'tokens.version',
  'tokens.docs_id as docsId',
  'tokens.revoked_at as revokedAt',
  'tokens.own_changes as ownChanges',
  ...selectStanding('tokens'),
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

/** The token with this documentation address, unless it is revoked. */
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

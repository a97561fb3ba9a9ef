/**
 * From a request's `Authorization` header to a token (RFC 6750). Refuses with 401. The cache may be old. If it has a valid
 * token, the guard of the answering statement confirms the token; if it has an invalid one, the token is read again here.
 */
import { LRUCache } from 'lru-cache';
import type { Database } from '../database/connection.ts';
import { type Problem, refuse } from '../problem/problem.ts';
import { hashSecret, isWellFormedSecret } from './token-format.ts';
import { findBySecret, type PresentedToken } from './tokens.ts';

/** Runs the look-up of a token that this process does not know. May make the look-up wait, or refuse it. */
export type LookUp = <T>(find: () => Promise<T>) => Promise<T>;

export interface Authenticator {
  /**
   * `headers`: all `Authorization` headers of the request, because Node's `req.headers` keeps only the first. `connection`: an object that
   * lives as long as the connection of the request.
   */
  authenticate(headers: readonly string[], connection: object, lookUp?: LookUp): Promise<PresentedToken>;
  forget(token: PresentedToken): void;
}

const challenge = 'Bearer realm="leadspec"';

function invalid(): Problem {
  return refuse('invalid_token', 'The API token is unknown, mistyped, expired, paused or revoked.', {
    headers: { 'WWW-Authenticate': `${challenge}, error="invalid_token"` },
  });
}

interface Credential {
  readonly header: string;
  readonly secret: string;
  readonly hash: Buffer;
  readonly key: string;
}

/**
 * The last credential of each connection. Nearly all requests of a connection have the same one, and hashing it takes longer than the rest
 * of the authentication.
 */
const lastCredentials = new WeakMap<object, Credential>();

/** `undefined` if the header is malformed. */
function readCredential(header: string, connection: object): Credential | undefined {
  const last = lastCredentials.get(connection);
  if (last?.header === header) return last;
  // RFC 9110, 11.1: the scheme is case-insensitive.
  const secret = /^bearer +(\S+) *$/i.exec(header)?.[1];
  if (secret === undefined) return undefined;
  const hash = hashSecret(secret);
  const credential = { header, secret, hash, key: hash.toString('base64') };
  lastCredentials.set(connection, credential);
  return credential;
}

const isValid = (token: PresentedToken | undefined): token is PresentedToken =>
  token !== undefined && !token.ended && !token.paused && !token.revokedAt;

export function createAuthenticator(db: Database, max = 10_000): Authenticator {
  const tokens = new LRUCache<string, PresentedToken>({ max });

  const lookingUp = new Map<string, Promise<PresentedToken | undefined>>();
  const share = (key: string, find: () => Promise<PresentedToken | undefined>) => {
    const finding = find().finally(() => {
      if (lookingUp.get(key) === finding) lookingUp.delete(key);
    });
    lookingUp.set(key, finding);
    return finding;
  };

  // The clock of this process only decides when to read the token again. The database decides whether the token has ended.
  const mayHaveEnded = ({ expiresAt, validUntil }: PresentedToken, now: Date) =>
    [expiresAt, validUntil].some((end) => end !== null && end <= now);

  return {
    async authenticate(headers, connection, lookUp = (find) => find()) {
      const [header, another] = headers;
      if (header === undefined) {
        throw refuse('token_missing', 'Send the header `Authorization: Bearer lsp_…`.', {
          headers: { 'WWW-Authenticate': challenge },
        });
      }
      const credential = readCredential(header, connection);
      if (!credential || another !== undefined) {
        throw refuse('token_missing', 'The `Authorization` header must be given once, in the form `Bearer lsp_…`.', {
          headers: { 'WWW-Authenticate': challenge },
        });
      }
      const { secret, hash, key } = credential;
      const cached = tokens.get(key);
      if (cached && !mayHaveEnded(cached, new Date())) return cached;
      if (!isWellFormedSecret(secret)) throw invalid();
      // A burst of requests with an unknown token looks it up once. Only a found token is shared, because the guard confirms
      // it.
      const found = await lookingUp.get(key)?.catch(() => undefined);
      const token = isValid(found) ? found : await share(key, () => lookUp(() => findBySecret(db, hash)));
      if (!isValid(token)) {
        tokens.delete(key);
        throw invalid();
      }
      tokens.set(key, token);
      return token;
    },
    forget(token) {
      tokens.delete(token.credential.toString('base64'));
    },
  };
}

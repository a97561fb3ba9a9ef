/**
 * Sessions of the console, stored in the database and named by a signed cookie. Reading the table is not enough to sign in:
 * the ids are worthless without a signature made with the sealing keys.
 */
import { hkdfSync } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import type { CookieOptions, Request, RequestHandler, Response } from 'express';
import expressSession from 'express-session';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { noteSeen } from '../../access/sessions.ts';
import type { Database } from '../../database/connection.ts';
import type { SessionControls } from '../../manage/context.ts';
import type { Runtime } from '../process/runtime.ts';

declare module 'express-session' {
  interface SessionData {
    memberId: string;
    /** The member's credential when the password was checked. A new password ends the session, even while it is in use. */
    credential: string | null;
    /** True until the session is first saved. */
    fresh?: boolean;
    /** When the password was last given; milliseconds since the epoch. */
    confirmedAt: number;
    /** The browser's user agent, which members see when they end sessions. */
    userAgent: string | null;
  }
}

const cookieName = 'leadspec_session';
/** A week after signing in, whether the session is used or not. In milliseconds. */
const maxAge = 7 * 24 * 60 * 60 * 1_000;

function cookieOf(publicUrl: string) {
  return {
    path: '/manage',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  } satisfies CookieOptions;
}

/** Signs with the newest key, and accepts signatures of older keys. */
export function sessionSecrets(secretKeys: readonly Buffer[]): string[] {
  return secretKeys.map((key) =>
    Buffer.from(hkdfSync('sha256', key, '', 'leadspec session cookie', 32)).toString('hex'),
  );
}

/**
 * The store of `connect-pg-simple`, except that a save never inserts a deleted row again, because the deletion ended the
 * session.
 */
function storeOn(pool: Pool): expressSession.Store {
  const Store = connectPgSimple(expressSession);
  class UpdatingStore extends Store {
    override set(
      sid: string,
      { fresh, ...session }: expressSession.SessionData,
      done?: (error?: unknown) => void,
    ): void {
      if (fresh) {
        super.set(sid, session as expressSession.SessionData, done);
        return;
      }
      pool.query('update sessions set sess = $1 where sid = $2', [session, sid]).then(
        () => done?.(),
        (error: unknown) => done?.(error),
      );
    }
  }
  return new UpdatingStore({
    pool,
    tableName: 'sessions',
    // Expired rows are removed in the background (`http/process/background`). A timer of the store would outlive the app.
    pruneSessionInterval: false,
    // Use does not prolong a session, so it writes nothing.
    disableTouch: true,
  });
}

export function sessionMiddleware({ config, connection, secretKeys }: Runtime): RequestHandler[] {
  const store = storeOn(connection.pool);
  const cookie = cookieOf(config.publicUrl);
  return [
    (req, _res, next) => {
      // Clients use https even if the last hop does not. Without this line, the cookie would silently not be set.
      if (cookie.secure) Object.defineProperty(req, 'secure', { value: true });
      next();
    },
    expressSession({
      name: cookieName,
      secret: sessionSecrets(secretKeys),
      store,
      cookie: { ...cookie, maxAge },
      resave: false,
      saveUninitialized: false,
    }),
  ];
}

/** Notes the use of a session at most once a minute, so that requests stay fast. */
export function createSeen(db: Database): (sid: string) => Promise<void> {
  const noted = new LRUCache<string, true>({ max: 10_000, ttl: 60_000 });
  return async (sid) => {
    if (noted.has(sid)) return;
    noted.set(sid, true);
    await noteSeen(db, sid);
  };
}

/** The controls that a handler has over the session of its request. */
export function sessionControls(req: Request, res: Response, publicUrl: string): SessionControls {
  const settled = (run: (done: (error?: unknown) => void) => void) =>
    new Promise<void>((resolve, reject) => run((error) => (error ? reject(error) : resolve())));
  return {
    get sid() {
      return req.session.id;
    },
    get confirmedAt() {
      return req.session.confirmedAt ?? 0;
    },
    async signIn({ id, credential }) {
      await settled((done) => req.session.regenerate(done));
      req.session.fresh = true;
      req.session.memberId = id;
      req.session.credential = credential;
      req.session.userAgent = req.get('User-Agent')?.slice(0, 300) ?? null;
      req.session.confirmedAt = Date.now();
    },
    confirm() {
      req.session.confirmedAt = Date.now();
    },
    async signOut() {
      await settled((done) => req.session.destroy(done));
      res.clearCookie(cookieName, cookieOf(publicUrl));
    },
  };
}

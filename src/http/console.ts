/**
 * The console: one page for every address below `/console`, and the files that it loads, which never change under their
 * names. Each response gets its own nonce, because the page's policy forbids inline styles. This part knows nothing of
 * members: the Management API decides what the page may show.
 */

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Request, type Response, Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { refuse } from '../problem/problem.ts';
import { consolePolicy } from './docs/page-policy.ts';
import { refuseOtherMethods } from './other-methods.ts';
import { stateOf } from './request-state.ts';

const built = fileURLToPath(new URL('../../dist/console/', import.meta.url));

export function consoleRoutes(): Router {
  const router = Router();

  refuseOtherMethods(router, '/assets/{*name}');

  router.use(
    '/assets',
    (_req, res, next) => {
      stateOf(res).route = '/console/assets/{name}';
      next();
    },
    expressStaticGzip(`${built}assets`, {
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      index: false,
      serveStatic: { immutable: true, maxAge: '1y', fallthrough: true, redirect: false },
    }),
    () => {
      throw refuse('not_found', 'This file belongs to another version of the console. Load the page again.');
    },
  );

  router.get('/{*path}', (req: Request, res: Response) => {
    stateOf(res).route = '/console';
    if (!req.accepts('html'))
      throw refuse('not_acceptable', 'The console is `text/html`; the `Accept` header excludes it.');
    const page = readPage();
    const nonce = randomBytes(16).toString('base64url');
    res
      .set({ 'Content-Security-Policy': consolePolicy(nonce), 'Cache-Control': 'no-store' })
      .type('html')
      .send(page.replaceAll('__NONCE__', nonce));
  });
  refuseOtherMethods(router, '/{*path}');
  return router;
}

/** Reads the page again each time, because a new build names other files. */
function readPage(): string {
  try {
    return readFileSync(`${built}index.html`, 'utf8');
  } catch {
    throw refuse(
      'not_found',
      'The console is not built. `npm run build:console` builds it; `npm ci` does so by itself.',
    );
  }
}

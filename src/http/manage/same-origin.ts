/**
 * Refuses requests that change something and that a browser says were sent by a page of another origin (403
 * `cross_origin`). A client that is no browser sends neither header, and has no cookie of somebody else's to abuse.
 */
import type { Request } from 'express';
import { refuse } from '../../problem/problem.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

export function refuseCrossOrigin(req: Request, publicUrl: string): void {
  if (harmless.has(req.method)) return;
  const site = req.get('Sec-Fetch-Site');
  const origin = req.get('Origin');
  // `none`: typed or started by the person itself (Fetch Metadata, 2.3).
  const siteFits = site === undefined || site === 'same-origin' || site === 'none';
  if (siteFits && (origin === undefined || isOurs(origin, req, publicUrl))) return;
  throw refuse('cross_origin', 'A page of another origin sent this request; it is refused.');
}

/**
 * Refuses a request that a page of another origin sent, whatever its method. The name in `Host` does not count: a page can make its
 * own name lead to this machine (DNS rebinding), and then its origin and the host agree.
 */
export function refuseForeignOrigin(req: Request, publicUrl: string): void {
  const origin = req.get('Origin');
  if (origin === undefined || origin === new URL(publicUrl).origin) return;
  throw refuse('cross_origin', 'A page of another origin sent this request; it is refused.');
}

/** The origin under which clients reach us, or the very host that was asked. `null` (a sandbox) is neither. */
function isOurs(origin: string, req: Request, publicUrl: string): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === req.get('Host');
}

/**
 * Refuses changing requests that, according to the browser, a page of another origin sent (403 `cross_origin`). Other clients
 * send neither header, and have no cookie that such a page could abuse.
 */
import type { Request } from 'express';
import { refuse } from '../../problem/problem.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

export function refuseCrossOrigin(req: Request, publicUrl: string): void {
  if (harmless.has(req.method)) return;
  const site = req.get('Sec-Fetch-Site');
  const origin = req.get('Origin');
  // `none`: the person typed the address or opened a bookmark (Fetch Metadata, 2.3).
  const siteFits = site === undefined || site === 'same-origin' || site === 'none';
  if (siteFits && (origin === undefined || isOurs(origin, req, publicUrl))) return;
  throw refuse('cross_origin', 'A page of another origin sent this request; it is refused.');
}

/**
 * Refuses a request of a page of another origin, whatever its method. `Host` does not count, because a page can make its own
 * name resolve to this machine (DNS rebinding), and then its origin equals the host.
 */
export function refuseForeignOrigin(req: Request, publicUrl: string): void {
  const origin = req.get('Origin');
  if (origin === undefined || origin === new URL(publicUrl).origin) return;
  throw refuse('cross_origin', 'A page of another origin sent this request; it is refused.');
}

/** Whether the origin is `PUBLIC_URL`'s, or the host of the request. `null` (a sandbox) is neither. */
function isOurs(origin: string, req: Request, publicUrl: string): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === req.get('Host');
}

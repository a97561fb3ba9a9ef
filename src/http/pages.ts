/**
 * The pages: documentation by its secret address, and problems; `/` leads to the console. No sign-in and no token: a
 * documentation address is 128 random bits. What it names is read anew for each request, and the campaign's definition is
 * confirmed by its epoch.
 */
import { type NextFunction, type Request, type Response, Router } from 'express';
import { pinsOfScope, scopeOf } from '../access/grant.ts';
import { findByDocsId, type Token } from '../access/tokens.ts';
import { listReachable } from '../campaign/reachable.ts';
import { assetRoutes } from '../docs/assets.ts';
import { campaignsPage, problemPage } from '../docs/plain-pages.ts';
import { confirmCampaign } from '../leads/store/guard.ts';
import { type ProblemCode, problemKinds } from '../problem/codes.ts';
import { notFound, refuse } from '../problem/problem.ts';
import { readableAnywhere } from './cross-origin-calls.ts';
import { createDocumentation, type Shown, type Suffix } from './documentation.ts';
import { withFreshGrant } from './fresh-grant.ts';
import { matches } from './not-modified.ts';
import { pagePolicy } from './page-policy.ts';
import type { Parts } from './parts.ts';
import type { Runtime } from './runtime.ts';

const offered = 'GET, HEAD, OPTIONS';

export function pageRoutes(runtime: Runtime, parts: Parts): Router {
  const { db } = runtime.connection;
  const { publicUrl } = runtime.config;
  const router = Router();

  const documentation = createDocumentation(db, parts.publisher, publicUrl);

  const show =
    (suffix: Suffix, slugOf: (req: Request) => string | undefined) => async (req: Request, res: Response) => {
      const docsId = String(req.params.docs_id);
      const slug = slugOf(req);
      const shown = await withFreshGrant(async () => {
        const token = await findToken(docsId);
        const campaign = await campaignOf(token, slug);
        const scope = token && campaign && scopeOf(token, campaign);
        return {
          async run(): Promise<Shown> {
            const base = `/docs/${docsId}`;
            if (token?.scope === 'account' && slug === undefined && suffix === '') {
              return { type: 'html', text: campaignsPage(base, await listReachable(db, token)) };
            }
            if (!token || !campaign || !scope) throw notFound('page');
            const subject = { campaign, permission: token.permission, scope, pins: pinsOfScope(campaign, scope) };
            const page = slug === undefined ? base : `${base}/campaigns/${slug}`;
            const result = await documentation[suffix]({ token, subject, base: page });
            await confirmCampaign(db, campaign);
            return result;
          },
          confirm: () => (campaign ? confirmCampaign(db, campaign) : Promise.resolve()),
          forget: () => campaign && parts.campaigns.forget(campaign),
        };
      });
      send(req, res, shown);
    };

  const findToken = (docsId: string) => (/^[a-z2-7]{26}$/.test(docsId) ? findByDocsId(db, docsId) : undefined);

  const campaignOf = async (token: Token | undefined, slug: string | undefined) => {
    if (!token) return undefined;
    if (token.scope === 'account') return slug === undefined ? undefined : parts.campaigns.bySlug(slug);
    return slug === undefined && token.campaignId !== null ? parts.campaigns.byId(token.campaignId) : undefined;
  };

  const own = () => undefined;
  const named = (req: Request) => String(req.params.slug);
  const route = (path: string, template: string, serve: (req: Request, res: Response) => Promise<void>) => {
    router.get(path, (req: Request, res: Response, next: NextFunction) => {
      res.locals.route = template;
      serve(req, res).catch(next);
    });
    router.all(path, (req: Request, res: Response) => {
      res.locals.route = template;
      if (req.method !== 'OPTIONS')
        throw refuse('method_not_allowed', `This address offers ${offered}.`, { headers: { Allow: offered } });
      res.set('Allow', offered).status(204).end();
    });
  };

  // From here on what is refused is refused to whoever looks at pages: a browser is shown one.
  router.use((_req, res, next) => {
    res.locals.page = true;
    next();
  });
  router.use(assetRoutes());
  for (const suffix of Object.keys(documentation) as Suffix[]) {
    const [at, below] = [`/docs/:docs_id${suffix}`, `/docs/:docs_id/campaigns/:slug${suffix}`];
    // What programs read is read by programs in browsers too.
    if (/\.\w+$/.test(suffix)) router.use([at, below], readableAnywhere);
    route(at, `/docs/{docs_id}${suffix}`, show(suffix, own));
    route(below, `/docs/{docs_id}/campaigns/{slug}${suffix}`, show(suffix, named));
  }
  route('/problems/:code', '/problems/{code}', async (req, res) => {
    const code = String(req.params.code);
    if (!Object.hasOwn(problemKinds, code)) throw notFound('page');
    send(req, res, { type: 'html', text: problemPage(code as ProblemCode, publicUrl) });
  });
  route('/', '/', async (_req, res) => res.redirect('/console'));
  return router;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
};

function send(req: Request, res: Response, { type, text, etag }: Shown): void {
  // The address is the secret: no search engine keeps it, no other site is told it, no shared cache answers for us.
  res.set({
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'private, no-cache',
    'Content-Type': types[type] ?? '',
  });
  if (type === 'html') res.set('Content-Security-Policy', pagePolicy);
  if (etag !== undefined) res.set('ETag', etag);
  if (matches(req, etag)) res.status(304).end();
  else res.end(req.method === 'HEAD' ? undefined : text);
}

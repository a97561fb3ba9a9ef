/**
 * The pages: documentation by its secret address, and problems; `/` leads to the console. No sign-in and no token: a documentation address is
 * 128 random bits. What it names is read anew for each request, and the campaign's definition is confirmed by its epoch.
 */
import { type NextFunction, type Request, type Response, Router } from 'express';
import { stringify } from 'yaml';
import { pinsOfScope, scopeOf } from '../access/grant.ts';
import { findByDocsId, stateOf, type Token } from '../access/tokens.ts';
import { listReachable } from '../campaign/reachable.ts';
import { assetRoutes } from '../docs/assets.ts';
import { campaignsPage, problemPage } from '../docs/plain-pages.ts';
import { redocPage } from '../docs/redoc-page.ts';
import type { DocumentSubject } from '../document/publish.ts';
import { confirmCampaign } from '../leads/store/guard.ts';
import { type ProblemCode, problemKinds } from '../problem/codes.ts';
import { notFound, refuse } from '../problem/problem.ts';
import { readableAnywhere } from './cross-origin-calls.ts';
import { withFreshGrant } from './fresh-grant.ts';
import { matches } from './not-modified.ts';
import { pagePolicy } from './page-policy.ts';
import type { Parts } from './parts.ts';
import type { Runtime } from './runtime.ts';

interface Shown {
  readonly type: string;
  readonly text: string;
  readonly etag?: string;
}

type Form = 'page' | 'json' | 'yaml';

const offered = 'GET, HEAD, OPTIONS';

export function pageRoutes(runtime: Runtime, parts: Parts): Router {
  const { db } = runtime.connection;
  const { publicUrl } = runtime.config;
  const router = Router();

  const show = (form: Form, slugOf: (req: Request) => string | undefined) => async (req: Request, res: Response) => {
    const docsId = String(req.params.docs_id);
    const slug = slugOf(req);
    const shown = await withFreshGrant(async () => {
      const token = await findToken(docsId);
      const campaign = await campaignOf(token, slug);
      const scope = token && campaign && scopeOf(token, campaign);
      return {
        async run(): Promise<Shown> {
          const base = `/docs/${docsId}`;
          if (token?.scope === 'account' && slug === undefined && form === 'page') {
            return { type: 'html', text: campaignsPage(base, await listReachable(db, token)) };
          }
          if (!token || !campaign || !scope) throw notFound('page');
          const subject = { campaign, permission: token.permission, scope, pins: pinsOfScope(campaign, scope) };
          const result = render(form, subject, slug === undefined ? base : `${base}/campaigns/${slug}`, token);
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

  const render = (form: Form, subject: DocumentSubject, base: string, token: Token): Shown => {
    const state = stateOf(token);
    if (form === 'page')
      return { type: 'html', text: redocPage(subject, base, state === 'revoked' ? 'active' : state) };
    const { json, document, etag } = parts.publisher(subject);
    return form === 'json'
      ? { type: 'json', text: json, etag }
      : {
          type: 'yaml',
          text: stringify(document, { aliasDuplicateObjects: false, lineWidth: 0, blockQuote: 'literal' }),
          etag,
        };
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
  for (const [form, suffix] of [
    ['page', ''],
    ['json', '/openapi.json'],
    ['yaml', '/openapi.yaml'],
  ] as const) {
    if (form !== 'page')
      router.use([`/docs/:docs_id${suffix}`, `/docs/:docs_id/campaigns/:slug${suffix}`], readableAnywhere);
    route(`/docs/:docs_id${suffix}`, `/docs/{docs_id}${suffix}`, show(form, own));
    route(`/docs/:docs_id/campaigns/:slug${suffix}`, `/docs/{docs_id}/campaigns/{slug}${suffix}`, show(form, named));
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

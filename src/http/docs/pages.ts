/**
 * The pages: documentation at its secret address, and problems; `/` leads to the console. They need no session and no token,
 * because a documentation address is 128 random bits.
 */

import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Token } from '../../access/tokens.ts';
import { listReachable } from '../../campaign/reachable.ts';
import { assetRoutes } from '../../docs/assets.ts';
import { campaignsPage, problemPage } from '../../docs/plain-pages.ts';
import { wholeShare } from '../../limits/in-flight.ts';
import { networkOf } from '../../limits/network.ts';
import { weakTag } from '../../operation/entity-tags.ts';
import { type ProblemCode, problemKinds } from '../../problem/codes.ts';
import { notFound } from '../../problem/problem.ts';
import { sentQuery } from '../../validation/sent-query.ts';
import { sendPieces } from '../answer.ts';
import { readableAnywhere } from '../cross-origin-calls.ts';
import { revisionHeader } from '../lead-api/lead-operation.ts';
import { openSeat } from '../lead-api/open-seat.ts';
import { isNotModified } from '../lead-api/preconditions.ts';
import { refuseOtherMethods } from '../other-methods.ts';
import type { Parts } from '../parts.ts';
import type { Runtime } from '../process/runtime.ts';
import { stateOf } from '../request-state.ts';
import { check, checkable, readQuestion } from './check.ts';
import { type Address, createDocsReader } from './docs-reader.ts';
import { createDocumentation, type DocsContent, type Suffix } from './documentation.ts';
import { brandFor, sendLogo } from './logo.ts';
import { documentationPolicy, pagePolicy } from './page-policy.ts';

export function pageRoutes(runtime: Runtime, parts: Parts): Router {
  const { db } = runtime.connection;
  const { publicUrl } = runtime.config;
  const router = Router();

  const documentation = createDocumentation(db, parts.publisher, publicUrl, parts.documentLimits);

  const read = createDocsReader(db, parts.campaigns);

  const show = (suffix: Suffix) => async (req: Request, res: Response) => {
    await parts.limits.countOf('pages', req.ip, res);
    const content = await inTurn(req, res, () =>
      read<DocsContent>(addressOf(req), {
        document: async (request) => ({
          ...(await documentation[suffix](request)),
          revision: request.subject.revision,
          ...(suffix === '' && { policy: documentationPolicy(publicUrl) }),
        }),
        campaigns: suffix === '' ? campaigns : undefined,
      }),
    );
    await send(req, res, content);
  };

  /**
   * Pages have no token, so an address gets the share that a token would have. A page takes the whole share, because its text
   * is large.
   */
  const inTurn = async <T>(req: Request, res: Response, make: () => Promise<T>): Promise<T> => {
    const seat = openSeat(parts.gates, { id: `address ${networkOf(req.ip)}` }, res);
    await seat.work(wholeShare);
    return make().finally(() => seat.end());
  };

  const campaigns = async (token: Token, base: string): Promise<DocsContent> => ({
    type: 'html',
    text: campaignsPage(base, await brandFor(db, token), await listReachable(db, token), publicUrl),
  });

  /** Judges a body. The response is for programs, so it is not rendered as a page. */
  const judge = async (req: Request, res: Response) => {
    stateOf(res).page = false;
    await parts.limits.countOf('checks', req.ip, res);
    const result = await inTurn(req, res, () =>
      read(addressOf(req), {
        async document({ subject }) {
          const published = parts.publisher(subject);
          const state = stateOf(res);
          state.question ??= await readQuestion(req, checkable(published));
          return check(parts.compiled, published, subject, state.question);
        },
      }),
    );
    await send(req, res, { type: 'json', text: JSON.stringify(result) });
  };

  const route = (
    path: string,
    serve: (req: Request, res: Response) => Promise<void>,
    method: 'get' | 'post' = 'get',
  ) => {
    const template = path.replace(/:(\w+)/g, '{$1}');
    router[method](path, (req: Request, res: Response, next: NextFunction) => {
      stateOf(res).route = template;
      serve(req, res).catch(next);
    });
    refuseOtherMethods(router, path, method === 'get' ? undefined : 'POST, OPTIONS');
  };

  // From here on, refusals are rendered as HTML for browsers.
  router.use((_req, res, next) => {
    stateOf(res).page = true;
    next();
  });
  refuseOtherMethods(router, '/docs/assets/:name');
  router.use('/docs/assets/:name', (_req, res, next) => {
    stateOf(res).route = '/docs/assets/{name}';
    next();
  });
  router.use(assetRoutes());
  for (const place of ['/docs/:docs_id', '/docs/:docs_id/campaigns/:slug']) {
    for (const suffix of Object.keys(documentation) as Suffix[]) {
      // Files for programs can be read by scripts of any origin.
      if (/\.\w+$/.test(suffix)) router.use(`${place}${suffix}`, readableAnywhere);
      route(`${place}${suffix}`, show(suffix));
    }
    route(`${place}/check`, judge, 'post');
  }
  route('/docs/:docs_id/logo', (req, res) => sendLogo(db, req, res));
  route('/problems/:code', async (req, res) => {
    const code = String(req.params.code);
    if (!Object.hasOwn(problemKinds, code)) throw notFound('page');
    await send(req, res, { type: 'html', text: problemPage(code as ProblemCode, publicUrl) });
  });
  route('/', async (_req, res) => res.redirect('/console'));
  return router;
}

/** The query's `before`. An unreadable value becomes an empty text, which is then refused as an unknown entry. */
function beforeIn(url: string): string | undefined {
  const { values, errors } = sentQuery({ url });
  if (errors.some(({ parameter }) => parameter === 'before')) return '';
  return values.before === undefined ? undefined : String(values.before);
}

const addressOf = ({ params, url }: Request): Address => ({
  docsId: String(params.docs_id),
  slug: params.slug === undefined ? undefined : String(params.slug),
  before: beforeIn(url),
  samples: /^(?:true|1)$/i.test(String(sentQuery({ url }).values.samples)),
});

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  text: 'text/plain; charset=utf-8',
};

async function send(
  req: Request,
  res: Response,
  { type, text, etag, revision, file, policy }: DocsContent,
): Promise<void> {
  // The address is a secret: search engines must not index it, other sites must not learn it, shared caches must not keep
  // the response.
  res.set({
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'private, no-cache',
    'Content-Type': types[type] ?? '',
  });
  if (type === 'html') res.set('Content-Security-Policy', policy ?? pagePolicy);
  if (file !== undefined) res.set('Content-Disposition', `inline; filename="${file}"`);
  const tag = etag ?? (typeof text === 'string' ? weakTag(text) : undefined);
  if (tag !== undefined) res.set('ETag', tag);
  if (revision !== undefined) res.set(revisionHeader, String(revision));
  if (isNotModified(req, tag)) res.status(304).end();
  else if (typeof text !== 'string') await sendPieces(res, text, res.statusCode, {});
  else res.end(req.method === 'HEAD' ? undefined : text);
}

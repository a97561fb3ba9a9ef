/**
 * Binds every operation of a base document to a route: paths and methods come from the spec, nobody writes one by hand.
 * What no operation answers is refused with 404, or 405 with the methods that are offered.
 */

import type { IRoute, IRouter, NextFunction, Request, Response } from 'express';
import { type OpenApiDocument, type OperationEntry, operationsOf } from '../document/openapi.ts';
import { refuse } from '../problem/problem.ts';
import { takenTypes } from '../validation/compiled.ts';
import { cut } from '../validation/error-words.ts';
import { allowedAt, nearestPath, sharersOf } from './offered.ts';
import { stateOf } from './request-state.ts';

export type Serve = (entry: OperationEntry, req: Request, res: Response) => Promise<void>;

export interface Binding {
  readonly app: IRouter;
  readonly document: OpenApiDocument;
  /** Stands before every path in logs and metrics, such as `/v1/campaigns/{slug}`. */
  readonly prefix: string;
  readonly serve: Serve;
  /**
   * Runs before an address or method is refused, and may refuse for another reason first (401). Gives the document of whoever
   * asks, where that offers less than the base.
   */
  readonly beforeRefusal: (req: Request, res: Response) => Promise<OpenApiDocument | undefined>;
  /** Whether `OPTIONS` with a token is told by that document. */
  readonly tellsOwn?: boolean;
  /** Further paths that somebody may have meant who asks for one that there is not. */
  readonly neighbours?: readonly string[];
}

export function bindOperations(binding: Binding): void {
  const { app, document, beforeRefusal, neighbours = [] } = binding;
  const entries = operationsOf(document);
  const paths = [...new Set(entries.map((entry) => entry.path))].sort(literalFirst).map((path) => ({
    path,
    entries: entries.filter((entry) => entry.path === path),
  }));
  // An address that two paths share is refused when both have been asked, under the literal one, which knows what both offer.
  const shared = new Set(
    paths.flatMap(({ path }) => {
      const sharers = sharersOf(document, path);
      return sharers.length > 0 ? [path, ...sharers] : [];
    }),
  );
  for (const each of paths) {
    // One route for a path, so that an address is compared with it once.
    const route = app.route(expressPath(each.path));
    bindMethods(binding, each, route);
    if (!shared.has(each.path)) refuseOthers(binding, each, route);
  }
  for (const each of paths) if (shared.has(each.path)) refuseOthers(binding, each, app.route(expressPath(each.path)));
  app.use((req: Request, res: Response, next: NextFunction) => {
    beforeRefusal(req, res).then((own = document) => {
      const hint = nearestPath([...operationsOf(own).map(({ path }) => path), ...neighbours], req.path);
      next(refuse('not_found', `There is no \`${cut(req.path)}\`.${hint}`));
    }, next);
  });
}

interface Path {
  readonly path: string;
  readonly entries: readonly OperationEntry[];
}

const routeOf = (prefix: string, path: string): string => prefix + (path === '/' ? '' : path);

function bindMethods({ prefix, serve }: Binding, { path, entries }: Path, route: IRoute): void {
  const template = routeOf(prefix, path);
  for (const entry of entries) {
    route[entry.method]((req: Request, res: Response, next: NextFunction) => {
      stateOf(res).route = template;
      serve(entry, req, res).catch(next);
    });
  }
}

function refuseOthers(
  { document, prefix, beforeRefusal, tellsOwn = false }: Binding,
  { path }: Path,
  route: IRoute,
): void {
  const template = routeOf(prefix, path);
  const answer = async (req: Request, res: Response) => {
    const isAsked = req.method === 'OPTIONS';
    // Without a token `OPTIONS` is answered too, by what the base document offers.
    const anybody = isAsked && !(tellsOwn && req.headers.authorization !== undefined);
    const own = anybody ? undefined : await beforeRefusal(req, res);
    const allow = allowedAt(own ?? document, path);
    if (!isAsked) throw refuse('method_not_allowed', `This address offers ${allow}.`, { headers: { Allow: allow } });
    const patched = patchTypes(own ?? document, path);
    if (patched !== undefined) res.set('Accept-Patch', patched);
    res.set('Allow', allow).status(204).end();
  };
  route.all((req: Request, res: Response, next: NextFunction) => {
    stateOf(res).route = template;
    answer(req, res).catch(next);
  });
}

/** The media types of patches (RFC 5789, 3.1). */
export function patchTypes(document: OpenApiDocument, path: string): string | undefined {
  const operation = document.paths[path]?.patch;
  return operation && takenTypes(operation).join(', ');
}

/**
 * `/leads/count` before `/leads/{lead_id}` (OpenAPI 3.1, *Path Templating Matching*): segment by segment, what is literal
 * comes first. The base validator orders its routes in the same way.
 */
function literalFirst(one: string, other: string): number {
  const [a, b] = [one, other].map((path) =>
    path
      .split('/')
      .map((part) => (part.startsWith('{') ? '1' : '0'))
      .join(''),
  );
  return (a ?? '') < (b ?? '') ? -1 : Number(a !== b);
}

/** `/leads/{lead_id}` → `/leads/:lead_id`. */
const expressPath = (path: string): string => path.replace(/\{([a-z_]+)\}/g, ':$1');

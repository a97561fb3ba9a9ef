/**
 * Binds every operation of a base document to a route: the spec gives paths and methods, nobody writes a route by hand.
 * Refuses an unknown address with 404, and an unknown method with 405 and the methods that the address has.
 */

import type { IRoute, IRouter, NextFunction, Request, Response } from 'express';
import { type OpenApiDocument, type OperationEntry, operationsOf } from '../document/openapi.ts';
import { refuse } from '../problem/problem.ts';
import { takenTypes } from '../validation/compiled.ts';
import { cut } from '../validation/error-phrases.ts';
import { allowedAt, nearestPath, sharersOf } from './offered.ts';
import { stateOf } from './request-state.ts';

export type Serve = (entry: OperationEntry, req: Request, res: Response) => Promise<void>;

export interface Binding {
  readonly app: IRouter;
  readonly document: OpenApiDocument;
  /** Precedes every path in logs and metrics, such as `/v1/campaigns/{slug}`. */
  readonly prefix: string;
  readonly serve: Serve;
  /**
   * Runs before an address or method is refused, and may refuse the request for another reason first (401). Returns the
   * document of the request's token, if it offers less than the base document.
   */
  readonly beforeRefusal: (req: Request, res: Response) => Promise<OpenApiDocument | undefined>;
  /** Whether `OPTIONS` with a token gets the methods of that document. */
  readonly optionsByToken?: boolean;
  /** Further paths that may be suggested for an unknown address. */
  readonly neighbours?: readonly string[];
}

export function bindOperations(binding: Binding): void {
  const { app, document, beforeRefusal, neighbours = [] } = binding;
  const entries = operationsOf(document);
  const paths = [...new Set(entries.map((entry) => entry.path))].sort(literalFirst).map((path) => ({
    path,
    entries: entries.filter((entry) => entry.path === path),
  }));
  // Two paths can share an address. It is refused only after both were tried, under the literal path, which knows the
  // methods of both.
  const shared = new Set(
    paths.flatMap(({ path }) => {
      const sharers = sharersOf(document, path);
      return sharers.length > 0 ? [path, ...sharers] : [];
    }),
  );
  for (const each of paths) {
    // One route for each path, so that an address is compared with the path only once.
    const route = app.route(expressPath(each.path));
    bindMethods(binding, each, route);
    if (!shared.has(each.path)) refuseOthers(binding, each, route);
  }
  for (const each of paths) if (shared.has(each.path)) refuseOthers(binding, each, app.route(expressPath(each.path)));
  app.use((req: Request, res: Response, next: NextFunction) => {
    beforeRefusal(req, res).then((offered = document) => {
      const hint = nearestPath([...operationsOf(offered).map(({ path }) => path), ...neighbours], req.path);
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
  { document, prefix, beforeRefusal, optionsByToken = false }: Binding,
  { path }: Path,
  route: IRoute,
): void {
  const template = routeOf(prefix, path);
  const answer = async (req: Request, res: Response) => {
    const isAsked = req.method === 'OPTIONS';
    // Without a token, `OPTIONS` is answered too, with the methods of the base document.
    const anybody = isAsked && !(optionsByToken && req.headers.authorization !== undefined);
    const offered = anybody ? undefined : await beforeRefusal(req, res);
    const allow = allowedAt(offered ?? document, path);
    if (!isAsked) throw refuse('method_not_allowed', `This address offers ${allow}.`, { headers: { Allow: allow } });
    const patched = patchTypes(offered ?? document, path);
    if (patched !== undefined) res.set('Accept-Patch', patched);
    res.set('Allow', allow).status(204).end();
  };
  route.all((req: Request, res: Response, next: NextFunction) => {
    stateOf(res).route = template;
    answer(req, res).catch(next);
  });
}

/** The media types that a patch may have (RFC 5789, 3.1). */
export function patchTypes(document: OpenApiDocument, path: string): string | undefined {
  const operation = document.paths[path]?.patch;
  return operation && takenTypes(operation).join(', ');
}

/**
 * `/leads/count` before `/leads/{lead_id}` (OpenAPI 3.1, *Path Templating Matching*): in each segment, a literal comes before
 * a parameter. The base validator orders its routes in the same way.
 */
function literalFirst(first: string, second: string): number {
  const [a, b] = [first, second].map((path) =>
    path
      .split('/')
      .map((part) => (part.startsWith('{') ? '1' : '0'))
      .join(''),
  );
  return (a ?? '') < (b ?? '') ? -1 : Number(a !== b);
}

/** `/leads/{lead_id}` → `/leads/:lead_id`. */
const expressPath = (path: string): string => path.replace(/\{([a-z_]+)\}/g, ':$1');

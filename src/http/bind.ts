/**
 * Binds every operation of a base document to a route: paths and methods come from the spec, nobody writes one by hand.
 * What no operation answers is refused with 404, or 405 with the methods that are offered.
 */
import type { IRoute, IRouter, NextFunction, Request, Response } from 'express';
import { type OpenApiDocument, type OperationEntry, operationsOf } from '../document/openapi.ts';
import { notFound, type Problem, refuse } from '../problem/problem.ts';

export type Serve = (entry: OperationEntry, req: Request, res: Response) => Promise<void>;

export interface Binding {
  readonly app: IRouter;
  readonly document: OpenApiDocument;
  /** Stands before every path in logs and metrics, such as `/v1/campaigns/{slug}`. */
  readonly prefix: string;
  readonly serve: Serve;
  /**
   * Whether a method that a literal path does not offer falls to a templated path that matches the address too: for a
   * field may be called `order`, and is then changed at the address where the order is put. Else it is refused.
   */
  readonly sharesAddresses?: boolean;
  /** Runs before an address or method is refused, and may refuse for another reason first (401). */
  readonly beforeRefusal: (req: Request, res: Response) => Promise<void>;
}

export function bindOperations(binding: Binding): void {
  const { app, document, beforeRefusal, sharesAddresses = false } = binding;
  const entries = operationsOf(document);
  const paths = [...new Set(entries.map((entry) => entry.path))].sort(literalFirst).map((path) => ({
    path,
    entries: entries.filter((entry) => entry.path === path),
  }));
  for (const each of paths) {
    // One route for a path, so that an address is compared with it once.
    const route = app.route(expressPath(each.path));
    bindMethods(binding, each, route);
    if (!sharesAddresses) refuseOthers(binding, each, route);
  }
  if (sharesAddresses) for (const each of paths) refuseOthers(binding, each, app.route(expressPath(each.path)));
  app.use((req: Request, res: Response, next: NextFunction) => {
    beforeRefusal(req, res).then(() => next(notFound()), next);
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
      res.locals.route = template;
      serve(entry, req, res).catch(next);
    });
  }
}

function refuseOthers({ prefix, beforeRefusal }: Binding, { path, entries }: Path, route: IRoute): void {
  const template = routeOf(prefix, path);
  const methods = entries.map((entry) => entry.method.toUpperCase());
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  route.all((req: Request, res: Response, next: NextFunction) => {
    res.locals.route = template;
    if (req.method === 'OPTIONS') {
      res.set('Allow', allow).status(204).end();
      return;
    }
    const refusal: Problem = refuse('method_not_allowed', `This address offers ${allow}.`, {
      headers: { Allow: allow },
    });
    beforeRefusal(req, res).then(() => next(refusal), next);
  });
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

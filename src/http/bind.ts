/**
 * Binds every operation of a base document to a route: paths and methods come from the spec, nobody writes one by hand.
 * What no operation answers is refused with 404, or 405 with the methods that are offered.
 */
import type { Express, NextFunction, Request, Response } from 'express';
import { type OpenApiDocument, type OperationEntry, operationsOf } from '../document/openapi.ts';
import { notFound, type Problem, refuse } from '../problem/problem.ts';

export type Serve = (entry: OperationEntry, req: Request, res: Response) => Promise<void>;

export interface Binding {
  readonly app: Express;
  readonly document: OpenApiDocument;
  /** Stands before every path in logs and metrics, such as `/v1/campaigns/{slug}`. */
  readonly prefix: string;
  readonly serve: Serve;
  /** Runs before an address or method is refused, and may refuse for another reason first (401). */
  readonly beforeRefusal: (req: Request) => Promise<void>;
  /** A key may be what a literal path says, such as a field `order` beside `/fields/order`: methods fall to the template. */
  readonly keysMayBeLiteral?: boolean;
}

export function bindOperations({ app, document, prefix, serve, beforeRefusal, keysMayBeLiteral }: Binding): void {
  const entries = operationsOf(document);
  const paths = [...new Set(entries.map((entry) => entry.path))].sort(literalFirst);
  const own = (path: string) => entries.filter((entry) => entry.path === path);
  const routeOf = (path: string) => prefix + (path === '/' ? '' : path);

  const offer = (path: string) => {
    for (const entry of own(path)) {
      app[entry.method](expressPath(path), (req: Request, res: Response, next: NextFunction) => {
        res.locals.route = routeOf(path);
        serve(entry, req, res).catch(next);
      });
    }
  };
  const refuseOthers = (path: string) => {
    const methods = own(path).map((entry) => entry.method.toUpperCase());
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    app.all(expressPath(path), (req: Request, res: Response, next: NextFunction) => {
      res.locals.route = routeOf(path);
      if (req.method === 'OPTIONS') {
        res.set('Allow', allow).status(204).end();
        return;
      }
      const refusal: Problem = refuse('method_not_allowed', `This address offers ${allow}.`, {
        headers: { Allow: allow },
      });
      beforeRefusal(req).then(() => next(refusal), next);
    });
  };

  for (const path of paths) {
    offer(path);
    // Right behind its operations: what a literal path does not offer must not fall to a templated one that matches it too.
    if (!keysMayBeLiteral) refuseOthers(path);
  }
  if (keysMayBeLiteral) for (const path of paths) refuseOthers(path);
  app.use((req: Request, _res: Response, next: NextFunction) => {
    beforeRefusal(req).then(() => next(notFound()), next);
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

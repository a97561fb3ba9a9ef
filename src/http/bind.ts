/**
 * Serves the operations of a base document: the spec gives paths and methods, nobody writes a route by hand. Refuses an unknown
 * address with 404, and an unknown method with 405 and the methods that the address has.
 */

import type { IRouter, NextFunction, Request, Response } from 'express';
import { type OpenApiDocument, type OperationEntry, operationsOf } from '../document/openapi.ts';
import { refuse } from '../problem/problem.ts';
import { takenTypes } from '../validation/compiled.ts';
import { cut } from '../validation/error-phrases.ts';
import { writeHead } from './gathered-headers.ts';
import { allowedAt, nearestPath } from './offered.ts';
import { stateOf } from './request-state.ts';
import { createRouteTable, type Match } from './route-table.ts';

export type Serve = (entry: OperationEntry, req: Request, res: Response) => Promise<void>;

export interface Binding {
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

/** Serves a request whose address has this path, relative to the document's server. */
export type ServeAt = (path: string, req: Request, res: Response) => Promise<void>;

/** Answers every request that reaches it in the app. */
export function bindOperations({ app, ...binding }: Binding & { readonly app: IRouter }): void {
  const serveAt = operationsAt(binding);
  app.use((req: Request, res: Response, next: NextFunction) => {
    serveAt(req.path, req, res).catch(next);
  });
}

/** For an app that finds the path itself. The result rejects with problems. */
export function operationsAt(binding: Binding): ServeAt {
  const { document, prefix, serve, beforeRefusal, neighbours = [] } = binding;
  const table = createRouteTable(document);
  const templates = new Map(Object.keys(document.paths).map((path) => [path, prefix + (path === '/' ? '' : path)]));
  return async (path, req, res) => {
    const matches = table.match(path);
    const [match] = matches;
    if (!match) {
      const offered = (await beforeRefusal(req, res)) ?? document;
      const hint = nearestPath([...operationsOf(offered).map((entry) => entry.path), ...neighbours], path);
      throw refuse('not_found', `There is no \`${cut(path)}\`.${hint}`);
    }
    const { route, params } = matches.find((other) => offersMethod(other, match, req.method)) ?? match;
    const entry = route.entries.get(req.method);
    stateOf(res).route = templates.get(route.path);
    if (!entry) return answerOthers(binding, route.path, req, res);
    req.params = params;
    return serve(entry, req, res);
  };
}

/** Another path may have the method if it shares the addresses of the first match. */
const offersMethod = ({ route }: Match, first: Match, method: string): boolean =>
  route.entries.has(method) && (route === first.route || first.route.sharers.has(route.path));

/** Answers `OPTIONS`, and refuses other methods. */
async function answerOthers(
  { document, beforeRefusal, optionsByToken = false }: Binding,
  path: string,
  req: Request,
  res: Response,
): Promise<void> {
  const isAsked = req.method === 'OPTIONS';
  // Without a token, `OPTIONS` is answered too, with the methods of the base document.
  const anybody = isAsked && !(optionsByToken && req.headers.authorization !== undefined);
  const offered = anybody ? undefined : await beforeRefusal(req, res);
  const allow = allowedAt(offered ?? document, path);
  if (!isAsked) throw refuse('method_not_allowed', `This address offers ${allow}.`, { headers: { Allow: allow } });
  writeHead(res, 204, { Allow: allow, 'Accept-Patch': patchTypes(offered ?? document, path) }).end();
}

/** The media types that a patch may have (RFC 5789, 3.1). */
export function patchTypes(document: OpenApiDocument, path: string): string | undefined {
  const operation = document.paths[path]?.patch;
  return operation && takenTypes(operation).join(', ');
}

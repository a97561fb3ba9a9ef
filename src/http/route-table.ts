/**
 * The paths of a document as a tree of their segments, so that finding the one of a request takes the same time however many there are.
 * As in Express, letters match in either case, and one slash at the end is ignored.
 */
import { type OpenApiDocument, type OperationEntry, operationsOf } from '../document/openapi.ts';
import { nameIn, segmentsOf, sharersOf } from './offered.ts';

export interface Route {
  /** The path of the document. */
  readonly path: string;
  /** By method, in capitals. `HEAD` is `GET`. */
  readonly entries: ReadonlyMap<string, OperationEntry>;
  /** Names of the parameters, in their order. */
  readonly names: readonly string[];
  /** Other paths of the document that may match the same address. */
  readonly sharers: ReadonlySet<string>;
}

export interface Match {
  readonly route: Route;
  /** The decoded values of its parameters. */
  readonly params: Record<string, string>;
}

interface Node {
  readonly literals: Map<string, Node>;
  parameter?: Node;
  route?: Route;
}

export interface RouteTable {
  /**
   * The routes that match the path, of which each wins over the next: in each segment, a literal comes before a parameter (OpenAPI 3.1,
   * *Path Templating Matching*). The base validator orders its routes in the same way. Throws `URIError` if a parameter cannot be decoded.
   */
  match(path: string): readonly Match[];
}

export function createRouteTable(document: OpenApiDocument): RouteTable {
  const root: Node = { literals: new Map() };
  const operations = operationsOf(document);
  for (const path of new Set(operations.map((entry) => entry.path)))
    placeOf(root, segmentsOf(path)).route = routeOf(document, operations, path);
  return {
    match(path) {
      const segments = segmentsOf(path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);
      const found: Match[] = [];
      gather(root, segments, 0, [], found);
      return found;
    },
  };
}

function placeOf(root: Node, segments: readonly string[]): Node {
  let node = root;
  for (const segment of segments) {
    let next = nameIn(segment) === undefined ? node.literals.get(segment.toLowerCase()) : node.parameter;
    if (!next) {
      next = { literals: new Map() };
      if (nameIn(segment) === undefined) node.literals.set(segment.toLowerCase(), next);
      else node.parameter = next;
    }
    node = next;
  }
  return node;
}

function routeOf(document: OpenApiDocument, operations: readonly OperationEntry[], path: string): Route {
  const entries = new Map<string, OperationEntry>();
  for (const entry of operations) {
    if (entry.path !== path) continue;
    entries.set(entry.method.toUpperCase(), entry);
    if (entry.method === 'get') entries.set('HEAD', entry);
  }
  return {
    path,
    entries,
    names: segmentsOf(path).flatMap((segment) => nameIn(segment) ?? []),
    sharers: new Set(sharersOf(document, path)),
  };
}

/** `values`: those of the parameters so far, as they were sent. */
function gather(node: Node, segments: readonly string[], at: number, values: readonly string[], found: Match[]): void {
  const segment = segments[at];
  if (segment === undefined) {
    const { route } = node;
    if (route) found.push({ route, params: paramsOf(route, values) });
    return;
  }
  const literal = node.literals.get(segment) ?? node.literals.get(segment.toLowerCase());
  if (literal) gather(literal, segments, at + 1, values, found);
  if (node.parameter && segment !== '') gather(node.parameter, segments, at + 1, [...values, segment], found);
}

const paramsOf = ({ names }: Route, values: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(values[i] as string)]));

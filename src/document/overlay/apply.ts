/**
 * Applies an overlay to a base document. Only the changed parts are copied: all documents of a process share the rest of the
 * base, which is frozen. Our own marks are removed.
 */
import type { OpenApiDocument } from '../openapi.ts';
import type { Action } from './overlay.ts';

type Node = Record<string, unknown>;

export function applyOverlay(base: OpenApiDocument, actions: readonly Action[]): OpenApiDocument {
  const document = { ...sharedBase(base) } as Node;
  const own = new Set<object>([document]);
  for (const action of actions) apply(document, action, own);
  return document as unknown as OpenApiDocument;
}

/** Removes tags without operations, and components without references. */
export function prune(document: OpenApiDocument): OpenApiDocument {
  pruneTags(document as unknown as Node);
  pruneComponents(document as unknown as Node);
  return document;
}

const shared = new WeakMap<OpenApiDocument, OpenApiDocument>();

/** The base as documents share it: frozen, and without marks. */
export function sharedBase(base: OpenApiDocument): OpenApiDocument {
  const known = shared.get(base);
  if (known) return known;
  const made = withoutMarks(base) as OpenApiDocument;
  shared.set(base, made);
  return made;
}

/** `x-campaign` marks extension points, and `x-eov-…` is for the base validator. Vendors need neither. */
function withoutMarks(node: unknown): unknown {
  if (Array.isArray(node)) return Object.freeze(node.map(withoutMarks));
  if (!isNode(node)) return node;
  const members = Object.entries(node).filter(([name]) => name !== 'x-campaign' && !name.startsWith('x-eov-'));
  return Object.freeze(Object.fromEntries(members.map(([name, value]) => [name, withoutMarks(value)])));
}

/** `own`: the nodes that only this document has, and that may be changed. */
function apply(document: Node, action: Action, own: Set<object>): void {
  const path = action.target
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = 'set' in action ? undefined : path.pop();
  let node: Node = document;
  for (const part of path) node = step(node, part, action, own);
  if ('set' in action) set(node, action.set);
  else if (last === undefined || !Object.hasOwn(node, last)) throw nothingAt(action);
  else if ('append' in action) node[last] = [...(node[last] as unknown[]), ...action.append];
  else delete node[last];
}

/** Goes to a member, which the document now gets as a copy of its own. */
function step(node: Node, name: string, action: Action, own: Set<object>): Node {
  const there = Object.hasOwn(node, name) ? node[name] : undefined;
  if (!isNode(there)) throw nothingAt(action);
  if (own.has(there)) return there;
  const copy = { ...there };
  own.add(copy);
  node[name] = copy;
  return copy;
}

const nothingAt = ({ name, target }: Action) => new Error(`overlay action "${name}": there is nothing at ${target}`);

function set(node: Node, members: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined) delete node[name];
    else node[name] = value;
  }
}

/** Removes tags without operations. */
function pruneTags(document: Node): void {
  const paths = Object.values(document.paths as Record<string, Node>);
  const used = new Set(paths.flatMap((item) => Object.values(item).flatMap((one) => (isNode(one) ? one.tags : []))));
  document.tags = (document.tags as { name: string }[]).filter(({ name }) => used.has(name));
}

/** Removes components that the paths do not need. */
export function pruneComponents(document: Record<string, unknown>): void {
  const { components, ...rest } = document as { components: Record<string, Node> };
  const used = new Map(Object.keys(components).map((kind) => [kind, new Set<string>()]));
  // The set grows during the loop: each reference is followed once.
  const open = new Set(references(rest));
  for (const reference of open) {
    const [, , kind = '', name = ''] = reference.split('/');
    used.get(kind)?.add(name);
    for (const other of references(components[kind]?.[name])) open.add(other);
  }
  const left: Record<string, Node> = {};
  for (const [kind, members] of Object.entries(components)) {
    const names = kind === 'securitySchemes' ? new Set(Object.keys(members)) : used.get(kind);
    const usedMembers = Object.entries(members).filter(([name]) => names?.has(name));
    if (usedMembers.length > 0) left[kind] = Object.fromEntries(usedMembers);
  }
  document.components = left;
}

/** The references in a node. Shared parts are searched once. */
function references(node: unknown, found: string[] = []): readonly string[] {
  if (typeof node !== 'object' || node === null) return found;
  if (Object.isFrozen(node)) {
    found.push(...(referencesOfFrozen.get(node) ?? rememberReferences(node)));
    return found;
  }
  return walk(node as Node, found);
}

function walk(node: Node, found: string[]): string[] {
  for (const name in node) {
    // Skips thousands of options, which contain no reference.
    if (name === 'enum' || name.startsWith('x-')) continue;
    const value = node[name];
    if (typeof value === 'object') references(value, found);
    else if (name === '$ref' && typeof value === 'string') found.push(value);
  }
  return found;
}

const referencesOfFrozen = new WeakMap<object, readonly string[]>();

function rememberReferences(node: object): readonly string[] {
  const found = [...new Set(walk(node as Node, []))];
  referencesOfFrozen.set(node, found);
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

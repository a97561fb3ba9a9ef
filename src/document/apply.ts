/** Applies an overlay to a base document: the base is copied, our own marks are taken out, and so is what nothing refers to. */
import type { OpenApiDocument } from './openapi.ts';
import type { Action } from './overlay.ts';

type Node = Record<string, unknown>;

export function applyOverlay(base: OpenApiDocument, actions: readonly Action[]): OpenApiDocument {
  const document = copyOf(base);
  for (const action of actions) apply(document, action);
  stripMarks(document);
  pruneTags(document);
  pruneComponents(document);
  return document as unknown as OpenApiDocument;
}

const texts = new WeakMap<OpenApiDocument, string>();

/** By way of its text, which is read faster than the value is copied. */
function copyOf(base: OpenApiDocument): Node {
  const text = texts.get(base) ?? JSON.stringify(base);
  texts.set(base, text);
  return JSON.parse(text) as Node;
}

function apply(document: Node, action: Action): void {
  const path = action.target
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = 'set' in action ? undefined : path.pop();
  let node: unknown = document;
  for (const part of path) node = isNode(node) && Object.hasOwn(node, part) ? node[part] : undefined;
  if (!isNode(node)) throw new Error(`overlay action "${action.name}": there is nothing at ${action.target}`);
  if ('set' in action) set(node, action.set);
  else if (last === undefined || !Object.hasOwn(node, last))
    throw new Error(`overlay action "${action.name}": there is nothing at ${action.target}`);
  else if ('append' in action) node[last] = [...(node[last] as unknown[]), ...action.append];
  else delete node[last];
}

function set(node: Node, members: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined) delete node[name];
    else node[name] = value;
  }
}

/** `x-campaign` marks the extension points, `x-eov-…` speaks to the base validator: neither is a vendor's concern. */
function stripMarks(node: unknown): void {
  if (Array.isArray(node)) for (const each of node) stripMarks(each);
  else if (isNode(node)) {
    for (const name of Object.keys(node)) {
      if (name === 'x-campaign' || name.startsWith('x-eov-')) delete node[name];
      else stripMarks(node[name]);
    }
  }
}

/** A group without operations is left out. */
function pruneTags(document: Node): void {
  const paths = Object.values(document.paths as Record<string, Node>);
  const used = new Set(paths.flatMap((item) => Object.values(item).flatMap((one) => (isNode(one) ? one.tags : []))));
  document.tags = (document.tags as { name: string }[]).filter(({ name }) => used.has(name));
}

/** What nothing refers to, from the paths on, is left out. */
function pruneComponents(document: Node): void {
  const components = document.components as Record<string, Node>;
  const { components: _components, ...rest } = document;
  const used = new Set<string>();
  const open = [...references(rest)];
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    if (used.has(reference)) continue;
    used.add(reference);
    const [, , kind = '', name = ''] = reference.split('/');
    open.push(...references(components[kind]?.[name]));
  }
  for (const [kind, members] of Object.entries(components)) {
    if (kind === 'securitySchemes') continue;
    for (const name of Object.keys(members)) if (!used.has(`#/components/${kind}/${name}`)) delete members[name];
    if (Object.keys(members).length === 0) delete components[kind];
  }
}

function references(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) for (const each of node) references(each, found);
  else if (isNode(node)) {
    for (const name in node) {
      const value = node[name];
      if (name === '$ref' && typeof value === 'string') found.push(value);
      else if (typeof value === 'object') references(value, found);
    }
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

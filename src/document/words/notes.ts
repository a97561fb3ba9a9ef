/**
 * Makes an admin's notes safe to show inside our own Markdown: they are parsed, reduced to the allowed elements, and written
 * again, so that they are inert wherever a document is shown. Raw HTML becomes text, images become links, links lead only to
 * the web or to a mailbox, and headings are below those of the document. The stored notes stay unchanged.
 */
import { LRUCache } from 'lru-cache';
import type { Nodes, PhrasingContent, RootContent, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { gfmTable } from 'micromark-extension-gfm-table';
import { printable } from './markdown-text.ts';

/** By the notes as written, because many documents and all revisions of a changelog contain the same notes. */
const inertByText = new LRUCache<string, string>({ max: 500 });

/** `written`: the notes as stored. The result has no headings of the first two levels, which belong to the document. */
export function inertNotes(written: string): string {
  const known = inertByText.get(written);
  if (known !== undefined) return known;
  const notes = printable(writtenAgain(nestedTooDeep(written) ? asText(written) : reduced(written)));
  inertByText.set(written, notes);
  return notes;
}

/** Each level costs the parser as much as the whole text, and no real text is nested so deeply. */
const nestedTooDeep = (text: string): boolean =>
  /^[ \t]*(?:(?:>|[-+*]|\d+[.)])[ \t]*){20}/m.test(text) || /(?:[[*_][^\n[*_]?){200}/.test(text);

const asText = (value: string): RootContent[] => [{ type: 'paragraph', children: [{ type: 'text', value }] }];

function reduced(written: string): RootContent[] {
  const tree = fromMarkdown(written, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const addresses = new Map<string, string>();
  for (const node of tree.children) if (node.type === 'definition') addresses.set(node.identifier, node.url);
  return allowed(tree, addresses) as RootContent[];
}

function writtenAgain(children: RootContent[]): string {
  const options = { extensions: [gfmTableToMarkdown()], resourceLink: true, handlers: { text } };
  return toMarkdown({ type: 'root', children }, options).trim();
}

type Parent = Extract<Nodes, { children: unknown[] }>;

/** Nodes that only contain other nodes. */
const holders: ReadonlySet<Nodes['type']> = new Set([
  ...(['paragraph', 'blockquote', 'list', 'listItem', 'emphasis', 'strong', 'table', 'tableRow', 'tableCell'] as const),
]);

/** Nodes of other types are left out. */
function allowed(parent: Parent, addresses: ReadonlyMap<string, string>): Nodes[] {
  const inFlow = parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem';
  return parent.children.flatMap((node): Nodes[] => {
    const inner = () => allowed(node as Parent, addresses);
    const linked = (address: string | undefined, label: Nodes[]) => link(address, label as PhrasingContent[]);
    if (holders.has(node.type)) return [{ ...node, children: inner() } as Nodes];
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'break':
      case 'thematicBreak':
        return [node];
      case 'code':
        return [
          { type: 'code', lang: /^[\w+#-]{1,20}$/.exec(node.lang ?? '')?.[0] ?? null, value: withoutTags(node.value) },
        ];
      case 'heading':
        return [
          { ...node, depth: Math.min(6, node.depth + 2) as typeof node.depth, children: inner() as PhrasingContent[] },
        ];
      case 'html':
        return [
          inFlow
            ? { type: 'paragraph', children: [{ type: 'text', value: node.value }] }
            : { type: 'text', value: node.value },
        ];
      case 'link':
        return linked(node.url, inner());
      case 'linkReference':
        return linked(addresses.get(node.identifier), inner());
      case 'image':
        return linked(node.url, [{ type: 'text', value: node.alt || node.url }]);
      case 'imageReference':
        return linked(addresses.get(node.identifier), [{ type: 'text', value: node.alt || node.identifier }]);
      default:
        return [];
    }
  });
}

/** Keeps only links that a vendor may follow. Other links are reduced to their text. */
function link(address: string | undefined, children: PhrasingContent[]): Nodes[] {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol)
    ? [{ type: 'link', url: url.href, children }]
    : children;
}

/** Redoc replaces these tags by its own elements wherever a line begins with one, even in code. Indenting prevents it. */
const withoutTags = (code: string): string =>
  /^ {0,3}<(?:!-- *redoc-inject|security-?definitions|schema-?definition)/im.test(code)
    ? code.replaceAll(/^/gm, '    ')
    : code;

/** Writes every `<` as an entity, because not everything that shows Markdown understands escapes. */
const text: Handle = (node: Text, _parent, state, info) => state.safe(node.value, info).replaceAll(/\\?</g, '&lt;');

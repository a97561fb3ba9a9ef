/** The texts of the files that are not code: the descriptions and comments of YAML, and the paragraphs of Markdown. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Text } from './read-code.ts';

const described = new Set(['description', 'summary', 'title', 'externalDocs']);

/** Texts for vendors (`description`, `summary`), and the comments. */
export function textsOfYaml(source: string): Text[] {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const found: Text[] = [];
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isScalar(value) || !described.has(String(key.value))) return;
      if (typeof value.value !== 'string') return;
      const folded = value.type === 'BLOCK_FOLDED' || value.type === 'BLOCK_LITERAL' ? 1 : 0;
      found.push({ kind: 'specs', line: lines.linePos(value.range?.[0] ?? 0).line + folded, text: value.value });
    },
    Node(_, node) {
      const line = lines.linePos(startOf(node)).line;
      const before = node.commentBefore;
      if (before) found.push({ kind: 'comments', line: Math.max(1, line - before.split('\n').length), text: before });
      if (node.comment) found.push({ kind: 'comments', line, text: node.comment });
    },
  });
  if (document.commentBefore) found.push({ kind: 'comments', line: 1, text: document.commentBefore });
  return found;
}

function startOf(node: unknown): number {
  if (isMap(node) && isPair(node.items[0]) && isNode(node.items[0].key)) return startOf(node.items[0].key);
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}

/** Paragraphs, cells of tables, and headings. Blocks of code are not read. */
export function textsOfMarkdown(source: string): Text[] {
  const found: Text[] = [];
  const read = (node: MarkdownNode): void => {
    if (['paragraph', 'tableCell', 'heading'].includes(node.type)) {
      const kind = node.type === 'heading' ? 'headings' : 'documents';
      found.push({ kind, line: node.position?.start.line ?? 1, text: plain(node) });
    } else for (const child of node.children ?? []) read(child);
  };
  read(fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }) as MarkdownNode);
  return found;
}

function plain(node: MarkdownNode): string {
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'break') return '\n';
  return node.type === 'html' ? '' : (node.value ?? (node.children ?? []).map(plain).join(''));
}

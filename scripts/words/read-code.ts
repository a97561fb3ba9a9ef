/**
 * The texts of a TypeScript or JavaScript file that a person reads: its comments, and the string literals and JSX texts that
 * are sentences. The TypeScript compiler says what is a comment and what is a string.
 */
import ts from 'typescript';
import type { Kind } from './judge.ts';

export interface Text {
  readonly kind: Kind;
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

const testFunctions = new Set(['test', 'it', 'describe']);

export function textsOfCode(path: string, source: string, { tests = false } = {}): Text[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1;
  const found: Text[] = commentsOf(file).map(({ pos, text }) => ({ kind: 'comments', line: lineAt(pos), text }));
  const add = (kind: Kind, node: ts.Node, text: string) => found.push({ kind, line: lineAt(node.getStart()), text });
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && testFunctions.has(nameOf(node.expression))) {
      const [name] = node.arguments;
      if (tests && name && ts.isStringLiteralLike(name))
        add(nameOf(node.expression) === 'describe' ? 'headings' : 'test names', name, name.text);
      for (const argument of node.arguments.slice(1)) visit(argument);
      visit(node.expression);
      return;
    }
    if (ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText())) return;
    const text = textOf(node);
    if (text !== undefined && !tests && isProse(text)) add('texts', node, text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The function that is called at last: `test` in `test`, `test.each(…)` and `test.skip`. */
function nameOf(called: ts.Expression): string {
  if (ts.isPropertyAccessExpression(called) || ts.isCallExpression(called)) return nameOf(called.expression);
  return ts.isIdentifier(called) ? called.text : '';
}

/** A template's or an element's text, with "…" where a value goes. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  if (ts.isJsxElement(node) && node.children.some((child) => ts.isJsxText(child) && child.text.trim() !== ''))
    return node.children.map((child) => (ts.isJsxText(child) ? child.text : '…')).join('');
  return undefined;
}

/** A sentence begins with a capital letter or ends with a full stop, and has spaces: SQL, classes and keys are no sentences. */
function isProse(text: string): boolean {
  const trimmed = text.trim();
  return /\s/.test(trimmed) && (/^[“"'(]?\p{Lu}\p{Ll}*[\s,’']/u.test(trimmed) || /\p{L}[.!?]$/u.test(trimmed));
}

/** Comments without their marks. Neighbouring `//` lines are one comment. */
function commentsOf(file: ts.SourceFile): { pos: number; text: string }[] {
  const ranges = new Map<number, ts.CommentRange>();
  const source = file.text;
  const visit = (node: ts.Node): void => {
    if (node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode) return;
    const children = node.getChildren(file);
    for (const child of children) visit(child);
    if (children.length > 0 || ts.isJsxText(node)) return;
    for (const range of ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []) ranges.set(range.pos, range);
    if (ts.isJsxOpeningLikeElement(node.parent) || ts.isJsxClosingElement(node.parent)) return;
    for (const range of ts.getTrailingCommentRanges(source, node.getEnd()) ?? []) ranges.set(range.pos, range);
  };
  visit(file);
  const comments: { pos: number; end: number; text: string }[] = [];
  for (const { pos, end, kind } of [...ranges.values()].sort((a, b) => a.pos - b.pos)) {
    const raw = source.slice(pos, end);
    if (/^\/\/\s*(?:@ts-|biome-ignore|shellcheck)|^\/\*\s*biome-ignore/.test(raw)) continue;
    const before = comments.at(-1);
    const lineComment = kind === ts.SyntaxKind.SingleLineCommentTrivia;
    if (lineComment && before && /^\n?[ \t]*$/.test(source.slice(before.end, pos).replace('\r', ''))) {
      before.text += `\n${withoutMarks(raw)}`;
      before.end = end;
    } else comments.push({ pos, end, text: withoutMarks(raw) });
  }
  return comments;
}

const withoutMarks = (comment: string): string =>
  comment
    .replace(/^\/\*\*?|\*\/$/g, '')
    .replace(/^[ \t]*(?:\/\/|\* ?)/gm, '')
    .replace(/@\w+/g, '');

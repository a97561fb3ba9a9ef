/**
 * Renders our own Markdown as HTML. By micromark's defaults, tags are escaped and `javascript:` links lose their address.
 */
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { type Html, withCode } from './html.ts';

/** `lower`: the number of levels by which its headings are lowered, because the page has headings above them. */
export function markdown(text: string, lower = 1): Html {
  const written = micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });
  const html = written
    .replace(/<(\/?)h([1-6])>/g, (_, end: string, level: string) => `<${end}h${Math.min(6, Number(level) + lower)}>`)
    .replaceAll('<table>', '<div class="table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
  return { html };
}

/** The constructs that begin a block. In one line they are plain text, for example in a label such as "1. Name". */
const blocks = {
  disable: {
    null: [
      ...['list', 'headingAtx', 'blockQuote', 'codeFenced', 'codeIndented', 'thematicBreak', 'setextUnderline'],
      ...['htmlFlow', 'definition'],
    ],
  },
};

/** Text and code only, as in most cells of a large table. For these the parser is not needed. */
const simple = /^(?:[^\\*_[\]<>&!`]|`[^`\s][^`]*`)*$/;

/** One line of Markdown, without the paragraph around it. */
export function inline(text: string): Html {
  if (simple.test(text)) return withCode(text.trim());
  return { html: micromark(text, { extensions: [blocks] }).replace(/^<p>([\s\S]*)<\/p>$/, '$1') };
}

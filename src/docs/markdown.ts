/** Markdown of ours as HTML. What looks like a tag is escaped, and `javascript:` links lose their address: micromark's defaults. */
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { type Html, withCode } from './html.ts';

/** `lower`: by how many levels its headings go down, because the page has headings above it. */
export function markdown(text: string, lower = 1): Html {
  const written = micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });
  const html = written
    .replace(/<(\/?)h([1-6])>/g, (_, end: string, level: string) => `<${end}h${Math.min(6, Number(level) + lower)}>`)
    .replaceAll('<table>', '<div class="table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
  return { html };
}

/** What begins a block: on one line of ours it is text, such as a label that is called "1. Name". */
const blocks = {
  disable: {
    null: [
      ...['list', 'headingAtx', 'blockQuote', 'codeFenced', 'codeIndented', 'thematicBreak', 'setextUnderline'],
      ...['htmlFlow', 'definition'],
    ],
  },
};

/** Nothing but text and code, which most cells of a large table are: there the parser would find nothing. */
const simple = /^(?:[^\\*_[\]<>&!`]|`[^`\s][^`]*`)*$/;

/** One line of Markdown, without the paragraph around it. */
export function inline(text: string): Html {
  if (simple.test(text)) return withCode(text.trim());
  return { html: micromark(text, { extensions: [blocks] }).replace(/^<p>([\s\S]*)<\/p>$/, '$1') };
}

/** The tables of a page show the exact characters of people's texts, in HTML and in Markdown. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { inline } from '../../src/docs/markdown.ts';
import { htmlTable, markdownTable } from '../../src/docs/table.ts';
import { code, plain } from '../../src/document/words/markdown-text.ts';

const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const cellsOf = (html: string) => [...html.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => textOf(cell));

const odd = [
  '1. Name',
  '- dash',
  '# Heading',
  '> quote',
  '<b>bold</b>',
  'a | b',
  '[x](y)',
  '`code`',
  '***',
  'a\\',
  '&amp;',
  '2) x',
];

test.each(odd)('the label %j stays unchanged', (label) => {
  expect(textOf(inline(plain(label)).html)).toBe(label);
  const table = { head: ['Label', 'Value'], rows: [{ cells: [plain(label), code('x|y')] }] };
  const written = micromark(markdownTable(table), { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });
  expect(cellsOf(written)).toEqual([label, 'x|y']);
  expect(cellsOf(htmlTable(table, 'Labels').html)).toEqual([label, 'x|y']);
});

test('no label becomes a tag', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab`*_[]()<>&!|\\#-~:"\' 1.') }), (label) => {
      const { html } = inline(plain(label));
      expect(html.replaceAll(/<\/?code>/g, '')).not.toMatch(/<(?!br)/);
      expect(textOf(html).replaceAll(/\s+/g, ' ').trim()).toBe(label.replaceAll(/\s+/g, ' ').trim());
    }),
  );
});

/** An admin's notes in documents: allowed elements stay, everything else is inert. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { inertNotes } from '../../src/document/words/notes.ts';
import { contactOf, supportWords } from '../../src/document/words/support.ts';
import { work } from '../support/patience.ts';

/** Renders Markdown like a reader that allows everything. */
const shown = (markdown: string) =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfmTable()],
    htmlExtensions: [gfmTableHtml()],
  });

test('emphasis, lists, quotations, tables, code and links stay unchanged', () => {
  const notes = [
    'Send **within** an *hour*, see [terms](https://sunny.test/terms) or [ask](mailto:a@sunny.test).',
    '* one\n* two\n\n  1. three',
    '> said',
    '| a | b |\n| - | - |\n| c | d |',
    '```json\n{ "a": "<b>" }\n```',
    'Use `<zip>`.',
  ].join('\n\n');
  expect(shown(inertNotes(notes))).toBe(shown(notes));
});

test('headings are below those of the document', () => {
  expect(inertNotes('# One\n\nTwo\n---\n\n##### Five')).toBe('### One\n\n#### Two\n\n###### Five');
});

test.each([
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
  ['<div>\n\n# x', '&lt;div>\n\n### x'],
  ['a <b onclick=x>c</b>', 'a &lt;b onclick=x>c&lt;/b>'],
  ['<SecurityDefinitions />', '&lt;SecurityDefinitions />'],
  ['[a](javascript:alert(1))', 'a'],
  ['[a](JaVaScRiPt:alert(1))', 'a'],
  ['[a](/v1/x)', 'a'],
  ['[a][b]\n\n[b]: data:text/html,x', 'a'],
  ['[a][b]\n\n[b]: https://sunny.test/x "title"', '[a](https://sunny.test/x)'],
  ['![seen](https://evil.example/p.png)', '[seen](https://evil.example/p.png)'],
  ['![seen][p]\n\n[p]: data:image/png;base64,AA', 'seen'],
  ['```\n<SecurityDefinitions />\n```', '```\n    <SecurityDefinitions />\n```'],
])('%j becomes %j', (written, inert) => {
  expect(inertNotes(written)).toBe(inert);
});

test('notes become only known elements, and never look like another section', () => {
  const pieces = fc.constantFrom(
    ...[
      '<script>',
      '</p>',
      '<a href="javascript:x">',
      '[',
      '](',
      ')',
      '![',
      '`',
      '```',
      '\n',
      '\n\n',
      '    ',
      '> ',
      '- ',
    ],
    ...[
      '# ',
      '## ',
      '===',
      '---',
      '|',
      '<!--',
      '-->',
      '<![CDATA[',
      '&lt;',
      '\\',
      '*',
      '_',
      'javascript:x',
      '<SecurityDefinitions />',
    ],
    ...['https://evil.example', '[x]: ', 'a', ' ', '<', '&#x3c;b>'],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const html = shown(inertNotes(parts.join('')));
      const elements = new Set([...html.matchAll(/<\/?([^\s>/]*)/g)].map(([, name]) => name));
      const known = /^(p|em|strong|code|pre|blockquote|[uo]l|li|h[3-6]|hr|br|a|table|thead|tbody|tr|t[hd])$/;
      expect([...elements].filter((name) => !known.test(name ?? ''))).toEqual([]);
      for (const [, address] of html.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^(https?:|mailto:)/);
      expect(inertNotes(parts.join(''))).not.toMatch(/^ {0,3}<(security|schema|!-- *redoc)/im);
    }),
    { numRuns: 1_500 },
  );
});

test('absurdly nested notes are shown as plain text, and cost no more than their length', async () => {
  let turn = 0;
  const nested = (length: number) => async () => {
    // A new text each time, because results are cached.
    turn += 1;
    for (const piece of ['> ', '- ', '*a_', '[', '![', '1. ', '- > ']) {
      expect(shown(inertNotes(`${piece.repeat(length)}${turn}`))).toMatch(/^<p>/);
    }
  };
  await work(nested(300));
  const [short, long] = [await work(nested(300)), await work(nested(3_000))];

  // Each level would cost the parser as much as the whole text, so a text of ten times the length would cost a hundred times
  // as much.
  expect(long).toBeLessThan(short * 40);
});

test.each([
  ['leads@sunny.test', { email: 'leads@sunny.test' }],
  ['https://sunny.test/help?a=1', { url: 'https://sunny.test/help?a=1' }],
  ['Anna, +45 12 34 56 78', { name: 'Anna, +45 12 34 56 78' }],
  ['javascript:alert(1)', { name: 'javascript:alert(1)' }],
  ['a@b <script>', { name: 'a@b <script>' }],
])('the support contact %j appears as %j', (support, contact) => {
  expect(contactOf(support)).toEqual(contact);
  expect(shown(supportWords(support))).not.toContain('<script');
});

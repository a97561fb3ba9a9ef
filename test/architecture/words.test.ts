/**
 * The check of words: which sentences it counts as inverted, and where it finds the texts that people read. Plain examples
 * stand beside inverted ones, so that a rule that catches too much fails too.
 */
import { expect, test } from '@jest/globals';
import { brokenBy, type Kind, sentencesOf } from '../../scripts/words/judge.ts';
import { textsOfCode } from '../../scripts/words/read-code.ts';
import { textsOfMarkdown, textsOfYaml } from '../../scripts/words/read-texts.ts';

test.each([
  ['Of the fields only these are shown.', 'opens with Of, What, Who or Whoever'],
  ['What a token may not see does not exist for it.', 'opens with Of, What, Who or Whoever'],
  ['Who has none gets one.', 'opens with Of, What, Who or Whoever'],
  ['Whoever reads first numbers the events.', 'opens with Of, What, Who or Whoever'],
  ['A class, for that is what the pool takes.', '", for" in place of "because"'],
  ['No foreign key, for the background must not lock rows.', '", for" in place of "because"'],
  ['The page is not cached, for it changes.', '", for" in place of "because"'],
  ['There is none of those.', 'none'],
  ['It holds nothing but the id.', 'nothing but'],
  ['The request runs anew.', 'anew'],
  ['The client is told once.', 'is told'],
  ['Two vendors were told of the change.', 'is told'],
])('%j is inverted: %s', (sentence, rule) => {
  expect(brokenBy(sentence)).toContain(rule);
});

test.each([
  'What does a vendor see?',
  'Of course the lead stays.',
  'A limit for each token, for each address and for the service.',
  'A list of tokens, for members that may see it.',
  'It reads the header, for example `If-None-Match: *`.',
  'If-None-Match names a tag that the client has.',
  'A campaign without fields gets the field and its select.',
  'The answer has a tag, for conditional requests.',
  'The base address, for it alone.',
])('%j is plain', (sentence) => {
  expect(sentencesOf(sentence).flatMap(({ text }) => brokenBy(text))).toEqual([]);
});

test.each<[string, Kind, boolean]>([
  ['What is logged', 'headings', false],
  ['What is logged', 'comments', true],
  ['so it is in any campaign', 'test names', true],
  ['it lints in every form', 'test names', true],
  ['with WORKERS=2 the port is shared', 'test names', true],
  ['404 for a campaign of another account', 'test names', false],
  ['200: it stops at 10,000', 'test names', true],
  ['a viewer reads every lead', 'test names', false],
  ['with a tag the answer is short', 'comments', false],
])('%j among %s is inverted: %j', (sentence, kind, inverted) => {
  expect(brokenBy(sentence, kind).length > 0).toBe(inverted);
});

test('a text is cut at full stops, paragraphs and entries of lists, and code spans hide their words', () => {
  const text =
    'A lead has a version, e.g. 3. Each write\nadds one.\n\n- The first entry\n- `none` and `What` are code here';
  expect(sentencesOf(text)).toEqual([
    { text: 'A lead has a version, e.g. 3.', line: 0 },
    { text: 'Each write adds one.', line: 0 },
    { text: '- The first entry', line: 3 },
    { text: '- Code and Code are code here', line: 4 },
  ]);
});

test('comments, strings, JSX texts and test names are found in code, and code that looks like them is not', () => {
  const source = `/** The first comment. */
const a = 'A string that is a sentence.'; // behind it
// two lines
// of one comment
const sql = sql\`Select what is there. From it.\`;
const url = 'https://example.org/ // no comment';
const page = <p>// Text of a page {a} goes on.</p>;
test.each([1])('the name of a test', () => {});
`;
  const found = textsOfCode('page.tsx', source).map(({ kind, line, text }) => [kind, line, text.trim()]);
  expect(found).toEqual([
    ['comments', 1, 'The first comment.'],
    ['comments', 2, 'behind it\n two lines\n of one comment'],
    ['texts', 2, 'A string that is a sentence.'],
    ['texts', 7, '// Text of a page … goes on.'],
  ]);
  const names = textsOfCode('page.test.tsx', source, { tests: true }).filter(({ kind }) => kind === 'test names');
  expect(names.map(({ text }) => text)).toEqual(['the name of a test']);
});

test('descriptions and comments are found in YAML, paragraphs and headings in Markdown', () => {
  const yaml =
    '# The first comment.\nget:\n  summary: Get a lead\n  description: >-\n    The lead,\n    whole.\n  example: no text\n';
  expect(textsOfYaml(yaml).map(({ kind, line, text }) => [kind, line, text.trim()])).toEqual([
    ['comments', 1, 'The first comment.'],
    ['specs', 3, 'Get a lead'],
    ['specs', 5, 'The lead, whole.'],
  ]);
  const markdown =
    '# What is logged\n\nThe *id* and `none`.\n\n```sh\nno text\n```\n\n| a cell | b |\n|---|---|\n| c | d |\n';
  expect(textsOfMarkdown(markdown).map(({ kind, line, text }) => [kind, line, text])).toEqual([
    ['headings', 1, 'What is logged'],
    ['documents', 3, 'The id and `none`.'],
    ['documents', 9, 'a cell'],
    ['documents', 9, 'b'],
    ['documents', 11, 'c'],
    ['documents', 11, 'd'],
  ]);
});

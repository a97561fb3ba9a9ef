/** The console's texts: plain sentences, and words of its own for every refusal of the server. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { problemWords } from '../../src/console/api/problem-words.ts';
import { inputWords } from '../../src/console/ui/form/input-words.ts';
import { problemKinds } from '../../src/problem/codes.ts';
import { inputCodes } from '../../src/problem/input-codes.ts';

const folder = new URL('../../src/console/', import.meta.url);
/** The sources without their comments, so that only code and texts are left. */
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    return { file, text: text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '').replaceAll(/\s+/g, ' ') };
  });

test.each([
  [/\banew\b/],
  [/none of (them|these|those)\b/i],
  [/there is no such/i],
  [/there is none of/i],
  [/\bfor good\b/i],
  [/\ball the same\b/i],
  [/\bwhoever\b/i],
  [/\b(is|are) gone\b/i],
  [/\btake[^.'"`]{0,12} away\b/i],
  [/throw[^.'"`]{0,14} away/i],
  [/\bas usual\b/i],
  [/\bholds? (at once|for new|from the)/i],
  [/\bgo(es)? on (reading|editing|working|doing)/i],
  [/told apart by/i],
  [/that did not work/i],
  [/present password|as at first/i],
  [/documents name it|all the way/i],
  [/used never|is used never/i],
  [/least \/ greatest|most characters/i],
])('the console never says %s', (phrase) => {
  const found = texts.flatMap(({ file, text }) => {
    const at = text.search(phrase);
    return at < 0 ? [] : [`${file}: …${text.slice(Math.max(0, at - 40), at + 60)}…`];
  });
  expect(found).toEqual([]);
});

/** The server's words, made for programs. */
const detail = '`zip` must match the pattern `^[0-9]{4}$` at `/fields/zip`.';

test.each(Object.keys(inputCodes))('a value that is refused as %s is explained without API names', (code) => {
  const fields = [{ type: 'text', max_length: 4, min: 1, max: 9, labelOf: String }, { type: 'email' }, {}];
  for (const asked of fields) {
    const words = inputWords({ code, detail: own(code), allowed: ['a', 'b'] }, 'fields.zip', asked);
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(words).not.toMatch(/[`^$\\]|\/fields/);
  }
});
/** Codes with many meanings keep the server's sentence. */
const own = (code: string) =>
  ['not_allowed', 'pinned', 'already_exists', 'too_deep', 'too_large', 'invalid_cursor'].includes(code)
    ? 'There is no `x` here.'
    : detail;

test('limits are those of the field', () => {
  const error = (code: string) => ({ code, detail });
  expect(inputWords(error('max_length'), 'fields.zip', { type: 'text', max_length: 4 })).toBe(
    'Use at most 4 characters.',
  );
  expect(inputWords(error('minimum'), 'fields.age', { type: 'integer', min: 18 })).toBe('Enter at least 18.');
  expect(
    inputWords({ ...error('not_allowed'), allowed: ['flat', 'tile'] }, 'fields.roof', {
      type: 'select',
      labelOf: (value) => `The ${value}`,
    }),
  ).toBe('Choose one of: The flat, The tile.');
});

test('each problem that has words of its own is one that the server knows', () => {
  expect(Object.keys(problemWords).filter((code) => !(code in problemKinds))).toEqual([]);
});

/** The text of a document is the same as that of `JSON.stringify`, and a large document is made in turns. */
import { expect, test } from '@jest/globals';
import { createConversions } from '../../src/document/conversions/conversions.ts';
import { textOf } from '../../src/document/conversions/pieces.ts';
import { jsonInTurns } from '../../src/document/conversions/reading.ts';
import { yamlOf } from '../../src/document/conversions/yaml.ts';
import { publish } from '../../src/document/publish.ts';
import { documentCases, fixtures, grantOf, publicUrl } from '../support/fixtures.ts';

test.each([...documentCases])('$name, $kind: the text is that of the whole document', async ({ name, kind }) => {
  const published = publish(grantOf(fixtures[name], kind), publicUrl);
  expect(textOf((await published.as('plain')).body)).toBe(JSON.stringify(published.document));
});

test('members that are undefined, empty objects and lists are written as JSON.stringify writes them', async () => {
  const value = { a: undefined, b: {}, c: { d: undefined }, e: [{ f: undefined }, null], g: 'ø"\u2028' };
  expect(Buffer.concat([...(await jsonInTurns(value))]).toString()).toBe(JSON.stringify(value));
});

const large = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`field_${i}`, 'x'.repeat(2_000)]));

test('other requests are served while a large text is made', async () => {
  let rounds = 0;
  let done = false;
  const count = () => {
    rounds += 1;
    if (!done) setImmediate(count);
  };
  setImmediate(count);
  const pieces = await jsonInTurns({ large });
  done = true;
  expect(Buffer.concat([...pieces]).toString()).toBe(JSON.stringify({ large }));
  expect(rounds).toBeGreaterThan(1);
});

test('a large document becomes YAML in a thread of its own, and the text is the same', async () => {
  const document = publish(grantOf(fixtures.rich, 'campaign'), publicUrl).document;
  const grown = { ...document, 'x-large': large };
  const body = { pieces: await jsonInTurns(grown), length: JSON.stringify(grown).length };
  const reading = { body: { ...body, packed: () => Promise.reject(new Error('not asked for')) }, etag: 'W/"large"' };
  const convert = createConversions();
  const [first, second] = await Promise.all([convert('yaml', reading), convert('yaml', reading)]);
  expect(first).toBe(yamlOf(grown));
  expect(second).toBe(first);
});

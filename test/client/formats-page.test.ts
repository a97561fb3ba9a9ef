/**
 * The formats in `docs/clients.md`: the page names each format that documents use, and with the lines that it shows, Ajv
 * compiles every schema of a document without a message.
 */
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { formats, ownFormats } from '../../src/campaign/values/formats.ts';
import { publish } from '../../src/document/publish.ts';
import { clientSections } from '../support/documents/clients-page.ts';
import { fixtures, grantOf, publicUrl } from '../support/fixtures.ts';

const section = clientSections.find(({ heading }) => heading === 'Formats');
const document = publish(grantOf(fixtures.awkward, 'scoped-read-write'), publicUrl).document;

/** Compiles each schema of the document. Returns the messages of Ajv. */
function compileAll(lines: string): string[] {
  const said: string[] = [];
  const say = (...words: unknown[]) => void said.push(words.join(' '));
  const ajv = new Ajv2020({ strict: false, logger: { log: say, warn: say, error: say } });
  new Function('ajv', 'addFormats', lines)(ajv, addFormats.default);
  ajv.addSchema(document, 'leads.json');
  for (const name of Object.keys(document.components.schemas ?? {})) {
    ajv.compile({ $ref: `leads.json#/components/schemas/${name}` });
  }
  return said;
}

test('the page names every format that a document can have, and no other', () => {
  expect(section?.formats.toSorted()).toEqual(Object.keys(formats).toSorted());
});

test('Ajv with the lines of the page compiles every schema without a warning', () => {
  const lines = section?.files['formats.mjs'] ?? '';
  expect(compileAll('')).toContainEqual(expect.stringContaining('unknown format "filled-line"'));
  expect(compileAll(lines)).toEqual([]);
  for (const name of Object.keys(ownFormats)) expect(lines).toContain(`'${name}'`);
});

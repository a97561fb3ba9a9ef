/**
 * Documents as vendors read them: text in several forms, made on demand and cached. A document with thousands of options has
 * megabytes, so its text is made in turns, and other requests are served in between.
 */
import { LRUCache } from 'lru-cache';
import { weakTag } from '../../operation/entity-tags.ts';
import { createTurns } from '../../operation/turns.ts';
import { withCodeSamples } from '../examples/code-samples.ts';
import type { OpenApiDocument } from '../openapi.ts';
import { asOpenApi30 } from './openapi-30.ts';
import { type JsonPieces, jsonPieces } from './pieces.ts';

export interface Reading {
  readonly body: JsonPieces;
  /** A weak tag, the same for equal documents. */
  readonly etag: string;
}

/** The forms of a document: unchanged, with the code samples for its page, and as OpenAPI 3.0. */
export type DocumentForm = 'plain' | 'samples' | '3.0';

interface ReadingContext {
  readonly document: OpenApiDocument;
  readonly form: DocumentForm;
}

const conversionTo: Readonly<Record<DocumentForm, (document: OpenApiDocument) => unknown>> = {
  plain: (document) => document,
  samples: withCodeSamples,
  '3.0': (document) => asOpenApi30(document),
};

/**
 * The largest number of cached bytes of all documents together. Readings are larger than the documents that validate, and
 * are requested less often.
 */
const maxCachedBytes = 64_000_000;
const readings = new LRUCache<string, Reading, ReadingContext>({
  maxSize: maxCachedBytes,
  sizeCalculation: ({ body }) => body.length,
  // Waiting requests get the reading even if it was evicted meanwhile.
  ignoreFetchAbort: true,
  async fetchMethod(_key, _before, { context: { document, form } }) {
    const body = jsonPieces(await jsonInTurns(conversionTo[form](document)));
    return { body, etag: weakTag(...body.pieces) };
  },
});

let lastNumber = 0;
const numbers = new WeakMap<OpenApiDocument, number>();

/** Makes a reading once, even for several requests at the same time. */
export function readingOf(document: OpenApiDocument, form: DocumentForm): Promise<Reading> {
  const number = numbers.get(document) ?? ++lastNumber;
  numbers.set(document, number);
  return readings.forceFetch(`${number} ${form}`, { context: { document, form } });
}

/** The smallest number of characters in a piece, except for the last one. */
const pieceSize = 65_536;
/** The depth of a single field of a schema (`components.schemas.LeadFieldsCreate.properties.zip`). */
const depth = 5;

/** Makes the same text as `JSON.stringify`. */
export async function jsonInTurns(value: unknown): Promise<readonly Buffer[]> {
  const turns = createTurns();
  const pieces: Buffer[] = [];
  let text = '';
  for (const part of partsOf(value, depth)) {
    text += part;
    if (text.length < pieceSize) continue;
    pieces.push(Buffer.from(text));
    text = '';
    if (turns.isOver()) await turns.pass();
  }
  return [...pieces, Buffer.from(text)];
}

function* partsOf(value: unknown, levels: number): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield JSON.stringify(value);
    return;
  }
  let before = '{';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    yield* partsOf(member, levels - 1);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

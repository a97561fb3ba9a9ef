/**
 * Documents as vendors read them: text in one of several forms, made when somebody asks and kept by what it holds. A document of
 * thousands of options is megabytes, so its text is made in turns, between which other requests are served.
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
  /** Weak, and the same for equal documents. */
  readonly etag: string;
}

/** The forms in which a document is read: itself, with the code samples that its page shows, and as OpenAPI 3.0. */
export type DocumentForm = 'plain' | 'samples' | '3.0';

interface Asked {
  readonly document: OpenApiDocument;
  readonly form: DocumentForm;
}

const made: Readonly<Record<DocumentForm, (document: OpenApiDocument) => unknown>> = {
  plain: (document) => document,
  samples: withCodeSamples,
  '3.0': (document) => asOpenApi30(document),
};

/** Bytes of readings that are kept, of all documents together: more than what validates, and seldom asked for. */
const kept = 64_000_000;
const readings = new LRUCache<string, Reading, Asked>({
  maxSize: kept,
  sizeCalculation: ({ body }) => body.length,
  // Whoever waits for it gets it, although it was evicted meanwhile.
  ignoreFetchAbort: true,
  async fetchMethod(_key, _before, { context: { document, form } }) {
    const body = jsonPieces(await jsonInTurns(made[form](document)));
    return { body, etag: weakTag(...body.pieces) };
  },
});

let numbered = 0;
const numbers = new WeakMap<OpenApiDocument, number>();

/** Made once, however many ask for it at the same time. */
export function readingOf(document: OpenApiDocument, form: DocumentForm): Promise<Reading> {
  const number = numbers.get(document) ?? ++numbered;
  numbers.set(document, number);
  return readings.forceFetch(`${number} ${form}`, { context: { document, form } });
}

/** Characters of a piece, at least, but for the last. */
const pieceSize = 65_536;
/** Down to a single field of a schema (`components.schemas.LeadFieldsCreate.properties.zip`). */
const depth = 5;

/** The same text as `JSON.stringify` makes. */
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

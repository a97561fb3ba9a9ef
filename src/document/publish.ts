/**
 * The one function that makes a public document. What it returns is what the vendor reads and what validates the vendor's
 * requests: nothing else decides.
 */
import { LRUCache } from 'lru-cache';
import type { Grant } from '../access/grant.ts';
import { weakTag } from '../operation/entity-tags.ts';
import { type DocumentToCome, documentsToCome, withNews } from './announced.ts';
import { withCodeSamples } from './code-samples.ts';
import { documentOf, type Interface, interfaceOf } from './document-of.ts';
import { type Limits, usualLimits } from './limits.ts';
import { type Offer, offerOf } from './offer.ts';
import type { OpenApiDocument } from './openapi.ts';
import { asOpenApi30 } from './openapi-30.ts';
import { type JsonPieces, jsonPieces } from './pieces.ts';

export interface PublicDocument extends Reading {
  /** What the document was made from: handlers fill in by it what the document says is filled in. */
  readonly offer: Offer;
  /** What validates. */
  readonly document: OpenApiDocument;
  /** The same in another form, made when somebody reads it. */
  as(form: DocumentForm): Reading;
  /** What it will be once what is announced has taken effect, one after the other. */
  readonly toCome: readonly DocumentToCome[];
}

/** The document as vendors read it. */
export interface Reading {
  readonly body: JsonPieces;
  /** Weak, and the same for equal documents. */
  readonly etag: string;
}

/** The forms in which a document is read: itself, with the code samples that its page shows, and as OpenAPI 3.0. */
export type DocumentForm = 'plain' | 'samples' | '3.0';

/** What a document depends on: not on the token itself, so tokens with the same filter, permission, terms and revision share one. */
export interface DocumentSubject extends Pick<Grant, 'campaign' | 'permission' | 'pins' | 'scope' | 'terms'> {
  /** Of the document. Absent where documents are compared, or of the whole campaign: then it is the campaign's. */
  readonly revision?: number;
}

export function publish(subject: DocumentSubject, publicUrl: string, limits: Limits = usualLimits): PublicDocument {
  const now = offerOf(subject);
  const holds = documentOf(now, publicUrl, limits);
  const toCome = documentsToCome(subject, holds, publicUrl, limits);
  const offer = toCome.length > 0 ? withNews(now, toCome) : now;
  const document = toCome.length > 0 ? documentOf(offer, publicUrl, limits) : holds;
  return {
    offer,
    document,
    toCome,
    as: (form) => readingOf(document, form),
    get body() {
      return readingOf(document, 'plain').body;
    },
    get etag() {
      return readingOf(document, 'plain').etag;
    },
  };
}

/** What a combined document takes of it. */
export function publishInterface(subject: DocumentSubject, publicUrl: string): Interface {
  // What is announced is told in the document, and is known by comparing whole ones.
  return subject.campaign.announced.length > 0
    ? publish(subject, publicUrl).document
    : interfaceOf(offerOf(subject), publicUrl);
}

/** Bytes of readings that are kept, of all documents together: more than what validates, and seldom asked for. */
const kept = 64_000_000;
const readings = new LRUCache<string, Reading>({ maxSize: kept, sizeCalculation: ({ body }) => body.length });
const made: Readonly<Record<DocumentForm, (document: OpenApiDocument) => unknown>> = {
  plain: (document) => document,
  samples: withCodeSamples,
  '3.0': (document) => asOpenApi30(document),
};

let numbered = 0;
const numbers = new WeakMap<OpenApiDocument, number>();

function readingOf(document: OpenApiDocument, form: DocumentForm): Reading {
  const number = numbers.get(document) ?? ++numbered;
  numbers.set(document, number);
  const key = `${number} ${form}`;
  const known = readings.get(key);
  if (known) return known;
  const body = jsonPieces([Buffer.from(JSON.stringify(made[form](document)))]);
  const reading = { body, etag: weakTag(...body.pieces) };
  readings.set(key, reading);
  return reading;
}

/** Subjects with one key have one document. */
function keyOf({ campaign, permission, scope, terms, revision }: DocumentSubject): string {
  // Filters that are the same now may be announced to differ.
  const filter = scope.kind === 'condition' && campaign.announced.length > 0 ? scope.filter : undefined;
  const condition = scope.kind === 'condition' ? JSON.stringify([scope.condition, filter]) : '';
  return [campaign.id, campaign.epoch, revision, permission, scope.kind, condition, JSON.stringify(terms)].join(' ');
}

export type Publisher = (subject: DocumentSubject) => PublicDocument;

/** About how much a document holds, in kilobytes, by measurement; those to come are of the same kind. */
const sizeOf = ({ offer, toCome }: PublicDocument): number => (30 + 3 * offer.fields.length) * (1 + toCome.length);

/** A publisher that keeps what it made, by campaign, epoch, revision, scope, permission and terms. `maxSize`: kilobytes kept. */
export function createPublisher(
  publicUrl: string,
  limits: Limits,
  make: typeof publish = publish,
  maxSize = 300_000,
): Publisher {
  const documents = new LRUCache<string, PublicDocument>({ maxSize, sizeCalculation: sizeOf });
  const keys = new WeakMap<DocumentSubject, string>();
  return (subject) => {
    const key = keys.get(subject) ?? keyOf(subject);
    keys.set(subject, key);
    const known = documents.get(key);
    if (known) return known;
    const made = make(subject, publicUrl, limits);
    documents.set(key, made);
    return made;
  };
}

/**
 * The one function that makes a public document. What it returns is what the vendor reads and what validates the vendor's
 * requests: nothing else decides.
 */
import { LRUCache } from 'lru-cache';
import type { Grant } from '../access/grant.ts';
import { type DocumentToCome, documentsToCome, withNews } from './changes/announced.ts';
import { markingWhatGoes } from './changes/sunsets.ts';
import { type DocumentForm, type Reading, readingOf } from './conversions/reading.ts';
import { documentOf, type Interface, interfaceOf } from './document-of.ts';
import { type Offer, offerOf } from './offer.ts';
import type { OpenApiDocument } from './openapi.ts';
import { type Limits, usualLimits } from './words/limits.ts';

export interface PublicDocument {
  /** What the document was made from: handlers fill in by it what the document says is filled in. */
  readonly offer: Offer;
  /** What validates. */
  readonly document: OpenApiDocument;
  /** As vendors read it, made when somebody does. */
  as(form: DocumentForm): Promise<Reading>;
  /** What it will be once what is announced has taken effect, one after the other. */
  readonly toCome: readonly DocumentToCome[];
}

/** What a document depends on: not on the token itself, so tokens with the same filter, permission, terms and revision share one. */
export interface DocumentSubject extends Pick<Grant, 'campaign' | 'permission' | 'pins' | 'scope' | 'terms'> {
  /** Of the document. Absent where documents are compared, or of the whole campaign: then it is the campaign's. */
  readonly revision?: number;
}

export function publish(subject: DocumentSubject, publicUrl: string, limits: Limits = usualLimits): PublicDocument {
  const now = offerOf(subject);
  const holds = documentOf(now, publicUrl, limits);
  const toCome = documentsToCome(subject, publicUrl, limits);
  const offer = toCome.length > 0 ? withNews(now, toCome) : now;
  const document = toCome.length > 0 ? documentOf(offer, publicUrl, limits, markingWhatGoes(holds, toCome)) : holds;
  return {
    offer,
    document,
    toCome,
    as: (form) => readingOf(document, form),
  };
}

/** What a combined document takes of it. */
export function publishInterface(subject: DocumentSubject, publicUrl: string): Interface {
  // What is announced is told in the document, and is known by comparing whole ones.
  return subject.campaign.announced.length > 0
    ? publish(subject, publicUrl).document
    : interfaceOf(offerOf(subject), publicUrl);
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

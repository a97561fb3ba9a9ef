/**
 * Publishes documents for vendors: nothing else does. `document-of` merges each from the base document. The vendor reads the
 * document, and the same document validates the vendor's requests.
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
  /** The offer from which the document was made. Handlers use it to fill in values as the document says. */
  readonly offer: Offer;
  /** The document that validates requests. */
  readonly document: OpenApiDocument;
  /** The same document in a form for reading, such as YAML. It is made on demand. */
  as(form: DocumentForm): Promise<Reading>;
  /** The document after each announced change, in order. */
  readonly toCome: readonly DocumentToCome[];
}

/**
 * Everything about a token and its campaign that a document depends on. The token itself is not part of it, so tokens with the same
 * filter, permission, terms and revision share one document.
 */
export interface DocumentSubject extends Pick<Grant, 'campaign' | 'permission' | 'pins' | 'scope' | 'terms'> {
  /** The revision of the document. If it is absent, as in comparisons and for a whole campaign, the campaign's revision is used. */
  readonly revision?: number;
}

export function publish(subject: DocumentSubject, publicUrl: string, limits: Limits = usualLimits): PublicDocument {
  const currentOffer = offerOf(subject);
  const currentDocument = documentOf(currentOffer, publicUrl, limits);
  const toCome = documentsToCome(subject, publicUrl, limits);
  // The marks of what will end need the document as it is without announcements. So it is made a second time, with them.
  const offer = toCome.length > 0 ? withNews(currentOffer, toCome) : currentOffer;
  const document =
    toCome.length > 0
      ? documentOf(offer, publicUrl, limits, markingWhatGoes(currentDocument, toCome))
      : currentDocument;
  return {
    offer,
    document,
    toCome,
    as: (form) => readingOf(document, form),
  };
}

/** The paths and components of the document. A combined document, which has an introduction of its own, is made of these. */
export function publishInterface(subject: DocumentSubject, publicUrl: string): Interface {
  // Only `publish` finds out which announced changes concern this token. The limits do not matter: only the introduction names them.
  return subject.campaign.announced.length > 0
    ? publish(subject, publicUrl).document
    : interfaceOf(offerOf(subject), publicUrl);
}

/** Subjects with the same key have the same document. Pins are not part of it, because they follow from the scope. */
function keyOf({ campaign, permission, scope, terms, revision }: DocumentSubject): string {
  // `scope.filter` is an id: two filters that are equal now may have different announced changes.
  const filter = scope.kind === 'condition' && campaign.announced.length > 0 ? scope.filter : undefined;
  const condition = scope.kind === 'condition' ? JSON.stringify([scope.condition, filter]) : '';
  return [campaign.id, campaign.epoch, revision, permission, scope.kind, condition, JSON.stringify(terms)].join(' ');
}

export type Publisher = (subject: DocumentSubject) => PublicDocument;

/** The approximate size of a document in kilobytes, by measurement. Coming documents have the same size. */
const sizeOf = ({ offer, toCome }: PublicDocument): number => (30 + 3 * offer.fields.length) * (1 + toCome.length);

/**
 * A publisher with a cache, by `keyOf`. `make`: tests replace it. `maxSize`: kilobytes in the cache.
 */
export function createPublisher(
  publicUrl: string,
  limits: Limits,
  make: typeof publish = publish,
  maxSize = 300_000,
): Publisher {
  const documents = new LRUCache<string, PublicDocument>({ maxSize, sizeCalculation: sizeOf });
  // Each request asks again with the same grant, so its key is made once.
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

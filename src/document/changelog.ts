/**
 * What became of a token's document, told by comparing the documents themselves and its scope: from one subject to the next, and what
 * was announced and is called off.
 */
import { setImmediate as others } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Campaign } from '../campaign/definition.ts';
import { documentsToCome } from './announced.ts';
import { compareSubjects, type Published } from './compare-subjects.ts';
import { type DocumentChange, textual } from './document-change.ts';
import { documentOf } from './document-of.ts';
import { offerOf } from './offer.ts';
import type { OpenApiDocument } from './openapi.ts';
import { type DocumentSubject, publish } from './publish.ts';
import { haveSameDocument } from './same-offer.ts';
import { minuteOf } from './words.ts';

/** What was announced and will not come, in the words in which it was told, if this token was told of it at all. */
export function sayCalledOff(
  subject: DocumentSubject,
  one: Campaign['announced'][number],
  publicUrl: string,
): DocumentChange[] {
  const document = documentOf(offerOf(subject), publicUrl);
  const campaign = { ...subject.campaign, announced: [one] };
  return documentsToCome({ ...subject, campaign }, document, publicUrl).map(({ at, changes }) =>
    textual(
      `Called off is what was announced from ${minuteOf(at)}: ${changes.map(({ sentence }) => sentence).join(' ')}`,
    ),
  );
}

/** Told the subjects one by one, the oldest first: what each changed against the one before it; nothing, for the first. */
export function createComparison(publicUrl: string): (subject: DocumentSubject) => Promise<readonly DocumentChange[]> {
  let before: Published | undefined;
  let sawLast: Published | undefined;
  return async (subject) => {
    const published = { scope: subject.scope, document: documentOf(offerOf(subject), publicUrl) };
    const changes = before ? compareSubjects(before, published, sawLast) : [];
    before = published;
    if (published.scope.kind !== 'nothing') sawLast = published;
    // Many of them take a while, in which other requests want to be answered.
    await others();
    return changes;
  };
}

/** What each changed against the one before it; nothing, for the first. */
export async function changesOfEach(
  subjects: readonly DocumentSubject[],
  publicUrl: string,
): Promise<readonly (readonly DocumentChange[])[]> {
  const compare = createComparison(publicUrl);
  const all: (readonly DocumentChange[])[] = [];
  for (const subject of subjects) all.push(await compare(subject));
  return all;
}

export interface Difference {
  /** What a changelog tells. What is announced is told by the documents themselves. */
  readonly told: readonly DocumentChange[];
  /** Whether a reader finds anything else in the document, beside its revision. */
  readonly differs: boolean;
}

/** What a change makes of a token's document. */
export function differenceBetween(before: DocumentSubject, after: DocumentSubject, publicUrl: string): Difference {
  if (haveSameDocument(before, after)) return none;
  const [was, is] = [before, after].map((subject) => withAndWithoutNews({ ...subject, revision: 0 }, publicUrl));
  if (!was || !is) throw new Error('two subjects are compared');
  const sameScope = isDeepStrictEqual(before.scope, after.scope);
  if (sameScope && isDeepStrictEqual(was.read, is.read)) return none;
  const told = compareSubjects(
    { scope: before.scope, document: was.holds },
    { scope: after.scope, document: is.holds },
  );
  return { told, differs: told.length > 0 || !isDeepStrictEqual(was.read, is.read) };
}

const none: Difference = { told: [], differs: false };

interface Documents {
  /** What holds now. */
  readonly holds: OpenApiDocument;
  /** The same, with what is announced. */
  readonly read: OpenApiDocument;
}

function withAndWithoutNews(subject: DocumentSubject, publicUrl: string): Documents {
  const read = publish(subject, publicUrl).document;
  if (subject.campaign.announced.length === 0) return { holds: read, read };
  return { holds: documentOf(offerOf(subject), publicUrl), read };
}

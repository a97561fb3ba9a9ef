/**
 * The changelog of one token: what each revision, and each change of the token, changed in its document, by the documents
 * themselves, and what became of its scope. What changed nothing of these has no entry.
 */
import { setImmediate as others } from 'node:timers/promises';
import type { Campaign } from '../campaign/definition.ts';
import { documentsToCome } from './announced.ts';
import { compareSubjects, type Published } from './compare-subjects.ts';
import { type DocumentChange, textual } from './document-change.ts';
import { documentOf } from './document-of.ts';
import { offerOf } from './offer.ts';
import type { DocumentSubject } from './publish.ts';
import { minuteOf } from './words.ts';

export interface ChangelogEntry {
  /** Names the entry for good. */
  readonly id: string;
  /** That held from then on. */
  readonly revision: number;
  readonly at: Date;
  /** What was said of it when it was announced, where it was. */
  readonly note: string | null;
  readonly changes: readonly DocumentChange[];
}

/** What a token's document was made of from some time on. */
export interface PastSubject extends Omit<ChangelogEntry, 'revision' | 'changes'> {
  readonly subject: DocumentSubject;
  /** What had been announced until then, and will not come. */
  readonly calledOff: Campaign['announced'];
}

/** `past`: the oldest first, what its document was made of; the newest entry comes first. */
export async function changelogOf(past: readonly PastSubject[], publicUrl: string): Promise<readonly ChangelogEntry[]> {
  const changes = await changesOfEach(
    past.map(({ subject }) => subject),
    publicUrl,
  );
  const entries = past.map(({ subject, calledOff, ...entry }, i) => ({
    ...entry,
    revision: subject.campaign.revision,
    changes: [...(changes[i] ?? []), ...calledOff.flatMap((one) => sayCalledOff(subject, one, publicUrl))],
  }));
  return entries.filter((entry) => entry.changes.length > 0).reverse();
}

/** In the words in which it was told, if this token was told of it at all. */
function sayCalledOff(subject: DocumentSubject, one: Campaign['announced'][number], publicUrl: string) {
  const document = documentOf(offerOf(subject), publicUrl);
  const campaign = { ...subject.campaign, announced: [one] };
  return documentsToCome({ ...subject, campaign }, document, publicUrl).map(({ at, changes }) =>
    textual(
      `Called off is what was announced from ${minuteOf(at)}: ${changes.map(({ sentence }) => sentence).join(' ')}`,
    ),
  );
}

/** What each changed against the one before it; nothing, for the first. */
export async function changesOfEach(
  subjects: readonly DocumentSubject[],
  publicUrl: string,
): Promise<readonly (readonly DocumentChange[])[]> {
  const all: (readonly DocumentChange[])[] = [];
  let before: Published | undefined;
  let sawLast: Published | undefined;
  for (const subject of subjects) {
    const published = { scope: subject.scope, document: documentOf(offerOf(subject), publicUrl) };
    all.push(before ? compareSubjects(before, published, sawLast) : []);
    before = published;
    if (published.scope.kind !== 'nothing') sawLast = published;
    // Many revisions take a while, in which other requests want to be answered.
    await others();
  }
  return all;
}

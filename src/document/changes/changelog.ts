/**
 * The changes of a token's document between one subject and the next, including announcements and withdrawn announcements.
 */
import { setImmediate as others } from 'node:timers/promises';
import type { Campaign } from '../../campaign/definition.ts';
import { offerOf } from '../offer.ts';
import type { DocumentSubject } from '../publish.ts';
import { stepsToCome } from './announced.ts';
import type { Change } from './change.ts';
import { compare, type OfferAndScope } from './compare.ts';
import { calledOff, compareAnnounced } from './compare-announced.ts';
import { haveSameDocument } from './same-offer.ts';

export const offerAndScopeOf = (subject: DocumentSubject): OfferAndScope => ({
  offer: offerOf(subject),
  scope: subject.scope,
});

/** The withdrawal of an announcement, if the announcement concerned this token. */
export function callOff(subject: DocumentSubject, one: Campaign['announced'][number]): readonly Change[] {
  return stepsToCome({ ...subject, campaign: { ...subject.campaign, announced: [one] } }).map(calledOff);
}

/** Compares each subject with the one before it. Pass the subjects from the oldest on; the first has no changes. */
export function createComparison(): (subject: DocumentSubject) => Promise<readonly Change[]> {
  let before: OfferAndScope | undefined;
  let sawLast: OfferAndScope | undefined;
  return async (subject) => {
    const now = offerAndScopeOf(subject);
    const changes = before ? compare(before, now, sawLast) : [];
    before = now;
    if (now.scope.kind !== 'nothing') sawLast = now;
    // Many comparisons take a while. Other requests are served in between.
    await others();
    return changes;
  };
}

/** The changes of each subject against the one before it. The first has no changes. */
export async function changesOfEach(subjects: readonly DocumentSubject[]): Promise<readonly (readonly Change[])[]> {
  const compareNext = createComparison();
  const all: (readonly Change[])[] = [];
  for (const subject of subjects) all.push(await compareNext(subject));
  return all;
}

/**
 * The changes that a change of the campaign makes in a token's document. The document gets a new revision exactly when there
 * are any. `isCalledOff`: whether an announced change was withdrawn or could not be made.
 */
export function differenceBetween(
  before: DocumentSubject,
  after: DocumentSubject,
  isCalledOff: (id: string) => boolean = () => false,
): readonly Change[] {
  if (haveSameDocument(before, after)) return [];
  const changes = compare(offerAndScopeOf(before), offerAndScopeOf(after));
  // An announced change may have become void, because other changes did the same. Those changes describe it then.
  const over = (id: string) => isCalledOff(id) || changes.length === 0;
  return [...changes, ...compareAnnounced(stepsToCome(before), stepsToCome(after), over)];
}

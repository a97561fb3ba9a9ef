/** What became of a token's document: from one subject to the next, and what was announced and is called off. */
import { setImmediate as others } from 'node:timers/promises';
import type { Campaign } from '../../campaign/definition.ts';
import { offerOf } from '../offer.ts';
import type { DocumentSubject } from '../publish.ts';
import { stepsToCome } from './announced.ts';
import type { Change } from './change.ts';
import { compare, type Known } from './compare.ts';
import { calledOff, compareAnnounced } from './compare-announced.ts';
import { haveSameDocument } from './same-offer.ts';

export const knownOf = (subject: DocumentSubject): Known => ({ offer: offerOf(subject), scope: subject.scope });

/** What was announced and will not come, if this token was told of it at all. */
export function callOff(subject: DocumentSubject, one: Campaign['announced'][number]): readonly Change[] {
  return stepsToCome({ ...subject, campaign: { ...subject.campaign, announced: [one] } }).map(calledOff);
}

/** Told the subjects one by one, the oldest first: what each changed against the one before it; nothing, for the first. */
export function createComparison(): (subject: DocumentSubject) => Promise<readonly Change[]> {
  let before: Known | undefined;
  let sawLast: Known | undefined;
  return async (subject) => {
    const known = knownOf(subject);
    const changes = before ? compare(before, known, sawLast) : [];
    before = known;
    if (known.scope.kind !== 'nothing') sawLast = known;
    // Many of them take a while, in which other requests want to be answered.
    await others();
    return changes;
  };
}

/** What each changed against the one before it; nothing, for the first. */
export async function changesOfEach(subjects: readonly DocumentSubject[]): Promise<readonly (readonly Change[])[]> {
  const compareNext = createComparison();
  const all: (readonly Change[])[] = [];
  for (const subject of subjects) all.push(await compareNext(subject));
  return all;
}

/**
 * What a change makes of a token's document: the document has a new revision exactly where something is told. `isCalledOff`:
 * whether a change that was announced is withdrawn, or could not be made.
 */
export function differenceBetween(
  before: DocumentSubject,
  after: DocumentSubject,
  isCalledOff: (id: string) => boolean = () => false,
): readonly Change[] {
  if (haveSameDocument(before, after)) return [];
  const changes = compare(knownOf(before), knownOf(after));
  // One that changes nothing any more, because that was done meanwhile, is told by what was done.
  const over = (id: string) => isCalledOff(id) || changes.length === 0;
  return [...changes, ...compareAnnounced(stepsToCome(before), stepsToCome(after), over)];
}

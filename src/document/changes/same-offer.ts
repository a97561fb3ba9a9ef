/**
 * Finds out whether two subjects have the same document, without making the documents: most changes concern other tokens,
 * and a campaign may have hundreds. `true` means that they are the same; `false` means that they may differ.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Scope } from '../../access/grant.ts';
import type { Announced } from '../../campaign/definition.ts';
import { type Offer, offerOf } from '../offer.ts';
import type { DocumentSubject } from '../publish.ts';
import { onceChanged } from './announced.ts';

export function haveSameDocument(a: DocumentSubject, b: DocumentSubject): boolean {
  const [before, after] = [stepsOf(a), stepsOf(b)];
  return before.length === after.length && before.every((step, i) => isSameStep(step, after[i] as Step));
}

/** The offer now, or from an announced change on. */
interface Step {
  readonly scope: Scope;
  readonly offer: Offer;
  readonly announced?: Omit<Announced, 'delta'>;
}

const isSameStep = (a: Step, b: Step): boolean =>
  isDeepStrictEqual(a.announced, b.announced) &&
  isDeepStrictEqual(a.scope, b.scope) &&
  isDeepStrictEqual(documentedParts(a.offer), documentedParts(b.offer));

/** Announced changes that do not concern the token are left out, because its document does not mention them. */
function stepsOf(subject: DocumentSubject): readonly Step[] {
  const steps: Step[] = [{ scope: subject.scope, offer: offerOf(subject) }];
  let now = subject;
  for (const { delta, ...announced } of subject.campaign.announced) {
    now = onceChanged(now, delta);
    const { announced: _, ...last } = steps.at(-1) as Step;
    const step = { scope: now.scope, offer: offerOf(now) };
    if (!isSameStep(last, step)) steps.push({ ...step, announced });
  }
  return steps;
}

/**
 * The parts of an offer that its document is made of. The options that it may name are part of the fields, so the selects
 * are here without options.
 */
function documentedParts({ campaign, revision: _, ...offer }: Offer) {
  const { epoch, revision, documentChanges, filters, keyColumns, announced, selects, ...definition } = campaign;
  return { ...offer, definition, selects: selects.map(({ key, label }) => ({ key, label })) };
}

/**
 * Whether two subjects have the same document, told without making one: most changes concern other tokens, and a campaign may have
 * hundreds. Where it says no the documents may still be the same; where it says yes they are.
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

/** What is offered now, or from an announced change on. */
interface Step {
  readonly scope: Scope;
  readonly offer: Offer;
  readonly announced?: Omit<Announced, 'delta'>;
}

const isSameStep = (a: Step, b: Step): boolean =>
  isDeepStrictEqual(a.announced, b.announced) &&
  isDeepStrictEqual(a.scope, b.scope) &&
  isDeepStrictEqual(told(a.offer), told(b.offer));

/** What is announced and changes nothing for the token is not told in its document. */
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

/** What a document is made of. The options that it may name stand with their fields; those of others are left out. */
function told({ campaign, revision: _, ...offer }: Offer) {
  const { epoch, revision, documentChanges, filters, keyColumns, announced, selects, ...definition } = campaign;
  return { ...offer, definition, selects: selects.map(({ key, label }) => ({ key, label })) };
}

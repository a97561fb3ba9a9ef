/**
 * What is announced for a campaign, as far as it concerns one token: the documents to come, one after the other, and what each
 * changes against the one before it. A document tells of those that are to come, and answers are compared with them.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Grant, pinsOfScope, scopeOnceChanged } from '../access/grant.ts';
import type { Campaign } from '../campaign/definition.ts';
import { withDelta } from '../campaign/delta.ts';
import { changesByField } from './compare-fields.ts';
import { compareSubjects } from './compare-subjects.ts';
import type { DocumentChange } from './document-change.ts';
import { documentOf } from './document-of.ts';
import type { Limits } from './limits.ts';
import { type Offer, offerOf, type ToCome } from './offer.ts';
import type { OpenApiDocument } from './openapi.ts';
import { foretold, minuteOf } from './words.ts';

export interface DocumentToCome extends ToCome {
  readonly campaign: Campaign;
  readonly document: OpenApiDocument;
  /** By field, where it changes or goes. */
  readonly fields: ReadonlyMap<string, readonly DocumentChange[]>;
  /** Whether the filter will match other leads, which the documents alone do not tell. */
  readonly otherLeads: boolean;
}

type Subject = Pick<Grant, 'campaign' | 'permission' | 'pins' | 'scope' | 'terms'>;

/** By their time. `document`: what holds until then. */
export function documentsToCome(
  subject: Subject,
  document: OpenApiDocument,
  publicUrl: string,
  limits?: Limits,
): readonly DocumentToCome[] {
  let [now, before] = [subject, document];
  return subject.campaign.announced.flatMap(({ delta, ...announced }) => {
    const campaign = { ...withDelta(now.campaign, delta), announced: [] };
    const scope = scopeOnceChanged(now.scope, campaign);
    const then = { ...now, campaign, scope, pins: pinsOfScope(campaign, scope) };
    const offer = offerOf(then);
    const after = documentOf(offer, publicUrl, limits);
    const changes = compareSubjects({ scope: now.scope, document: before }, { scope, document: after });
    const one = {
      ...announced,
      campaign,
      document: after,
      changes: changes.map(toBe),
      fields: scope.kind === 'nothing' ? new Map() : changesByField(before, after),
      otherLeads: offer.more && !isDeepStrictEqual(scope, now.scope),
    };
    [now, before] = [then, after];
    return changes.length > 0 ? [one] : [];
  });
}

/** What is offered, with what is announced for it. */
export function withNews(offer: Offer, toCome: readonly DocumentToCome[]): Offer {
  return {
    ...offer,
    toCome,
    fields: offer.fields.map((field) => {
      const { key } = field.field;
      const news = toCome.flatMap(({ at, fields }) =>
        (fields.get(key) ?? []).map(toBe).map(({ sentence }) => `From ${minuteOf(at)}: ${sentence}`),
      );
      const goes = toCome.some(({ document }) => !hasField(document, key));
      return { ...field, news, goes };
    }),
  };
}

const toBe = (change: DocumentChange): DocumentChange => ({ ...change, sentence: foretold(change.sentence) });

export function hasField({ components }: OpenApiDocument, key: string): boolean {
  return Object.hasOwn((components.schemas?.LeadFields?.properties ?? {}) as object, key);
}

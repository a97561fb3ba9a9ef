/**
 * The announced changes of a campaign, as they concern one token: step by step, the offer after each change, and the
 * differences from the step before. A document describes the coming steps, and requests are checked against them too.
 */
import { type Grant, pinsOfScope, scopeOnceChanged } from '../../access/grant.ts';
import type { Announced, Campaign } from '../../campaign/definition.ts';
import { withDelta } from '../../campaign/delta.ts';
import { documentOf } from '../document-of.ts';
import { type Offer, offerOf, type ToCome } from '../offer.ts';
import type { OpenApiDocument } from '../openapi.ts';
import type { Limits } from '../words/limits.ts';
import { minuteOf } from '../words/markdown-text.ts';
import type { Change } from './change.ts';
import { compare, type OfferAndScope } from './compare.ts';
import { markdownOf } from './sentences.ts';

export type Subject = Pick<Grant, 'campaign' | 'permission' | 'pins' | 'scope' | 'terms'>;

/** The offer of a token from a certain time on. */
export interface Step extends OfferAndScope, ToCome {}

/** Ordered by time. Steps that change nothing for this token are left out. */
export function stepsToCome(subject: Subject): readonly Step[] {
  let now = subject;
  let before: OfferAndScope = { offer: offerOf(subject), scope: subject.scope };
  return subject.campaign.announced.flatMap(({ delta, ...announced }) => {
    now = onceChanged(now, delta);
    const then = { offer: offerOf(now), scope: now.scope };
    const changes = compare(before, then);
    before = then;
    return changes.length > 0 ? [{ ...announced, ...then, changes }] : [];
  });
}

/** The subject once an announced change has taken effect. */
export function onceChanged<T extends Subject>(subject: T, delta: Announced['delta']): T {
  const campaign = { ...withDelta(subject.campaign, delta), announced: [] };
  const scope = scopeOnceChanged(subject.scope, campaign);
  return { ...subject, campaign, scope, pins: pinsOfScope(campaign, scope) };
}

export interface DocumentToCome extends ToCome {
  readonly campaign: Campaign;
  readonly document: OpenApiDocument;
  /** Whether the filter will match fewer or other leads. */
  readonly otherLeads: boolean;
}

export function documentsToCome(subject: Subject, publicUrl: string, limits?: Limits): readonly DocumentToCome[] {
  return stepsToCome(subject).map(({ offer, scope: _, ...announced }) => ({
    ...announced,
    campaign: offer.campaign,
    document: documentOf(offer, publicUrl, limits),
    otherLeads: announced.changes.some((one) => one.class === 'breaking' && aboutLeads.has(one.kind)),
  }));
}

const aboutLeads: ReadonlySet<Change['kind']> = new Set(['filter_other', 'filter_deleted']);

/** The offer, with the announced changes of each field in its texts. */
export function withNews(offer: Offer, toCome: readonly DocumentToCome[]): Offer {
  return {
    ...offer,
    toCome,
    fields: offer.fields.map((field) => {
      const { key } = field.field;
      const news = toCome.flatMap(({ at, changes }) =>
        changes.filter(({ subject }) => subject === `fields.${key}`).map((one) => newsOf(at, one)),
      );
      return { ...field, news };
    }),
  };
}

const newsOf = (at: string, change: Change): string => `From ${minuteOf(at)}: ${markdownOf(change, 'to_come')}`;

export function hasField({ components }: OpenApiDocument, key: string): boolean {
  return Object.hasOwn((components.schemas?.LeadFields?.properties ?? {}) as object, key);
}

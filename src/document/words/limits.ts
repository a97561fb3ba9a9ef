/**
 * The limits of a token in words. Each number comes from the code that enforces it: limits per minute from the limiter,
 * sizes of bodies from the body parser, sizes of pages and batches from the base document.
 */
import { bodyLimitOf, mebibyte, mostValues } from '../../limits/body-size.ts';
import { type InFlightLimits, sharedWork, sharesFor } from '../../limits/in-flight.ts';
import { limitOf, type PerMinute, perMinute } from '../../limits/per-minute.ts';
import { baseDocument } from '../base.ts';
import type { Offer } from '../offer.ts';
import { operationsOf, type Schema } from '../openapi.ts';

/** The limits of this installation. */
export interface Limits {
  readonly perMinute: PerMinute;
  readonly inFlight: InFlightLimits;
  readonly eventRetentionDays: number;
}

export const usualLimits: Limits = { perMinute, inFlight: sharesFor(10), eventRetentionDays: 90 };

/** One row for each limit: its name and its size. */
export function limitRows(
  { terms, writes }: Offer,
  limits: Limits,
): readonly (readonly [what: string, limit: string])[] {
  const { perMinute: defaults, inFlight, eventRetentionDays } = limits;
  const perMinuteOf = (what: 'requests' | 'writes') => terms && limitOf(terms, what, defaults);
  const minute = (what: 'requests' | 'writes') => {
    const limit = perMinuteOf(what);
    return limit === undefined ? 'without a limit' : `${number(limit)} a minute`;
  };
  return [
    ...(terms ? [['Requests', minute('requests')] as const] : []),
    ...(terms && writes
      ? [['Leads written, also in dry runs; each item of a batch counts', minute('writes')] as const]
      : []),
    [
      'Requests at the same time',
      `${number(inFlight.work)}, fewer large ones, or ${number(inFlight.work / sharedWork)} for one lead each; others wait for up to ${number(inFlight.longestWaitMs / 1_000)} seconds`,
    ],
    ['Held polls and exports at the same time', `${number(inFlight.polls)} and ${number(inFlight.exports)}`],
    ...(writes
      ? [
          [
            'Body of a request',
            `${bytes('createLead')}; of a batch ${bytes('writeLeads')} and ${number(mostValues)} values`,
          ] as const,
        ]
      : []),
    ...(writes ? [['Items of a batch', number(batchItems())] as const] : []),
    ['Page of a list', `${number(mostOnPage('listLeads'))} leads; of changes ${number(mostOnPage('listLeadChanges'))}`],
    ['Changes are kept', eventRetentionDays === 1 ? '1 day' : `${number(eventRetentionDays)} days`],
  ];
}

/** Whether the token has a limit per minute. */
export function countedByMinute({ terms, writes }: Offer, { perMinute: defaults }: Limits): boolean {
  const limited = (what: 'requests' | 'writes') => !terms || limitOf(terms, what, defaults) !== undefined;
  return limited('requests') || (writes && limited('writes'));
}

export function limitsWords(offer: Offer, limits: Limits): string {
  return [
    '# Limits',
    [
      '| What | Limit |',
      '|---|---|',
      ...limitRows(offer, limits).map(([what, limit]) => `| ${what} | ${limit} |`),
    ].join('\n'),
    ...(countedByMinute(offer, limits)
      ? [
          'A request beyond a limit gets 429 (`rate_limited`) and does nothing: send it again after the seconds in `Retry-After`.',
        ]
      : []),
    'A request also gets 429 (`too_many_in_flight`), and does nothing, if too many others run at the same time.',
    ...(offer.writes ? ['A larger body gets 413 (`body_too_large`).'] : []),
  ].join('\n\n');
}

const english = new Intl.NumberFormat('en-US');
const number = (count: number): string => english.format(count);

const bytes = (operationId: string): string => `${number(bodyLimitOf(operationId) / mebibyte)} MiB`;

/** By operation. Each is looked up once, because the base document never changes. */
const pageSizes = new Map<string, number>();

export function mostOnPage(operationId: string): number {
  const known = pageSizes.get(operationId);
  if (known !== undefined) return known;
  const entry = operationsOf(baseDocument('leads')).find(({ operation }) => operation.operationId === operationId);
  const maximum = Number(entry?.parameters.find(({ name }) => name === 'limit')?.schema.maximum);
  pageSizes.set(operationId, maximum);
  return maximum;
}

function batchItems(): number {
  const { items } = (baseDocument('leads').components.schemas?.Batch?.properties ?? {}) as { items?: Schema };
  return Number(items?.maxItems);
}

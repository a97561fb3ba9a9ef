/**
 * The introduction of a public document: what the API is, what the token sees, announced changes, and limits. It is short,
 * because generators copy it into the head of every file. The page explains how to work with the API.
 */
import type { Scalar } from '../../campaign/condition/condition.ts';
import { labelOf, labelOfPath } from '../../campaign/condition/describe.ts';
import { markdownOf } from '../changes/sentences.ts';
import type { Offer } from '../offer.ts';
import { duplicateWords } from './duplicates.ts';
import { underHeadings } from './headings.ts';
import { type Limits, limitsWords } from './limits.ts';
import { code, enumerate, minuteOf, plain } from './markdown-text.ts';
import { inertNotes } from './notes.ts';
import { supportWords } from './support.ts';

/** In Markdown. */
export function introduction(offer: Offer, limits: Limits): string {
  return underHeadings([
    about(offer),
    ...notes(offer),
    scope(offer),
    ...duplicates(offer),
    ...toCome(offer),
    limitsWords(offer, limits),
    ...support(offer),
  ]);
}

function about({ campaign, writes, creates }: Offer): string {
  const what = creates
    ? 'You can send leads, read them back, and change or delete them'
    : writes
      ? 'You can read leads, and change or delete them'
      : 'You can read leads';
  return [
    `This is the API of the campaign **${plain(campaign.name)}** of ${plain(campaign.accountName)}. ${what}.`,
    'This document says exactly what your token may do: the service validates your requests with it.',
    'Every response has `X-Request-Id`: quote it when you ask for help. `X-Schema-Revision` is the version of this document that validated the request. `RateLimit-Policy` and `RateLimit` have your limits. `Deprecation`, `Sunset` and `Link` appear if an announced change will refuse a request like this one.',
  ].join(' ');
}

/** The admin's texts, under headings of ours. */
function notes({ campaign, terms }: Offer): readonly string[] {
  const { vendorNotes } = campaign;
  return [
    ...(vendorNotes === null ? [] : [`${notesHeading}\n\n${inertNotes(vendorNotes)}`]),
    ...(terms?.notes ? [`${tokenNotesHeading}\n\n${inertNotes(terms.notes)}`] : []),
  ];
}

function support({ campaign: { supportContact } }: Offer): readonly string[] {
  return supportContact === null ? [] : [`# Support\n\n${supportWords(supportContact)}`];
}

const notesHeading = '# Notes on this campaign';
const tokenNotesHeading = '# Notes for this token';

function scope(offer: Offer): string {
  const { campaign, pins, more, sees, creates, writes } = offer;
  const lines = ['# Leads that this token sees', ...termWords(offer)];
  if (!sees)
    lines.push(
      'This token sees no leads at the moment, because its filter was deleted or no lead can match it. Ask the person who gave you the token.',
    );
  const conditions = [...pins.allowed].map(([path, values]) => allowedWords(campaign, path, values));
  if (sees && conditions.length === 0 && !more) lines.push('Every lead of the campaign.');
  const rest = more ? ' and that match the rest of its filter' : '';
  if (sees && conditions.length > 0)
    lines.push(`The leads whose ${enumerate(conditions)}${rest}. For any other lead you get 404.`);
  if (sees && conditions.length === 0 && more)
    lines.push('The leads that match its filter. For any other lead you get 404.');
  const filled = [...pins.allowed].filter(([, values]) => values.length === 1).map(([path]) => code(path));
  if (creates && filled.length > 0)
    lines.push(
      `${enumerate(filled)} ${filled.length === 1 ? 'is' : 'are'} filled in for you: leave ${filled.length === 1 ? 'it' : 'them'} out.`,
    );
  if (writes && more) lines.push('A write that would leave a lead outside the filter gets 422 `out_of_scope`.');
  if (writes && !creates) lines.push('This token cannot create leads at the moment: you get 403 `scope_closed`.');
  return lines.join('\n\n');
}

/** Whether the token is paused, and when it ends. */
export function termWords({ terms }: Offer): readonly string[] {
  if (!terms) return [];
  return [
    ...(terms.paused ? ['This token is paused: every request is refused with 401.'] : []),
    ...(terms.expiresAt === null ? [] : [`This token ends on ${minuteOf(terms.expiresAt.toISOString())}.`]),
  ];
}

function allowedWords(campaign: Offer['campaign'], path: string, values: readonly Scalar[]): string {
  const labels = values.map((value) => plain(labelOf(campaign, path, value)));
  return `${plain(labelOfPath(campaign, path))} is ${enumerate(labels, 'or')}`;
}

function duplicates(offer: Offer): readonly string[] {
  const words = duplicateWords(offer);
  return words === undefined ? [] : [`# Duplicates\n\n${words}`];
}

/** The announced changes. A note is the admin's text. */
function toCome({ toCome: all }: Offer): readonly string[] {
  if (all.length === 0) return [];
  const each = all.map(({ at, note, changes }) =>
    [
      `**From ${minuteOf(at)}:**`,
      changes.map((one) => `- ${markdownOf(one, 'to_come')}`).join('\n'),
      ...(note === null ? [] : [plain(note)]),
    ].join('\n\n'),
  );
  return [
    [
      '# Announced changes',
      'Until then nothing changes. If your request would be refused, if its response contains something that will be removed, or if your filter will match other leads, the response already carries `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), with the time.',
      ...each,
    ].join('\n\n'),
  ];
}

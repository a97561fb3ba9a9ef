/**
 * The introduction of a public document: what this is, what this token sees, what is announced, and its limits. Generators copy it
 * into the head of each file that they make, so it is short; how to work with the API stands on the page.
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

/** Markdown. */
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
    ? 'With it you send leads, read them back, and change or delete them'
    : writes
      ? 'With it you read leads, and change or delete them'
      : 'With it you read leads';
  return [
    `This is the API of the campaign **${plain(campaign.name)}** of ${plain(campaign.accountName)}. ${what}.`,
    'It says exactly what your token may do: the same document checks your requests.',
    'Every response has `X-Request-Id`, for questions about it. `X-Schema-Revision` is the version of this document that judged the request; `RateLimit-Policy` and `RateLimit` tell your limits; `Deprecation`, `Sunset` and `Link` come when a request like it will be refused from a date.',
  ].join(' ');
}

/** What the admin has written, under headings of ours. */
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
  const lines = ['# What this token sees', ...termWords(offer)];
  if (!sees)
    lines.push(
      'At the moment this token sees no leads: its filter is gone or can be met by none. Ask whoever gave it to you.',
    );
  const told = [...pins.allowed].map(([path, values]) => allowedWords(campaign, path, values));
  if (sees && told.length === 0 && !more) lines.push('Every lead of the campaign.');
  const rest = more ? ' and that match the rest of its filter' : '';
  if (sees && told.length > 0) lines.push(`The leads whose ${enumerate(told)}${rest}. For any other lead you get 404.`);
  if (sees && told.length === 0 && more) lines.push('The leads that match its filter. For any other lead you get 404.');
  const filled = [...pins.allowed].filter(([, values]) => values.length === 1).map(([path]) => code(path));
  if (creates && filled.length > 0)
    lines.push(
      `${enumerate(filled)} ${filled.length === 1 ? 'is' : 'are'} filled in for you: leave ${filled.length === 1 ? 'it' : 'them'} out.`,
    );
  if (writes && more) lines.push("Leads outside this token's filter are refused with `out_of_scope`.");
  if (writes && !creates) lines.push('New leads cannot be created with it at the moment (`scope_closed`).');
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
  const told = values.map((value) => plain(labelOf(campaign, path, value)));
  return `${plain(labelOfPath(campaign, path))} is ${enumerate(told, 'or')}`;
}

function duplicates(offer: Offer): readonly string[] {
  const words = duplicateWords(offer);
  return words === undefined ? [] : [`# Duplicates\n\n${words}`];
}

/** What is announced. A note is the admin's text. */
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
      '# What is going to change',
      'Until then nothing is different. Responses to requests that would be refused, or that hold what goes, and all responses where the filter will match other leads, carry `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), with the time.',
      ...each,
    ].join('\n\n'),
  ];
}

/** The introduction of a public document: what this is, how to authenticate, how the first lead is sent, what this token sees. */
import type { Scalar } from '../campaign/condition.ts';
import { labelOf, labelOfPath } from '../campaign/describe.ts';
import { duplicateWords } from './duplicates.ts';
import { createExample } from './examples.ts';
import { underHeadings } from './headings.ts';
import { type Limits, limitsWords } from './limits.ts';
import { inertNotes } from './notes.ts';
import type { Offer } from './offer.ts';
import { supportWords } from './support.ts';
import { code, enumerate, minuteOf, plain } from './words.ts';

/** Markdown. `server`: the campaign's address. */
export function introduction(offer: Offer, server: string, limits: Limits): string {
  return underHeadings([
    about(offer),
    ...notes(offer),
    authentication(server),
    scope(offer),
    ...(offer.creates ? [firstLead(offer, server)] : []),
    ...statuses(offer),
    ...duplicates(offer),
    ...toCome(offer),
    ...(offer.writes ? [sendingSafely()] : []),
    reading(server),
    following(server),
    errors(offer),
    limitsWords(offer, limits),
    changing(),
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
    'What you see here is exactly what your token may do: the same document checks your requests, so what it allows is accepted and what it does not is refused.',
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

/** The admin's notes in an introduction: those on the campaign, and those for its token; empty where there are none. */
export function notesIn(introduction: string): { readonly campaign: string; readonly token: string } {
  const [before = ''] = introduction.split('\n\n# Authentication\n\n');
  const [rest = '', token = ''] = before.split(`\n\n${tokenNotesHeading}\n\n`);
  const [, campaign = ''] = rest.split(`\n\n${notesHeading}\n\n`);
  return { campaign, token };
}

function authentication(server: string): string {
  return [
    '# Authentication',
    'Send your API token with every request, in the header `Authorization: Bearer lsp_…`. It is a secret: keep it on your server, and never put it into an address.',
    ['```sh', `curl ${server} \\`, "  -H 'Authorization: Bearer lsp_…'", '```'].join('\n'),
  ].join('\n\n');
}

function scope(offer: Offer): string {
  const { campaign, pins, more, sees, creates, writes } = offer;
  const lines = ['# What this token sees'];
  if (!sees)
    lines.push(
      'At the moment this token sees no leads: its filter is gone or can be met by none. Ask whoever gave it to you.',
    );
  const told = [...pins.allowed].map(([path, values]) => allowedWords(campaign, path, values));
  if (sees && told.length === 0 && !more) lines.push('Every lead of the campaign.');
  const rest = more ? ' and that match the rest of its filter' : '';
  if (sees && told.length > 0)
    lines.push(`The leads whose ${enumerate(told)}${rest}. Other leads do not exist for it.`);
  if (sees && told.length === 0 && more)
    lines.push('The leads that match its filter. Other leads do not exist for it.');
  const filled = [...pins.allowed].filter(([, values]) => values.length === 1).map(([path]) => code(path));
  if (creates && filled.length > 0)
    lines.push(
      `${enumerate(filled)} ${filled.length === 1 ? 'is' : 'are'} filled in for you: leave ${filled.length === 1 ? 'it' : 'them'} out.`,
    );
  if (writes && more) lines.push("Leads outside this token's filter are refused with `out_of_scope`.");
  if (writes && !creates) lines.push('New leads cannot be created with it at the moment (`scope_closed`).');
  return lines.join('\n\n');
}

function allowedWords(campaign: Offer['campaign'], path: string, values: readonly Scalar[]): string {
  const told = values.map((value) => plain(labelOf(campaign, path, value)));
  return `${plain(labelOfPath(campaign, path))} is ${enumerate(told, 'or')}`;
}

function firstLead(offer: Offer, server: string): string {
  const example = createExample(offer);
  const lines = ['# The first lead'];
  const required = offer.fields.filter((f) => f.required).map((f) => code(f.field.key));
  lines.push(
    required.length > 0
      ? `A new lead must have ${enumerate(required)}; everything else may be left out.`
      : 'No field is required.',
  );
  if (example) {
    const body = JSON.stringify(example, null, 2).replaceAll("'", "'\\''");
    lines.push(
      [
        '```sh',
        `curl ${server}/leads \\`,
        "  -H 'Authorization: Bearer lsp_…' \\",
        "  -H 'Content-Type: application/json' \\",
        `  -d '${body}'`,
        '```',
      ].join('\n'),
    );
  }
  lines.push('The answer is 201 with the lead as it is stored, its `id` and its `ETag`.');
  return lines.join('\n\n');
}

/** What each status means. A campaign has few. */
function statuses({ statuses: offered, statusPin, statusDefault }: Offer): readonly string[] {
  if (statusPin !== undefined || offered.length === 0) return [];
  const rows = offered.map(({ key, label, category }) => `| ${code(key)} | ${plain(label)} | ${category} |`);
  const begins = statusDefault === undefined ? '' : ` A new lead without one gets ${code(statusDefault)}.`;
  return [
    [
      '# Statuses',
      `A lead has one of these; the category says whether it is still worked on, won or lost.${begins}`,
      ['| Status | Meaning | Category |', '|---|---|---|', ...rows].join('\n'),
    ].join('\n\n'),
  ];
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
      changes.map(({ sentence }) => `- ${sentence}`).join('\n'),
      ...(note === null ? [] : [plain(note)]),
    ].join('\n\n'),
  );
  return [
    [
      '# What is going to change',
      'Nothing is different until then. Answers to requests that would be refused, or that hold what goes, and all answers where the filter will match other leads, carry `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), with the time.',
      ...each,
    ].join('\n\n'),
  ];
}

function reading(server: string): string {
  return [
    '# Reading',
    ['```sh', `curl '${server}/leads?limit=10' \\`, "  -H 'Authorization: Bearer lsp_…'", '```'].join('\n'),
    'Lists come in pages, newest first; send `next_cursor` back as `cursor` for the next page.',
  ].join('\n\n');
}

function sendingSafely(): string {
  return [
    '# Sending safely',
    'When an answer is lost you cannot tell whether the lead was written. Send a key of your own with each write, in the header `Idempotency-Key`, and repeat the request unchanged until there is an answer: it is written once, and every repeat within 24 hours gets the first answer.',
    'Add `?dry_run=true` to any write to validate it without saving. The response is that of the write, with the header `Dry-Run`.',
  ].join('\n\n');
}

function following(server: string): string {
  const curl = (path: string) => [`curl '${server}${path}' \\`, "  -H 'Authorization: Bearer lsp_…'"];
  return [
    '# Following changes',
    'To keep a copy: take the cursor of the present, then read the whole list once, then ask for what has changed since, again and again, each time with the `next_cursor` of the answer before. `wait` holds a request until there is news. Nothing is missed and nothing told twice.',
    ['```sh', ...curl('/leads/changes?cursor=latest'), ...curl('/leads/changes?wait=30&cursor=…'), '```'].join('\n'),
    'A lead that leaves the scope of this token is told as `left_scope`, one that is deleted as `deleted`: take both out of the copy.',
  ].join('\n\n');
}

function errors({ writes }: Offer): string {
  return [
    '# Errors',
    'Every error is a problem document (RFC 9457, `application/problem+json`). `code` is stable and made for programs; `errors` lists everything that is wrong with the input at once, each with a JSON `pointer` into the body or the name of a `parameter`; `type` is the address of a page that explains it.',
    ...(writes
      ? [
          'To have a body judged without sending it, use *Check my payload* on the documentation page, or `POST` it as `{ "operation": "createLead", "body": … }` to the page\'s address with `/check` behind it (`docs_url` of `getCampaign` is that address): no token is needed, nothing is written, and everything that is wrong with it as a body is told at its place.',
        ]
      : []),
  ].join('\n\n');
}

/** Without its number: the words stay the same where nothing else has changed. */
function changing(): string {
  return [
    '# When this changes',
    "Every change of this document is a revision, which is its version; what changes nothing in it raises nothing. Each answer tells the revision that judged it, in `X-Schema-Revision`. What has changed, and whether it breaks anything, stands at the documentation page's address with `/changelog` behind it (`/changelog.json` for programs, `/changelog.atom` as a feed). It is complete, 50 entries a page: `?before=` with the `next` of a page gives older ones. New options and statuses can appear in answers at any time: expect values that you do not know.",
  ].join('\n\n');
}

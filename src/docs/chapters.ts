/**
 * The chapters of a documentation page, in Markdown: the page shows them, and so does the page as Markdown. What the document's
 * operations and fields are stands in tables of their own. Texts of people are made inert before they get here.
 */
import { labelOf, labelOfPath } from '../campaign/condition/describe.ts';
import { markdownOf } from '../document/changes/sentences.ts';
import type { Offer } from '../document/offer.ts';
import type { PublicDocument } from '../document/publish.ts';
import { duplicateWords } from '../document/words/duplicates.ts';
import { termWords } from '../document/words/introduction.ts';
import { type Limits, limitRows } from '../document/words/limits.ts';
import { code, enumerate, minuteOf, plain } from '../document/words/markdown-text.ts';
import { inertNotes } from '../document/words/notes.ts';
import { contactWords } from '../document/words/support.ts';
import { changeFeed, errors, headers, limitsText, paging, retries } from './guides.ts';

export interface Chapter {
  readonly id: string;
  readonly heading: string;
  /** Markdown without headings of the first two levels. */
  readonly text: string;
  /** Words that the search finds it by, beside its own. */
  readonly words?: string;
}

/** What a page is made of, beside the document itself. */
export interface PageSource {
  readonly published: PublicDocument;
  /** Absolute address of the page. */
  readonly url: string;
  readonly publicUrl: string;
  readonly limits: Limits;
}

/** `2`: before the operations; after them come those of `laterChapters`. */
export function firstChapters({ published: { offer } }: PageSource): readonly Chapter[] {
  return [...toCome(offer), scope(offer), ...notes(offer)];
}

export function laterChapters(source: PageSource): readonly Chapter[] {
  const { offer } = source.published;
  return [
    ...(offer.writes ? [retries(source)] : []),
    ...(offer.creates ? [duplicates(offer)] : []),
    paging(source),
    changeFeed(source),
    errors(source),
    limitsText(offer, source.limits, limitRows(offer, source.limits)),
    headers(),
    changes(source),
    ...support(offer),
  ];
}

function scope(offer: Offer): Chapter {
  return {
    id: 'scope',
    heading: 'What this token sees',
    text: [...termWords(offer), ...scopeWords(offer)].join(' '),
    words: 'filter scope 404',
  };
}

function scopeWords({ campaign, pins, more, sees, creates, writes }: Offer): readonly string[] {
  const told = [...pins.allowed].map(([path, values]) => {
    const labels = values.map((value) => plain(labelOf(campaign, path, value)));
    return `${plain(labelOfPath(campaign, path))} is ${enumerate(labels, 'or')}`;
  });
  const filled = [...pins.allowed].filter(([, values]) => values.length === 1).map(([path]) => code(path));
  const rest = more ? ' and that match the rest of its filter' : '';
  return [
    ...(sees
      ? []
      : ['This token sees no leads now: its filter is gone, or no lead can match it. Ask whoever gave it to you.']),
    ...(sees && told.length === 0 && !more ? ['Every lead of the campaign.'] : []),
    ...(sees && told.length > 0 ? [`The leads whose ${enumerate(told)}${rest}.`] : []),
    ...(sees && told.length === 0 && more ? ['The leads that match its filter.'] : []),
    ...(sees && (told.length > 0 || more) ? ['For any other lead you get 404.'] : []),
    ...(creates && filled.length > 0
      ? [
          `${enumerate(filled)} ${filled.length === 1 ? 'is filled in for you: leave it out.' : 'are filled in for you: leave them out.'}`,
        ]
      : []),
    ...(writes && more ? ['A write that would leave a lead outside the filter gets 422 `out_of_scope`.'] : []),
    ...(writes && !creates ? ['No lead can be created with it now: you get 403 `scope_closed`.'] : []),
  ];
}

/** What the admin has written. */
function notes({ campaign: { vendorNotes }, terms }: Offer): readonly Chapter[] {
  return [
    ...(vendorNotes === null
      ? []
      : [{ id: 'notes', heading: 'Notes on this campaign', text: inertNotes(vendorNotes) }]),
    ...(terms?.notes ? [{ id: 'token-notes', heading: 'Notes for this token', text: inertNotes(terms.notes) }] : []),
  ];
}

function toCome({ toCome: all }: Offer): readonly Chapter[] {
  if (all.length === 0) return [];
  const each = all.map(({ at, note, changes: told }) =>
    [
      `**From ${minuteOf(at)}:**`,
      told.map((one) => `- ${markdownOf(one, 'to_come')}`).join('\n'),
      ...(note === null ? [] : [plain(note)]),
    ].join('\n\n'),
  );
  const until =
    'Until then nothing changes. If your request would be refused after that date, its response already carries `Deprecation` and `Sunset`.';
  return [{ id: 'to-come', heading: 'What is going to change', text: [until, ...each].join('\n\n') }];
}

function duplicates(offer: Offer): Chapter {
  const text = duplicateWords(offer) ?? 'The duplicate check is off: every lead is accepted.';
  const twice =
    'To send one lead safely twice, use an `Idempotency-Key` or your own `external_id`: see [Retries](#retries).';
  return {
    id: 'duplicates',
    heading: 'Duplicates',
    text: `${text} ${twice}`,
    words: 'duplicate double same lead twice',
  };
}

function changes({ url, published: { offer } }: PageSource): Chapter {
  const text = [
    `This is revision ${offer.revision}. Every change of this document is a new revision; \`X-Schema-Revision\` in each response is the one that judged the request.`,
    `What has changed, and whether it breaks anything, is in the [changelog](${url}/changelog): \`changelog.json\` for programs, \`changelog.atom\` as a feed.`,
    'New options and statuses can appear in responses at any time: accept values that you do not know.',
  ].join(' ');
  return { id: 'changes', heading: 'When this changes', text, words: 'changelog revision version deprecation sunset' };
}

function support({ campaign: { supportContact } }: Offer): readonly Chapter[] {
  if (supportContact === null) return [];
  const text = `Questions: ${contactWords(supportContact)}. About a request, quote the \`X-Request-Id\` of its response.`;
  return [{ id: 'support', heading: 'Support', text }];
}

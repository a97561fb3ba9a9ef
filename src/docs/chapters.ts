/**
 * The chapters of a documentation page in Markdown, for the page and for the page as Markdown. Operations and fields have
 * tables of their own. People's texts are made inert before they get here.
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
  /** More words by which the search finds it. */
  readonly words?: string;
}

/** The parts of a page besides the document itself. */
export interface PageSource {
  readonly published: PublicDocument;
  /** Absolute address of the page. */
  readonly url: string;
  readonly publicUrl: string;
  readonly limits: Limits;
}

/** The chapters before the operations. `laterChapters` has those after them. */
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
    heading: 'Leads that this token sees',
    text: [...termWords(offer), ...scopeWords(offer)].join(' '),
    words: 'filter scope 404',
  };
}

function scopeWords({ campaign, pins, more, sees, creates, writes }: Offer): readonly string[] {
  const conditions = [...pins.allowed].map(([path, values]) => {
    const labels = values.map((value) => plain(labelOf(campaign, path, value)));
    return `${plain(labelOfPath(campaign, path))} is ${enumerate(labels, 'or')}`;
  });
  const filled = [...pins.allowed].filter(([, values]) => values.length === 1).map(([path]) => code(path));
  const rest = more ? ' and that match the rest of its filter' : '';
  return [
    ...(sees
      ? []
      : [
          'This token sees no leads at the moment, because its filter was deleted or no lead can match it. Ask the person who gave you the token.',
        ]),
    ...(sees && conditions.length === 0 && !more ? ['Every lead of the campaign.'] : []),
    ...(sees && conditions.length > 0 ? [`The leads whose ${enumerate(conditions)}${rest}.`] : []),
    ...(sees && conditions.length === 0 && more ? ['The leads that match its filter.'] : []),
    ...(sees && (conditions.length > 0 || more) ? ['For any other lead you get 404.'] : []),
    ...(creates && filled.length > 0
      ? [
          `${enumerate(filled)} ${filled.length === 1 ? 'is filled in for you: leave it out.' : 'are filled in for you: leave them out.'}`,
        ]
      : []),
    ...(writes && more ? ['A write that would leave a lead outside the filter gets 422 `out_of_scope`.'] : []),
    ...(writes && !creates ? ['This token cannot create leads at the moment: you get 403 `scope_closed`.'] : []),
  ];
}

/** The texts that the admin has written. */
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
  const each = all.map(({ at, note, changes: announced }) =>
    [
      `**From ${minuteOf(at)}:**`,
      announced.map((one) => `- ${markdownOf(one, 'to_come')}`).join('\n'),
      ...(note === null ? [] : [plain(note)]),
    ].join('\n\n'),
  );
  const until =
    'Until then nothing changes. If your request would be refused after that date, its response already carries `Deprecation` and `Sunset`.';
  return [{ id: 'to-come', heading: 'Announced changes', text: [until, ...each].join('\n\n') }];
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
    `This is revision ${offer.revision}. Every change of this document makes a new revision. \`X-Schema-Revision\` in each response is the revision that validated the request.`,
    `The [changelog](${url}/changelog) lists all changes and says which of them are breaking: \`changelog.json\` for programs, \`changelog.atom\` as a feed.`,
    'New options and statuses can appear in responses at any time: your program must accept unknown values.',
  ].join(' ');
  return { id: 'changes', heading: 'When this changes', text, words: 'changelog revision version deprecation sunset' };
}

function support({ campaign: { supportContact } }: Offer): readonly Chapter[] {
  if (supportContact === null) return [];
  const text = `Questions: ${contactWords(supportContact)}. About a request, quote the \`X-Request-Id\` of its response.`;
  return [{ id: 'support', heading: 'Support', text }];
}

/**
 * Puts a change into words, in two tenses: the present (in a changelog) and the future (in an announcement). Each kind has
 * one sentence, and the compiler names a kind without a sentence.
 */
import { countryName } from '../../campaign/values/countries.ts';
import { minuteOf } from '../words/markdown-text.ts';
import type { Change, Facts, Kind, VendorRule } from './change.ts';
import { asMarkdown, asText, listed, type Part, type Phrase, phrase } from './phrase.ts';
import { ruleWords } from './rule-words.ts';

export type Tense = 'now' | 'to_come';

/** Verbs, by tense. */
const verbs = {
  now: {
    is: 'is now',
    are: 'are now',
    isNot: 'is no longer',
    areNot: 'are no longer',
    must: 'must now be',
    mustNot: 'no longer has to be',
    mustMatch: 'must now match',
    mustNotMatch: 'no longer has to match',
    can: 'can now',
    cannot: 'can no longer',
    takes: 'now takes',
    takesAlso: 'now also takes',
    takesNot: 'no longer takes',
    gets: 'now gets',
    counts: 'now counts',
    matches: 'now matches',
    sees: 'now sees',
    works: 'now works',
    stays: 'now stays',
    isAlways: 'is now always',
    isNotAlways: 'is no longer always',
    were: 'was',
    got: 'got',
    read: 'were read',
    hadToMatch: 'had to match',
    before: ' before',
    until: '',
    changed: 'has changed',
    haveChanged: 'have changed',
    holds: 'can now also be',
  },
  to_come: {
    is: 'will be',
    are: 'will be',
    isNot: 'will no longer be',
    areNot: 'will no longer be',
    must: 'must then be',
    mustNot: 'will no longer have to be',
    mustMatch: 'must then match',
    mustNotMatch: 'will no longer have to match',
    can: 'can then',
    cannot: 'can then no longer',
    takes: 'will take',
    takesAlso: 'will also take',
    takesNot: 'will no longer take',
    gets: 'will get',
    counts: 'will count',
    matches: 'will match',
    sees: 'will see',
    works: 'will work',
    stays: 'will stay',
    isAlways: 'will always be',
    isNotAlways: 'will no longer always be',
    were: 'is',
    got: 'gets',
    read: 'are read',
    hadToMatch: 'must match',
    before: ' until then',
    until: ' until then',
    changed: 'will change',
    haveChanged: 'will change',
    holds: 'can then also be',
  },
} as const satisfies Record<Tense, object>;

type Verbs = (typeof verbs)[Tense];

/** `zip`, the field `status`, or The status. */
function name(subject: string): Part | Phrase {
  if (subject === 'status') return 'The status';
  const key = subject.replace(/^fields\./, '');
  return key === 'status' ? phrase`The field ${{ code: key }}` : { code: key };
}

/** The same within a sentence. */
function named(subject: string): Part | Phrase {
  if (subject === 'status') return 'the status';
  const key = subject.replace(/^fields\./, '');
  return key === 'status' ? phrase`the field ${{ code: key }}` : { code: key };
}

/** The status or field that a new lead does not have. */
const left = (subject: string): Part | Phrase => (subject === 'status' ? 'a status' : named(subject));

const count = (value: number): string => value.toLocaleString('en-US');
const minute = (limit: number | null): string => (limit === null ? 'without a limit' : `${count(limit)} a minute`);
const reach = {
  more: (v: Verbs) => `${v.matches} more leads: those from before, and others`,
  fewer: (v: Verbs) => `${v.matches} fewer leads: only some of those from before`,
  other: (v: Verbs) => `${v.matches} other leads`,
} as const;

type Sentences = {
  readonly [K in Kind]: (facts: Facts[K] & { readonly subject: string }, v: Verbs, tense: Tense) => Phrase;
};

const sentences: Sentences = {
  permission: ({ to }, v) =>
    to === 'read'
      ? phrase`Leads ${v.cannot} be created, changed or deleted with this token.`
      : phrase`Leads ${v.can} also be created, changed and deleted with this token.`,
  creation: ({ to }, v) =>
    to
      ? phrase`New leads ${v.can} be created with this token.`
      : phrase`New leads ${v.cannot} be created with this token: no new lead can match its filter.`,
  filter_deleted: (_, v, tense) =>
    phrase`The filter of this token ${tense === 'now' ? 'was' : 'will be'} deleted: the token ${v.sees} no leads, and ${v.cannot} create any.`,
  filter_again: (_, v) => phrase`This token ${v.sees} leads again: those that match its new filter.`,
  filter_tied: (_, v) => phrase`This token ${v.is} tied to a filter: it sees only the leads that match it.`,
  filter_freed: (_, v) => phrase`This token ${v.isNot} tied to a filter: it sees every lead of the campaign.`,
  filter_other: ({ to }, v) => phrase`The filter of this token ${reach[to](v)}.`,
  limit: ({ subject, from, to }, _, tense) =>
    tense === 'now'
      ? phrase`${subject === 'requests' ? 'Requests' : 'Leads written'}: now ${minute(to)}, and ${minute(from)} before.`
      : phrase`${subject === 'requests' ? 'Requests' : 'Leads written'}: then ${minute(to)}, and ${minute(from)} until then.`,
  pause: ({ to }, v) =>
    to
      ? phrase`This token ${v.is} paused: every request is refused with 401.`
      : phrase`This token ${v.isNot} paused: requests are accepted again.`,
  end: ({ from, to }, v) =>
    to === null
      ? phrase`This token ${v.isNot} limited in time: its end was ${minuteOf(String(from))}.`
      : from === null
        ? phrase`This token ${v.works} until ${minuteOf(to)}.`
        : phrase`This token ${v.works} until ${minuteOf(to)}, and worked until ${minuteOf(from)} before.`,
  token_notes: (_, v) => phrase`The notes for this token ${v.haveChanged}.`,

  field: ({ subject, to }, _, tense) =>
    to === null
      ? phrase`The field ${{ code: key(subject) }} ${tense === 'now' ? 'was removed' : 'will be removed'}.`
      : phrase`${tense === 'now' ? 'There is' : 'There will be'} a new field ${{ code: key(subject) }}${to === 'required' ? `, and it ${tense === 'now' ? 'is' : 'will be'} required` : ''}.`,
  type: ({ subject, from, to }, v) =>
    phrase`${name(subject)} ${v.is} of the type ${to}, and ${v.were} of the type ${from}.`,
  required: ({ subject, from }, v) =>
    from === null
      ? phrase`${name(subject)} ${v.is} required.`
      : phrase`${name(subject)} ${v.is} required: a new lead without it ${v.got} ${{ code: from }}${v.before}.`,
  not_required: ({ subject, to }, v) =>
    to === null
      ? phrase`${name(subject)} ${v.isNot} required.`
      : phrase`${name(subject)} ${v.isNot} required: a new lead without it gets ${{ code: to }}.`,
  emptiness: ({ subject, to }, v) =>
    to ? phrase`${name(subject)} ${v.can} be empty.` : phrase`${name(subject)} ${v.cannot} be empty.`,
  default: ({ subject, from, to }, v) =>
    to === null
      ? phrase`A new lead without ${left(subject)} ${v.stays} without a value, and ${v.got} ${{ code: from }}${v.before}.`
      : from === null
        ? phrase`A new lead without ${left(subject)} ${v.gets} ${{ code: to }}.`
        : phrase`A new lead without ${left(subject)} ${v.gets} ${{ code: to }}, and ${v.got} ${{ code: from }}${v.before}.`,
  pin: ({ subject, from, to, mayBeEmpty }, v) =>
    to === null
      ? phrase`${name(subject)} ${v.isNotAlways} ${{ code: from }}: responses may hold other values${mayBeEmpty ? ', and may be empty' : ''} from then on.`
      : from === null
        ? phrase`${name(subject)} ${v.isAlways} ${{ code: to }}.`
        : phrase`${name(subject)} ${v.isAlways} ${{ code: to }}, and ${v.were} always ${{ code: from }}${v.until}.`,
  values_only: ({ subject, to }, v) => phrase`${name(subject)} ${v.takes} only ${listed(to, 'or')}.`,
  values_free: ({ subject, from }, v) => phrase`${name(subject)} ${v.isNot} limited to ${listed(from, 'or')}.`,
  value_gone: ({ subject, from }, _, tense) =>
    phrase`The value ${{ code: from }} of ${named(subject)} ${tense === 'now' ? 'was removed: no lead has it any more' : 'will be removed: no lead will have it'}.`,
  values_gone: ({ subject, from }, v) => phrase`${name(subject)} ${v.takesNot} ${listed(from, 'or')}.`,
  values_more: ({ subject, to }, v) => phrase`${name(subject)} ${v.takesAlso} ${listed(to)}.`,
  values_read: ({ subject, to }, v) => phrase`${name(subject)} in responses ${v.holds} ${listed(to, 'or')}.`,
  values_listed: ({ subject, from }, v) =>
    phrase`Lists ${v.cannot} be filtered by ${listed(from, 'or')} of ${named(subject)}.`,
  minimum: ({ subject, from, to }, v) => bound(subject, 'at least ', from, to, v),
  maximum: ({ subject, from, to }, v) => bound(subject, 'at most ', from, to, v),
  max_length: ({ subject, from, to }, v) =>
    to < from
      ? phrase`${name(subject)} ${v.must} at most ${count(to)} characters long, and ${v.were} at most ${count(from)}${v.until}.`
      : phrase`${name(subject)} ${v.can} be ${count(to)} characters long, and ${v.were} at most ${count(from)}${v.until}.`,
  pattern: ({ subject, from, to }, v) =>
    to === null
      ? phrase`${name(subject)} ${v.mustNotMatch} ${{ code: from }}.`
      : from === null
        ? phrase`${name(subject)} ${v.mustMatch} ${{ code: to }}.`
        : phrase`${name(subject)} ${v.mustMatch} ${{ code: to }}, and ${v.hadToMatch} ${{ code: from }}${v.until}.`,
  listing: ({ subject, to }, v) => phrase`Lists ${to ? v.can : v.cannot} be filtered by ${{ code: subject }}.`,
  label: ({ subject, to }, v) => phrase`${name(subject)} ${v.is} called ${{ called: to }}.`,
  description: ({ subject }, v) => phrase`The description of ${named(subject)} ${v.changed}.`,
  option_label: ({ subject, to }, v) =>
    phrase`The value ${{ code: to.value }} of ${named(subject)} ${v.is} called ${{ called: to.words }}.`,
  option_offered: ({ subject, to }, v) =>
    phrase`The value ${{ code: to.value }} of ${named(subject)} ${to.words ? v.is : v.isNot} offered for new leads.`,
  option_order: ({ subject }, v) => phrase`The values of ${named(subject)} ${v.are} in another order.`,
  category: ({ subject, to }, v) =>
    phrase`The value ${{ code: to.value }} of ${named(subject)} ${v.counts} as ${to.words}.`,
  field_order: (_, v) => phrase`The fields ${v.are} in another order.`,
  country: ({ from, to }, v) =>
    to === null
      ? phrase`Phone numbers without a country code ${v.are} refused: they ${v.read} as numbers of ${countryName(String(from))}.`
      : from === null
        ? phrase`Phone numbers without a country code ${v.are} read as numbers of ${countryName(to)}.`
        : phrase`Phone numbers without a country code ${v.are} read as numbers of ${countryName(to)}, and ${v.read} as numbers of ${countryName(from)}${v.until}.`,

  duplicates: ({ from, to }, v) => duplicates(from, to, v),
  campaign_name: ({ to }, v) => phrase`The campaign ${v.is} called ${{ called: to }}.`,
  account_name: ({ to }, v) => phrase`The account ${v.is} called ${{ called: to }}.`,
  support: ({ to }, v, tense) =>
    to === null
      ? phrase`There ${tense === 'now' ? 'is' : 'will be'} no support contact any more.`
      : phrase`The support contact ${v.changed}.`,
  campaign_notes: (_, v) => phrase`The notes on this campaign ${v.haveChanged}.`,

  announced: ({ to }) => phrase`A change was announced for ${minuteOf(to)}.`,
  announcement_moved: ({ from, to }) =>
    phrase`The change announced for ${minuteOf(from)} was moved to ${minuteOf(to)}.`,
  announcement_words: ({ to }) => phrase`The announcement for ${minuteOf(to)} was updated.`,
  called_off: ({ from, to }) =>
    phrase`The change announced for ${minuteOf(from)} was called off. It said: ${to.flatMap((one, i) => [...(i > 0 ? [' '] : []), ...phraseOf(one, 'to_come')])}`,
  announcement_changed: () => phrase`An announced change was moved or updated.`,
  announcement_withdrawn: () => phrase`An announced change was withdrawn.`,
  announcement_failed: () => phrase`An announced change could not be made.`,

  filter_made: ({ subject }, _, tense) =>
    phrase`There ${tense === 'now' ? 'is' : 'will be'} a new filter ${{ code: subject }}.`,
  filter_gone: ({ subject }, _, tense) =>
    phrase`The filter ${{ code: subject }} ${tense === 'now' ? 'was' : 'will be'} deleted.`,
  filter_condition: ({ subject, to }, v) => phrase`The filter ${{ code: subject }} ${reach[to](v)}.`,
  filter_name: ({ from, to }, v) => phrase`The filter ${{ code: from }} ${v.is} called ${{ code: to }}.`,

  told: ({ to }) => [to],
};

const key = (subject: string): string => subject.replace(/^fields\./, '');

function bound(subject: string, least: string, from: number | null, to: number | null, v: Verbs): Phrase {
  if (to === null) return phrase`${name(subject)} ${v.mustNot} ${least}${String(from)}.`;
  return phrase`${name(subject)} ${v.must} ${least}${String(to)}${from === null ? '' : `, and ${v.were} ${least}${from}${v.until}`}.`;
}

function duplicates(from: VendorRule | null, to: VendorRule | null, v: Verbs): Phrase {
  if (to === null)
    return from?.action === 'flag'
      ? phrase`Duplicates ${v.areNot} marked by ${{ code: 'duplicate_of' }}.`
      : phrase`Duplicates ${v.areNot} refused.`;
  const rule = ruleWords(to);
  if (to.action === 'flag') {
    if (from?.action === 'reject')
      return phrase`Duplicates ${v.areNot} refused: they ${v.are} stored, and marked by ${{ code: 'duplicate_of' }}. ${rule}`;
    return from === null
      ? phrase`Duplicates ${v.are} marked by ${{ code: 'duplicate_of' }}. ${rule}`
      : phrase`Other leads ${v.are} marked as duplicates. ${rule}`;
  }
  return from?.action === 'reject'
    ? phrase`Other leads ${v.are} refused as duplicates. ${rule}`
    : phrase`Duplicates ${v.are} refused. ${rule}`;
}

/** The sentence in parts, so that each medium can format it. */
export function phraseOf<K extends Kind>(change: Change<K>, tense: Tense): Phrase {
  const say = sentences[change.kind] as (facts: Change<K>, v: Verbs, tense: Tense) => Phrase;
  return say(change, verbs[tense], tense);
}

/** The sentence as text, with names between backticks. */
export const sentenceOf = (change: Change, tense: Tense): string => asText(phraseOf(change, tense));

/** The sentence in Markdown, for documents. */
export const markdownOf = (change: Change, tense: Tense): string => asMarkdown(phraseOf(change, tense));

/** A change as the APIs return it. */
export interface DescribedChange {
  readonly class: Change['class'];
  readonly kind: Kind;
  readonly sentence: string;
}

export const describeChanges = (changes: readonly Change[], tense: Tense): DescribedChange[] =>
  changes.map((change) => ({ class: change.class, kind: change.kind, sentence: sentenceOf(change, tense) }));

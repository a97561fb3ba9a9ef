/**
 * One difference between what a token's document said and what it says now, as a value: what kind it is, what it is of, what
 * was there and what is there now, and what it means for whoever sends requests. `sentences.ts` puts it into words.
 */

import type { Reach } from '../../campaign/condition/normal-form.ts';
import type { FieldValue } from '../../campaign/field-types.ts';

/**
 * `breaking`: a request that was accepted is now refused. `may_break`: that depends on the request, or a response may hold
 * something that it did not hold before. `additive`: more is possible than before. `textual`: words and order alone.
 */
export type Class = 'breaking' | 'may_break' | 'additive' | 'textual';

type Value = FieldValue | null;
type Moved = Exclude<Reach, 'same'>;
type Values = readonly (string | number | boolean)[];

/** A rule on duplicates, as far as vendors are told of it. */
export interface RuleTold {
  readonly fields: readonly string[];
  readonly match: 'any' | 'all';
  readonly withinDays: number | null;
  readonly action: 'reject' | 'flag';
  readonly reach: 'visible' | 'campaign';
}

/** An option or a status, with the words that stand beside it. */
export interface Labelled<T = string> {
  readonly value: string;
  readonly words: T;
}

/**
 * By kind, what was there and what is there now. The subject is a path as conditions have it (`fields.zip`, `status`), or
 * the name of a filter; a kind that needs none has the empty text.
 */
export interface Facts {
  // The token: what it may do, what it sees, and its limits.
  permission: { from: 'read' | 'read_write'; to: 'read' | 'read_write' };
  creation: { from: boolean; to: boolean };
  filter_deleted: { from: null; to: null };
  filter_again: { from: null; to: null };
  filter_tied: { from: null; to: null };
  filter_freed: { from: null; to: null };
  filter_other: { from: null; to: Moved };
  limit: { from: number | null; to: number | null };
  pause: { from: boolean; to: boolean };
  end: { from: string | null; to: string | null };
  token_notes: { from: null; to: null };

  // A field, or the status.
  field: { from: null | 'there'; to: null | 'there' | 'required' };
  type: { from: string; to: string };
  required: { from: Value; to: boolean };
  not_required: { from: boolean; to: Value };
  emptiness: { from: boolean; to: boolean };
  default: { from: Value; to: Value };
  pin: { from: Value; to: Value; mayBeEmpty: boolean };
  values_only: { from: null; to: Values };
  values_free: { from: Values; to: null };
  value_gone: { from: string; to: null };
  values_gone: { from: Values; to: null };
  values_more: { from: null; to: Values };
  values_read: { from: null; to: Values };
  values_listed: { from: Values; to: null };
  minimum: { from: number | null; to: number | null };
  maximum: { from: number | null; to: number | null };
  max_length: { from: number; to: number };
  pattern: { from: string | null; to: string | null };
  listing: { from: boolean; to: boolean };
  label: { from: string; to: string };
  description: { from: null; to: null };
  option_label: { from: Labelled; to: Labelled };
  option_offered: { from: null; to: Labelled<boolean> };
  option_order: { from: null; to: null };
  category: { from: Labelled; to: Labelled };
  field_order: { from: null; to: null };
  country: { from: string | null; to: string | null };

  // The campaign.
  duplicates: { from: RuleTold | null; to: RuleTold | null };
  campaign_name: { from: string; to: string };
  account_name: { from: string; to: string };
  support: { from: string | null; to: string | null };
  campaign_notes: { from: null; to: null };

  // Announcements: the time, and what was told of it.
  announced: { from: null; to: string };
  announcement_moved: { from: string; to: string };
  announcement_words: { from: null; to: string };
  called_off: { from: string; to: readonly Change[] };
  announcement_changed: { from: null; to: null };
  announcement_withdrawn: { from: null; to: null };
  announcement_failed: { from: null; to: null };

  // Filters, as the members see them; the subject is the filter's name.
  filter_made: { from: null; to: null };
  filter_gone: { from: null; to: null };
  filter_condition: { from: null; to: Moved };
  filter_name: { from: string; to: string };

  /** What was told before changes were values, in the words in which it was told. */
  told: { from: null; to: string };
}

export type Kind = keyof Facts;

export type Change<K extends Kind = Kind> = {
  readonly [Each in K]: {
    readonly kind: Each;
    readonly class: Class;
    readonly subject: string;
  } & Readonly<Facts[Each]>;
}[K];

/** `told`: the change's facts. */
export function change<K extends Kind>(kind: K, of: Class, subject: string, facts: Facts[K]): Change<K> {
  return { kind, class: of, subject, ...facts } as unknown as Change<K>;
}

/** The facts of a kind that has none. */
export const nothing = { from: null, to: null } as const;

const classes: readonly Class[] = ['breaking', 'may_break', 'additive', 'textual'];

/** The ones that break first; within a class as they were found. */
export const gravestFirst = (changes: readonly Change[]): readonly Change[] =>
  changes.toSorted((a, b) => classes.indexOf(a.class) - classes.indexOf(b.class));

/** Each change once: a broad token has the same one in several campaigns. */
export const once = (changes: readonly Change[]): readonly Change[] => [
  ...new Map(changes.map((one) => [JSON.stringify(one), one])).values(),
];

/**
 * One difference between what a token was offered before and what it is offered now, as a value: its kind, the thing that changed, the
 * values before and after, and what it means for requests. `sentences.ts` puts it into words.
 */

import type { Reach } from '../../campaign/condition/normal-form.ts';
import type { FieldValue } from '../../campaign/definition.ts';

/**
 * `breaking`: a request that was accepted is now refused. `may_break`: it depends on the request, or a response may contain
 * something that it did not contain before. `additive`: more is possible than before. `textual`: only words and order
 * changed.
 */
export type Class = 'breaking' | 'may_break' | 'additive' | 'textual';

type Value = FieldValue | null;
type Moved = Exclude<Reach, 'same'>;
type Values = readonly (string | number | boolean)[];

/** A duplicate check, without what vendors must not know. */
export interface VendorRule {
  readonly fields: readonly string[];
  readonly match: 'any' | 'all';
  readonly withinDays: number | null;
  readonly action: 'reject' | 'flag';
  readonly reach: 'visible' | 'campaign';
}

/** An option or a status, with its label or another property. */
export interface Labelled<T = string> {
  readonly value: string;
  readonly words: T;
}

/**
 * The values before and after, by kind of change. The subject is a path as in conditions (`fields.zip`, `status`), or the
 * name of a filter. It is empty for kinds that need no subject.
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
  duplicates: { from: VendorRule | null; to: VendorRule | null };
  campaign_name: { from: string; to: string };
  account_name: { from: string; to: string };
  support: { from: string | null; to: string | null };
  campaign_notes: { from: null; to: null };

  // Announcements: their time, and their changes.
  announced: { from: null; to: string };
  announcement_moved: { from: string; to: string };
  announcement_words: { from: null; to: string };
  called_off: { from: string; to: readonly Change[] };
  announcement_changed: { from: null; to: null };
  announcement_withdrawn: { from: null; to: null };
  announcement_failed: { from: null; to: null };

  // Filters, as members see them. The subject is the filter's name.
  filter_made: { from: null; to: null };
  filter_gone: { from: null; to: null };
  filter_condition: { from: null; to: Moved };
  filter_name: { from: string; to: string };

  /** A sentence from before changes were stored as values. */
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

/** `facts`: the values before and after. */
export function change<K extends Kind>(kind: K, of: Class, subject: string, facts: Facts[K]): Change<K> {
  return { kind, class: of, subject, ...facts } as unknown as Change<K>;
}

/** The facts of a kind without values. */
export const nothing = { from: null, to: null } as const;

const classes: readonly Class[] = ['breaking', 'may_break', 'additive', 'textual'];

/** Breaking changes first. Changes of one class keep their order. */
export const gravestFirst = (changes: readonly Change[]): readonly Change[] =>
  changes.toSorted((a, b) => classes.indexOf(a.class) - classes.indexOf(b.class));

/** Removes repeated changes: a broad token has the same change in several campaigns. */
export const withoutRepeats = (changes: readonly Change[]): readonly Change[] => [
  ...new Map(changes.map((one) => [JSON.stringify(one), one])).values(),
];

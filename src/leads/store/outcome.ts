/** The outcome of a write: the lead as it is now, or the reason why nothing was written. */

import type { Campaign } from '../../campaign/definition.ts';
import { currentRows, type GuardedRow } from './guard.ts';
import { hasLead, type MaybeLead, type ReadLead, readLine } from './lead-text.ts';
import type { JudgedRow } from './split-writes.ts';

export type { LeadText } from './lead-text.ts';

/** A lead as an answer shows it. */
export type WrittenLead = Pick<ReadLead, 'id' | 'version' | 'json'>;

export type Refusal =
  | { readonly why: 'not_visible' | 'stale_version' | 'exists' | 'out_of_scope' }
  | { readonly why: 'external_id_taken' | 'external_id_ambiguous' | 'cannot_create' }
  /** `of`: the existing lead, if the grant sees it. */
  | { readonly why: 'duplicate'; readonly of: string | undefined };

export type Effect = 'create' | 'update' | 'nothing';

export interface Written {
  readonly lead: WrittenLead;
  readonly effect: Effect;
  /** The visible lead that the new one is a duplicate of. */
  readonly duplicateOf?: string | undefined;
  readonly refused?: undefined;
}

export interface Refused {
  readonly refused: Refusal;
  readonly lead?: undefined;
}

export type WriteOutcome = Written | Refused;

export interface Erased {
  readonly erased: string;
  readonly lead?: undefined;
  readonly refused?: undefined;
}

export type ItemOutcome = WriteOutcome | Erased;

/** A row of every writing statement; `ord` is the index of its item in the input. */
export interface LockedRow extends GuardedRow {
  readonly ord: number;
  readonly found: boolean;
  readonly matches: boolean | null;
}

export type OutcomeRow = LockedRow &
  JudgedRow &
  MaybeLead & {
    readonly fits: boolean | null;
    readonly taken: boolean | null;
    /** The visible lead that a new one is a duplicate of. */
    readonly duplicate_of?: string | null;
    /** Whether the rule refused the new one because of a lead, visible or not. */
    readonly rejected?: boolean;
    readonly changed: boolean | null;
  };

/** The rows in the order of their items. Throws `StaleGrant`. */
export function inOrder<Row extends LockedRow>(rows: readonly Row[]): readonly Row[] {
  return currentRows(rows).toSorted((a, b) => a.ord - b.ord);
}

/** The reason to leave the stored lead as it is; `undefined` if there is no reason. */
export function readRefusal({ found, matches }: LockedRow): Refusal | undefined {
  if (!found) return { why: 'not_visible' };
  return matches === false ? { why: 'stale_version' } : undefined;
}

/** Checks the reasons in the order of the answers: 404, 412, 409, 422. */
export function readOutcome(campaign: Campaign, row: OutcomeRow, effect: Effect): WriteOutcome {
  const refused = readRefusal(row);
  if (refused) return { refused };
  const duplicateOf = row.duplicate_of ?? undefined;
  if (row.taken) return { refused: { why: 'external_id_taken' } };
  if (row.rejected) return { refused: { why: 'duplicate', of: duplicateOf } };
  if (row.fits === false) return { refused: { why: 'out_of_scope' } };
  if (!hasLead(row)) throw new Error('a write returned neither a lead nor a reason');
  return { lead: readLine(campaign, row.lead), effect: row.changed ? effect : 'nothing', duplicateOf };
}

/** What a write tells: the lead as it is now, or why nothing was written. */
import type { components } from '../../generated/leads.ts';
import type { JsonText } from '../../operation/handler.ts';
import { StaleGrant } from './guard.ts';

export type LeadText = JsonText<components['schemas']['Lead']>;

export interface WrittenLead {
  readonly id: string;
  readonly version: number;
  readonly json: LeadText;
}

export type Refusal = 'not_visible' | 'stale_version' | 'out_of_scope' | 'external_id_taken';

export type WriteOutcome =
  | { readonly lead: WrittenLead; readonly refused?: undefined }
  | { readonly refused: Refusal; readonly lead?: undefined };

/** One row that every writing statement returns. */
export interface OutcomeRow {
  readonly current: boolean;
  readonly found: boolean;
  readonly matches: boolean | null;
  readonly fits: boolean | null;
  readonly taken: boolean | null;
  readonly id: string | null;
  readonly version: number | null;
  readonly json: LeadText | null;
}

/** Whether nothing could be done, and why. Throws {@link StaleGrant} when the guard failed. */
export function readRefusal(row: Pick<OutcomeRow, 'current' | 'found' | 'matches'> | undefined): Refusal | undefined {
  if (!row?.current) throw new StaleGrant();
  if (!row.found) return 'not_visible';
  return row.matches === false ? 'stale_version' : undefined;
}

/** In the order in which refusals are told: 404, 412, 409, 422. Throws {@link StaleGrant} when the guard failed. */
export function readOutcome(row: OutcomeRow | undefined): WriteOutcome {
  const refused = readRefusal(row);
  if (refused || !row) return { refused: refused ?? 'not_visible' };
  if (row.taken) return { refused: 'external_id_taken' };
  if (row.fits === false) return { refused: 'out_of_scope' };
  if (row.id === null || row.version === null || row.json === null)
    throw new Error('a write told neither a lead nor a reason');
  return { lead: { id: row.id, version: row.version, json: row.json } };
}

/**
 * The members that a problem has beside the usual ones (RFC 9457, 3.2), by its code. A problem of another code has none: the
 * documents name these in the schemas of their problems, and generated clients know no others.
 */
import type { ProblemCode } from './codes.ts';

const members = {
  /** The lead that is there already, where the token sees it. */
  duplicate_lead: ['duplicate_of'],
  /** The lead that was erased. */
  lead_erased: ['lead_id'],
  /** What became of each item. */
  batch_refused: ['results'],
  /** The current revision of the definition. */
  stale: ['revision'],
  /** The filters and tokens that depend on a thing, and how many leads have it. */
  in_use: ['used_by', 'leads'],
} as const satisfies Partial<Record<ProblemCode, readonly string[]>>;

export const problemMembers: Readonly<Partial<Record<ProblemCode, readonly string[]>>> = members;

/** Those of one code. */
export type ProblemMembers<Code extends ProblemCode> = Code extends keyof typeof members
  ? Readonly<Partial<Record<(typeof members)[Code][number], unknown>>>
  : undefined;

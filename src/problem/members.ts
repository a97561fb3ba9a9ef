/**
 * The extra members of a problem (RFC 9457, 3.2), by its code. A problem with another code has no extra members: documents
 * list these members in the schemas of their problems, and generated clients know only those.
 */
import type { ProblemCode } from './codes.ts';

const members = {
  /** The id of the existing lead, if the token sees it. */
  duplicate_lead: ['duplicate_of'],
  /** The id of the deleted lead. */
  lead_erased: ['lead_id'],
  /** The outcome of each item. */
  batch_refused: ['results'],
  /** The current revision of the definition. */
  stale: ['revision'],
  /** The filters and tokens that depend on the thing, and the number of leads that use it. */
  in_use: ['used_by', 'leads'],
} as const satisfies Partial<Record<ProblemCode, readonly string[]>>;

export const problemMembers: Readonly<Partial<Record<ProblemCode, readonly string[]>>> = members;

/** The extra members of one code. */
export type ProblemMembers<Code extends ProblemCode> = Code extends keyof typeof members
  ? Readonly<Partial<Record<(typeof members)[Code][number], unknown>>>
  : undefined;

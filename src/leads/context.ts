/** What every handler of the Lead API is given: the grant, the store that is bound to it, and what it offers. */
import type { Grant } from '../access/grant.ts';
import type { Offer } from '../document/offer.ts';
import type { WriteAllowance } from '../limits/write-allowance.ts';
import type { InputError, Problem } from '../problem/problem.ts';
import type { CursorSeal } from './cursor.ts';
import type { LeadStore } from './store/store.ts';

export interface LeadContext {
  readonly grant: Grant;
  readonly store: LeadStore;
  readonly offer: Offer;
  /** The campaign's address, without a trailing slash. */
  readonly baseUrl: string;
  readonly docsUrl: string;
  readonly cursors: CursorSeal;
  readonly writes: WriteAllowance;
  /** The query as the document's types have it; those named after fields are not in the base document's. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Whether nothing that is written will stay. */
  readonly dryRun: boolean;
  /** Judges a body by the schema of another operation of the same document, and brings its values into stored form. */
  readonly judge: JudgeBody;
  /** A problem as the document that a client is shown. */
  readonly render: (problem: Problem) => Readonly<Record<string, unknown>>;
}

export type JudgeBody = (
  operationId: 'createLead' | 'updateLead',
  body: unknown,
) => { readonly body: unknown; readonly errors: readonly InputError[] };

/** The context of a handler of the Management API: everything that it needs beside its request. */
import type { CursorSeal } from '../access/cursor-seal.ts';
import type { Member } from '../access/members.ts';
import type { Vault } from '../access/vault.ts';
import type { NoteDocuments } from '../campaign/revise.ts';
import type { Database } from '../database/connection.ts';
import type { components, operations } from '../generated/manage.ts';
import type { Handler } from '../operation/handler.ts';
import type { CompiledOperations } from '../validation/compiled.ts';
import type { SignInLimits } from './account/sign-in-limits.ts';
import type { LeadsOfMember } from './leads-of-member.ts';

export interface SessionControls {
  /** The id in the table of sessions. It is half of the cookie's content, so it must never be shown. */
  readonly sid: string;
  /** When the member last gave the password; milliseconds since the epoch. */
  readonly confirmedAt: number;
  /** Starts a session of the member under a new id, so that the old id opens nothing. */
  signIn(member: Pick<Member, 'id' | 'credential'>): Promise<void>;
  /** Notes that the password was given just now. */
  confirm(): void;
  signOut(): Promise<void>;
}

export interface ManageContext {
  readonly db: Database;
  readonly vault: Vault;
  /** Origin under which clients reach the service, without a trailing slash. */
  readonly publicUrl: string;
  /** The leads of campaigns, under a grant of the member. */
  readonly leads: LeadsOfMember;
  readonly noteDocuments: NoteDocuments;
  readonly limits: SignInLimits;
  readonly cursors: CursorSeal;
  /** The compiled schemas of documents. They judge planned changes, and past requests in a preview. */
  readonly compiled: CompiledOperations;
  /** Writes the gathered rows of the request log, and the counted use of tokens, which tells where to look for them. */
  readonly writeRequests: () => Promise<void>;
  /** Writes the counted use of tokens. */
  readonly writeUsage: () => Promise<void>;
  readonly session: SessionControls;
  /**
   * The signed-in member. Reading it throws `not_signed_in` without a session; only operations without sign-in may run without it.
   */
  readonly member: Member;
  /** The client's address. */
  readonly address: string | null;
}

/**
 * The part of the context that changes of a definition need. An announced change takes effect without a request, with only
 * this part.
 */
export type DefinitionContext = Pick<
  ManageContext,
  'db' | 'leads' | 'noteDocuments' | 'publicUrl' | 'member' | 'address'
>;

export type DefinitionHandler<Id extends keyof operations> = Handler<operations[Id], DefinitionContext>;
export type ManageHandler<Id extends keyof operations> = Handler<operations[Id], ManageContext>;
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];

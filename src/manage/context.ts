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
  /** Its id in the table of sessions. It is half of what the cookie holds: never to be shown. */
  readonly sid: string;
  /** When the member last gave the password; milliseconds since the epoch. */
  readonly confirmedAt: number;
  /** Begins a session of the member under a new id: what was known of the old one is worth nothing. */
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
  /** The schemas of documents, compiled: a planned change is judged by them, and what it would refuse. */
  readonly compiled: CompiledOperations;
  /** Writes what this process has gathered for the request log. */
  readonly writeRequests: () => Promise<void>;
  /** Writes what this process has counted of the use of tokens. */
  readonly writeUsage: () => Promise<void>;
  readonly session: SessionControls;
  /** Who is signed in. Reading it throws `not_signed_in` where nobody is: only `createSession` does without. */
  readonly member: Member;
  /** The client's address. */
  readonly address: string | null;
}

/** What a change of a definition needs of it: also one that takes effect by itself, which nobody has asked for just then. */
export type DefinitionContext = Pick<
  ManageContext,
  'db' | 'leads' | 'noteDocuments' | 'publicUrl' | 'member' | 'address'
>;

export type DefinitionHandler<Id extends keyof operations> = Handler<operations[Id], DefinitionContext>;
export type ManageHandler<Id extends keyof operations> = Handler<operations[Id], ManageContext>;
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];

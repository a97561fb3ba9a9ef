/**
 * What a handler of the Management API is given beside its request. The leads are reached through the three functions
 * of `leads` alone: nothing in this folder names a table of leads.
 */
import type { Actor } from '../access/grant.ts';
import type { Member } from '../access/members.ts';
import type { Vault } from '../access/vault.ts';
import type { Condition } from '../campaign/condition/condition.ts';
import type { Campaign } from '../campaign/definition.ts';
import type { NoteDocuments } from '../campaign/revise.ts';
import type { LeadVersion, StateAfter } from '../campaign/sent-shape.ts';
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import type { components, operations } from '../generated/manage.ts';
import type { Handler, JsonText } from '../operation/handler.ts';
import type { CompiledOperations } from '../validation/compiled.ts';
import type { SignInLimits } from './account/sign-in-limits.ts';

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

export interface LeadsOfCampaign {
  previewFilter(campaign: Campaign, condition: Condition, actor: Actor): Promise<FilterPreview>;
  /** By the campaign's id; counted to a limit that depends on how many they are. */
  sizes(campaignIds: readonly string[]): Promise<ReadonlyMap<string, CampaignSize>>;
  /** How many leads a condition holds for, counted to a bound. */
  countHaving(campaign: Campaign, condition: Condition, actor: Actor): Promise<{ count: number; exact: boolean }>;
  /** Ids of those that are still there. */
  existing(leads: readonly { readonly campaignId: string; readonly id: string }[]): Promise<ReadonlySet<string>>;
  /** Leads as their writes left them, as far as their events still tell. */
  statesAfter(campaign: Campaign, versions: readonly LeadVersion[], actor: Actor): Promise<readonly StateAfter[]>;
  countByStatus(trx: DatabaseTransaction, campaignId: string, status: string): Promise<number>;
  /** Returns how many leads were moved. Runs under the lock of the campaign's head. */
  moveStatus(trx: DatabaseTransaction, campaignId: string, from: string, to: string, actor: Actor): Promise<number>;
}

export interface CampaignSize {
  readonly leads: components['schemas']['ApproximateCount'];
  /** When the newest lead was created. */
  readonly newest: Date | undefined;
}

export interface FilterPreview {
  readonly matching: number;
  readonly exact: boolean;
  readonly sample: JsonText<components['schemas']['Lead'][]>;
}

/** Opaque and authenticated, as those of the Lead API. */
export interface Cursors {
  /** `binding`: what the cursor belongs to; `place`: where the next page begins. */
  seal(binding: string, place: readonly string[]): string;
  /** Throws 400 `invalid_cursor`. */
  open(binding: string, cursor: string): readonly string[];
}

export interface ManageContext {
  readonly db: Database;
  readonly vault: Vault;
  /** Origin under which clients reach the service, without a trailing slash. */
  readonly publicUrl: string;
  readonly leads: LeadsOfCampaign;
  readonly noteDocuments: NoteDocuments;
  readonly limits: SignInLimits;
  readonly cursors: Cursors;
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

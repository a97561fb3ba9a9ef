/**
 * The context that a handler of the Management API gets beside its request. Leads are reached only through the functions of
 * `leads`: nothing in this folder names a table of leads.
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

export interface LeadsOfCampaign {
  previewFilter(campaign: Campaign, condition: Condition, actor: Actor): Promise<FilterPreview>;
  /** By the campaign's id. Counts are exact up to a limit that depends on the number of campaigns. */
  sizes(campaignIds: readonly string[]): Promise<ReadonlyMap<string, CampaignSize>>;
  /** The number of leads that match the condition, exact up to a limit. */
  countHaving(campaign: Campaign, condition: Condition, actor: Actor): Promise<{ count: number; exact: boolean }>;
  /** The ids of those leads that still exist. */
  existing(leads: readonly { readonly campaignId: string; readonly id: string }[]): Promise<ReadonlySet<string>>;
  /** Leads as their writes left them, as far as their events are still kept. */
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

/** Opaque and authenticated, like those of the Lead API. */
export interface Cursors {
  /** `binding`: what the cursor belongs to. `place`: where the next page begins. */
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
  /** The compiled schemas of documents. They judge planned changes, and past requests in a preview. */
  readonly compiled: CompiledOperations;
  /** Writes the gathered rows of the request log. */
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

/** What every handler of the Lead API is given: the grant, the store that is bound to it, and what it offers. */
import type { CsvForm } from '../access/csv-form.ts';
import type { Grant } from '../access/grant.ts';
import type { SentWrite } from '../campaign/sent-shape.ts';
import type { Offer } from '../document/offer.ts';
import type { Seat } from '../limits/in-flight.ts';
import type { WriteAllowance } from '../limits/write-allowance.ts';
import type { InputError, Problem } from '../problem/problem.ts';
import type { CursorSeal } from './cursor.ts';
import type { Ear } from './feed/feed-waits.ts';
import type { Share } from './feed/shared-look.ts';
import type { LeadTags } from './lead-tag.ts';
import type { NewLead } from './store/insert-leads.ts';
import type { LeadStore } from './store/store.ts';

export interface LeadContext {
  readonly grant: Grant;
  readonly store: LeadStore;
  readonly offer: Offer;
  /** The campaign's address, without a trailing slash. */
  readonly baseUrl: string;
  readonly docsUrl: string;
  readonly tags: LeadTags;
  readonly cursors: CursorSeal;
  readonly writes: WriteAllowance;
  /** The request's place among those in flight: its work is given up while it waits. Long work goes on in turns. */
  readonly seat: Pick<Seat, 'work' | 'rest' | 'turns'>;
  /** The query as the document's types have it; those named after fields are not in the base document's. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Whether nothing that is written will stay. */
  readonly dryRun: boolean;
  /** Judges a body by the schema of another operation of the same document, and brings its values into stored form. */
  readonly judge: JudgeBody;
  /** What is wrong with an entry of this operation's own body, where entries are judged by themselves. */
  readonly judgeEntry: (entry: unknown) => readonly InputError[];
  /**
   * Notes a write that was made or tried, for what is announced: `body` is taken as that of the operation, with its values as they
   * were sent or as they are stored, and `made` is the lead that it created.
   */
  readonly touches: (as: SentWrite['as'], body: unknown, made?: NewLead) => void;
  /** Notes a write for the request log: `body` is what was judged, `lead` what came of it. */
  readonly wrote: (as: SentWrite['as'], body: object, lead: { id: string; version: number }) => void;
  /** Notes a part of the body that was refused by itself, for the request log. */
  readonly refusedPart: (pointer: string, problem: Problem) => void;
  /** A problem as the document that a client is shown. */
  readonly render: (problem: Problem) => Readonly<Record<string, unknown>>;
  /** The one of the operation's media types that the client takes. */
  readonly mediaType: string;
  /** Of CSV for a spreadsheet, which members alone are given. */
  readonly csv?: CsvForm | undefined;
  /** Reads token and campaign anew, for an answer that takes long. Throws the refusal of a token that has ended. */
  readonly renew: () => Promise<Pick<LeadContext, 'grant' | 'store'>>;
  readonly feed: Feed;
  /** Writes what this process has gathered for the request log. */
  readonly writeRequests: () => Promise<void>;
  /** When the request came, by `performance.now()`. */
  readonly startedAt: number;
}

/** What a poll of the change feed needs beside the store. */
export interface Feed {
  /** Numbers the campaign's events that have no number yet: a pass of them. */
  readonly number: (campaignId: string) => Promise<unknown>;
  readonly listen: (campaignId: string) => Ear;
  /** Runs what several polls ask for with the same key once for all of them. */
  readonly share: Share;
  /** Whether a held poll is to be answered now: its client is gone, or the service is about to stop. */
  readonly isOver: () => boolean;
}

export type JudgeBody = (
  operationId: 'createLead' | 'updateLead',
  body: unknown,
) => { readonly body: unknown; readonly errors: readonly InputError[] };

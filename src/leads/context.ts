/**
 * Everything that a handler of the Lead API is given: the grant, the store that is bound to it, and the offer of the token's
 * document.
 */
import type { CsvForm } from '../access/csv-form.ts';
import type { CursorSeal } from '../access/cursor-seal.ts';
import type { Grant } from '../access/grant.ts';
import type { SentWrite } from '../campaign/sent-shape.ts';
import type { Offer } from '../document/offer.ts';
import type { Seat } from '../limits/in-flight.ts';
import type { WriteAllowance } from '../limits/write-allowance.ts';
import type { InputError, Problem } from '../problem/problem.ts';
import type { FeedListener } from './feed/feed-waits.ts';
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
  /** The request's seat among those in flight. A request that waits gives up its share of work. Long work takes turns. */
  readonly seat: Pick<Seat, 'work' | 'rest' | 'turns'>;
  /** The query, typed by the token's document. The base document lacks the parameters that are named after fields. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Whether all writes will be taken back. */
  readonly dryRun: boolean;
  /** Judges a body by the schema of another operation of the same document, and brings its values into stored form. */
  readonly judge: JudgeBody;
  /** The errors of one entry of the body, if the operation judges entries one by one. */
  readonly judgeEntry: (entry: unknown) => readonly InputError[];
  /**
   * Notes a write, or one that was tried, for announced changes. `body`: the body of the operation `as`, with values as they were sent or
   * as they are stored. `created`: the new lead.
   */
  readonly noteForAnnounced: (as: SentWrite['as'], body: unknown, created?: NewLead) => void;
  /** Notes a write for the request log: the judged body, and the lead that it wrote. */
  readonly noteForLog: (as: SentWrite['as'], body: object, lead: { id: string; version: number }) => void;
  /** Notes, for the request log, a part of the body that was refused alone. */
  readonly noteRefusedItem: (pointer: string, problem: Problem) => void;
  /** Renders a problem as the JSON that clients see. */
  readonly render: (problem: Problem) => Readonly<Record<string, unknown>>;
  /** The media type that the client accepts, among those of the operation. */
  readonly mediaType: string;
  /** The form of CSV for a spreadsheet. Only members get one. */
  readonly csv?: CsvForm | undefined;
  /** Reads token and campaign again, for an answer that takes long. Throws the refusal if the token has ended. */
  readonly renew: () => Promise<Pick<LeadContext, 'grant' | 'store'>>;
  readonly feed: Feed;
  /** Writes the requests that this process has gathered to the request log. */
  readonly writeRequests: () => Promise<void>;
  /** When the request arrived, by `performance.now()`. */
  readonly startedAt: number;
}

/** The parts that a poll of the change feed needs in addition to the store. */
export interface Feed {
  /** Numbers one pass of the campaign's events without a number. */
  readonly number: (campaignId: string) => Promise<unknown>;
  readonly listen: (campaignId: string) => FeedListener;
  /** Runs one look for all polls that ask with the same key. */
  readonly share: Share;
  /** Whether a held poll must be answered now, because its client is gone or the service is stopping. */
  readonly isOver: () => boolean;
}

export type JudgeBody = (
  operationId: 'createLead' | 'updateLead',
  body: unknown,
) => { readonly body: unknown; readonly errors: readonly InputError[] };

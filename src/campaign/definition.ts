/**
 * A campaign's definition as a value: everything that its admin has set up, at one epoch. It is read in one snapshot, cached
 * by every process, and never modified.
 */
import type { components as LeadApi } from '../generated/leads.ts';
import type { components as ManageApi } from '../generated/manage.ts';
import type { Condition } from './condition/condition.ts';

/** The types of both APIs. If only one API has a type, the code of the other that shows a field does not compile. */
export type FieldType = LeadApi['schemas']['CampaignField']['type'] | ManageApi['schemas']['FieldType'];

/** A stored value; empty ones are not stored. */
export type FieldValue = string | number | boolean | readonly string[];

export interface Field {
  readonly key: string;
  readonly type: FieldType;
  readonly label: string;
  readonly description: string | null;
  readonly required: boolean;
  readonly searchable: boolean;
  /** The key of the select with its options. Only for `select` and `multi_select`. */
  readonly select: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly max_length: number | null;
  readonly pattern: string | null;
  readonly default: FieldValue | null;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly archived: boolean;
}

export interface Select {
  readonly key: string;
  readonly label: string;
  readonly options: readonly Option[];
}

export interface Status {
  readonly key: string;
  readonly label: string;
  readonly category: 'open' | 'won' | 'lost';
  readonly is_default: boolean;
}

export interface Filter {
  readonly id: string;
  readonly name: string;
  readonly condition: Condition;
}

/** A typed column of the leads table with a copy of a field. It is read only in the state `ready`. */
export interface KeyColumn {
  readonly column: string;
  readonly field: string;
  readonly state: 'filling' | 'ready';
  /** The last lead that was filled in, if there is one. */
  readonly filledTo?: string | null;
}

/** When two leads count as the same, and what happens then. */
export interface DuplicateRule {
  /** Keys of single-valued fields. */
  readonly fields: readonly string[];
  /** Whether one equal field is enough, or all must be equal. Empty values never match. */
  readonly match: 'any' | 'all';
  /** How many days back it looks, by the time of creation; `null` without a limit. */
  readonly withinDays: number | null;
  /** `reject` refuses the newer lead, `flag` stores it with a mark. */
  readonly action: 'reject' | 'flag';
  /** Whether it compares only with leads that the writer sees, or with all leads of the campaign. */
  readonly reach: 'visible' | 'campaign';
  /** Before `ready`, older leads may not be found. */
  readonly state: 'filling' | 'ready';
}

/** Changes by key: the changed properties of each thing, or null for a removed thing. A new thing has all its properties. */
export type Things<T> = Readonly<Record<string, Partial<T> | null>>;

/** The differences between two definitions. */
export interface Delta {
  readonly name?: string;
  readonly defaultCountry?: string | null;
  readonly supportContact?: string | null;
  readonly vendorNotes?: string | null;
  readonly fields?: Things<Field>;
  readonly selects?: Things<Omit<Select, 'options'>>;
  /** By the key of the select. */
  readonly options?: Readonly<Record<string, Things<Option>>>;
  readonly statuses?: Things<Status>;
  readonly filters?: Things<Filter>;
  readonly duplicateRule?: DuplicateRule | null;
}

/** A change of the definition that takes effect by itself. */
export interface Announced {
  readonly id: string;
  /** When it takes effect; RFC 3339 in UTC with milliseconds. */
  readonly at: string;
  readonly announcedAt: string;
  /** When the announcement was last created, moved or edited. */
  readonly toldAt: string;
  /** The admin's note to vendors. */
  readonly note: string | null;
  readonly delta: Delta;
  /**
   * For a change of the duplicate check: whether all leads have the keys by which it finds them. `null` for any other
   * change.
   */
  readonly keys?: 'filling' | 'ready' | null;
}

export interface Campaign {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly slug: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2, for phone numbers without a country code. */
  readonly defaultCountry: string | null;
  /** The contact for vendors: an e-mail address, a web address, or a text. */
  readonly supportContact: string | null;
  /**
   * The admin's notes for all vendors, in Markdown as written. Documents may only use them through
   * `document/words/notes.ts`.
   */
  readonly vendorNotes: string | null;
  /** Tokens cannot reach an archived campaign; members can. */
  readonly archived: boolean;
  readonly revision: number;
  /** Rises with every change that may affect a grant or a document. A decimal bigint. */
  readonly epoch: string;
  /** How often changes of the campaign have changed a token's document, by the token's id. Absent for 0. */
  readonly documentChanges: Readonly<Record<string, number>>;
  /** The present fields, in the admin's order. */
  readonly fields: readonly Field[];
  /** Removed fields. Their keys cannot be used again and their values stay stored, so conditions may still read them. */
  readonly removedFields: readonly Field[];
  readonly selects: readonly Select[];
  readonly statuses: readonly Status[];
  readonly filters: readonly Filter[];
  readonly keyColumns: readonly KeyColumn[];
  readonly duplicateRule: DuplicateRule | null;
  /** Announced changes, by their time. */
  readonly announced: readonly Announced[];
}

/** The parts of a lead that conditions read. Empty values are absent from `values`. */
export interface LeadState {
  readonly status: string;
  readonly external_id: string | null;
  /** RFC 3339 in UTC with milliseconds. */
  readonly created_at: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** The field with this key, including removed fields, because a condition may still read stored values. */
export function findField(campaign: Campaign, key: string): Field | undefined {
  return campaign.fields.find((f) => f.key === key) ?? campaign.removedFields.find((f) => f.key === key);
}

export function isRemoved(campaign: Campaign, key: string): boolean {
  return !campaign.fields.some((f) => f.key === key);
}

export function findSelect(campaign: Campaign, key: string | null): Select | undefined {
  return campaign.selects.find((s) => s.key === key);
}

/** The options that may be written, in order. */
export function activeOptions(campaign: Campaign, field: Field): readonly Option[] {
  return (findSelect(campaign, field.select)?.options ?? []).filter((option) => !option.archived);
}

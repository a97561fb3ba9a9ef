/**
 * A campaign's definition as a value: what its admin has set up, at one epoch. It is read in one snapshot, cached by
 * every process, and never changed in place.
 */
import type { Condition } from './condition/condition.ts';
import type { FieldType, FieldValue } from './field-types.ts';

export type { FieldValue };

export interface Field {
  readonly key: string;
  readonly type: FieldType;
  readonly label: string;
  readonly description: string | null;
  readonly required: boolean;
  readonly searchable: boolean;
  /** Key of the select whose options it offers; only for `select` and `multi_select`. */
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

/** A typed column of the leads table that holds a copy of a field; read only when `ready`. */
export interface KeyColumn {
  readonly column: string;
  readonly field: string;
  readonly state: 'filling' | 'ready';
  /** The last lead that was filled in, where there is one. */
  readonly filledTo?: string | null;
}

/** When two leads count as the same, and what happens then. */
export interface DuplicateRule {
  /** Keys of single-valued fields. */
  readonly fields: readonly string[];
  /** Whether one equal field is enough, or all must be equal. Empty never matches. */
  readonly match: 'any' | 'all';
  /** How far back it looks, by the time of creation; `null` for ever. */
  readonly withinDays: number | null;
  /** `reject` refuses the newer one, `flag` stores it with a mark. */
  readonly action: 'reject' | 'flag';
  /** Whether only leads that the writer sees count, or those of the whole campaign. */
  readonly reach: 'visible' | 'campaign';
  /** Until `ready`, older leads may not be found. */
  readonly state: 'filling' | 'ready';
}

/** Things by their key: what is different about each; null for one that goes. One that is new has all its properties. */
export type Things<T> = Readonly<Record<string, Partial<T> | null>>;

/** What is different about a definition. */
export interface Delta {
  readonly name?: string;
  readonly defaultCountry?: string | null;
  readonly supportContact?: string | null;
  readonly vendorNotes?: string | null;
  readonly fields?: Things<Field>;
  readonly selects?: Things<Omit<Select, 'options'>>;
  /** By select. */
  readonly options?: Readonly<Record<string, Things<Option>>>;
  readonly statuses?: Things<Status>;
  readonly filters?: Things<Filter>;
  readonly duplicateRule?: DuplicateRule | null;
}

/** Empty where the two are the same. */
/** A change of the definition that takes effect by itself. */
export interface Announced {
  readonly id: string;
  /** When it takes effect; RFC 3339 in UTC with milliseconds. */
  readonly at: string;
  readonly announcedAt: string;
  /** When it was last told: also when it was moved, or told in other words. */
  readonly toldAt: string;
  /** What the admin says of it to vendors. */
  readonly note: string | null;
  readonly delta: Delta;
  /** Of a rule on duplicates: whether all leads have the keys by which it finds them. `null` of any other change. */
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
  /** Whom vendors ask: an e-mail address, an address on the web, or words. */
  readonly supportContact: string | null;
  /** What its admin tells every vendor, in Markdown as it was written: for documents by way of `document/words/notes.ts` alone. */
  readonly vendorNotes: string | null;
  /** No token reaches an archived campaign; its members do. */
  readonly archived: boolean;
  readonly revision: number;
  /** Raised with every change that could alter a grant or a document; a decimal bigint. */
  readonly epoch: string;
  /** How often a change of the campaign has changed a token's document, by the token's id; absent for never. */
  readonly documentChanges: Readonly<Record<string, number>>;
  /** The fields that there are, in the admin's order. */
  readonly fields: readonly Field[];
  /** Their keys are spent and their values stay stored: conditions may still read them. */
  readonly removedFields: readonly Field[];
  readonly selects: readonly Select[];
  readonly statuses: readonly Status[];
  readonly filters: readonly Filter[];
  readonly keyColumns: readonly KeyColumn[];
  readonly duplicateRule: DuplicateRule | null;
  /** What is to come, by its time. */
  readonly announced: readonly Announced[];
}

/** The state of a lead that conditions look at. Empty values are absent from `values`. */
export interface LeadState {
  readonly status: string;
  readonly external_id: string | null;
  /** RFC 3339 in UTC with milliseconds. */
  readonly created_at: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** The field with this key, removed ones included: a condition may still read what is stored. */
export function findField(campaign: Campaign, key: string): Field | undefined {
  return campaign.fields.find((f) => f.key === key) ?? campaign.removedFields.find((f) => f.key === key);
}

export function isRemoved(campaign: Campaign, key: string): boolean {
  return !campaign.fields.some((f) => f.key === key);
}

export function findSelect(campaign: Campaign, key: string | null): Select | undefined {
  return campaign.selects.find((s) => s.key === key);
}

/** The options that may be written now, in order. */
export function activeOptions(campaign: Campaign, field: Field): readonly Option[] {
  return (findSelect(campaign, field.select)?.options ?? []).filter((option) => !option.archived);
}

export function defaultStatus(campaign: Campaign): Status {
  const status = campaign.statuses.find((s) => s.is_default);
  if (!status) throw new Error(`campaign ${campaign.id} has no default status`);
  return status;
}

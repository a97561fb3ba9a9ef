/** A campaign's definition as a revision keeps it, and a campaign made of one again. */
import type { Campaign } from './definition.ts';

/** What a revision keeps of a campaign. */
export interface Snapshot {
  readonly slug: string;
  readonly name: string;
  readonly default_country: string | null;
  /** Absent in revisions from before there were any, as are notes. */
  readonly support_contact?: string | null;
  readonly vendor_notes?: string | null;
  readonly fields: Campaign['fields'];
  readonly removed_fields: Campaign['removedFields'];
  readonly selects: Campaign['selects'];
  readonly statuses: Campaign['statuses'];
  readonly filters: Campaign['filters'];
  readonly duplicate_rule: Campaign['duplicateRule'];
}

/** What a revision keeps: the definition as vendors and admins know it, without the store's own concerns. */
export function snapshotOf(campaign: Campaign): Snapshot {
  const { slug, name, defaultCountry, supportContact, vendorNotes, duplicateRule } = campaign;
  const { fields, removedFields, selects, statuses, filters } = campaign;
  return {
    slug,
    name,
    default_country: defaultCountry,
    support_contact: supportContact,
    vendor_notes: vendorNotes,
    fields,
    removed_fields: removedFields,
    selects,
    statuses,
    filters,
    duplicate_rule: duplicateRule,
  };
}

/** The campaign as it was then, for documents: what belongs to the store alone is that of now. */
export function campaignAt(
  now: Campaign,
  { revision, snapshot }: { readonly revision: number; readonly snapshot: Snapshot },
): Campaign {
  const { default_country, support_contact, vendor_notes, removed_fields, duplicate_rule, ...rest } = snapshot;
  return {
    ...now,
    ...rest,
    revision,
    defaultCountry: default_country,
    supportContact: support_contact ?? null,
    vendorNotes: vendor_notes ?? null,
    removedFields: removed_fields,
    duplicateRule: duplicate_rule,
    // What is to come now was not yet announced then, or is told with the present.
    announced: [],
  };
}

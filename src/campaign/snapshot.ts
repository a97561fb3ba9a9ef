/** A campaign's definition as a revision stores it, and back. */
import type { Campaign } from './definition.ts';

/** The parts of a campaign that a revision stores. */
export interface Snapshot {
  readonly slug: string;
  readonly name: string;
  readonly default_country: string | null;
  /** Absent in old revisions, like the notes. */
  readonly support_contact?: string | null;
  readonly vendor_notes?: string | null;
  readonly fields: Campaign['fields'];
  readonly removed_fields: Campaign['removedFields'];
  readonly selects: Campaign['selects'];
  readonly statuses: Campaign['statuses'];
  readonly filters: Campaign['filters'];
  readonly duplicate_rule: Campaign['duplicateRule'];
}

/**
 * Makes the snapshot of a revision: the definition as vendors and admins know it, without the parts that only the store
 * needs.
 */
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

/** The campaign as it was then, for documents. The parts that only the store needs are the present ones. */
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
    // The present announcements did not exist then, or the present document describes them.
    announced: [],
  };
}

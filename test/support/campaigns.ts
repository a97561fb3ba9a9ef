/**
 * Accounts, campaigns and tokens for tests of the Lead API, inserted straight into a test database, so that such a test does
 * not depend on the Management API, which has its own tests.
 */
import type { sql } from 'kysely';
import { createToken, type Permission, revealSecret } from '../../src/access/tokens.ts';
import type { Vault } from '../../src/access/vault.ts';
import type { Condition } from '../../src/campaign/condition/condition.ts';
import { createWholeCampaign } from '../../src/campaign/create.ts';
import type { Campaign, DuplicateRule, Field, Filter, Select, Status } from '../../src/campaign/definition.ts';
import { revise } from '../../src/campaign/revise.ts';
import { createNoteDocuments } from '../../src/changelog/note-documents.ts';
import type { Database } from '../../src/database/connection.ts';
import { tryAgain } from '../../src/database/try-again.ts';
import { newId } from '../../src/ids/ids.ts';
import { fillKeyColumns } from '../../src/leads/store/campaign-wide/fill-keys.ts';

export interface CampaignPlan {
  readonly slug: string;
  readonly name?: string;
  readonly defaultCountry?: string | null;
  readonly supportContact?: string | null;
  readonly vendorNotes?: string | null;
  readonly fields: readonly (Pick<Field, 'key' | 'type'> & Partial<Field>)[];
  readonly selects?: readonly Select[];
  readonly statuses?: readonly Status[];
  readonly filters?: readonly Omit<Filter, 'id'>[];
  readonly duplicateRule?: DuplicateRule | null;
}

export const defaultStatuses: readonly Status[] = [
  { key: 'new', label: 'New', category: 'open', is_default: true },
  { key: 'contacted', label: 'Contacted', category: 'open', is_default: false },
  { key: 'won', label: 'Won', category: 'won', is_default: false },
  { key: 'lost', label: 'Lost', category: 'lost', is_default: false },
];

export async function insertAccount(db: Database, name = 'Test account'): Promise<string> {
  const id = newId();
  await db.insertInto('accounts').values({ id, name, created_at: new Date() }).execute();
  return id;
}

export function wholeField(field: CampaignPlan['fields'][number]): Field {
  const rest = {
    required: false,
    searchable: field.type === 'select',
    select: null,
    min: null,
    max: null,
    max_length: null,
    pattern: null,
    default: null,
  };
  return { label: field.key, description: null, ...rest, ...field };
}

/** Inserts the campaign with its first revision. Its key columns are filled and ready. */
export async function insertCampaign(db: Database, accountId: string, plan: CampaignPlan): Promise<Campaign> {
  const { slug, name = slug, defaultCountry = 'DK', selects = [], statuses = defaultStatuses, filters = [] } = plan;
  const { duplicateRule = null, supportContact = null, vendorNotes = null } = plan;
  const fields = plan.fields.map(wholeField);
  const campaign = await tryAgain(() =>
    db.transaction().execute((trx) =>
      createWholeCampaign(trx, accountId, {
        ...{ slug, name, defaultCountry, fields, selects, statuses, filters, duplicateRule },
        ...{ supportContact, vendorNotes },
      }),
    ),
  );
  await fillKeyColumns(db);
  return campaign;
}

export interface TestToken {
  readonly id: string;
  readonly secret: string;
  readonly docsId: string;
}

/** A token of the account, of the campaign, or of one of its filters (by name). */
export async function insertToken(
  db: Database,
  vault: Vault,
  token: {
    accountId: string;
    campaign?: Campaign;
    filter?: string;
    permission?: Permission;
    /** By default far more than a test sends. */
    requestsPerMinute?: number | null;
    writesPerMinute?: number | null;
    notes?: string | null;
  },
): Promise<TestToken> {
  const { accountId, campaign, filter, permission = 'read_write' } = token;
  const { requestsPerMinute = 1_000_000, writesPerMinute = 1_000_000, notes = null } = token;
  const filterId = filter === undefined ? null : (campaign?.filters.find((f) => f.name === filter)?.id ?? null);
  if (filter !== undefined && filterId === null) throw new Error(`there is no filter ${filter}`);
  const scope = filter !== undefined ? 'filter' : campaign ? 'campaign' : 'account';
  return db.transaction().execute(async (trx) => {
    const id = await createToken(trx, vault, {
      accountId,
      scope,
      campaignId: campaign?.id ?? null,
      filterId,
      name: filter ?? scope,
      permission,
      requestsPerMinute,
      writesPerMinute,
      notes,
      createdBy: null,
    });
    const { docs_id } = await trx.selectFrom('tokens').select('docs_id').where('id', '=', id).executeTakeFirstOrThrow();
    return { id, docsId: docs_id, secret: await revealSecret(trx, vault, id) };
  });
}

/** Makes any change of the definition, as an admin's change would. */
export async function change(db: Database, campaign: Campaign, statement: ReturnType<typeof sql>): Promise<Campaign> {
  const { campaign: after } = await revise(db, {
    campaignId: campaign.id,
    changedBy: null,
    noteDocuments: createNoteDocuments(),
    async apply(trx) {
      await statement.execute(trx);
      return { result: undefined, changes: [{ kind: 'test' }] };
    },
  });
  return after;
}

export const sourceIs = (value: string): Condition => ({ path: 'fields.source', op: 'eq', value });

const option = (value: string, label: string, archived = false) => ({ value, label, archived });

/** A campaign with every type of field, a select that tells vendors apart, and filters of two vendors. */
export const solarPlan: CampaignPlan = {
  slug: 'solar-test',
  name: 'Solar test',
  selects: [
    {
      key: 'source',
      label: 'Source',
      options: [
        option('vendor-xyz', 'Vendor XYZ'),
        option('nordic-leads', 'Nordic Leads'),
        option('old-vendor', 'Old Vendor', true),
      ],
    },
    {
      key: 'roof_type',
      label: 'Roof type',
      options: [option('tile', 'Tile'), option('flat', 'Flat'), option('slate', 'Slate', true)],
    },
    { key: 'interests', label: 'Interests', options: [option('battery', 'Battery'), option('charger', 'Charger')] },
  ],
  fields: [
    { key: 'name', type: 'text', label: 'Name', required: true, max_length: 100 },
    { key: 'email', type: 'email', label: 'E-mail', required: true, searchable: true },
    { key: 'phone', type: 'phone', label: 'Phone', searchable: true },
    { key: 'zip', type: 'text', label: 'Zip', pattern: '^\\d{4}$', searchable: true },
    { key: 'notes', type: 'long_text', label: 'Notes' },
    { key: 'website', type: 'url', label: 'Website' },
    { key: 'roof_type', type: 'select', label: 'Roof type', select: 'roof_type' },
    { key: 'roof_area', type: 'number', label: 'Roof area', min: 1, max: 10_000, searchable: true },
    { key: 'household_size', type: 'integer', label: 'Household size', min: 1, max: 20, searchable: true },
    { key: 'owns_home', type: 'boolean', label: 'Owns the home', searchable: true },
    { key: 'visit_date', type: 'date', label: 'Visit date', searchable: true },
    { key: 'call_from', type: 'time', label: 'Call from', searchable: true },
    { key: 'callback_at', type: 'datetime', label: 'Call back at', searchable: true },
    { key: 'interests', type: 'multi_select', label: 'Interests', select: 'interests' },
    { key: 'language', type: 'text', label: 'Language', default: 'da' },
    { key: 'source', type: 'select', label: 'Source', select: 'source', required: true },
  ],
  filters: [
    { name: 'Vendor XYZ', condition: sourceIs('vendor-xyz') },
    { name: 'Nordic Leads', condition: sourceIs('nordic-leads') },
  ],
};

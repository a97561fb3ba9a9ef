/**
 * Creates a whole campaign with its first revision: a member's new campaign, a copy, the demo's, and those of tests. The
 * definition is valid already. Only a slug that is taken is refused (409 `already_exists`).
 */
import type { DatabaseTransaction } from '../database/connection.ts';
import { newId } from '../ids/ids.ts';
import { refuse } from '../problem/problem.ts';
import type { Campaign, DuplicateRule, Field, Filter, Select, Status } from './definition.ts';
import { noDocuments, reviseWithin } from './revise.ts';

export interface CampaignPlan {
  readonly slug: string;
  readonly name: string;
  readonly defaultCountry: string | null;
  readonly supportContact?: string | null;
  readonly vendorNotes?: string | null;
  readonly fields: readonly Field[];
  readonly selects: readonly Select[];
  readonly statuses: readonly Status[];
  readonly filters: readonly Omit<Filter, 'id'>[];
  readonly duplicateRule?: DuplicateRule | null;
  /** The member who creates it; null for the system. */
  readonly changedBy?: string | null;
}

/** The campaign gets epoch 1 and revision 1. Its key columns are assigned, but not filled yet. */
export async function createWholeCampaign(
  trx: DatabaseTransaction,
  accountId: string,
  plan: CampaignPlan,
): Promise<Campaign> {
  const id = newId();
  const at = new Date();
  await insertCampaign(trx, id, accountId, plan, at);
  await trx.insertInto('campaign_heads').values({ campaign_id: id, epoch: 0, revision: 0 }).execute();
  const { campaign } = await reviseWithin(trx, {
    campaignId: id,
    changedBy: plan.changedBy ?? null,
    async apply() {
      await insertDefinition(trx, id, plan, at);
      return { result: undefined, changes: [{ kind: 'campaign_created' }] };
    },
    noteDocuments: noDocuments,
  });
  return campaign;
}

async function insertCampaign(
  trx: DatabaseTransaction,
  id: string,
  accountId: string,
  plan: CampaignPlan,
  at: Date,
): Promise<void> {
  const { slug, name, defaultCountry, supportContact, vendorNotes } = plan;
  const texts = { support_contact: supportContact, vendor_notes: vendorNotes };
  const inserted = await trx
    .insertInto('campaigns')
    .values({ id, account_id: accountId, slug, name, default_country: defaultCountry, ...texts, created_at: at })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) return;
  throw refuse('already_exists', `The slug \`${slug}\` is taken.`, {
    errors: [{ pointer: '/slug', code: 'already_exists', detail: 'Choose another slug.' }],
  });
}

async function insertDefinition(trx: DatabaseTransaction, id: string, plan: CampaignPlan, at: Date): Promise<void> {
  for (const [position, select] of plan.selects.entries()) await insertSelect(trx, id, select, position, at);
  for (const [position, status] of plan.statuses.entries()) {
    await trx
      .insertInto('statuses')
      .values({ campaign_id: id, ...status, position })
      .execute();
  }
  for (const [position, field] of plan.fields.entries()) await insertField(trx, id, field, position);
  for (const filter of plan.filters) {
    const condition = JSON.stringify(filter.condition);
    await trx
      .insertInto('filters')
      .values({ campaign_id: id, id: newId(), name: filter.name, condition, created_at: at })
      .execute();
  }
  // The state is `filling` until the background work finds that there is nothing to fill.
  if (plan.duplicateRule) await insertRule(trx, id, { ...plan.duplicateRule, state: 'filling' });
}

/** For a campaign without a rule. */
export async function insertRule(trx: DatabaseTransaction, campaignId: string, rule: DuplicateRule): Promise<void> {
  const { fields, match, withinDays, action, reach, state } = rule;
  await trx
    .insertInto('duplicate_rules')
    .values({
      campaign_id: campaignId,
      fields: [...fields],
      match,
      within_days: withinDays,
      action,
      reach,
      state,
      filled_to: null,
    })
    .execute();
}

async function insertSelect(
  trx: DatabaseTransaction,
  campaignId: string,
  { key, label, options }: Select,
  position: number,
  at: Date,
): Promise<void> {
  await trx.insertInto('selects').values({ campaign_id: campaignId, key, label, position }).execute();
  for (const [place, option] of options.entries()) {
    const row = { campaign_id: campaignId, select_key: key, value: option.value, label: option.label, position: place };
    await trx
      .insertInto('options')
      .values({ ...row, archived_at: option.archived ? at : null })
      .execute();
  }
}

async function insertField(
  trx: DatabaseTransaction,
  campaignId: string,
  field: Field,
  position: number,
): Promise<void> {
  const { select, default: value, ...rest } = field;
  const default_value = value === null ? null : JSON.stringify(value);
  await trx
    .insertInto('fields')
    .values({ campaign_id: campaignId, ...rest, select_key: select, default_value, position })
    .execute();
}

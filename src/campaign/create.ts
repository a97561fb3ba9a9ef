/** Makes a whole campaign at once, from a definition that is known to be right: the demo's, and those of tests. */
import type { DatabaseTransaction } from '../database/connection.ts';
import { newId } from '../ids/ids.ts';
import type { Campaign, Field, Filter, Select, Status } from './definition.ts';
import { reviseWithin } from './revise.ts';

export interface CampaignPlan {
  readonly slug: string;
  readonly name: string;
  readonly defaultCountry: string | null;
  readonly fields: readonly Field[];
  readonly selects: readonly Select[];
  readonly statuses: readonly Status[];
  readonly filters: readonly Omit<Filter, 'id'>[];
}

/** Its key columns are assigned, and still to be filled. */
export async function createWholeCampaign(
  trx: DatabaseTransaction,
  accountId: string,
  plan: CampaignPlan,
): Promise<Campaign> {
  const id = newId();
  const at = new Date();
  const { slug, name, defaultCountry } = plan;
  await trx
    .insertInto('campaigns')
    .values({ id, account_id: accountId, slug, name, default_country: defaultCountry, created_at: at })
    .execute();
  await trx.insertInto('campaign_heads').values({ campaign_id: id, epoch: 0, revision: 0 }).execute();
  const { campaign } = await reviseWithin(trx, {
    campaignId: id,
    changedBy: null,
    async apply() {
      await insertDefinition(trx, id, plan, at);
      return { result: undefined, changes: [{ kind: 'campaign_created' }] };
    },
  });
  return campaign;
}

/** What a new campaign is made of, written below a head that is there. */
export async function insertDefinition(
  trx: DatabaseTransaction,
  id: string,
  plan: Pick<CampaignPlan, 'fields' | 'selects' | 'statuses' | 'filters'>,
  at: Date,
): Promise<void> {
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

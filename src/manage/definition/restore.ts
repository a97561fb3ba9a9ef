/**
 * Restores an earlier definition. Parts that were added since are removed as by their own operations: fields and statuses are
 * removed, options archived. Refuses with 409 `in_use` while filters use such a part (unless forced), and while leads have
 * such a status. Filters do not change, because they are about tokens, not about the schema.
 */
import type { Campaign, Filter, Status } from '../../campaign/definition.ts';
import type { Snapshot } from '../../campaign/snapshot.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import type { DefinitionContext } from '../context.ts';
import { restoreRule } from './duplicate-rule.ts';
import { changeableColumns } from './fields.ts';
import { count, filtersOnField, filtersOnOption, filtersOnStatus, inUse, refuseWhileFiltered } from './in-use.ts';

export interface Restoring {
  readonly trx: DatabaseTransaction;
  readonly context: DefinitionContext;
  /** The campaign before the restore. */
  readonly campaign: Campaign;
  readonly snapshot: Snapshot;
  readonly force: boolean;
}

export async function restoreDefinition(restoring: Restoring): Promise<void> {
  const { trx, campaign, snapshot } = restoring;
  await refuseLosses(restoring);
  await trx
    .updateTable('campaigns')
    .set({
      name: snapshot.name,
      default_country: snapshot.default_country,
      support_contact: snapshot.support_contact ?? null,
      vendor_notes: snapshot.vendor_notes ?? null,
    })
    .where('id', '=', campaign.id)
    .execute();
  await restoreSelects(trx, campaign, snapshot);
  await restoreFields(trx, campaign, snapshot);
  await restoreStatuses(trx, campaign, snapshot);
  await restoreRule(trx, campaign, snapshot.duplicate_rule);
}

/** The parts that the campaign has now, but not in the snapshot. */
function addedSince({ campaign, snapshot }: Restoring) {
  const fields = campaign.fields.filter(({ key }) => !snapshot.fields.some((field) => field.key === key));
  const statuses = campaign.statuses.filter(({ key }) => !snapshot.statuses.some((status) => status.key === key));
  const options = campaign.selects.flatMap(({ key, options }) => {
    const then = snapshot.selects.find((select) => select.key === key)?.options ?? [];
    const offered = (value: string) => then.some((option) => option.value === value && !option.archived);
    return options.filter(({ value, archived }) => !archived && !offered(value)).map(({ value }) => ({ key, value }));
  });
  return { fields, statuses, options };
}

async function refuseLosses(restoring: Restoring): Promise<void> {
  const { trx, context, campaign, force } = restoring;
  const { fields, statuses, options } = addedSince(restoring);
  for (const status of statuses) await refuseWhileHeld(trx, context, campaign, status);
  if (force) return;
  const using = new Set<Filter>([
    ...fields.flatMap(({ key }) => filtersOnField(campaign, key)),
    ...statuses.flatMap(({ key }) => filtersOnStatus(campaign, key)),
    ...options.flatMap(({ key, value }) => filtersOnOption(campaign, key, value)),
  ]);
  await refuseWhileFiltered(trx, 'A part that was added since', [...using]);
}

async function refuseWhileHeld(
  trx: DatabaseTransaction,
  { leads }: DefinitionContext,
  campaign: Campaign,
  { key, label }: Status,
): Promise<void> {
  const having = await leads.countByStatus(trx, campaign.id, key);
  if (having === 0) return;
  const [have, them] = having === 1 ? ['has', 'it'] : ['have', 'them'];
  const detail = `${count(having, 'lead')} ${have} the status “${label}”. Give ${them} another status first.`;
  throw inUse(detail, [], [], having);
}

async function restoreFields(trx: DatabaseTransaction, campaign: Campaign, { fields }: Snapshot): Promise<void> {
  for (const [position, field] of fields.entries()) {
    await trx
      .updateTable('fields')
      .set({ ...changeableColumns(field), position, removed_at: null })
      .where('campaign_id', '=', campaign.id)
      .where('key', '=', field.key)
      .execute();
  }
  const gone = campaign.fields.map(({ key }) => key).filter((key) => !fields.some((field) => field.key === key));
  if (gone.length === 0) return;
  await trx
    .updateTable('fields')
    .set({ removed_at: new Date(), searchable: false })
    .where('campaign_id', '=', campaign.id)
    .where('key', 'in', gone)
    .execute();
}

/** Selects that were added since stay, with all options archived, because no remaining field uses them. */
async function restoreSelects(trx: DatabaseTransaction, campaign: Campaign, { selects }: Snapshot): Promise<void> {
  const now = new Date();
  for (const { key, label, options } of campaign.selects) {
    const then = selects.find((select) => select.key === key);
    await trx
      .updateTable('selects')
      .set({ label: then?.label ?? label })
      .where('campaign_id', '=', campaign.id)
      .where('key', '=', key)
      .execute();
    for (const [place, option] of options.entries()) {
      const position = then?.options.findIndex(({ value }) => value === option.value) ?? -1;
      const was = then?.options[position];
      const archived = was?.archived ?? true;
      await trx
        .updateTable('options')
        .set({
          label: was?.label ?? option.label,
          // Options added since that revision go after those it had.
          position: was ? position : (then?.options.length ?? 0) + place,
          ...(archived !== option.archived && { archived_at: archived ? now : null }),
        })
        .where('campaign_id', '=', campaign.id)
        .where('select_key', '=', key)
        .where('value', '=', option.value)
        .execute();
    }
  }
}

async function restoreStatuses(trx: DatabaseTransaction, campaign: Campaign, { statuses }: Snapshot): Promise<void> {
  // There must never be more than one default, and a removed status is not the default.
  await trx
    .updateTable('statuses')
    .set({ is_default: false, removed_at: new Date() })
    .where('campaign_id', '=', campaign.id)
    .where('removed_at', 'is', null)
    .execute();
  for (const [position, { key, label, category, is_default }] of statuses.entries()) {
    await trx
      .updateTable('statuses')
      .set({ label, category, is_default, position, removed_at: null })
      .where('campaign_id', '=', campaign.id)
      .where('key', '=', key)
      .execute();
  }
}

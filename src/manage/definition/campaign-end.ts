/**
 * The end of a campaign. Archiving takes it away from tokens until it is brought back, and changes nothing else. Deleting
 * takes it away from everybody at once and revokes its tokens. The background then erases its leads in parts.
 */
import { writeAudit } from '../../access/audit.ts';
import { setArchived } from '../../campaign/archive.ts';
import type { ManageContext, ManageHandler, Shape } from '../context.ts';
import { actorOf, requireEditor, requireOwner } from '../role.ts';
import { readCampaign } from './campaigns.ts';
import { changeDefinition, findCampaign } from './definition-change.ts';
import { revisionTag } from './revision-tag.ts';

export const archiveCampaign: ManageHandler<'archiveCampaign'> = async ({ path }, context) =>
  respondWith(await change(context, path.slug, true));

export const unarchiveCampaign: ManageHandler<'unarchiveCampaign'> = async ({ path }, context) =>
  respondWith(await change(context, path.slug, false));

const respondWith = (campaign: Shape<'Campaign'>) =>
  ({ status: 200, headers: revisionTag(campaign), body: campaign }) as const;

async function change(context: ManageContext, slug: string, archived: boolean): Promise<Shape<'Campaign'>> {
  requireEditor(context);
  const { id } = await findCampaign(context, slug);
  await context.db.transaction().execute(async (trx) => {
    const name = await setArchived(trx, id, archived);
    if (name === undefined) return;
    await writeAudit(trx, {
      ...actorOf(context),
      action: archived ? 'campaign.archive' : 'campaign.unarchive',
      object: { kind: 'campaign', id: slug, name },
      campaign: slug,
    });
  });
  return readCampaign(context, slug);
}

export const deleteCampaign: ManageHandler<'deleteCampaign'> = async ({ path, headers }, context) => {
  requireOwner(context, 'delete a campaign');
  await changeDefinition(context, {
    path,
    headers,
    action: 'campaign.delete',
    async apply(trx, campaign) {
      const now = new Date();
      await trx.updateTable('campaigns').set({ deleted_at: now }).where('id', '=', campaign.id).execute();
      await trx
        .updateTable('tokens')
        .set((eb) => ({ revoked_at: now, version: eb('version', '+', 1) }))
        .where('campaign_id', '=', campaign.id)
        .where('revoked_at', 'is', null)
        .execute();
      return { result: undefined, changes: [{ kind: 'campaign_deleted' }], id: campaign.slug, name: campaign.name };
    },
  });
  return { status: 204 };
};

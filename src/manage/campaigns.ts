/**
 * Campaigns of the account. A slug is unique in the installation and spent for good: 409 `already_exists` tells that it
 * is taken, and nothing of who has it.
 */
import { writeAudit } from '../access/audit.ts';
import { isCountry } from '../campaign/countries.ts';
import { loadCampaign } from '../campaign/load.ts';
import { writeRevision } from '../campaign/revise.ts';
import type { DatabaseTransaction } from '../database/connection.ts';
import { newId } from '../ids/ids.ts';
import { notFound, refuse, refuseInput } from '../problem/problem.ts';
import type { ManageContext, ManageHandler, Shape } from './context.ts';
import { changeDefinition, changesBetween } from './definition-change.ts';
import { revisionTag } from './revision.ts';
import { actorOf, requireEditor } from './role.ts';
import { firstFree, slugify } from './slug.ts';

function listed(db: ManageContext['db'] | DatabaseTransaction, accountId: string) {
  return db
    .selectFrom('campaigns')
    .innerJoin('campaign_heads', 'campaign_heads.campaign_id', 'campaigns.id')
    .select(['slug', 'name', 'default_country', 'revision', 'created_at'])
    .where('account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .orderBy('slug');
}

type Row = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>;

const toCampaign = (row: Row): Shape<'Campaign'> => ({ ...row, created_at: row.created_at.toISOString() });

async function readCampaign({ db, member }: ManageContext, slug: string): Promise<Shape<'Campaign'>> {
  const row = await listed(db, member.accountId).where('slug', '=', slug).executeTakeFirst();
  if (!row) throw notFound('campaign');
  return toCampaign(row);
}

export const listCampaigns: ManageHandler<'listCampaigns'> = async (_, { db, member }) => ({
  status: 200,
  body: { data: (await listed(db, member.accountId).execute()).map(toCampaign) },
});

export const getCampaign: ManageHandler<'getCampaign'> = async ({ path }, context) => {
  const campaign = await readCampaign(context, path.slug);
  return { status: 200, headers: revisionTag(campaign), body: campaign };
};

export const createCampaign: ManageHandler<'createCampaign'> = async ({ body }, context) => {
  requireEditor(context);
  refuseUnknownCountry(body.default_country);
  const slug = await context.db.transaction().execute(async (trx) => {
    const slug = body.slug ?? (await freeSlug(trx, body.name));
    await insertCampaign(trx, context, { slug, name: body.name, defaultCountry: body.default_country ?? null });
    return slug;
  });
  const campaign = await readCampaign(context, slug);
  return { status: 201, headers: revisionTag(campaign), body: campaign };
};

/** The form is judged by the document; which countries there are, only the table of phone numbers knows. */
function refuseUnknownCountry(code: string | null | undefined): void {
  if (code === null || code === undefined || isCountry(code)) return;
  const detail = `\`default_country\` must be a country with phone numbers of its own: \`${code}\` is none.`;
  throw refuseInput('invalid_request', [{ pointer: '/default_country', code: 'not_allowed', detail }]);
}

function freeSlug(trx: DatabaseTransaction, name: string): Promise<string> {
  const slug = slugify(name);
  // A slug begins with a letter and has two characters at the least.
  return firstFree(/^[a-z]./.test(slug) ? slug : `campaign-${slug}`.replace(/-$/, ''), async (candidate) => {
    const row = await trx.selectFrom('campaigns').select('id').where('slug', '=', candidate).executeTakeFirst();
    return row !== undefined;
  });
}

/** With its head at epoch and revision 1, its status `new`, and the snapshot of revision 1. */
async function insertCampaign(
  trx: DatabaseTransaction,
  context: ManageContext,
  campaign: { slug: string; name: string; defaultCountry: string | null },
): Promise<void> {
  const { member } = context;
  const id = newId();
  const inserted = await trx
    .insertInto('campaigns')
    .values({
      id,
      account_id: member.accountId,
      slug: campaign.slug,
      name: campaign.name,
      default_country: campaign.defaultCountry,
      created_at: new Date(),
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) {
    throw refuse('already_exists', `The slug \`${campaign.slug}\` is taken.`, {
      errors: [{ pointer: '/slug', code: 'already_exists', detail: 'Choose another slug.' }],
    });
  }
  await trx
    .insertInto('statuses')
    .values({ campaign_id: id, key: 'new', label: 'New', category: 'open', is_default: true, position: 0 })
    .execute();
  await trx.insertInto('campaign_heads').values({ campaign_id: id, epoch: 1, revision: 1 }).execute();
  const loaded = await loadCampaign(trx, { id });
  if (!loaded) throw new Error(`campaign ${id} cannot be read where it was made`);
  await writeRevision(trx, loaded, { changes: [{ kind: 'campaign_created' }], changedBy: member.id });
  await writeAudit(trx, {
    ...actorOf(context),
    action: 'campaign.create',
    object: { kind: 'campaign', id: campaign.slug },
    details: { name: campaign.name },
  });
}

export const updateCampaign: ManageHandler<'updateCampaign'> = async ({ path, headers, body }, context) => {
  await changeDefinition(context, {
    path,
    headers,
    action: 'campaign.update',
    async apply(trx, campaign) {
      refuseUnknownCountry(body.default_country);
      const before = { name: campaign.name, default_country: campaign.defaultCountry };
      const after = { ...before, ...body };
      await trx.updateTable('campaigns').set(after).where('id', '=', campaign.id).execute();
      const changes = changesBetween('campaign_changed', {}, before, after);
      return { result: undefined, changes, id: campaign.slug };
    },
  });
  const campaign = await readCampaign(context, path.slug);
  return { status: 200, headers: revisionTag(campaign), body: campaign };
};

export const deleteCampaign: ManageHandler<'deleteCampaign'> = async ({ path, headers }, context) => {
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
      return { result: undefined, changes: [{ kind: 'campaign_deleted' }], id: campaign.slug };
    },
  });
  return { status: 204 };
};

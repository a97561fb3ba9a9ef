/**
 * Campaigns of the account. A slug is unique in the installation and is never used again. 409 `already_exists` says that it
 * is taken, but not by whom.
 */
import { writeAudit } from '../../access/audit.ts';
import { createWholeCampaign } from '../../campaign/create.ts';
import type { Campaign } from '../../campaign/definition.ts';
import { loadCampaign } from '../../campaign/load.ts';
import { isCountry } from '../../campaign/values/countries.ts';
import type { DatabaseTransaction } from '../../database/connection.ts';
import { notFound, refuseInput } from '../../problem/problem.ts';
import type { DefinitionContext, DefinitionHandler, ManageContext, ManageHandler, Shape } from '../context.ts';
import { actorOf, requireEditor } from '../role.ts';
import { changeDefinition, changesBetween } from './definition-change.ts';
import { revisionTag } from './revision-tag.ts';
import { firstFree, slugify } from './slug.ts';

function campaignRows(db: ManageContext['db'] | DatabaseTransaction, accountId: string) {
  return db
    .selectFrom('campaigns')
    .innerJoin('campaign_heads', 'campaign_heads.campaign_id', 'campaigns.id')
    .select(['campaigns.id', 'slug', 'name', 'default_country', 'support_contact', 'vendor_notes'])
    .select(['revision', 'created_at', 'archived_at'])
    .where('account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .orderBy('slug');
}

type Row = Awaited<ReturnType<ReturnType<typeof campaignRows>['executeTakeFirstOrThrow']>>;

/** Adds counts from other tables to the rows. One statement for each table, however many rows there are. */
async function toCampaigns(
  { db, leads }: Pick<DefinitionContext, 'db' | 'leads'>,
  rows: readonly Row[],
): Promise<Shape<'Campaign'>[]> {
  const ids = rows.map(({ id }) => id);
  const [sizes, tokens] = await Promise.all([leads.sizes(ids), countTokens(db, ids)]);
  return rows.map(({ id, created_at, archived_at, ...row }) => ({
    ...row,
    created_at: created_at.toISOString(),
    archived_at: archived_at?.toISOString() ?? null,
    leads: sizes.get(id)?.leads ?? { count: 0, exact: true },
    tokens: tokens.get(id) ?? 0,
    last_lead_at: sizes.get(id)?.newest?.toISOString() ?? null,
  }));
}

async function countTokens(db: ManageContext['db'], ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('tokens')
    .select(({ fn }) => ['campaign_id as id', fn.countAll<string>().as('count')])
    .where('campaign_id', 'in', ids)
    .where('revoked_at', 'is', null)
    .groupBy('campaign_id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id ?? '', Number(count)]));
}

export async function readCampaign(context: DefinitionContext, slug: string): Promise<Shape<'Campaign'>> {
  const row = await campaignRows(context.db, context.member.accountId).where('slug', '=', slug).executeTakeFirst();
  const [campaign] = row ? await toCampaigns(context, [row]) : [];
  if (!campaign) throw notFound('campaign');
  return campaign;
}

export const listCampaigns: ManageHandler<'listCampaigns'> = async ({ query }, context) => {
  const { state = 'active' } = query;
  let rows = campaignRows(context.db, context.member.accountId);
  if (state !== 'all') rows = rows.where('archived_at', state === 'active' ? 'is' : 'is not', null);
  return { status: 200, body: { data: await toCampaigns(context, await rows.execute()) } };
};

export const getCampaign: ManageHandler<'getCampaign'> = async ({ path }, context) => {
  const campaign = await readCampaign(context, path.slug);
  return { status: 200, headers: revisionTag(campaign), body: campaign };
};

/** The definition of a campaign that is not a copy. */
const scratch = {
  fields: [],
  selects: [],
  statuses: [{ key: 'new', label: 'New', category: 'open', is_default: true }],
  duplicateRule: null,
} as const;

export const createCampaign: ManageHandler<'createCampaign'> = async ({ body }, context) => {
  requireEditor(context);
  refuseUnknownCountry(body.default_country);
  const slug = await context.db.transaction().execute(async (trx) => {
    const from = await readTemplate(trx, context, body.copy_of);
    const slug = body.slug ?? (await freeSlug(trx, body.name));
    const country = body.default_country === undefined ? from?.defaultCountry : body.default_country;
    const { fields, selects, statuses, duplicateRule } = from ?? scratch;
    const { support_contact: supportContact = null, vendor_notes: vendorNotes = null } = normalised(body);
    const texts = { supportContact, vendorNotes };
    const campaign = { slug, name: body.name, defaultCountry: country ?? null, ...texts, filters: [] };
    const definition = { fields, selects, statuses, duplicateRule, changedBy: context.member.id };
    await createWholeCampaign(trx, context.member.accountId, { ...campaign, ...definition });
    await writeAudit(trx, {
      ...actorOf(context),
      action: 'campaign.create',
      object: { kind: 'campaign', id: slug, name: body.name },
      campaign: slug,
      details: from ? { copy_of: from.slug } : {},
    });
    return slug;
  });
  const campaign = await readCampaign(context, slug);
  return { status: 201, headers: revisionTag(campaign), body: campaign };
};

async function readTemplate(
  trx: DatabaseTransaction,
  { member }: ManageContext,
  slug: string | null | undefined,
): Promise<Campaign | undefined> {
  if (slug === null || slug === undefined) return undefined;
  const campaign = await loadCampaign(trx, { slug });
  if (campaign?.accountId === member.accountId) return campaign;
  const detail = `There is no campaign \`${slug}\` to copy from.`;
  throw refuseInput('invalid_request', [{ pointer: '/copy_of', code: 'not_allowed', detail }]);
}

/** The texts for vendors. A blank text becomes null. */
function normalised<T extends Partial<Pick<Shape<'Campaign'>, 'support_contact' | 'vendor_notes'>>>(body: T): T {
  const { support_contact, vendor_notes } = body;
  return {
    ...body,
    ...(support_contact !== undefined && { support_contact: support_contact?.trim() || null }),
    ...(vendor_notes !== undefined && { vendor_notes: vendor_notes?.trim() ? vendor_notes : null }),
  };
}

/** The document judges the form of the code. Only the table of phone numbers knows which countries exist. */
function refuseUnknownCountry(code: string | null | undefined): void {
  if (code === null || code === undefined || isCountry(code)) return;
  const detail = `\`default_country\` must be a country with phone numbers of its own, which \`${code}\` is not.`;
  throw refuseInput('invalid_request', [{ pointer: '/default_country', code: 'not_allowed', detail }]);
}

function freeSlug(trx: DatabaseTransaction, name: string): Promise<string> {
  const slug = slugify(name);
  // A slug begins with a letter and has at least two characters.
  return firstFree(/^[a-z]./.test(slug) ? slug : `campaign-${slug}`.replace(/-$/, ''), async (candidate) => {
    const row = await trx.selectFrom('campaigns').select('id').where('slug', '=', candidate).executeTakeFirst();
    return row !== undefined;
  });
}

export const updateCampaign: DefinitionHandler<'updateCampaign'> = async ({ path, headers, body }, context) => {
  await changeDefinition(context, {
    path,
    headers,
    action: 'campaign.update',
    async apply(trx, campaign) {
      refuseUnknownCountry(body.default_country);
      const before = {
        name: campaign.name,
        default_country: campaign.defaultCountry,
        support_contact: campaign.supportContact,
        vendor_notes: campaign.vendorNotes,
      };
      const after = { ...before, ...normalised(body) };
      await trx.updateTable('campaigns').set(after).where('id', '=', campaign.id).execute();
      const changes = changesBetween('campaign_changed', {}, before, after);
      return { result: undefined, changes, id: campaign.slug, name: after.name };
    },
  });
  const campaign = await readCampaign(context, path.slug);
  return { status: 200, headers: revisionTag(campaign), body: campaign };
};

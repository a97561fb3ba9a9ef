/**
 * Reads a campaign's definition and its epoch in one statement, and therefore in one snapshot: an old filter with a new
 * epoch would pass the guard for ever.
 */
import { type RawBuilder, sql } from 'kysely';
import { isDistributed } from '../database/citus-dialect.ts';
import type { Database, DatabaseTransaction } from '../database/connection.ts';
import type { Campaign, Field } from './definition.ts';

type Row = Omit<Campaign, 'fields' | 'removedFields'> & { all_fields: readonly (Field & { removed: boolean })[] };

/** The form of a campaign's slug. */
const slugPattern = /^[a-z][a-z0-9-]{1,62}$/;

/** The campaign with this id or slug, or `undefined` if it does not exist or was deleted. */
export async function loadCampaign(
  db: Database | DatabaseTransaction,
  by: { id: string } | { slug: string },
): Promise<Campaign | undefined> {
  // Other texts are not slugs, and PostgreSQL refuses a text with U+0000.
  if ('slug' in by && !slugPattern.test(by.slug)) return undefined;
  if (!isDistributed(db)) return (await load(db, 'id' in by ? sql`c.id = ${by.id}` : sql`c.slug = ${by.slug}`))[0];
  const id = 'id' in by ? by.id : await idOf(db, by.slug);
  return id === undefined ? undefined : (await loadEach(db, [id]))[0];
}

async function idOf(db: Database | DatabaseTransaction, slug: string): Promise<string | undefined> {
  const found = await db.selectFrom('campaigns').select('id').where('slug', '=', slug).executeTakeFirst();
  return found?.id;
}

/**
 * The campaigns with these ids, in this order; `undefined` for a missing one. The next ones are read while the previous ones
 * are used.
 */
export async function* loadCampaigns(db: Database, ids: readonly string[]): AsyncIterable<Campaign | undefined> {
  const read = async (from: number): Promise<Campaign[]> =>
    from < ids.length ? loadEach(db, ids.slice(from, from + atOnce)) : [];
  let next = read(0);
  for (let i = 0; i < ids.length; i += atOnce) {
    const loaded = new Map((await next).map((campaign) => [campaign.id, campaign]));
    next = read(i + atOnce);
    // A caller that stops half-way never waits for what was read ahead.
    next.catch(() => undefined);
    for (const id of ids.slice(i, i + atOnce)) yield loaded.get(id);
  }
}

const atOnce = 25;

/** The campaigns with these ids, in no order. On a cluster each is read by a statement of its own, because each lies on one node. */
async function loadEach(db: Database | DatabaseTransaction, ids: readonly string[]): Promise<Campaign[]> {
  if (!isDistributed(db)) return load(db, sql`c.id = any(${ids}::uuid[])`);
  const each = await Promise.all(ids.map((id) => load(db, sql`c.id = ${id}::uuid`, sql`${id}::uuid`)));
  return each.flat();
}

/** `id`: the campaign's id in every part of the statement. As a constant, it tells a cluster which node has them all. */
async function load(
  db: Database | DatabaseTransaction,
  which: RawBuilder<unknown>,
  id: RawBuilder<unknown> = sql`c.id`,
): Promise<Campaign[]> {
  const { rows } = await sql<{ campaign: Row }>`
    select jsonb_build_object(
      'id', c.id, 'accountId', c.account_id, 'accountName', a.name, 'slug', c.slug, 'name', c.name,
      'defaultCountry', c.default_country, 'supportContact', c.support_contact, 'vendorNotes', c.vendor_notes,
      'archived', c.archived_at is not null, 'revision', h.revision, 'epoch', h.epoch::text,
      'all_fields', coalesce((
        select jsonb_agg(jsonb_build_object(
          'key', f.key, 'type', f.type, 'label', f.label, 'description', f.description, 'required', f.required,
          'searchable', f.searchable, 'select', f.select_key, 'min', f.min, 'max', f.max, 'max_length', f.max_length,
          'pattern', f.pattern, 'default', f.default_value, 'removed', f.removed_at is not null
        ) order by f.position, f.key) from fields f where f.campaign_id = ${id}), '[]'),
      'selects', coalesce((
        select jsonb_agg(jsonb_build_object('key', s.key, 'label', s.label, 'options', coalesce((
          select jsonb_agg(jsonb_build_object('value', o.value, 'label', o.label, 'archived', o.archived_at is not null)
            order by o.position, o.value)
          from options o where o.campaign_id = ${id} and o.select_key = s.key), '[]')) order by s.position, s.key)
        from selects s where s.campaign_id = ${id}), '[]'),
      'statuses', coalesce((
        select jsonb_agg(jsonb_build_object('key', s.key, 'label', s.label, 'category', s.category, 'is_default', s.is_default)
          order by s.position, s.key)
        from statuses s where s.campaign_id = ${id} and s.removed_at is null), '[]'),
      'filters', coalesce((
        select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'condition', f.condition) order by f.created_at, f.id)
        from filters f where f.campaign_id = ${id}), '[]'),
      'keyColumns', coalesce((
        select jsonb_agg(jsonb_build_object('column', k.column_name, 'field', k.field_key, 'state', k.state, 'filledTo', k.filled_to) order by k.column_name)
        from key_columns k where k.campaign_id = ${id}), '[]'),
      'duplicateRule', (
        select jsonb_build_object('fields', d.fields, 'match', d.match, 'withinDays', d.within_days, 'action', d.action,
          'reach', d.reach, 'state', d.state)
        from duplicate_rules d where d.campaign_id = ${id}),
      'documentChanges', coalesce((
        select jsonb_object_agg(d.token_id, d.changes) from token_documents d where d.campaign_id = ${id}), '{}'),
      'announced', coalesce((
        select jsonb_agg(jsonb_build_object('id', n.id, 'at', n.at, 'announcedAt', n.announced_at, 'toldAt', n.told_at, 'note', n.note, 'delta', n.delta, 'keys', n.keys)
          order by n.at, n.id)
        from announced_changes n where n.campaign_id = ${id} and n.state = 'announced'), '[]')
    ) as campaign
    from campaigns c join accounts a on a.id = c.account_id join campaign_heads h on h.campaign_id = ${id}
    where ${which} and c.deleted_at is null`.execute(db);
  return rows.map((row) => toCampaign(row.campaign));
}

function toCampaign({ all_fields, announced, ...rest }: Row): Campaign {
  const fields = all_fields.map(({ removed, ...field }) => ({ removed, field }));
  return {
    ...rest,
    // PostgreSQL writes times in JSON with the offset of the session, and without trailing zeros.
    announced: announced.map((one) => ({
      ...one,
      ...{ at: inUtc(one.at), announcedAt: inUtc(one.announcedAt), toldAt: inUtc(one.toldAt) },
    })),
    fields: fields.filter((f) => !f.removed).map((f) => f.field),
    removedFields: fields.filter((f) => f.removed).map((f) => f.field),
  };
}

const inUtc = (time: string): string => new Date(time).toISOString();

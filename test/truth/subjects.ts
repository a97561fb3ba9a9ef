/**
 * Random campaigns with tokens of random kinds, written into the database, with the documents that their vendors would get.
 */
import { sql } from 'kysely';
import type { Campaign, Delta, DuplicateRule, Field, Filter } from '../../src/campaign/definition.ts';
import { traits } from '../../src/campaign/field-types.ts';
import { assignKeyColumns } from '../../src/campaign/key-columns.ts';
import type { Database } from '../../src/database/connection.ts';
import { newId } from '../../src/ids/ids.ts';
import { seedLeads } from '../../src/leads/store/insert-leads.ts';
import { change, insertCampaign, insertToken, type TestToken } from '../support/campaigns.ts';
import { type Random, randomLead, randomSubject } from '../support/draws/arbitraries.ts';
import type { TestServer } from '../support/server.ts';

export interface TruthSubject {
  readonly slug: string;
  readonly token: TestToken;
  /** The path of the document below the token's page. */
  readonly below: string;
}

export async function insertSubject(
  { connection: { db }, vault }: Pick<TestServer, 'connection' | 'vault'>,
  random: Random,
  { accountId, slug }: { accountId: string; slug: string },
): Promise<TruthSubject> {
  const { campaign: drawn, scope, permission } = randomSubject(random);
  const { fields, removedFields, selects, statuses, defaultCountry, name } = drawn;
  const filters = scope.kind === 'condition' ? [{ name: 'Mine', condition: scope.condition }] : [];
  const campaign = await insertCampaign(db, accountId, {
    ...{ slug, name, defaultCountry, selects, statuses, filters },
    fields: servable(drawn, [...fields, ...removedFields.map((field) => ({ ...field, searchable: false }))], filters),
    duplicateRule: randomRule(random, drawn),
  });
  const removed = removedFields.map(({ key }) => key);
  if (removed.length > 0)
    await change(
      db,
      campaign,
      sql`update fields set removed_at = now(), searchable = false where campaign_id = ${campaign.id} and key = any(${removed})`,
    );
  if (random.chance(0.4)) await announceSomething(db, random, campaign);
  const leads = Array.from({ length: 12 }, (_, count) => ({ ...randomLead(random, campaign, count), id: newId() }));
  await db.transaction().execute((trx) => seedLeads(trx, campaign, { kind: 'system', id: null }, leads));
  const kind = filters.length > 0 ? 'filter' : random.pick(['campaign', 'account']);
  const token = await insertToken(db, vault, {
    accountId,
    permission,
    ...(kind !== 'account' && { campaign }),
    ...(kind === 'filter' && { filter: 'Mine' }),
  });
  return { slug, token, below: kind === 'account' ? `/campaigns/${slug}` : '' };
}

/**
 * Announces that a field will be removed, become required or optional, or that an option will be archived. This must not
 * change validation yet.
 */
async function announceSomething(db: Database, random: Random, campaign: Campaign): Promise<void> {
  const [gone, turned] = [random.pick(campaign.fields), random.pick(campaign.fields)];
  const select = random.pick(campaign.selects);
  const delta: Delta = {
    fields: { ...(turned && { [turned.key]: { required: !turned.required } }), ...(gone && { [gone.key]: null }) },
    options: select ? { [select.key]: { [select.options[0]?.value ?? '']: { archived: true } } } : {},
  };
  const row = { id: newId(), at: '2099-01-01T00:00:00Z', note: random.pick([null, '<b>Note</b> `of` *theirs*']) };
  await change(
    db,
    campaign,
    sql`insert into announced_changes (campaign_id, id, change, delta, note, at, announced_at)
      values (${campaign.id}, ${row.id}, '{}', ${JSON.stringify(delta)}, ${row.note}, ${row.at}, now())`,
  );
}

/** A field is not searchable if the filter's fields leave no key column for it. */
function servable(drawn: Campaign, fields: readonly Field[], filters: readonly Omit<Filter, 'id'>[]): Field[] {
  const whole = {
    ...drawn,
    fields,
    removedFields: [],
    keyColumns: [],
    filters: filters.map((filter) => ({ id: '', ...filter })),
  };
  const refused = new Set(assignKeyColumns(whole).refused.map(({ key }) => key));
  return fields.map((field) => (refused.has(field.key) ? { ...field, searchable: false } : field));
}

function randomRule(random: Random, { fields }: Campaign): DuplicateRule | null {
  const compared = fields.filter(({ type }) => traits[type].stored !== 'list').slice(0, random.whole(1, 3));
  if (compared.length === 0 || random.chance(0.7)) return null;
  return {
    fields: compared.map(({ key }) => key),
    match: random.pick(['any', 'all']),
    withinDays: random.pick([null, 30]),
    action: random.pick(['reject', 'flag']),
    reach: random.pick(['visible', 'campaign']),
    state: 'filling',
  };
}

/**
 * The migration that gives each token's document a revision. A vendor's view stays the same: the number does not fall, and
 * the changelog keeps its entries. The next migration notes once, for each token, that Leadspec was updated.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createVault } from '../../src/access/vault.ts';
import { noDocuments, revise } from '../../src/campaign/revise.ts';
import { type Connection, connect } from '../../src/database/connection.ts';
import { migrate } from '../../src/database/migrate.ts';
import { change, insertAccount, insertCampaign, insertToken, solarPlan } from '../support/campaigns.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startServer, testKeys } from '../support/server.ts';

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect({ ...database, connections: 4, onError: () => undefined });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

/** Undoes what these two and later migrations have made. */
const takeBack = `
  drop table leases;
  alter table token_requests drop column more, drop column more_count, drop column first_id;
  alter table announced_changes drop column keys, drop column keys_filled_to;
  alter table members drop column csv_separator, drop column csv_decimal;
  alter table campaigns drop column archived_at, drop column archivals, drop column erased_at;
  alter table token_credentials drop column last_used_at;
  alter table token_usage drop constraint token_usage_pkey, drop column campaign_id, add primary key (token_id, day);
  drop index token_usage_token;
  drop table token_documents, document_changes;
  alter table tokens drop column own_changes;
  alter table token_standings drop column own_changes, drop column account_name, drop column paused, drop column expires_at;
  delete from kysely_migration where name >= '0020'`;

test('tokens begin with the revision of their campaign, and their old entries stay as they were', async () => {
  const { db } = connection;
  const accountId = await insertAccount(db);
  const campaign = await insertCampaign(db, accountId, solarPlan);
  const second = await insertCampaign(db, accountId, { ...solarPlan, slug: 'second' });
  const vault = createVault(testKeys);
  const vendor = await insertToken(db, vault, { accountId, campaign, filter: 'Vendor XYZ' });
  const broad = await insertToken(db, vault, { accountId });
  for (const label of ['Zip code', 'Post code'])
    await revise(db, {
      campaignId: campaign.id,
      changedBy: null,
      noteDocuments: noDocuments,
      async apply(trx) {
        await sql`update fields set label = ${label} where key = 'zip' and campaign_id = ${campaign.id}`.execute(trx);
        return { result: undefined, changes: [{ kind: 'test' }] };
      },
    });
  await sql.raw(takeBack).execute(db);

  expect(await migrate(database.url)).toContain('0020_document_revisions');

  const server = await startServer({ databaseUrl: database.url });
  try {
    const read = async (docsId: string, below = '') => {
      const answer = await fetch(`${server.url}/docs/${docsId}${below}/changelog.json`);
      const { revision, entries } = (await answer.json()) as {
        revision: number;
        entries: { id: string; revision: number; changes: { sentence: string }[] }[];
      };
      return [revision, ...entries.map((one) => [one.id, one.revision, one.changes[0]?.sentence])];
    };
    const old = [
      ['revision-3', 3, '`zip` is now called “Post code”.'],
      ['revision-2', 2, '`zip` is now called “Zip code”.'],
    ];
    const updated = (revision: number) => [
      `revision-${revision}`,
      revision,
      expect.stringMatching(/^Leadspec was updated: generate clients again\./),
    ];
    expect(await read(vendor.docsId)).toEqual([4, updated(4), ...old]);
    expect(await read(broad.docsId, `/campaigns/${campaign.slug}`)).toEqual([4, updated(4), ...old]);
    expect(await read(broad.docsId, `/campaigns/${second.slug}`)).toEqual([2, updated(2)]);

    await change(
      db,
      campaign,
      sql`update fields set label = 'Last' where key = 'zip' and campaign_id = ${campaign.id}`,
    );
    const entry = ['revision-5', 5, '`zip` is now called “Last”.'];
    expect(await read(vendor.docsId)).toEqual([5, entry, updated(4), ...old]);
    expect(await read(broad.docsId, `/campaigns/${campaign.slug}`)).toEqual([5, entry, updated(4), ...old]);
  } finally {
    await server.stop();
  }
});

/** Line 44: dry runs with guessed external ids. Real writes never wait for them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { bindLeadStore, type LeadStore } from '../../../src/leads/store/store.ts';
import { aLead, createStoreFixture, type StoreFixture } from '../../support/store.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture();
});
afterAll(() => fixture?.stop());

const write = (store: LeadStore, externalId: string) =>
  store.write([
    {
      upsert: {
        externalId,
        patch: { values: {}, versions: undefined },
        create: aLead({ externalId }),
        onlyCreate: false,
        onlyChange: false,
      },
    },
  ]);

const ways: readonly [string, (store: LeadStore, externalId: string) => Promise<unknown>][] = [
  ['an upsert', write],
  ['a creation', (store, externalId) => store.create(aLead({ externalId }))],
];

test.each(ways)('while %s is rehearsed, another token writes the same external id', async (name, rehearse) => {
  const id = `guessed-${name}`;
  const [guesser, owner] = [await fixture.token(), await fixture.token()];
  const [trying, real] = [await fixture.store(guesser), await fixture.store(owner)];
  let held = 0;
  await trying.rehearse(async (store) => {
    await rehearse(store, id);
    // The dry run is still open, and holds all its locks now.
    await write(real, id);
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from leads where external_id = ${id}`.execute(fixture.leads);
    held = rows[0]?.count ?? 0;
  });
  expect(held).toBe(1);
});

test('two who really write one external id at once make one lead', async () => {
  const grant = await fixture.grant(await fixture.token());
  await Promise.all(
    Array.from({ length: 8 }, () =>
      write(bindLeadStore(fixture.connection.db, grant), 'really').catch(() => undefined),
    ),
  );
  const { rows } = await sql`select from leads where external_id = 'really'`.execute(fixture.leads);
  expect(rows.length).toBe(1);
});

/** The guard stands inside every statement: under an old epoch or an old token nothing is read, written or refused. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { newId } from '../../../src/ids/ids.ts';
import { StaleGrant } from '../../../src/leads/store/guard.ts';
import type { LeadStore } from '../../../src/leads/store/store.ts';
import { change } from '../../support/campaigns.ts';
import { aLead, createStoreFixture, type StoreFixture } from '../../support/store.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture();
});
afterAll(() => fixture?.stop());

const list = { conditions: [], updated: [], sort: '-created_at', limit: 10, after: undefined } as const;

const repeat = { token: newId(), key: Buffer.from('key'), fingerprint: Buffer.from('request') };

const statements: readonly [string, (store: LeadStore, id: string) => Promise<unknown>][] = [
  ['list', (store) => store.list(list)],
  ['count', (store) => store.count(list)],
  ['get', (store, id) => store.get(id)],
  ['history', (store, id) => store.history(id, { limit: 10, before: undefined })],
  ['changes', (store) => store.changes({ after: 'oldest', limit: 10 })],
  ['export', (store) => store.export({ ...list, format: 'csv', after: undefined })],
  ['create', (store) => store.create(aLead())],
  ['create with an external id', (store) => store.create(aLead({ externalId: 'guarded' }))],
  ['update', (store, id) => store.update(id, { values: { notes: 'x' } })],
  ['update of the external id', (store, id) => store.update(id, { externalId: 'guarded', values: {} })],
  ['delete', (store, id) => store.delete({ id, versions: undefined })],
  ['write', (store, id) => store.write([{ update: { id, values: { notes: 'y' } } }])],
  ['a rehearsal', (store) => store.rehearse((within) => within.create(aLead()))],
  ['recall', (store) => store.recall(repeat)],
  ['once', (store) => store.once(repeat, { longestWait: 1_000, shares: false }, async () => ({ kept: undefined }))],
  [
    'once, in a shared transaction',
    (store) =>
      store.once(repeat, { longestWait: 1_000, shares: true }, async (within) => {
        await within.create(aLead());
        return { kept: undefined };
      }),
  ],
  ['confirm', (store) => store.confirm()],
];

type Fixture = { token: Awaited<ReturnType<StoreFixture['token']>>; id: string };

async function prepared(): Promise<Fixture> {
  const token = await fixture.token('Vendor XYZ');
  const { lead } = await (await fixture.store(token)).create(aLead());
  return { token, id: lead?.id ?? '' };
}

const changes: readonly [string, (prepared: Fixture) => Promise<unknown>][] = [
  ['the definition changed', () => change(fixture.connection.db, fixture.campaign, sql`select 1`)],
  [
    'the token was changed',
    ({ token }) => sql`update tokens set version = version + 1 where id = ${token.id}`.execute(fixture.connection.db),
  ],
  [
    'the token expired by the clock',
    ({ token }) =>
      sql`update tokens set expires_at = now() - interval '1 second' where id = ${token.id}`.execute(
        fixture.connection.db,
      ),
  ],
  [
    'the credential was rotated away',
    ({ token }) =>
      sql`update token_credentials set valid_until = now() - interval '1 second' where token_id = ${token.id}`.execute(
        fixture.connection.db,
      ),
  ],
];

describe.each(changes)('after %s', (_change, apply) => {
  test.each(statements)('%s does nothing', async (_name, run) => {
    const before = await prepared();
    const store = await fixture.store(before.token);
    const count = () =>
      sql<{ n: string }>`
        select l.count || '/' || e.count as n from (select count(*) from leads) l, (select count(*) from lead_events) e`.execute(
        fixture.connection.db,
      );
    const unchanged = (await count()).rows[0]?.n;
    await apply(before);

    await expect(run(store, before.id)).rejects.toBeInstanceOf(StaleGrant);

    expect((await count()).rows[0]?.n).toBe(unchanged);
  });
});

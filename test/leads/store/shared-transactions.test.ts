/** Writes that share a transaction because they claim something: each is judged as if it were alone, in their order. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { newId } from '../../../src/ids/ids.ts';
import { fillMatchKeys } from '../../../src/leads/store/campaign-wide/fill-keys.ts';
import type { NewLead } from '../../../src/leads/store/insert-leads.ts';
import type { WriteOutcome } from '../../../src/leads/store/outcome.ts';
import { bindLeadStore, type LeadStore } from '../../../src/leads/store/store.ts';
import { change } from '../../support/campaigns.ts';
import { aLead, createStoreFixture, type StoreFixture } from '../../support/store.ts';

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture();
});
afterAll(() => fixture?.stop());

const times = <T>(count: number, run: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => run(i));

/** The stores of as many requests of one token: each request has its own. */
async function storesOf(count: number, filter?: string): Promise<LeadStore[]> {
  const grant = await fixture.grant(await fixture.token(filter));
  return times(count, () => bindLeadStore(fixture.connection.db, grant));
}

/** How often `run` took a connection: once for each statement or transaction. */
async function connectionsOf(run: () => Promise<unknown>): Promise<number> {
  const { pool } = fixture.connection;
  let taken = 0;
  const count = () => {
    taken += 1;
  };
  pool.on('acquire', count);
  await run().finally(() => pool.off('acquire', count));
  return taken;
}

describe('under a duplicate check', () => {
  interface Rule {
    readonly days?: number;
    readonly action?: 'reject' | 'flag';
    readonly reach?: 'visible' | 'campaign';
  }
  const setRule = async ({ days, action = 'reject', reach = 'visible' }: Rule) => {
    const { connection, campaign } = fixture;
    await change(connection.db, campaign, sql`delete from duplicate_rules where campaign_id = ${campaign.id}`);
    await change(
      connection.db,
      campaign,
      sql`insert into duplicate_rules (campaign_id, fields, match, within_days, action, reach, state)
        values (${campaign.id}, ${['email']}, 'any', ${days ?? null}, ${action}, ${reach}, 'filling')`,
    );
    await fillMatchKeys(connection.db);
  };
  beforeEach(async () => {
    await sql`delete from leads`.execute(fixture.connection.db);
  });

  const withEmail = (email: string, rest: Partial<NewLead> = {}): NewLead =>
    aLead({ ...rest, values: { ...aLead().values, email } });
  const daysAgo = (days: number) => {
    const createdAt = Date.now() - days * 86_400_000;
    return { id: newId(createdAt), createdAt };
  };
  const answerOf = ({ refused, lead }: WriteOutcome): unknown =>
    refused ? (refused.why === 'duplicate' ? refused.of : refused.why) : lead?.id;

  test('the first of equal new leads that come together is created, and the others are refused because of it', async () => {
    await setRule({});
    const stores = await storesOf(60);
    const leads = times(60, (i) => withEmail(`${i % 3}@example.com`));
    let outcomes: WriteOutcome[] = [];
    const connections = await connectionsOf(async () => {
      outcomes = await Promise.all(stores.map((store, i) => store.create(leads[i] as NewLead)));
    });
    expect(outcomes.map(({ refused }) => refused?.why)).toEqual(times(60, (i) => (i < 3 ? undefined : 'duplicate')));
    expect(outcomes.map(answerOf)).toEqual(times(60, (i) => leads[i % 3]?.id));
    // The first goes out at once; the others wait for it.
    expect(connections).toBe(2);
  });

  test('a marked lead names an equal one that came before it', async () => {
    await setRule({ action: 'flag' });
    const stores = await storesOf(40);
    const leads = times(40, (i) => withEmail(`${i % 4}@example.com`));
    const outcomes = await Promise.all(stores.map((store, i) => store.create(leads[i] as NewLead)));
    for (const [i, outcome] of outcomes.entries()) {
      const before = times(i, (j) => j).filter((j) => j % 4 === i % 4);
      const named = outcome.refused ? 'refused' : outcome.duplicateOf;
      expect(before.map((j): string | undefined => leads[j]?.id).concat(i < 4 ? [undefined] : [])).toContain(named);
    }
  });

  test('each lead is compared with leads since its own time', async () => {
    await setRule({ days: 30 });
    const [old] = (await storesOf(1)) as [LeadStore];
    const first = withEmail('old@example.com', daysAgo(40));
    await old.create(first);
    const stores = await storesOf(12);
    // The first occupies the line, so that the others share a statement. Every second of these was sent when the old lead was new.
    const leads = times(12, (i) =>
      withEmail(i === 0 ? 'other@example.com' : 'old@example.com', daysAgo(i % 2 ? 0 : 20)),
    );
    const outcomes = await Promise.all(stores.map((store, i) => store.create(leads[i] as NewLead)));
    expect(answerOf(outcomes[1] as WriteOutcome)).toBe(leads[1]?.id);
    expect(outcomes.slice(1).map(({ refused }) => refused?.why)).toEqual([undefined, ...Array(10).fill('duplicate')]);
    await sql`delete from leads where id <> ${first.id}::uuid`.execute(fixture.connection.db);
    const emails = ['b', 'old', 'c', 'd'].map((name) => `${name}@example.com`);
    const again = await Promise.all(
      emails.map((email, i) => stores[i]?.create(withEmail(email, daysAgo(email.startsWith('old') ? 20 : 0)))),
    );
    expect(again.map((outcome) => outcome?.refused?.why)).toEqual([undefined, 'duplicate', undefined, undefined]);
    expect(answerOf(again[1] as WriteOutcome)).toBe(first.id);
  });

  test('a lead that the token does not see refuses an equal one, without its name, and no other', async () => {
    await setRule({ reach: 'campaign' });
    const [whole] = (await storesOf(1)) as [LeadStore];
    const hidden = { ...aLead().values, source: 'nordic-leads', email: 'hidden@example.com' };
    await whole.create(aLead({ values: hidden }));
    const stores = await storesOf(9, 'Vendor XYZ');
    const outcomes = await Promise.all(
      stores.map((store, i) => store.create(withEmail(i % 2 ? 'hidden@example.com' : `seen-${i}@example.com`))),
    );
    expect(outcomes.map(({ refused }) => refused)).toEqual(
      times(9, (i) => (i % 2 ? { why: 'duplicate', of: undefined } : undefined)),
    );
  });

  test('upserts and creates that claim the same in other orders are all answered', async () => {
    await setRule({});
    const stores = await storesOf(60);
    const outcomes = await Promise.all(
      stores.map((store, i) => {
        const externalId = `external-${i % 5}`;
        const create = withEmail(`${i % 4}@example.com`, { externalId });
        if (i % 2) return store.create(create);
        return store.upsert({ externalId, create, patch: { values: {} }, onlyCreate: false, onlyChange: false });
      }),
    );
    const made = outcomes.filter((outcome) => !outcome.refused && outcome.effect === 'create');
    const { rows } = await sql<{ leads: number; names: number; emails: number }>`
      select count(*)::int as leads, count(distinct external_id)::int as names, count(distinct values ->> 'email')::int as emails
      from leads`.execute(fixture.connection.db);
    expect(rows[0]).toEqual({ leads: made.length, names: made.length, emails: made.length });
    expect(made.length).toBe(4);
  });
});

/** `listLeadChanges`: the events that each reader gets, where they begin, how long a poll is held, and when a cursor expires. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { dropOldEvents } from '../../src/leads/store/feed-ends.ts';
import { change, insertCampaign, insertToken, solarPlan } from '../support/campaigns.ts';
import { type Client, client } from '../support/client.ts';
import { kindsOf, readFeed } from '../support/feed.ts';
import { patience } from '../support/patience.ts';
import { eventually } from '../support/process.ts';
import { startServer } from '../support/server.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const latest = async (api: Client) => String((await api.get('/leads/changes', { cursor: 'latest' })).body.next_cursor);
const since = async (api: Client, cursor: string) => (await readFeed(api, cursor)).events;

describe('200: the changes of each reader', () => {
  test('every reader gets the changes in its scope, those of each lead in the order of its versions', async () => {
    const [xyz, nordic, whole] = await Promise.all([latest(v.xyz), latest(v.nordic), latest(v.whole)]);
    const { id } = await v.xyz.lead(least, { external_id: 'F-1' });
    await v.xyz.patch(`/leads/${id}`, { fields: { zip: '5000' } });
    await v.whole.patch(`/leads/${id}`, { fields: { source: 'nordic-leads' } });
    await v.nordic.patch(`/leads/${id}`, { fields: { zip: '6000' } });
    await v.whole.patch(`/leads/${id}`, { fields: { source: 'vendor-xyz' } });
    await v.xyz.delete(`/leads/${id}`);

    expect(kindsOf(await since(v.xyz, xyz), id)).toEqual([
      'created 1',
      'updated 2',
      'left_scope 3',
      'entered_scope 5',
      'deleted 6',
    ]);
    expect(kindsOf(await since(v.nordic, nordic), id)).toEqual(['entered_scope 3', 'updated 4', 'left_scope 5']);
    expect(kindsOf(await since(v.whole, whole), id)).toEqual([
      'created 1',
      'updated 2',
      'updated 3',
      'updated 4',
      'updated 5',
      'deleted 6',
    ]);
  });

  test('a lead is shown as it was after the event, and only while it is visible', async () => {
    const cursor = await latest(v.xyz);
    const kept = await v.xyz.lead({ ...least, roof_area: 12.5, interests: ['battery'] });
    const left = await v.xyz.lead(least);
    const first = (await v.xyz.patch(`/leads/${kept.id}`, { fields: { zip: '5000' } })).body;
    const second = (await v.xyz.patch(`/leads/${kept.id}`, { status: 'won' })).body;
    await v.whole.patch(`/leads/${left.id}`, { fields: { source: 'nordic-leads' } });

    const events = await since(v.xyz, cursor);

    const shown = events.filter((event) => event.lead_id === kept.id).map((event) => event.lead);
    expect(shown[0]).toEqual(kept);
    expect(shown[1]).toMatchObject({ ...first, updated_at: expect.any(String) });
    expect(shown[2]).toEqual(second);
    expect(events.filter((event) => event.lead_id === left.id)).toEqual([
      { kind: 'created', lead_id: left.id, version: 1, at: expect.any(String) },
      { kind: 'left_scope', lead_id: left.id, version: 2, at: expect.any(String) },
    ]);
  });

  test('the feed begins with the oldest event without a cursor, in pages of any size', async () => {
    const all = (await readFeed(v.whole)).events;
    const single = (await readFeed(v.whole, undefined, 1)).events;
    expect(all.length).toBeGreaterThan(10);
    expect(single).toEqual(all);
  });

  test('the cursor moves on behind events of other scopes, and does not show that there were any', async () => {
    const cursors = [await latest(v.xyz), await latest(v.xyz)];
    await Promise.all(Array.from({ length: 12 }, () => v.nordic.lead(least)));
    for (const cursor of cursors.slice()) {
      const answer = await v.xyz.get('/leads/changes', { cursor });
      expect(answer.body.data).toEqual([]);
      cursors.push(String(answer.body.next_cursor));
    }
    // With or without events in between, cursors differ, have one length, and cannot be read.
    expect(new Set(cursors).size).toBe(4);
    expect(new Set(cursors.map(({ length }) => length)).size).toBe(1);
    // The place as it would stand there unsealed; two bytes of it come by chance now and then.
    for (const cursor of cursors) expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/\["\d+","/);
  });
});

describe('200: how long it is held', () => {
  /** Seconds that a poll asks to be held, where something ends it before. */
  const wait = 25;
  /** Until so many polls are held, and nobody works for them. */
  const untilHeld = (count: number, { gates } = v.server) =>
    eventually(() => gates.polls.held() === count && gates.work.held() === 0);
  /** The same service, with polls that look only when they are woken. */
  const startListener = () => startServer({ databaseUrl: v.server.databaseUrl, lookEvery: 3_600_000 });
  const timed = async <T>(run: Promise<T>): Promise<[T, number]> => {
    const began = performance.now();
    return [await run, performance.now() - began];
  };

  test('a poll learns of a write of this process', async () => {
    const own = await startListener();
    try {
      const api = client(own, v.tokens.xyz, 'solar-test');
      const cursor = await latest(api);
      const poll = timed(api.get('/leads/changes', { cursor, wait }));
      await untilHeld(1, own);
      const { id } = await api.lead(least);
      const [answer, took] = await poll;
      expect(answer.body.data.map((event) => event.lead_id)).toEqual([id]);
      expect(took).toBeLessThan(wait * 1_000);
    } finally {
      await own.stop();
    }
  });

  test('and after a write of another process, told by a notification', async () => {
    const own = await startListener();
    try {
      const api = client(own, v.tokens.xyz, 'solar-test');
      // Twice: the first poll opens the connection on which others are heard, and is woken by that already.
      for (let i = 0; i < 2; i += 1) {
        const cursor = await latest(api);
        const poll = timed(api.get('/leads/changes', { cursor, wait }));
        await untilHeld(1, own);
        await v.xyz.lead(least);
        const [answer, took] = await poll;
        expect(answer.body.data).toHaveLength(1);
        expect(took).toBeLessThan(wait * 1_000);
      }
    } finally {
      await own.stop();
    }
  });

  test('an event without a notification is found by looking', async () => {
    const { id } = await v.xyz.lead(least);
    const cursor = await latest(v.xyz);
    const poll = timed(v.xyz.get('/leads/changes', { cursor, wait }));
    await untilHeld(1);
    await sql`insert into lead_events (campaign_id, lead_id, version, kind, at, actor_kind, before, after)
      select campaign_id, lead_id, 2, 'updated', clock_timestamp(), 'system', after, after from lead_events where lead_id = ${id}`.execute(
      v.db,
    );
    const [answer, took] = await poll;
    expect(answer.body.data).toMatchObject([{ kind: 'updated', version: 2 }]);
    expect(took).toBeLessThan(wait * 1_000);
  });

  test('a poll without news is held for the seconds that it asked for, and holds no connection', async () => {
    const cursor = await latest(v.nordic);
    const seconds = Math.min(25, Math.ceil(patience(2)));
    const polls = Array.from({ length: 10 }, () => timed(v.nordic.get('/leads/changes', { cursor, wait: seconds })));
    await untilHeld(10);
    for (const [answer, held] of await Promise.all(polls)) {
      expect(answer.body).toEqual({ data: [], next_cursor: expect.any(String) });
      expect(held).toBeGreaterThan(seconds * 1_000 - 100);
    }
  });

  test('401 in the middle of a poll when the token is revoked', async () => {
    const token = await v.token({ filter: 'Vendor XYZ' });
    const api = v.client(token);
    const cursor = await latest(api);
    const poll = timed(api.get('/leads/changes', { cursor, wait }));
    await untilHeld(1);
    await sql`update tokens set revoked_at = now(), version = version + 1 where id = ${token.id}`.execute(v.db);
    const [answer, took] = await poll;
    expect([answer.status, took < wait * 1_000]).toEqual([401, true]);
  });

  test('a change of the definition in the middle of a poll leaves it held', async () => {
    const cursor = await latest(v.xyz);
    const poll = timed(v.xyz.get('/leads/changes', { cursor, wait: 3 }));
    for (let i = 0; i < 8; i += 1) {
      await sleep(200);
      await change(v.db, v.campaign, sql`select 1`);
    }
    const [answer, took] = await poll;
    expect([answer.status, answer.body.data, took > 2_800]).toEqual([200, [], true]);
  });

  test('a server that stops answers the polls that it holds at once', async () => {
    const other = await startServer({ databaseUrl: v.server.databaseUrl });
    const api = client(other, v.tokens.xyz, 'solar-test');
    const cursor = await latest(api);
    const poll = timed(api.get('/leads/changes', { cursor, wait }));
    await untilHeld(1, other);
    await other.stop();
    const [answer, took] = await poll;
    expect([answer.status, took < wait * 1_000]).toEqual([200, true]);
  });
});

describe('400', () => {
  test('cursors of other tokens, of lists, of other campaigns, and altered ones', async () => {
    const second = await insertCampaign(v.db, v.accountId, { ...solarPlan, slug: 'second' });
    const own = await latest(v.xyz);
    await v.xyz.lead(least);
    const foreign = [
      await latest(v.nordic),
      await latest(v.broad),
      await latest(v.client(await v.token({ filter: 'Vendor XYZ' }))),
      await latest(client(v.server, v.tokens.broad, second.slug)),
      String((await v.xyz.get('/leads', { limit: 1 })).body.next_cursor),
      `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`,
      'Latest',
      'oldest',
    ];
    for (const cursor of foreign) {
      expect(await v.xyz.get('/leads/changes', { cursor })).toMatchObject({
        status: 400,
        body: { code: 'invalid_cursor' },
      });
    }
    // A broad token's is of one campaign.
    const ofSecond = await latest(client(v.server, v.tokens.broad, second.slug));
    expect((await v.broad.get('/leads/changes', { cursor: ofSecond })).status).toBe(400);
  });

  test('a value out of bounds is refused, and so are parameters of a list', async () => {
    const answer = await v.xyz.get('/leads/changes', { limit: 1_001, wait: 31, status: 'new' });
    expect(errorsOf(answer)).toEqual(['limit maximum', 'status unknown', 'wait maximum']);
    expect(errorsOf(await v.xyz.get('/leads/changes', { limit: 0, wait: -1 }))).toEqual([
      'limit minimum',
      'wait minimum',
    ]);
  });
});

describe('410 feed_reset', () => {
  async function inCampaign(slug: string) {
    const campaign = await insertCampaign(v.db, v.accountId, { ...solarPlan, slug });
    const token = await insertToken(v.db, v.server.vault, { accountId: v.accountId, campaign, filter: 'Vendor XYZ' });
    return { campaign, api: client(v.server, token, slug) };
  }

  test('a cursor from before the filter changed', async () => {
    const { campaign, api } = await inCampaign('refiltered');
    await api.lead(least);
    const cursor = await latest(api);
    const narrow = {
      all: [
        { path: 'fields.source', op: 'eq', value: 'vendor-xyz' },
        { path: 'status', op: 'eq', value: 'new' },
      ],
    };
    await change(
      v.db,
      campaign,
      sql`update filters set condition = ${JSON.stringify(narrow)} where name = 'Vendor XYZ' and campaign_id = ${campaign.id}`,
    );
    expect(await api.get('/leads/changes', { cursor })).toMatchObject({ status: 410, body: { code: 'feed_reset' } });
    expect((await since(api, await latest(api))).length).toBe(0);
  });

  test('a cursor that is older than the events that are kept; the feed then begins with the oldest of those', async () => {
    const { campaign, api } = await inCampaign('retained');
    const [first, second, third] = [await api.lead(least), await api.lead(least), await api.lead(least)];
    const begun = await api.get('/leads/changes', { limit: 1 });
    const reached = await api.get('/leads/changes', { limit: 2 });
    await sql`update lead_events set at = '2020-01-01' where campaign_id = ${campaign.id} and lead_id in (${first.id}, ${second.id})`.execute(
      v.db,
    );

    expect(await dropOldEvents(v.db, 90, () => false)).toBe(2);

    const old = await api.get('/leads/changes', { cursor: String(begun.body.next_cursor) });
    expect(old).toMatchObject({ status: 410, body: { code: 'feed_reset' } });
    expect(old.body.detail).toContain('cursor=latest');
    // A reader who has read all deleted events has missed nothing.
    expect((await since(api, String(reached.body.next_cursor))).map((e) => e.lead_id)).toEqual([third.id]);
    expect((await readFeed(api)).events.map((e) => e.lead_id)).toEqual([third.id]);
    expect(await dropOldEvents(v.db, 90, () => false)).toBe(0);
  });
});

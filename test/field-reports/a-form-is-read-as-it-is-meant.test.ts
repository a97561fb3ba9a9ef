/**
 * Numbers, booleans and e-mail addresses as forms and spreadsheets send them are accepted, or refused with the right
 * spelling.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CampaignPlan, solarPlan } from '../support/campaigns.ts';
import { errorsOf, startVendors, type Vendors } from '../support/vendors.ts';

const plan: CampaignPlan = {
  ...solarPlan,
  filters: [
    ...(solarPlan.filters ?? []),
    { name: 'Owners', condition: { path: 'fields.owns_home', op: 'eq', value: true } },
  ],
};

let v: Vendors;
beforeAll(async () => {
  v = await startVendors(plan);
});
afterAll(() => v.stop());

const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const person = 'fields.name=Anna&fields.email=anna%40example.com';
const post = (more: string) => v.xyz.request('POST', '/leads', { raw: `${person}&${more}`, headers });
const put = (more: string) =>
  v.xyz.request('PUT', `/external-ids/form-${Math.random()}`, { raw: `${person}&${more}`, headers });

describe('a field of true or false', () => {
  const yes = ['true', 'TRUE', 'True', 'yes', 'YES', 'Yes', 'on', 'ON', 'On', '1'];
  const no = ['false', 'FALSE', 'False', 'no', 'NO', 'No', 'off', 'OFF', 'Off', '0'];

  test.each([...yes.map((text) => [text, true] as const), ...no.map((text) => [text, false] as const)])(
    '%s is %s',
    async (text, value) => {
      for (const send of [post, put])
        expect(await send(`fields.owns_home=${text}`)).toMatchObject({
          status: 201,
          body: { fields: { owns_home: value } },
        });
    },
  );

  test.each(['y', 'ja', '2', 'tru', 'yes!'])('%s is refused', async (text) => {
    expect(errorsOf(await post(`fields.owns_home=${text}`))).toEqual(['/fields/owns_home type']);
  });

  test.each([
    ['fields.owns_home=0&fields.owns_home=1', true],
    ['fields.owns_home=false&fields.owns_home=on', true],
    ['fields%5Bowns_home%5D=0&fields%5Bowns_home%5D=true', true],
    ['fields.owns_home=&fields.owns_home=on', true],
    ['fields.owns_home=0', false],
    ['fields.owns_home=0&fields.owns_home=0', false],
  ])('%s: the checkbox after its hidden field counts', async (raw, value) => {
    for (const send of [post, put])
      expect(await send(raw)).toMatchObject({ status: 201, body: { fields: { owns_home: value } } });
  });

  test.each([
    ['fields.owns_home=1&fields.owns_home=0', '/fields/owns_home repeated'],
    ['fields.owns_home=0&fields.owns_home=1&fields.owns_home=1', '/fields/owns_home repeated'],
    ['fields.zip=0&fields.zip=8000', '/fields/zip repeated'],
  ])('%s is refused: one of the two would be lost', async (raw, error) => {
    expect(errorsOf(await post(raw))).toEqual([error]);
  });

  test('a boolean that the filter fixes can be written in as many ways', async () => {
    const owners = v.client(await v.token({ filter: 'Owners' }));
    const send = (text: string) =>
      owners.request('POST', '/leads', {
        raw: `${person}&fields.source=nordic-leads&fields.owns_home=${text}`,
        headers,
      });
    for (const text of ['true', 'YES', 'on', '1', '']) expect([text, (await send(text)).status]).toEqual([text, 201]);
    for (const text of ['false', '0', 'x']) expect([text, (await send(text)).status]).toEqual([text, 422]);
  });
});

describe('hints', () => {
  const detail = async (sent: Promise<{ body: { errors?: readonly { detail: string }[] } }>) =>
    (await sent).body.errors?.map((error) => error.detail);
  const point = 'write a point before the decimals, and nothing between thousands, as in 1234.5';

  test.each(['12,5', '1.234,5', '1 234', "1'234.5", '1,234.5', '-12,5'])('a number as %s', async (text) => {
    const expected = [`\`roof_area\` must be a number: ${point}.`];
    expect(await detail(post(`fields.roof_area=${encodeURIComponent(text)}`))).toEqual(expected);
    const fields = { name: 'Anna', email: 'anna@example.com', roof_area: text };
    expect(await detail(v.xyz.post('/leads', { fields }))).toEqual(expected);
    expect(await detail(v.xyz.get('/leads', { 'fields.roof_area.gte': text }))).toEqual([
      `\`fields.roof_area.gte\` must be a number: ${point}.`,
    ]);
  });

  test('a whole number with a mark between thousands', async () => {
    expect(await detail(post('fields.household_size=1.000'))).toEqual(['`household_size` must be a whole number.']);
    expect(await detail(post('fields.household_size=1,000'))).toEqual([
      '`household_size` must be a whole number: write nothing between thousands, as in 1234.',
    ]);
  });

  test('an e-mail address whose plus became a space', async () => {
    const hint = ': there is a space in it; in a form or a URL, write `%2B` for `+`.';
    const raw = 'fields.name=Anna&fields.email=anna+solar@example.com';
    expect(await detail(v.xyz.request('POST', '/leads', { raw, headers }))).toEqual([expect.stringContaining(hint)]);
    expect(await detail(v.xyz.request('GET', '/leads?fields.email=anna+solar@example.com'))).toEqual([
      expect.stringContaining(hint),
    ]);
  });
});

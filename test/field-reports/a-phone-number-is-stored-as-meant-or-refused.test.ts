/**
 * A phone number that can be read in two ways is refused in words, on every way in: a foreign number that lost its plus is
 * never stored as a number of the default country, and no list or filter searches for it.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CampaignPlan, solarPlan } from '../support/campaigns.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

/** In Germany, `4520314253` is a number as well: `+494520314253`. */
const plan: CampaignPlan = { ...solarPlan, slug: 'solar-de', defaultCountry: 'DE' };

let v: Vendors;
let admin: Member;
beforeAll(async () => {
  v = await startVendors(plan);
  admin = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

const danish = '+4520314253';
// biome-ignore lint/suspicious/noExplicitAny: the test checks the content of responses
type Json = any;

/** The plus is lost, became a space, or was never there. */
const ambiguous = ['4520314253', ' 4520314253', '45 20 31 42 53', '45-20314253', '4915112345678', ' 49 1511 2345678'];
const meant: readonly (readonly [written: string, number: string])[] = [
  [danish, danish],
  ['004520314253', danish],
  ['(+45) 20 31 42 53', danish],
  ['\u202a+45\u00a020\u00a031\u00a042\u00a053\u202c', danish],
  ['\u200e+45 20\u201131\u201142\u201153', danish],
  ['\uff0b\uff14\uff15 20314253', danish],
  ['0151 12345678', '+4915112345678'],
  ['015112345678', '+4915112345678'],
  [' 0151\u200b12345678 ', '+4915112345678'],
];

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const fields = (phone: string) => ({ fields: { ...least, phone } });
const urlEncoded = (phone: string) =>
  new URLSearchParams({ 'fields.name': 'Anna', 'fields.email': least.email, 'fields.phone': phone }).toString();

interface Outcome {
  readonly phone?: unknown;
  readonly detail?: string | undefined;
}

const outcomeOf = ({ status, body }: { status: number; body: Json }): Outcome =>
  status < 300
    ? { phone: body.fields.phone }
    : { detail: body.errors?.map((e: { detail: string }) => e.detail).join() };

let ids = 0;
const newId = () => {
  ids += 1;
  return `phone-${ids}`;
};

const ways: readonly (readonly [way: string, send: (phone: string) => Promise<Outcome>])[] = [
  ['createLead', async (phone) => outcomeOf(await v.xyz.post('/leads', fields(phone)))],
  [
    'createLead as a form',
    async (phone) => outcomeOf(await v.xyz.request('POST', '/leads', { raw: urlEncoded(phone), headers: form })),
  ],
  [
    'upsertLead of a new lead',
    async (phone) => outcomeOf(await v.xyz.request('PUT', `/external-ids/${newId()}`, { body: fields(phone) })),
  ],
  [
    'upsertLead of a lead that exists',
    async (phone) => {
      const id = newId();
      await v.xyz.lead(least, { external_id: id });
      return outcomeOf(await v.xyz.request('PUT', `/external-ids/${id}`, { body: { fields: { phone } } }));
    },
  ],
  [
    'upsertLead as a form',
    async (phone) =>
      outcomeOf(await v.xyz.request('PUT', `/external-ids/${newId()}`, { raw: urlEncoded(phone), headers: form })),
  ],
  [
    'updateLead',
    async (phone) => {
      const { id } = await v.xyz.lead(least);
      return outcomeOf(await v.xyz.patch(`/leads/${id}`, { fields: { phone } }));
    },
  ],
  ...(['create', 'upsert'] as const).map(
    (op) =>
      [
        `writeLeads, ${op}`,
        async (phone: string): Promise<Outcome> => {
          const answer = await v.xyz.post('/leads/batch', { items: [{ op, external_id: newId(), ...fields(phone) }] });
          const [result] = answer.body.results as { lead?: Json; problem?: Json }[];
          return result?.lead ? { phone: result.lead.fields.phone } : { detail: result?.problem?.errors?.[0]?.detail };
        },
      ] as const,
  ),
  [
    'the check of a documentation page',
    async (phone) => {
      const response = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/check`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ body: fields(phone) }),
      });
      const { lead, errors } = (await response.json()) as Json;
      return lead ? { phone: lead.fields.phone } : { detail: errors[0].detail };
    },
  ],
  [
    'a lead of a member',
    async (phone) =>
      outcomeOf(
        await admin.call(`POST /campaigns/${plan.slug}/leads`, {
          body: { fields: { ...least, phone, source: 'nordic-leads' } },
        }),
      ),
  ],
];

describe.each(ways)('%s', (_way, send) => {
  test.each(meant)('takes %j as %s', async (written, number) => {
    expect(await send(written)).toEqual({ phone: number });
  });

  test.each(ambiguous)('refuses %j, and says what to send', async (written) => {
    const { detail } = await send(written);
    expect(detail).toMatch(
      /^`phone` must be a phone number that can be read in only one way: it may mean `\+\d+` or `\+\d+`\./,
    );
    expect(detail).toContain('in a URL `+` is written `%2B`');
  });
});

describe('a list by a phone number', () => {
  beforeAll(async () => {
    await v.xyz.lead({ ...least, phone: danish });
  });

  const list = (search: string, path = '/leads') => v.xyz.request('GET', `${path}?fields.phone=${search}`);

  test.each(['%2B4520314253', '004520314253', '%E2%80%AA%2B45%C2%A020314253%E2%80%AC', '%2B45%2020%2031-42-53'])(
    'finds it by %s',
    async (search) => {
      const { status, body } = await list(search);
      expect([status, new Set(body.data?.map((lead) => lead.fields.phone))]).toEqual([200, new Set([danish])]);
      expect((await list(search, '/leads/count')).body.count).toBe(body.data.length);
    },
  );

  test.each(['+4520314253', '4520314253', '%204520314253'])('refuses %s in words', async (search) => {
    for (const path of ['/leads', '/leads/count', '/leads/export']) {
      const answer = await list(search, path);
      expect([answer.status, errorsOf(answer)]).toEqual([400, ['fields.phone format']]);
      expect(answer.body.errors?.[0]?.detail).toContain('`%2B`');
    }
  });
});

test('a saved condition is refused like a lead', async () => {
  const saved = (value: unknown, op = 'eq') =>
    admin.call(`POST /campaigns/${plan.slug}/filters`, {
      body: { name: `Filter ${newId()}`, condition: { path: 'fields.phone', op, value } },
    });
  const refused = await saved('4520314253');
  expect([refused.status, refused.body.errors[0].detail]).toEqual([422, expect.stringContaining('`%2B`')]);
  expect((await saved([danish, ' 4520314253'], 'in')).body.errors).toHaveLength(1);
  const taken = await saved('\u202a0045 20\u00a0314253\u202c');
  expect([taken.status, taken.body.condition]).toEqual([201, { path: 'fields.phone', op: 'eq', value: danish }]);
});

test('the default of a field is refused like a lead', async () => {
  const path = `POST /campaigns/${plan.slug}/fields`;
  const field = { key: 'second_phone', label: 'Second phone', type: 'phone' };
  const refused = await admin.call(path, { body: { ...field, default: '4520314253' } });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/default']);
  const taken = await admin.call(path, { body: { ...field, default: '+45\u00a020314253' } });
  expect([taken.status, taken.body.default]).toEqual([201, danish]);
});

test('a number without a plus and without a default country is refused with the number that it may be', async () => {
  const without = await startVendors({ ...solarPlan, slug: 'solar-none', defaultCountry: null });
  try {
    const answer = await without.xyz.request('POST', '/leads', {
      raw: 'fields.name=Anna&fields.email=anna%40example.com&fields.phone=+4520314253',
      headers: form,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.[0]?.detail).toBe(
      '`phone` must be a phone number with its country code, such as +4520123456: if you mean +4520314253, send it with its `+` (in a URL `+` is written `%2B`).',
    );
  } finally {
    await without.stop();
  }
});

test('the page says so', async () => {
  const document = await (await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json`)).text();
  expect(document).toContain('a number without `+` that can be read in two ways');
  // For a list parameter too: its schema alone would allow `000`.
  expect(document).toContain('Write `+` as `%2B`. A number that its country does not have');
  const list = await v.xyz.get('/leads', { 'fields.phone': '000' });
  expect([list.status, errorsOf(list)]).toEqual([400, ['fields.phone format']]);
});

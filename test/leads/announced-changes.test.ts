/** Vendors see announced changes in the document, in the changelog, and in answers to requests that touch them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announce as announceIn } from '../support/announced.ts';
import type { TestToken } from '../support/campaigns.ts';
import { lint } from '../support/documents/lint.ts';
import { type Client as Member, signUpMember } from '../support/manage.ts';
import { startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
let admin: Member;
const at = '2099-02-01T08:00:00.000Z';
const sunset = 'Sun, 01 Feb 2099 08:00:00 GMT';
beforeAll(async () => {
  v = await startVendors();
  admin = await signUpMember(v.server, v.accountId, 'admin');
});
afterAll(() => v.stop());

/** Announces the change, and withdraws it once `run` is through. */
async function announced(change: object, run: () => Promise<void>, note: string | null = null): Promise<void> {
  const withdraw = await announceIn(admin, v.campaign.slug, { change, at, note });
  try {
    await run();
  } finally {
    await withdraw();
  }
}

const shown = (token: TestToken, suffix: string) => fetch(`${v.server.url}/docs/${token.docsId}${suffix}`);
const lead = { name: 'Ann', email: 'ann@example.com' };
const create = (fields: object, client = v.xyz) => client.post('/leads', { fields });
const noticeOf = ({ headers }: { headers: Headers }) => headers.get('Sunset');

const requireRoof = { operation: 'updateField', path: { key: 'roof_type' }, body: { required: true } };

test('a request that would be refused is answered with Deprecation, Sunset and a link to the reason', () =>
  announced(requireRoof, async () => {
    const without = await create(lead);
    expect(without.status).toBe(201);
    expect(without.headers.get('Deprecation')).toMatch(/^@\d{10}$/);
    expect(noticeOf(without)).toBe(sunset);
    const address = `${v.server.url}/docs/${v.tokens.xyz.docsId}/changelog`;
    expect(without.headers.get('Link')).toBe(`<${address}>; rel="deprecation"; type="text/html"`);
    expect(noticeOf(await create({ ...lead, roof_type: 'tile' }))).toBeNull();
    const path = `/leads/${without.body.id}`;
    expect(noticeOf(await v.xyz.get(path))).toBeNull();
    expect(noticeOf(await v.xyz.patch(path, { fields: { name: 'Bea' } }))).toBeNull();
    expect(noticeOf(await v.xyz.patch(path, { fields: { roof_type: null } }))).toBe(sunset);
    const item = (fields: object) => ({ op: 'create', fields });
    const batch = (items: object[]) => v.xyz.post('/leads/batch', { items });
    expect(noticeOf(await batch([item({ ...lead, roof_type: 'flat' })]))).toBeNull();
    expect(noticeOf(await batch([item({ ...lead, roof_type: 'flat' }), item(lead)]))).toBe(sunset);
    const form = await v.xyz.request('POST', '/leads', {
      raw: 'fields.name=Ann&fields.email=ann%40example.com',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([form.status, noticeOf(form)]).toEqual([201, sunset]);
  }));

test('where a field goes, every answer that holds it says so, and so does a list that asks for it', () =>
  announced({ operation: 'deleteField', path: { key: 'zip' } }, async () => {
    expect(noticeOf(await create(lead))).toBe(sunset);
    const list = await v.xyz.get('/leads', { limit: 1 });
    expect(noticeOf(list)).toBe(sunset);
    expect(list.headers.get('Link')).toMatch(/^<[^>]+>; rel="next", <[^>]+>; rel="deprecation"/);
    expect(noticeOf(await v.xyz.get('/leads/count'))).toBeNull();
    expect(noticeOf(await v.xyz.get('/leads/count', { 'fields.zip': 5000 }))).toBe(sunset);
    expect(noticeOf(await v.xyz.get('/'))).toBeNull();
    const document = (await (await shown(v.tokens.xyz, '/openapi.json')).json()) as {
      components: { schemas: Record<string, { properties: Record<string, { deprecated?: boolean }> }> };
    };
    const { LeadFields, LeadFieldsCreate, LeadCreateForm } = document.components.schemas;
    expect(LeadFields?.properties.zip).toMatchObject({ deprecated: true, 'x-sunset': '2099-02-01' });
    expect(LeadFieldsCreate?.properties.zip).toMatchObject({
      deprecated: true,
      description: expect.stringContaining('From 2099-02-01 08:00 UTC: The field `zip` will be removed.'),
    });
    expect(LeadFieldsCreate?.properties.name?.deprecated).toBeUndefined();
    expect(LeadCreateForm?.properties['fields.zip']?.deprecated).toBe(true);
    expect(await lint(JSON.stringify(document))).toEqual([]);
  }));

test('an option is announced to go to whom it is offered, and to nobody else', () => {
  const change = {
    operation: 'deleteOption',
    path: { key: 'source', value: 'nordic-leads' },
    query: { force: true },
  };
  return announced(change, async () => {
    for (const suffix of ['/openapi.json', '/changelog', '/changelog.json', '/changelog.atom']) {
      const hidden = await (await shown(v.tokens.xyz, suffix)).text();
      // The earlier announcement and its withdrawal have their entries.
      const now = hidden.replaceAll(/announced,? for 2099-02-01/g, '');
      expect([suffix, /2099|nordic/i.test(now)]).toEqual([suffix, false]);
      expect(await (await shown(v.tokens.nordic, suffix)).text()).toContain('2099-02-01');
    }
    expect(noticeOf(await create(lead))).toBeNull();
    expect(noticeOf(await create(lead, v.nordic))).toBe(sunset);
    expect(noticeOf(await create({ ...lead, source: 'vendor-xyz' }, v.whole))).toBeNull();
    expect(noticeOf(await create({ ...lead, source: 'nordic-leads' }, v.whole))).toBe(sunset);
  });
});

test('the document and the changelog tell of it, with the note, and that it is called off', async () => {
  const before = await (await shown(v.tokens.xyz, '/changelog.json')).json();
  const text = async (suffix: string) => (await shown(v.tokens.xyz, suffix)).text();
  await announced(
    requireRoof,
    async () => {
      const { announced: told } = JSON.parse(await text('/changelog.json'));
      expect(told).toEqual([
        {
          id: expect.any(String),
          at,
          announced_at: expect.stringMatching(/Z$/),
          note: 'No <b>roof</b>, no quote.',
          changes: [{ class: 'breaking', kind: 'required', sentence: '`roof_type` will be required.' }],
        },
      ]);
      expect(await text('/changelog')).toContain('No &lt;b&gt;roof&lt;/b&gt;, no quote.');
      expect(await text('/changelog.atom')).toContain('Announced from 2099-02-01 08:00 UTC: 1 breaking change');
      const { info } = JSON.parse(await text('/openapi.json'));
      expect(info.description).toContain('# Announced changes');
      expect(info.description).toContain('**From 2099-02-01 08:00 UTC:**\n\n- `roof_type` will be required.');
      expect(info.description).toContain('No &lt;b&gt;roof&lt;/b&gt;, no quote.');
      expect(await lint(await text('/openapi.json'))).toEqual([]);
    },
    'No <b>roof</b>, no quote.',
  );
  const after = JSON.parse(await text('/changelog.json'));
  expect(after.announced).toEqual([]);
  expect(after.entries[1].changes).toMatchObject([{ class: 'textual', kind: 'announced' }]);
  expect(after.entries.slice(2)).toEqual((before as { entries: unknown }).entries);
  expect(after.entries[0]).toMatchObject({
    note: null,
    changes: [
      {
        class: 'textual',
        sentence:
          'The change announced for 2099-02-01 08:00 UTC was called off. It said: `roof_type` will be required.',
      },
    ],
  });
  expect(await text('/openapi.json')).not.toContain('2099');
  expect(noticeOf(await create(lead))).toBeNull();
});

test('a moved or reworded announcement is a new entry for readers of the feed; another token hears nothing', async () => {
  const reader = await v.token({ filter: 'Vendor XYZ', permission: 'read' });
  const entriesOf = async (token: TestToken) =>
    [...(await (await shown(token, '/changelog.atom')).text()).matchAll(/<entry>.*?<\/entry>/gs)].map(
      ([entry]) => entry,
    );
  const before = (await entriesOf(reader)).length;
  const path = `/campaigns/${v.campaign.slug}/announced-changes`;
  const { body } = await admin.call(`POST ${path}`, { body: { change: requireRoof, at } });
  const told = async () =>
    /<id>(.*?)<\/id>.*<updated>(.*?)<\/updated>/s.exec((await entriesOf(v.tokens.xyz))[0] ?? '')?.slice(1);
  const tellings = [await told()];
  await admin.call(`PATCH ${path}/${body.id}`, { body: { note: 'In other words.' } });
  tellings.push(await told());
  await admin.call(`PATCH ${path}/${body.id}`, { body: { at: '2099-03-01T08:00:00.000Z' } });
  tellings.push(await told());
  expect(new Set(tellings.map((one) => one?.[0])).size).toBe(3);
  expect(tellings.map((one) => one?.[1])).toEqual(tellings.map((one) => one?.[1]).toSorted());
  await admin.call(`DELETE ${path}/${body.id}`);
  expect(await entriesOf(reader)).toHaveLength(before);
});

test('a filter that will match others is announced to its tokens, though no schema can say it', async () => {
  const filters = (await admin.call(`GET /campaigns/${v.campaign.slug}/filters`)).body.data;
  const xyz = filters.find(({ name }: { name: string }) => name === 'Vendor XYZ');
  const condition = { all: [xyz.condition, { path: 'fields.zip', op: 'starts_with', value: '5' }] };
  await announced({ operation: 'updateFilter', path: { id: xyz.id }, body: { condition } }, async () => {
    expect(noticeOf(await create(lead))).toBe(sunset);
    expect(noticeOf(await create(lead, v.nordic))).toBeNull();
    expect(await (await shown(v.tokens.xyz, '/openapi.json')).text()).toContain('From 2099-02-01 08:00 UTC');
    const { announced: told } = JSON.parse(await (await shown(v.tokens.xyz, '/changelog.json')).text());
    expect(told[0].changes[0]).toEqual({
      class: 'breaking',
      kind: 'filter_other',
      sentence: 'The filter of this token will match fewer leads: only some of those from before.',
    });
    expect(await (await shown(v.tokens.xyz, '/changelog.atom')).text()).toContain('UTC: 1 breaking change');
    expect(await (await shown(v.tokens.nordic, '/openapi.json')).text()).not.toContain('2099');
  });
});

test('members, who read no documents, get no such headers', () =>
  announced(requireRoof, async () => {
    const { headers } = await admin.call(`POST /campaigns/${v.campaign.slug}/leads`, {
      body: { fields: { ...lead, source: 'vendor-xyz' } },
    });
    expect(headers.get('Sunset')).toBeNull();
  }));

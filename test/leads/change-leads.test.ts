/** `getLead`, `updateLead` and `deleteLead`: merge patches, preconditions, and the erasure of what was deleted. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { errorsOf, least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const eventsOf = async (id: string) =>
  (
    await sql<{ kind: string; version: number; before: unknown; after: unknown }>`
      select kind, version, before, after from lead_events where lead_id = ${id} order by version, at`.execute(v.db)
  ).rows;

describe('getLead', () => {
  test('the ETag is the version as a strong tag', async () => {
    const { id } = await v.xyz.lead(least);
    await v.xyz.patch(`/leads/${id}`, { status: 'won' });
    const answer = await v.xyz.get(`/leads/${id}`);
    expect([answer.status, answer.headers.get('etag'), answer.body.version]).toEqual([
      200,
      expect.stringMatching(/^"2-[\w-]{8}"$/),
      2,
    ]);
  });

  test('an id in upper case is the same lead', async () => {
    const { id } = await v.xyz.lead(least);
    expect((await v.xyz.get(`/leads/${id.toUpperCase()}`)).body.id).toBe(id);
  });

  test.each(['x', '1', '%00', '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a8', "'or'1'='1"])('%s is no id: 400', async (id) => {
    const answer = await v.xyz.get(`/leads/${id}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_parameter' } });
    expect(errorsOf(answer)[0]).toMatch(/^lead_id /);
  });
});

describe('updateLead', () => {
  test('named values change, null empties, and the rest stays', async () => {
    const lead = await v.xyz.lead(
      { ...least, zip: '5000', notes: 'old', interests: ['battery'] },
      { external_id: 'p-1' },
    );
    const answer = await v.xyz.patch(`/leads/${lead.id}`, {
      status: 'contacted',
      external_id: null,
      fields: { zip: null, notes: '', interests: [], phone: '20123456' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toMatch(/^"2-[\w-]{8}"$/);
    expect(answer.body).toMatchObject({
      status: 'contacted',
      external_id: null,
      version: 2,
      created_at: lead.created_at,
      fields: { ...lead.fields, zip: null, notes: null, interests: [], phone: '+4520123456' },
    });
    expect((await v.xyz.get(`/leads/${lead.id}`)).body).toEqual(answer.body);
    const events = await eventsOf(lead.id);
    expect(events.map(({ kind, version }) => [kind, version])).toEqual([
      ['created', 1],
      ['updated', 2],
    ]);
    expect(events[1]).toMatchObject({
      before: { external_id: 'p-1', values: { zip: '5000' } },
      after: { external_id: null },
    });
  });

  test.each([
    {},
    { fields: {} },
    { status: 'new' },
    { external_id: null },
    { fields: { name: 'Anna', zip: null } },
    { fields: { email: 'anna@EXAMPLE.com', interests: [] } },
  ])('setting what is so already, %j, makes no version and no event', async (patch) => {
    const lead = await v.xyz.lead(least);
    const answer = await v.xyz.patch(`/leads/${lead.id}`, patch);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(lead);
    expect(await eventsOf(lead.id)).toHaveLength(1);
  });

  test('the body may be application/merge-patch+json too', async () => {
    const { id } = await v.xyz.lead(least);
    const headers = { 'content-type': 'application/merge-patch+json' };
    expect((await v.xyz.request('PATCH', `/leads/${id}`, { raw: '{"status":"won"}', headers })).body.status).toBe(
      'won',
    );
  });

  test.each<[object, string]>([
    [{ fields: { name: null } }, '/fields/name required'],
    [{ fields: { name: '' } }, '/fields/name required'],
    [{ status: null }, '/status required'],
    [{ fields: { roof_type: 'slate' } }, '/fields/roof_type not_allowed'],
    [{ fields: { source: null } }, '/fields/source pinned'],
    [{ version: 2 }, '/version unknown'],
  ])('%j is refused', async (patch, error) => {
    const { id } = await v.xyz.lead(least);
    expect(errorsOf(await v.xyz.patch(`/leads/${id}`, patch)).join()).toContain(error.split(' ')[0]);
    expect((await v.xyz.patch(`/leads/${id}`, patch)).status).toBe(422);
  });

  test.each<[string, number]>([
    ['"1"', 200],
    ['*', 200],
    ['"7", "1"', 200],
    ['"7","8"', 412],
    ['"2"', 412],
    ['W/"1"', 412],
    ['"01"', 412],
    ['"x"', 412],
    ['""', 412],
    ['"a,b", "1"', 200],
    ['1', 400],
    ['"1', 400],
    ['"1" "2"', 400],
    ['*, "1"', 400],
  ])('If-Match: %s on version 1 is %i', async (tag, status) => {
    const { id } = await v.xyz.lead(least);
    const answer = await v.xyz.patch(`/leads/${id}`, { status: 'won' }, { 'if-match': tag });
    expect(answer.status).toBe(status);
    expect((await v.xyz.get(`/leads/${id}`)).body.version).toBe(status === 200 ? 2 : 1);
    if (status === 400) expect(answer.body.code).toBe('invalid_header');
  });

  test('one of sixteen changes at once from one version is made', async () => {
    const { id } = await v.xyz.lead(least);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        v.xyz.patch(`/leads/${id}`, { fields: { notes: `${i}` } }, { 'if-match': '"1"' }),
      ),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array(15).fill(412)]);
  });

  test('changes of different fields at once are all kept', async () => {
    const { id } = await v.xyz.lead(least);
    const patches = [{ zip: '5000' }, { notes: 'n' }, { household_size: 2 }, { owns_home: true }, { roof_area: 9 }];
    await Promise.all(patches.map((fields) => v.xyz.patch(`/leads/${id}`, { fields })));
    expect((await v.xyz.get(`/leads/${id}`)).body).toMatchObject({ version: 6, fields: Object.assign({}, ...patches) });
  });
});

describe('deleteLead', () => {
  test('the lead is gone, and its values are gone from its events', async () => {
    const { id } = await v.xyz.lead({ ...least, notes: 'very private', zip: '5000' }, { external_id: 'erase-me' });
    await v.xyz.patch(`/leads/${id}`, { fields: { notes: 'more private' } });

    expect((await v.xyz.delete(`/leads/${id}`)).status).toBe(204);

    expect((await v.xyz.get(`/leads/${id}`)).status).toBe(404);
    expect((await v.xyz.delete(`/leads/${id}`)).status).toBe(404);
    const events = await eventsOf(id);
    expect(events.map((event) => event.kind)).toEqual(['created', 'updated', 'deleted']);
    expect(JSON.stringify(events)).not.toMatch(/private|anna|5000|erase-me|vendor-xyz/i);
    expect(events.at(-1)?.before).toEqual({ erased: [expect.any(String)] });
  });

  test('If-Match guards it', async () => {
    const { id } = await v.xyz.lead(least);
    expect((await v.xyz.delete(`/leads/${id}`, { 'if-match': '"2"' })).status).toBe(412);
    expect((await v.xyz.delete(`/leads/${id}`, { 'if-match': 'x' })).status).toBe(400);
    expect((await v.xyz.delete(`/leads/${id}`, { 'if-match': '"1"' })).status).toBe(204);
  });
});

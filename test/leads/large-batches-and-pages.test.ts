/** Batches and pages that are so large that the service works on them in parts: nobody can tell that from what they are answered. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

/** Long, and with characters that are two units in a text and four bytes. */
const notes = (i: number) => `${i} ${'ø🏡'.repeat(3_000)}`;
const count = 150;

interface Result {
  readonly status: number;
  readonly lead: { readonly id: string; readonly version: number; readonly fields: { readonly notes: string } };
}
const batch = async (items: readonly unknown[]) => {
  const { status, body } = await v.xyz.post('/leads/batch', { items });
  expect(status).toBe(200);
  return body.results as Result[];
};
const numbers = Array.from({ length: count }, (_, i) => i);

test('leads with long texts are created, changed and listed, each as it was sent and in its place', async () => {
  const created = await batch(numbers.map((i) => ({ op: 'create', fields: { ...least, notes: notes(i) } })));
  expect(
    created.map(({ status, lead }) => [
      status,
      lead.fields.notes === notes(created.findIndex((one) => one.lead.id === lead.id)),
    ]),
  ).toEqual(numbers.map(() => [201, true]));

  const changed = await batch(
    created.map(({ lead }, i) => ({ op: 'update', id: lead.id, fields: { notes: notes(1_000 + i) } })),
  );
  expect(changed.map(({ lead }) => [lead.id, lead.version])).toEqual(created.map(({ lead }) => [lead.id, 2]));

  const page = await v.xyz.request('GET', '/leads?limit=200&sort=created_at', {
    headers: { 'accept-encoding': 'identity' },
  });
  const listed = page.body.data as unknown as Result['lead'][];
  expect(page.text.length).toBeGreaterThan(500_000);
  expect(page.headers.get('content-length')).toBe(String(Buffer.byteLength(page.text)));
  expect(new Map(listed.map(({ id, fields }) => [id, fields.notes]))).toEqual(
    new Map(created.map(({ lead }, i) => [lead.id, notes(1_000 + i)])),
  );
});

test('many long changes of one lead take effect in their order', async () => {
  const { id } = await v.xyz.lead(least);
  const results = await batch(numbers.map((i) => ({ op: 'update', id, fields: { notes: notes(i) } })));
  expect(results.map(({ lead }) => [lead.version, lead.fields.notes.split(' ')[0]])).toEqual(
    numbers.map((i) => [i + 2, `${i}`]),
  );
  expect((await v.xyz.get(`/leads/${id}`)).body).toMatchObject({
    version: count + 1,
    fields: { notes: notes(count - 1) },
  });
});

test('an atomic batch whose last item is refused reports every item, and writes nothing', async () => {
  const items = numbers.map((i) => ({ op: 'create', fields: { ...least, notes: notes(i) } }));
  const before = (await v.xyz.get('/leads/count')).body;
  const answer = await v.xyz.post('/leads/batch', { atomic: true, items: [...items, { op: 'create', fields: {} }] });
  expect(answer).toMatchObject({ status: 422, body: { code: 'batch_refused' } });
  expect((answer.body.results as Result[]).map(({ status }) => status)).toEqual([...numbers.map(() => 201), 422]);
  expect((await v.xyz.get('/leads/count')).body).toEqual(before);
});

/** Line 30: a form with very many names. It is refused while it is parsed, or judged by its beginning. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mostNames } from '../../../src/limits/body-size.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
beforeAll(async () => {
  v = await startVendors();
});
afterAll(() => v.stop());

const form = 'application/x-www-form-urlencoded';
const names = (count: number, name = (i: number) => `n${i}`) =>
  Array.from({ length: count }, (_, i) => `${name(i)}=`).join('&');

const post = (raw: string | Uint8Array<ArrayBuffer>, headers = {}) =>
  v.xyz.request('POST', '/leads', { raw, headers: { 'content-type': form, ...headers } });

test.each([
  ['unknown names', names(100_000)],
  ['names under fields', names(60_000, (i) => `fields.n${i}`)],
  ['names in brackets', names(60_000, (i) => `fields[${i}]`)],
  ['values of one name', 'fields.name=A&'.repeat(50_000)],
])('a form of very many %s is 413', async (_, text) => {
  expect(await post(text)).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  const packed = new Uint8Array(gzipSync(text));
  expect(await post(packed, { 'content-encoding': 'gzip' })).toMatchObject({ status: 413 });
});

test('many unknown names are reported as far as a problem has room', async () => {
  const answer = await post(names(mostNames));
  expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_lead' } });
  const errors = answer.body.errors ?? [];
  expect(errors.length).toBeLessThanOrEqual(100);
  expect(errors[0]).toMatchObject({ pointer: '/n0', code: 'unknown' });
});

test('one name that is repeated very often is reported once', async () => {
  const answer = await post(`fields.email=a@example.com&${'fields.name=A&'.repeat(20_000)}`);
  expect(answer).toMatchObject({ status: 422 });
  expect(answer.body.errors).toHaveLength(1);
});

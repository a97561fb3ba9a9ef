/**
 * Two processes and sixteen writers across the time of an announced change. It takes effect by itself, and no request is
 * judged by a mixture of definitions. Every verdict agrees with the revision in its response.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announce } from '../../support/announced.ts';
import { signUpMember } from '../../support/manage.ts';
import { patience } from '../../support/patience.ts';
import { eventually, instanceOn, type ServiceProcess, startProcess } from '../../support/process.ts';
import { startVendors, type Vendors } from '../../support/vendors.ts';

let v: Vendors;
let processes: ServiceProcess[];
beforeAll(async () => {
  v = await startVendors();
  const env = instanceOn(v.server.databaseUrl);
  processes = await Promise.all([startProcess({ env }), startProcess({ env })]);
});
afterAll(async () => {
  for (const each of processes ?? []) expect(await each.stop()).toBe(0);
  await v.stop();
});

interface Verdict {
  readonly url: string;
  readonly roof: boolean;
  readonly status: number;
  readonly revision: number;
  readonly code: string | undefined;
  readonly sunset: boolean;
}

test('across the date every verdict agrees with the revision that it carries', async () => {
  const admin = await signUpMember(v.server, v.accountId, 'admin');
  const path = `/campaigns/${v.campaign.slug}`;
  const token = await v.token({ filter: 'Vendor XYZ', requestsPerMinute: 0, writesPerMinute: 0 });
  const at = new Date(Date.now() + patience(2_000)).toISOString();
  const change = { operation: 'updateField', path: { key: 'roof_type' }, body: { required: true } };
  await announce(admin, v.campaign.slug, { change, at });

  const verdicts: Verdict[] = [];
  let over = false;
  const writer = async (url: string, roof: boolean) => {
    const fields = { name: 'Ann', email: 'ann@example.com', ...(roof && { roof_type: 'tile' }) };
    while (!over) {
      const response = await fetch(`${url}/v1${path}/leads`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token.secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ fields }),
      });
      const { code } = (await response.json()) as { code?: string };
      const revision = Number(response.headers.get('X-Schema-Revision'));
      verdicts.push({ url, roof, status: response.status, revision, code, sunset: response.headers.has('Sunset') });
    }
  };
  const writers = processes.flatMap(({ url }) => Array.from({ length: 8 }, (_, i) => writer(url, i % 4 === 0)));
  const done = async () => (await admin.call(`GET ${path}/announced-changes`)).body.data[0];
  await eventually(async () => (await done()).state === 'done');
  const after = verdicts.length;
  await eventually(() => verdicts.length > after + 200);
  over = true;
  await Promise.all(writers);

  const { revision } = await done();
  const mixed = verdicts.filter((one) => {
    const then = one.revision >= revision;
    const expected = one.roof || !then ? 201 : 422;
    return one.status !== expected || one.sunset !== (!then && !one.roof);
  });
  expect(mixed).toEqual([]);
  for (const { url } of processes) {
    const seen = new Set(verdicts.filter((one) => one.url === url).map((one) => one.revision));
    expect(seen).toEqual(new Set([revision - 1, revision]));
  }
  expect(new Set(verdicts.map(({ code }) => code))).toEqual(new Set([undefined, 'invalid_lead']));
});

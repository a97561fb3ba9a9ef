/**
 * One test for each generator: it makes its client without a warning, the client compiles strictly, and the vendor's program
 * gets the expected result.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startVendors, type Vendors } from '../support/vendors.ts';
import { type Generator, makeClient } from './made-client.ts';

export function judgeClients(generators: readonly Generator[]): void {
  let v: Vendors;
  beforeAll(async () => {
    v = await startVendors();
  });
  afterAll(() => v.stop());

  test.each(generators.map((one) => [one.heading, one] as const))('%s', async (_, generator) => {
    // Deletes the leads of the previous test.
    for (const { id } of (await v.xyz.get('/leads')).body.data) await v.xyz.delete(`/leads/${id}`);
    const { warnings, compileErrors, told, first } = await makeClient(v, generator);
    expect(warnings).toEqual([]);
    expect(compileErrors).toEqual([]);
    expect(told).toEqual({
      source: 'vendor-xyz',
      size: 3,
      listed: true,
      updated: ['won', 2, null],
      problem: [
        'invalid_lead',
        generator.refused ?? ['/fields/email format', '/fields/name required', '/fields/source pinned'],
      ],
    });
    expect((await v.xyz.get(`/leads/${first}`)).body.fields.household_size).toBe(3);
  });
}

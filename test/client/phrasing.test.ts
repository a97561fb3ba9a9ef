/**
 * Documents avoid what stops a generator: a type that is only null (Go, Java, Python and TypeScript lack it), and numbers so
 * far apart that no double holds what is between them (openapi-generator draws its examples there). Tested with real
 * documents and many random ones.
 */
import { expect, test } from '@jest/globals';
import { createRandom } from '../../src/demo/random.ts';
import { publish } from '../../src/document/publish.ts';
import { solarPlan } from '../support/campaigns.ts';
import { randomSubject } from '../support/draws/arbitraries.ts';
import { documentCases, fixtures, grantOf, publicUrl } from '../support/fixtures.ts';
import { startVendors } from '../support/vendors.ts';

/** Every object of the document that is not a part of a choice. */
function* objects(value: unknown, ofChoice = false): Generator<Readonly<Record<string, unknown>>> {
  if (Array.isArray(value)) for (const one of value) yield* objects(one, ofChoice);
  else if (typeof value === 'object' && value !== null) {
    if (!ofChoice) yield value as Readonly<Record<string, unknown>>;
    for (const [key, one] of Object.entries(value)) yield* objects(one, key === 'anyOf');
  }
}

function stumbles(text: string): unknown[] {
  return [...objects(JSON.parse(text).components.schemas)].filter(({ type, minimum, maximum }) => {
    const tooFar = typeof minimum === 'number' && typeof maximum === 'number' && !Number.isFinite(maximum - minimum);
    return type === 'null' || tooFar;
  });
}

test.each(documentCases)('the document of $name for $kind', ({ name, kind }) => {
  expect(stumbles(JSON.stringify(publish(grantOf(fixtures[name], kind), publicUrl).document))).toEqual([]);
});

test('the licence of a document has no straight quote, which would end its text in a Rust client', () => {
  const { info } = publish(grantOf(fixtures.awkward, 'scoped-read-write'), publicUrl).document as unknown as {
    info: { license: { name: string } };
  };
  expect(info.license.name).toBe('By agreement with A & B <b>”Account”</b>');
});

test('random documents', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = createRandom(seed);
  for (let i = 0; i < 50; i += 1) {
    const found = stumbles(JSON.stringify(publish(randomSubject(random), publicUrl).document));
    expect({ seed, i, found }).toEqual({ seed, i, found: [] });
  }
});

test('a select without options takes only null, and its description says that it has no options', async () => {
  const selects = (solarPlan.selects ?? []).map((select) =>
    select.key === 'roof_type'
      ? { ...select, options: select.options.map((one) => ({ ...one, archived: true })) }
      : select,
  );
  const v = await startVendors({ ...solarPlan, selects });
  const fields = { name: 'Anna', email: 'anna@example.com' };
  const empty = await v.xyz.post('/leads', { fields: { ...fields, roof_type: null } });
  const refused = await v.xyz.post('/leads', { fields: { ...fields, roof_type: 'tile' } });
  expect([empty.status, refused.status]).toEqual([201, 422]);
  expect(refused.body.errors).toMatchObject([
    {
      pointer: '/fields/roof_type',
      code: 'not_allowed',
      detail: '`roof_type` accepts no value at present.',
    },
  ]);
  await v.stop();
});
